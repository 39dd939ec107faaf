package ragtime.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.model.ModelException.Kind;

class WireErrorTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "429 | {\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"m\"}} | THROTTLED",
        "429 | {\"error\":{\"type\":\"insufficient_quota\",\"code\":null,\"message\":\"m\"}} | DENIED",
        "401 | {\"error\":\"no key\"} | DENIED",
        "403 | <html>forbidden</html> | DENIED",
        "400 | {\"error\":{\"code\":\"content_filter\"}} | REFUSED",
        "400 | {\"error\":{\"code\":400,\"message\":\"too long\"}} | INVALID",
        "404 | {\"error\":{\"message\":\"model 'x' not found, try pulling it first\"}} | INVALID",
        "413 | [] | INVALID",
        "422 | {\"detail\":[{\"loc\":[\"body\"]}]} | INVALID",
        "302 | nothing | INVALID",
        "500 | null | UNAVAILABLE",
        "502 | bad gateway | UNAVAILABLE",
        "503 | {} | UNAVAILABLE",
        "408 | {} | UNAVAILABLE"
      })
  void errorsHaveKinds(int status, String body, Kind kind) {
    assertThat(WireError.of(status, body).asException(null).kind()).isEqualTo(kind);
  }

  @Test
  void onlyAMissingModelIsQuoted() {
    var body = "{\"error\":{\"message\":\"about the secret question\"}}";

    assertThat(WireError.of(400, body).asException(null)).hasMessageNotContaining("secret");
    assertThat(WireError.of(404, body).asException(null)).hasMessageContaining("secret");
  }

  @Property
  void anyBodyIsUnderstoodSomehow(
      @ForAll @IntRange(min = 300, max = 599) int status, @ForAll String body) {
    assertThat(WireError.of(status, body).asException(null).kind()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "retry-after, 7, 7000",
    "retry-after, 0.5, 500",
    "retry-after-ms, 250, 250",
    "'retry-after', 'Thu, 01 Jan 2026 00:00:09 GMT', 9000",
    "'retry-after', 'Wed, 31 Dec 2025 00:00:00 GMT', 0"
  })
  void readsHowLongToWait(String name, String value, long millis) {
    var headers = HttpHeaders.of(Map.of(name, List.of(value)), (n, v) -> true);

    assertThat(WireError.retryAfter(headers, CLOCK)).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @CsvSource({"soon", "-1", "1e9", "''", "99999999999999999999"})
  void ignoresWhatIsNoTime(String value) {
    var headers = HttpHeaders.of(Map.of("retry-after", List.of(value)), (n, v) -> true);

    assertThat(WireError.retryAfter(headers, CLOCK)).isEmpty();
  }
}
