package ragtime.local.workspace;

import java.util.List;

/** A call that Slack refuses, with Slack's word for why. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> details;

  ApiError(String code) {
    this(code, List.of());
  }

  ApiError(String code, List<String> details) {
    super(code, null, false, false);
    this.details = List.copyOf(details);
  }

  String code() {
    return String.valueOf(getMessage());
  }

  /** The body of the reply. */
  Fields reply() {
    Fields fields = Fields.of("ok", false).and("error", code());
    if (!details.isEmpty()) {
      fields
          .and("errors", details)
          .and(
              "response_metadata",
              Fields.of("messages", details.stream().map(d -> "[ERROR] " + d).toList()));
    }
    return fields;
  }
}
