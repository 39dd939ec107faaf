package ragtime.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ragtime.conversation.TestClock;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.library.Audience;
import ragtime.slack.StubSlack.Canned;

/**
 * Who sees what. The library has a document of its own and one of each channel: CPUB and COTHER are
 * public, GPRIV and GELSE private, CSHARED shared with another organisation, DU1 is between U1 and
 * the bot, and CGONE is not there any more.
 */
class AudiencesTest {
  private static final IndexManifest MANIFEST =
      Fakes.manifest(
          Fakes.indexed(Fakes.document("a.pdf", "A", 1, Optional.empty())),
          in("CPUB"),
          in("COTHER"),
          in("GPRIV"),
          in("GELSE"),
          in("CSHARED"),
          in("DU1"),
          in("CGONE"));

  private final TestClock clock = new TestClock();
  private StubSlack stub;
  private Slack client;
  private Audiences audiences;

  @BeforeEach
  void start() throws IOException {
    stub = new StubSlack();
    client = SlackLibrary.client(stub.settings());
    audiences = new Audiences(new Directory(client, "xoxb-1", SlackCalls.hasty()), clock);
    channel("CPUB", "\"is_channel\":true");
    channel("COTHER", "\"is_channel\":true");
    channel("GPRIV", "\"is_channel\":true,\"is_private\":true");
    channel("GELSE", "\"is_private\":true");
    channel("CSHARED", "\"is_channel\":true,\"is_ext_shared\":true");
    channel("DU1", "\"is_im\":true,\"user\":\"U1\"");
    channel("DGUEST", "\"is_im\":true,\"user\":\"UGUEST\"");
    stub.always("conversations.info CGONE", Canned.error("channel_not_found"))
        .always("conversations.info CODD", Canned.error("missing_scope"));
    members("CPUB", "U1", "UGUEST");
    members("GPRIV", "U1", "UMULTI");
    members("CSHARED", "U1", "UELSEWHERE");
    user("U1", "\"team_id\":\"T1\"");
    user("UGRID", "\"team_id\":\"T2\",\"enterprise_user\":{\"teams\":[\"T2\",\"T1\"]}");
    user("UGUEST", "\"team_id\":\"T1\",\"is_restricted\":true,\"is_ultra_restricted\":true");
    user("UMULTI", "\"team_id\":\"T1\",\"is_restricted\":true");
    user("UELSEWHERE", "\"team_id\":\"T7\"");
    user("USTRANGER", "\"team_id\":\"T1\",\"is_stranger\":true");
    stub.always("users.info UGONE", Canned.error("user_not_found"));
    people("{\"id\":\"U1\",\"team_id\":\"T1\"}");
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    stub.close();
  }

  private static IndexedDocument in(String channel) {
    return Fakes.indexed(
        Fakes.document("slack/" + channel + "/x.pdf", "X", 1, Optional.of(channel)));
  }

  private void channel(String id, String facts) {
    stub.always(
        "conversations.info " + id,
        Canned.json("{\"ok\":true,\"channel\":{\"id\":\"" + id + "\"," + facts + "}}"));
  }

  private void members(String id, String... users) {
    stub.always(
        "conversations.members " + id,
        Canned.json("{\"ok\":true,\"members\":[\"" + String.join("\",\"", users) + "\"]}"));
  }

  private void user(String id, String facts) {
    stub.always(
        "users.info " + id,
        Canned.json("{\"ok\":true,\"user\":{\"id\":\"" + id + "\"," + facts + "}}"));
  }

  private void people(String members) {
    stub.always("users.list", Canned.json("{\"ok\":true,\"members\":[" + members + "]}"));
  }

  /** The channels whose documents are seen, and {@code library} if its own are. */
  private static String seen(Audience audience) {
    TreeSet<String> seen = new TreeSet<>();
    MANIFEST.documents().stream()
        .map(known -> known.document().channel())
        .filter(audience::maySee)
        .forEach(channel -> seen.add(channel.orElse("library")));
    return String.join(" ", seen);
  }

