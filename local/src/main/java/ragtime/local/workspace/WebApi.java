package ragtime.local.workspace;

import com.google.gson.JsonObject;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** The root of the Web API: checks the token, calls the method, writes the reply. */
final class WebApi {
  static final String SCOPES =
      "app_mentions:read,assistant:write,channels:history,channels:read,chat:write,commands,"
          + "files:read,files:write,groups:history,groups:read,im:history,im:read,im:write,"
          + "reactions:read,reactions:write,team:read,users:read";

  private static final String JSON = "application/json; charset=utf-8";

  private final Platform platform;
  private final Map<String, ApiMethod> methods;

  WebApi(Platform platform) {
    this.platform = platform;
    this.methods = platform.methods();
  }

  void handle(Context http) {
    handle(http, Optional.of(platform.options().botToken()));
  }

  /** The same for whoever has shown a token already. */
  void handleTrusted(Context http) {
    handle(http, Optional.empty());
  }

  private void handle(Context http, Optional<String> token) {
    String name = http.pathParam("method");
    Optional<Faults.Fault> fault = platform.faults().take(name);
    if (fault.isPresent() && misfortune(http, fault.get())) {
      return;
    }
    Fields reply;
    try {
      reply = fault.isPresent() ? refused(fault.get()).reply() : call(http, name, token);
    } catch (ApiError e) {
      reply = e.reply();
    }
    http.header("X-OAuth-Scopes", SCOPES).header("X-Slack-Req-Id", Ids.next(""));
    http.contentType(JSON).result(platform.options().own(reply.json().toString()));
  }

  private Fields call(Context http, String name, Optional<String> token) {
    ApiRequest request = request(http);
    ApiMethod method = methods.get(name);
    if (method == null) {
      throw new ApiError("unknown_method");
    }
    Optional<String> expected =
        name.equals("apps.connections.open") ? Optional.of(platform.socket().appToken()) : token;
    if (!name.equals("api.test") && expected.isPresent()) {
      checkToken(http, request, expected.get());
    }
    return method.call(request);
  }

  private static void checkToken(Context http, ApiRequest request, String expected) {
    if (!token(http, request).equals(expected)) {
      throw new ApiError("invalid_auth");
    }
  }

  /** The token that a request shows. */
  static String token(Context http, ApiRequest request) {
    String header = Optional.ofNullable(http.header("Authorization")).orElse("");
    return header.startsWith("Bearer ")
        ? header.substring("Bearer ".length())
        : request.text("token").orElseThrow(() -> new ApiError("not_authed"));
  }

  static ApiRequest request(Context http) {
    String type = Optional.ofNullable(http.contentType()).orElse("");
    if (http.method() == io.javalin.http.HandlerType.GET) {
      return ApiRequest.form(Optional.ofNullable(http.queryString()).orElse(""));
    }
    return type.startsWith("application/json")
        ? ApiRequest.json(http.body())
        : ApiRequest.form(http.body());
  }

  /** Does what only a status can say; false for a refusal. */
  private static boolean misfortune(Context http, Faults.Fault fault) {
    return switch (fault) {
      case Faults.Fault.RateLimited limited -> {
        http.status(429).header("Retry-After", Long.toString(limited.retryAfter().toSeconds()));
        json(http, new ApiError("ratelimited").reply().json());
        yield true;
      }
      case Faults.Fault.Broken broken -> {
        http.status(broken.status()).result("upstream connect error");
        yield true;
      }
      case Faults.Fault.Refused refused -> false;
    };
  }

  private static ApiError refused(Faults.Fault fault) {
    return fault instanceof Faults.Fault.Refused refused
        ? new ApiError(refused.error())
        : new ApiError("internal_error");
  }

  static void json(Context http, JsonObject json) {
    http.contentType(JSON).result(json.toString());
  }
}
