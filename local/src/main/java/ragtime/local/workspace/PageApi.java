package ragtime.local.workspace;

import com.google.gson.JsonObject;
import io.javalin.Javalin;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** What the page calls: each request is one thing that its person does or wants to see. */
final class PageApi {
  private final Platform platform;
  private final PageShape shape;

  PageApi(Platform platform) {
    this.platform = platform;
    this.shape = new PageShape(platform);
  }

  void addTo(Javalin app) {
    app.get("/page/overview", http -> WebApi.json(http, shape.overview(me(http).person())));
    app.get("/page/channels/{channel}/messages", this::messages);
    app.get("/page/home", this::home);
    app.post("/page/files", this::upload);
    act(app, "messages", this::post);
    act(app, "edit", (me, r) -> done(() -> me.edit(message(r), r.required("text"))));
    act(app, "delete", (me, r) -> done(() -> me.delete(message(r))));
    act(
        app,
        "react",
        (me, r) -> done(() -> me.react(message(r), r.required("name"), r.flag("add"))));
    act(app, "read", this::read);
    act(app, "command", this::command);
    act(app, "action", this::action);
    act(app, "shortcut", (me, r) -> taken(me.shortcut(message(r), r.required("id"))));
    act(app, "view/submit", this::submit);
    act(
        app,
        "view/close",
        (me, r) -> done(() -> platform.interactions().closed(me.person(), view(r), r.flag("all"))));
    act(app, "open-app", (me, r) -> done(() -> me.openApp(r.required("tab"))));
    act(
        app,
        "stop",
        (me, r) -> done(() -> me.stop(r.required("channel"), r.required("thread_ts"))));
    act(app, "channel", this::createChannel);
    act(app, "join", (me, r) -> done(() -> me.join(r.required("channel"))));
    act(app, "invite", (me, r) -> done(() -> me.invite(r.required("channel"), r.required("user"))));
  }

  private interface Act {
    Fields run(Actor me, ApiRequest request);
  }

  /** A request that changes something says who acts in its JSON body. */
  private void act(Javalin app, String path, Act act) {
    app.post(
        "/page/" + path,
        http -> {
          if (!Optional.ofNullable(http.contentType()).orElse("").startsWith("application/json")) {
            throw new BadRequestResponse("JSON is wanted");
          }
          ApiRequest request = ApiRequest.json(http.body());
          Actor me = platform.actor(request.required("person"));
          WebApi.json(http, act.run(me, request).json());
        });
  }

  private Actor me(Context http) {
    return platform.actor(Optional.ofNullable(http.queryParam("person")).orElse(Team.YOU));
  }

  private void messages(Context http) {
    Actor me = me(http);
    Channel channel =
        platform
            .state()
            .channels()
            .find(http.pathParam("channel"))
            .filter(c -> platform.state().channels().isMember(c.id(), me.person().id()))
            .orElseThrow(() -> new IllegalArgumentException("channel_not_found"));
    String before = Optional.ofNullable(http.queryParam("before")).orElse("9999999999.999999");
    WebApi.json(http, shape.messages(channel, me.person(), before));
  }

  private void home(Context http) {
    WebApi.json(http, Fields.ok().and("view", me(http).home()).json());
  }

  private void upload(Context http) {
    String name = Optional.ofNullable(http.queryParam("name")).orElse("file");
    String id = me(http).upload(name.replaceAll("[\\\\/\\p{Cntrl}]", "_"), http.bodyAsBytes());
    WebApi.json(http, Fields.ok().and("file", id).json());
  }

  private Fields post(Actor me, ApiRequest request) {
    Message message =
        me.post(
            request.required("channel"),
            request.text("text").orElse(""),
            request.text("thread_ts"),
            request.list("files"));
    return Fields.ok().and("ts", message.ts()).and("message", platform.shape().of(message));
  }

  private Fields read(Actor me, ApiRequest request) {
    platform
        .state()
        .notes()
        .read(request.required("channel"), me.person().id(), request.required("ts"));
    return Fields.ok();
  }

  private Fields command(Actor me, ApiRequest request) {
    return taken(
        me.command(
            request.required("channel"),
            request.required("command"),
            request.text("text").orElse("")));
  }

  /** Something was used in a message, in a modal or, with neither, in the Home tab. */
  private Fields action(Actor me, ApiRequest request) {
    Choice choice = new Choice(request.required("action_id"), request.list("values"));
    JsonObject values = values(request);
    Interactions interactions = platform.interactions();
    Reception reception;
    if (request.text("ts").isPresent()) {
      reception = interactions.inMessage(me.person(), message(request), choice, values);
    } else if (request.text("view").isPresent()) {
      reception = interactions.inView(me.person(), view(request), choice, values);
    } else {
      reception = interactions.inHome(me.person(), choice);
    }
    return Fields.of("ok", reception.problem().isEmpty()).and("error", reception.problem());
  }

  private Fields submit(Actor me, ApiRequest request) {
    JsonObject errors =
        platform.interactions().submitted(me.person(), view(request), values(request));
    return Fields.of("ok", errors.isEmpty()).and("errors", errors);
  }

  private Fields createChannel(Actor me, ApiRequest request) {
    return Fields.ok()
        .and("channel", me.createChannel(request.required("name"), request.flag("private")).id());
  }

  private static JsonObject values(ApiRequest request) {
    return request.object("state", "invalid_state").orElseGet(JsonObject::new);
  }

  private Message message(ApiRequest request) {
    return platform
        .state()
        .messages()
        .find(request.required("channel"), request.required("ts"))
        .orElseThrow(() -> new IllegalArgumentException("message_not_found"));
  }

  private OpenView view(ApiRequest request) {
    return platform
        .views()
        .find(request.required("view"))
        .orElseThrow(() -> new IllegalArgumentException("view_not_found"));
  }

  private static Fields done(Runnable work) {
    work.run();
    return Fields.ok();
  }

  private static Fields taken(boolean taken) {
    return taken ? Fields.ok() : Fields.of("ok", false).and("error", "ragtime did not take this");
  }

  static List<String> guarded() {
    return List.of(
        "/", "/page/*", "/assets/*", "/archives/*", "/files/*", "/library/*", "/pages/*");
  }
}
