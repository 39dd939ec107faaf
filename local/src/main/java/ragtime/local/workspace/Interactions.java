package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the bot what people click, choose and submit, and does as it replies. */
final class Interactions {
  private final State state;
  private final MessageShape shape;
  private final BotEndpoint bot;
  private final Triggers triggers;
  private final ResponseUrls responses;
  private final Views views;

  Interactions(
      State state,
      MessageShape shape,
      BotEndpoint bot,
      Triggers triggers,
      ResponseUrls responses,
      Views views) {
    this.state = state;
    this.shape = shape;
    this.bot = bot;
    this.triggers = triggers;
    this.responses = responses;
    this.views = views;
  }

  /** Something in a message was used. */
  Reception inMessage(Person person, Message message, Choice choice, JsonObject values) {
    boolean ephemeral = message.state() == Message.State.EPHEMERAL;
    Fields payload =
        about("block_actions", person)
            .and(
                "container",
                Fields.of("type", "message")
                    .and("message_ts", message.ts())
                    .and("channel_id", message.channel())
                    .and("is_ephemeral", ephemeral)
                    .and("thread_ts", message.threadTs()))
            .and("channel", channel(message.channel()))
            .when(!ephemeral, "message", shape.of(message))
            .and("state", Fields.of("values", values))
            .and("response_url", responses.afterClick(message, person.id()))
            .and("actions", List.of(choice.action(message.blocks(), state.timestamps().next())));
    return send(payload.json());
  }

  /** Something in a modal was used. */
  Reception inView(Person person, OpenView view, Choice choice, JsonObject values) {
    return inView(person, view.json(values), view.blocks(), choice);
  }

  /** Something in the Home tab was used. */
  Reception inHome(Person person, Choice choice) {
    JsonObject content =
        state.notes().home(person.id()).orElseThrow(() -> new ApiError("not_found"));
    OpenView home =
        new OpenView(
            "V" + person.id(), person.id(), "V" + person.id(), Optional.empty(), content, "home");
    return inView(person, home.json(new JsonObject()), home.blocks(), choice);
  }

  private Reception inView(Person person, JsonObject view, JsonArray blocks, Choice choice) {
    return send(
        about("block_actions", person)
            .and("container", Fields.of("type", "view").and("view_id", Blocks.text(view, "id")))
            .and("view", view)
            .and("actions", List.of(choice.action(blocks, state.timestamps().next())))
            .json());
  }

  /** An entry in the menu of a message was chosen. */
  Reception shortcut(Person person, Message message, String callbackId) {
    return send(
        about("message_action", person)
            .and("callback_id", callbackId)
            .and("action_ts", state.timestamps().next())
            .and("message_ts", message.ts())
            .and("channel", channel(message.channel()))
            .and("message", shape.of(message))
            .and("response_url", responses.afterCommand(message.channel(), person.id()))
            .json());
  }

  /** A modal was closed without submitting; the bot hears of it if it asked to. */
  void closed(Person person, OpenView view, boolean all) {
    if (all) {
      views.clear(person.id());
    } else {
      views.close(view);
    }
    if (view.content().has("notify_on_close")
        && view.content().get("notify_on_close").getAsBoolean()) {
      send(
          about("view_closed", person)
              .and("view", view.json(new JsonObject()))
              .and("is_cleared", all)
              .json());
    }
  }

  /**
   * A modal was submitted. Gives the faults in its inputs, by block; none if the bot was content,
   * and then the modal has gone, or turned into what the bot wants next.
   */
  JsonObject submitted(Person person, OpenView view, JsonObject values) {
    Reception reception =
        send(
            about("view_submission", person)
                .and("view", view.json(values))
                .and("response_urls", List.of())
                .json());
    if (reception.problem().isPresent()) {
      return Fields.of("", reception.problem().get() + ". Please try again.").json();
    }
    JsonElement reply =
        reception.body().isBlank() ? new JsonObject() : JsonParser.parseString(reception.body());
    return reply instanceof JsonObject response ? follow(person, view, response) : new JsonObject();
  }

  private JsonObject follow(Person person, OpenView view, JsonObject response) {
    switch (Blocks.text(response, "response_action")) {
      case "errors" -> {
        return response.getAsJsonObject("errors");
      }
      case "update" -> views.update(view.id(), Optional.empty(), next(response));
      case "push" -> views.push(person.id(), next(response));
      case "clear" -> views.clear(person.id());
      default -> views.close(view);
    }
    return new JsonObject();
  }

  private static JsonObject next(JsonObject response) {
    return Views.checked(response.getAsJsonObject("view"), "modal");
  }

  private Fields about(String type, Person person) {
    return Fields.of("type", type)
        .and("token", "none")
        .and("api_app_id", Team.APP_ID)
        .and("trigger_id", triggers.issue(person.id()))
        .and("team", Fields.of("id", Team.ID).and("domain", Team.DOMAIN))
        .and("is_enterprise_install", false)
        .and(
            "user",
            Fields.of("id", person.id())
                .and("username", person.name())
                .and("name", person.name())
                .and("team_id", Team.ID));
  }

  private Fields channel(String id) {
    String name =
        state
            .channels()
            .find(id)
            .map(c -> c.kind() == Channel.Kind.DM ? "directmessage" : c.name())
            .orElse("");
    return Fields.of("id", id).and("name", name);
  }

  private Reception send(JsonObject payload) {
    String form = Commands.encode(Map.of("payload", payload.toString()));
    return Reception.of(bot.post(BotEndpoint.FORM, form, Map.of()));
  }
}