  @ParameterizedTest(name = "{1} in {0} sees {2}")
  @CsvSource({
    "CPUB, U1, COTHER CPUB library",
    "CPUB, UGRID, COTHER CPUB library",
    "CPUB, UGUEST, CPUB",
    "COTHER, U1, COTHER CPUB library",
    "COTHER, UGUEST, ''",
    "GPRIV, U1, COTHER CPUB GPRIV library",
    "GPRIV, UGRID, ''",
    "GPRIV, UMULTI, GPRIV",
    "GELSE, U1, COTHER CPUB GELSE library",
    "CSHARED, U1, CSHARED",
    "CSHARED, UELSEWHERE, CSHARED",
    "CSHARED, UGRID, ''",
    "DU1, U1, COTHER CPUB DU1 library",
    "DU1, UGRID, ''",
    "DGUEST, UGUEST, ''",
    "CGONE, U1, COTHER CPUB library",
    "CGONE, UGUEST, ''",
    "CODD, U1, ''",
    "CPUB, UELSEWHERE, ''",
    "CPUB, USTRANGER, ''",
    "CPUB, UGONE, ''"
  })
  void whoSeesWhatWhere(String channel, String user, String expected) {
    assertThat(seen(audiences.of(channel, user, MANIFEST))).isEqualTo(expected);
  }

  @Test
  void aPlaceOfOnesOwnShowsWhatIsEverybodysAndToGuestsNothing() {
    assertThat(seen(audiences.of("U1", MANIFEST))).isEqualTo("COTHER CPUB library");
    assertThat(seen(audiences.of("UGUEST", MANIFEST))).isEmpty();
  }

  @Test
  void whereGuestsReadAlongNothingIsPostedThatTheyMayNotSee() {
    assertThat(seen(audiences.ofReaders("CPUB", "U1", MANIFEST))).isEqualTo("COTHER CPUB library");
    people("{\"id\":\"U1\",\"team_id\":\"T1\"},{\"id\":\"UGUEST\",\"is_restricted\":true}");
    clock.advance(Duration.ofMinutes(11));
    assertThat(seen(audiences.ofReaders("CPUB", "U1", MANIFEST))).isEqualTo("CPUB");
    assertThat(seen(audiences.ofReaders("GPRIV", "U1", MANIFEST)))
        .as("the guest is not in there")
        .isEqualTo("COTHER CPUB GPRIV library");
    assertThat(seen(audiences.ofReaders("DU1", "U1", MANIFEST)))
        .isEqualTo("COTHER CPUB DU1 library");
  }

  @Test
  void whereNobodyCanTellWhoIsAGuestEveryChannelMayHaveSome() {
    stub.always("users.list", Canned.error("missing_scope"));
    assertThat(seen(audiences.ofReaders("CPUB", "U1", MANIFEST))).isEqualTo("CPUB");
  }

  @Test
  void aSlackThatCannotBeAskedShowsNobodyAnything() {
    for (String method : List.of("users.info", "conversations.info")) {
      stub.always(method + (method.startsWith("users") ? " U9" : " C9"), Canned.status(503));
    }
    assertThatThrownBy(() -> audiences.of("CPUB", "U9", MANIFEST))
        .isInstanceOf(SlackException.class);
    assertThatThrownBy(() -> audiences.of("C9", "U1", MANIFEST)).isInstanceOf(SlackException.class);
  }

  @Test
  void whatSlackSaysIsKeptForAMinute() {
    audiences.of("GPRIV", "U1", MANIFEST);
    int asked = stub.looks.size();
    members("GPRIV", "UMULTI");
    assertThat(seen(audiences.of("GPRIV", "U1", MANIFEST))).contains("GPRIV");
    assertThat(stub.looks).hasSize(asked);
    clock.advance(Duration.ofSeconds(61));
    assertThat(seen(audiences.of("GPRIV", "U1", MANIFEST))).as("no member any more").isEmpty();
  }

  @Test
  void ofManyChannelsSlackIsAskedAtOnce() {
    IndexManifest many =
        Fakes.manifest(
            IntStream.range(0, 40).mapToObj(i -> in("C" + i)).toArray(IndexedDocument[]::new));
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < 38; i++) {
      String kind =
          i % 2 == 0 ? "\"is_channel\":true" : "\"is_channel\":true,\"is_ext_shared\":true";
      joined.append(i == 0 ? "" : ",").append("{\"id\":\"C%d\",%s}".formatted(i, kind));
      channel("C" + i, kind);
    }
    stub.always("users.conversations", Canned.json("{\"ok\":true,\"channels\":[" + joined + "]}"));
    Audience audience = audiences.of("CPUB", "U1", many);
    assertThat(audience.maySee(Optional.of("C2"))).isTrue();
    assertThat(audience.maySee(Optional.of("C3"))).isFalse();
    assertThat(audience.maySee(Optional.of("C39"))).as("the bot has left it").isTrue();
    assertThat(stub.of("users.conversations")).hasSize(1);
  }
}
