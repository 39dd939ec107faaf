package ragtime.local.workspace;

import com.google.gson.JsonObject;
import java.util.Map;

/** {@code views.*}. */
final class ViewMethods {
  private final State state;
  private final Views views;
  private final Triggers triggers;

  ViewMethods(State state, Views views, Triggers triggers) {
    this.state = state;
    this.views = views;
    this.triggers = triggers;
  }

  void addTo(Map<String, ApiMethod> methods) {
    methods.put("views.open", this::open);
    methods.put("views.push", this::push);
    methods.put("views.update", this::update);
    methods.put("views.publish", this::publish);
  }

  private Fields open(ApiRequest request) {
    JsonObject content = content(request, "modal");
    String person = triggers.use(request.required("trigger_id"));
    return reply(views.open(person, content));
  }

  private Fields push(ApiRequest request) {
    JsonObject content = content(request, "modal");
    String person = triggers.use(request.required("trigger_id"));
    return reply(views.push(person, content));
  }

  private Fields update(ApiRequest request) {
    String id = request.text("view_id").orElseGet(() -> request.required("external_id"));
    return reply(views.update(id, request.text("hash"), content(request, "modal")));
  }

  private Fields publish(ApiRequest request) {
    String person = request.required("user_id");
    if (state.people().find(person).isEmpty()) {
      throw new ApiError("user_not_found");
    }
    JsonObject content = content(request, "home");
    views.publish(person, content);
    return Fields.ok().and("view", content);
  }

  private static JsonObject content(ApiRequest request, String type) {
    return Views.checked(
        request
            .object("view", "invalid_arguments")
            .orElseThrow(() -> new ApiError("invalid_arguments")),
        type);
  }

  private static Fields reply(OpenView view) {
    return Fields.ok().and("view", view.json(new JsonObject()));
  }
}
