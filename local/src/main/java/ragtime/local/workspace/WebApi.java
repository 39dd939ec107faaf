package ragtime.local.workspace;

import com.google.gson.JsonObject;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** The root of the Web API: checks the token, calls the method, writes the reply. */
final class WebApi {
  private static final String SCOPES =
      "app_mentions:read,assistant:write,channels:history,channels:read,chat:write,commands,"
          + "files:read,files:write,groups:history,groups:read,im:history,im:read,im:write,"
          + "reactions:read,reactions:write,team:read,users:read";

  private final Platform platform;
  private final Map<String, ApiMethod> methods;

  WebApi(Platform platform) {
    this.platform = platform;
    this.methods = platform.methods();
  }

  void handle(Context http) {
    String name = http.pathParam("method");
    Optional<Faults.Fault> fault = platform.faults().take(name);
    if (fault.isPresent() && misfortune(http, fault.get())) {
      return;
    }
    Fields reply;
    try {
      reply = fault.isPresent() ? refused(fault.get()).reply() : call(http, name);
    } catch (ApiError e) {
      reply = e.reply();
    }
    http.header("X-OAuth-Scopes", SCOPES).header("X-Slack-Req-Id", Ids.next(""));
    json(http, reply.json());
  }

  private Fields call(Context http, String name) {
    ApiRequest request = request(http);
    ApiMethod method = methods.get(name);
    if (method == null) {
      throw new ApiError("unknown_method");
    }
    if (!name.equals("api.test")) {
      checkToken(
          http,
          request,
          name.equals("apps.connections.open")
              ? platform.socket().appToken()
              : platform.options().botToken());
    }
    return method.call(request);
  }

  private static void checkToken(Context http, ApiRequest request, String expected) {
    String header = Optional.ofNullable(http.header("Authorization")).orElse("");
    String token =
        header.startsWith("Bearer ")
            ? header.substring("Bearer ".length())
            : request.text("token").orElseThrow(() -> new ApiError("not_authed"));
    if (!token.equals(expected)) {
      throw new ApiError("invalid_auth");
    }
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
    http.contentType("application/json; charset=utf-8").result(json.toString());
  }
}
