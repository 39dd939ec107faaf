package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code auth.test}, {@code team.info}, {@code bots.info}, {@code users.*}, {@code blocks.*}. */
final class TeamMethods {
  private static final Set<String> ON = Set.of("true", "1");

  private final State state;
  private final String root;
  private final String name;

  TeamMethods(State state, String root, String name) {
    this.state = state;
    this.root = root;
    this.name = name;
  }

  void addTo(Map<String, ApiMethod> methods) {
    methods.put("api.test", request -> Fields.ok());
    methods.put("auth.test", request -> auth());
    methods.put("team.info", request -> Fields.ok().and("team", team()));
    methods.put("bots.info", request -> bot());
    methods.put("users.info", this::user);
    methods.put("users.list", this::users);
    methods.put("blocks.validate", TeamMethods::validate);
  }

  private Fields auth() {
    return Fields.ok()
        .and("url", root + "/")
        .and("team", name)
        .and("user", "ragtime")
        .and("team_id", Team.ID)
        .and("user_id", Team.BOT_USER)
        .and("bot_id", Team.BOT_ID)
        .and("is_enterprise_install", false);
  }

  private Fields team() {
    return Fields.of("id", Team.ID).and("name", name).and("domain", Team.DOMAIN);
  }

  private static Fields bot() {
    return Fields.ok()
        .and(
            "bot",
            Fields.of("id", Team.BOT_ID)
                .and("app_id", Team.APP_ID)
                .and("user_id", Team.BOT_USER)
                .and("name", "ragtime")
                .and("deleted", false)
                .and("updated", 0));
  }

  private Fields user(ApiRequest request) {
    Person person =
        state
            .people()
            .find(request.required("user"))
            .orElseThrow(() -> new ApiError("user_not_found"));
    boolean locale = request.text("include_locale").filter(ON::contains).isPresent();
    return Fields.ok().and("user", locale ? person.jsonWithLocale() : person.json());
  }

  private Fields users(ApiRequest request) {
    Page<Person> page = Page.of(state.people().all(), request, 100);
    return page.into(
        Fields.ok()
            .and("members", page.items().stream().map(Person::json).toList())
            .and("cache_ts", state.now()));
  }

  private static Fields validate(ApiRequest request) {
    Optional<JsonObject> view = request.object("view", "invalid_arguments");
    JsonArray blocks =
        request
            .array("blocks", "invalid_arguments")
            .or(() -> nested(view))
            .or(() -> nested(request.object("message", "invalid_arguments")))
            .orElseThrow(() -> new ApiError("invalid_arguments"));
    List<BlockRules.Violation> violations =
        view.isPresent() ? BlockRules.ofView(blocks) : BlockRules.ofMessage(blocks);
    if (violations.isEmpty()) {
      return Fields.ok();
    }
    List<Fields> errors = new ArrayList<>();
    violations.forEach(
        v ->
            errors.add(
                Fields.of("pointer", v.pointer())
                    .and("code", "invalid")
                    .and("message", v.message())));
    return Fields.of("ok", false).and("error", "invalid_blocks").and("errors", errors);
  }

  private static Optional<JsonArray> nested(Optional<JsonObject> parent) {
    return parent
        .map(p -> p.get("blocks"))
        .filter(JsonArray.class::isInstance)
        .map(JsonArray.class::cast);
  }
}
