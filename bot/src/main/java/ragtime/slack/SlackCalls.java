package ragtime.slack;

import com.google.gson.JsonParseException;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes calls and waits when Slack says so, within bounds. What was perhaps done is never tried
 * again here: only a refusal for too many calls is known to have done nothing.
 */
final class SlackCalls {
  private static final Logger LOG = LoggerFactory.getLogger(SlackCalls.class);
  private static final int TOO_MANY = 429;
  private static final int LONGEST_WAIT = 3_600;

  private final Pause pause;
  private final Duration mostPauses;

  private SlackCalls(Pause pause, Duration mostPauses) {
    this.pause = pause;
    this.mostPauses = mostPauses;
  }

  /** Calls that wait for as long as a job may. */
  static SlackCalls patient(Pause pause) {
    return new SlackCalls(pause, Duration.ofSeconds(60));
  }

  /** Calls that never wait, for who must reply within seconds. */
  static SlackCalls hasty() {
    return new SlackCalls(time -> {}, Duration.ZERO);
  }

  /** One call of Slack's client. */
  interface Call<T> {
    T make() throws IOException, SlackApiException;
  }

  /** What Slack replied, if it did what it was asked; throws {@link SlackException} else. */
  <T extends SlackApiTextResponse> T make(SlackMethod method, Call<T> call) {
    WaitingTime waiting = WaitingTime.current(mostPauses);
    while (true) {
      try {
        T response = call.make();
        if (response.isOk()) {
          return response;
        }
        if (!"ratelimited".equals(response.getError())) {
          throw refused(method, response.getError(), null);
        }
        await(method, Duration.ofSeconds(1), waiting);
      } catch (SlackApiException e) {
        if (e.getResponse().code() != TOO_MANY) {
          throw e.getResponse().code() >= 500
              ? unreachable(method, e)
              : refused(method, "http_" + e.getResponse().code(), e);
        }
        await(method, retryAfter(e.getResponse().header("Retry-After")), waiting);
      } catch (IOException | JsonParseException e) { // a page for people is no reply either
        throw unreachable(method, e);
      }
    }
  }

  /**
   * Waits as a reply of status 429 asks; throws {@link SlackException} if that is longer than we
   * may.
   *
   * @param header what it says under {@code Retry-After}, if anything
   */
  void await(SlackMethod method, @Nullable String header) {
    await(method, retryAfter(header), WaitingTime.current(mostPauses));
  }

  private void await(SlackMethod method, Duration wait, WaitingTime waiting) {
    if (!waiting.take(wait)) {
      throw SlackException.tooMany(method, wait);
    }
    LOG.info("{} waits {} s, as Slack asked", method.path(), wait.toSeconds());
    pause.take(wait);
  }

  private static Duration retryAfter(@Nullable String header) {
    try {
      return Duration.ofSeconds(
          Math.clamp(header == null ? 1 : Long.parseLong(header.strip()), 1, LONGEST_WAIT));
    } catch (NumberFormatException notSeconds) {
      return Duration.ofSeconds(1);
    }
  }

  static SlackException refused(
      SlackMethod method, @Nullable String code, @Nullable Throwable cause) {
    return new SlackException(
        SlackException.Kind.REFUSED, method, code == null ? "unknown_error" : code, cause);
  }

  static SlackException unreachable(SlackMethod method, Throwable cause) {
    return new SlackException(SlackException.Kind.UNREACHABLE, method, "unreachable", cause);
  }
}
