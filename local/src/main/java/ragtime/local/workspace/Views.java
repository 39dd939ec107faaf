package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The modals on everybody's screens, at most three on top of each other, and the Home tabs. */
final class Views {
  private static final int DEEPEST = 3;

  private final State state;
  private final Changes changes;
  private final Map<String, List<OpenView>> piles = new ConcurrentHashMap<>();

  Views(State state, Changes changes) {
    this.state = state;
    this.changes = changes;
  }

  /** Checks what the bot wants to show and gives its blocks their ids. */
  static JsonObject checked(JsonObject view, String type) {
    if (!Blocks.text(view, "type").equals(type)) {
      throw new ApiError("invalid_arguments", List.of("a view of type " + type + " is needed"));
    }
    if (!(view.get("blocks") instanceof JsonArray blocks)) {
      throw new ApiError("invalid_arguments", List.of("missing required field: blocks"));
    }
    List<String> faults =
        new ArrayList<>(
            BlockRules.ofView(blocks).stream().map(BlockRules.Violation::text).toList());
    boolean modal = type.equals("modal");
    for (String field : List.of("title", "submit", "close")) {
      if (view.get(field) instanceof JsonObject text && Blocks.text(text, "text").length() > 24) {
        faults.add("must be less than 25 characters [json-pointer:/view/" + field + "]");
      }
    }
    if (modal && !view.has("title")) {
      faults.add("missing required field: title [json-pointer:/view]");
    }
    boolean inputs =
        blocks.asList().stream()
            .anyMatch(block -> Blocks.text(block.getAsJsonObject(), "type").equals("input"));
    if (modal && inputs && !view.has("submit")) {
      faults.add("`submit` is needed with input blocks [json-pointer:/view]");
    }
    if (Blocks.text(view, "private_metadata").length() > 3000) {
      faults.add("must be less than 3001 characters [json-pointer:/view/private_metadata]");
    }
    if (!faults.isEmpty()) {
      throw new ApiError("invalid_arguments", faults);
    }
    JsonObject named = view.deepCopy();
    named.add("blocks", Blocks.named(blocks));
    return named;
  }

  OpenView open(String person, JsonObject content) {
    String id = Ids.next("V");
    OpenView view = new OpenView(id, person, id, Optional.empty(), content, OpenView.hashed());
    piles.put(person, List.of(view));
    show(person);
    return view;
  }

  OpenView push(String person, JsonObject content) {
    List<OpenView> pile = pile(person);
    if (pile.isEmpty()) {
      throw new ApiError("not_found");
    }
    if (pile.size() >= DEEPEST) {
      throw new ApiError("push_limit_reached");
    }
    OpenView view =
        new OpenView(
            Ids.next("V"),
            person,
            pile.getFirst().id(),
            Optional.of(pile.getLast().id()),
            content,
            OpenView.hashed());
    List<OpenView> higher = new ArrayList<>(pile);
    higher.add(view);
    piles.put(person, List.copyOf(higher));
    show(person);
    return view;
  }

  OpenView update(String id, Optional<String> hash, JsonObject content) {
    OpenView before = find(id).orElseThrow(() -> new ApiError("not_found"));
    if (hash.filter(given -> !given.equals(before.hash())).isPresent()) {
      throw new ApiError("hash_conflict");
    }
    OpenView after = before.withContent(content);
    piles.put(
        before.person(),
        pile(before.person()).stream().map(v -> v.id().equals(id) ? after : v).toList());
    show(before.person());
    return after;
  }

  /** Takes a modal away; the one beneath it shows again. */
  void close(OpenView view) {
    piles.put(
        view.person(),
        pile(view.person()).stream().filter(v -> !v.id().equals(view.id())).toList());
    show(view.person());
  }

  void clear(String person) {
    piles.remove(person);
    show(person);
  }

  Optional<OpenView> find(String id) {
    return piles.values().stream()
        .flatMap(List::stream)
        .filter(view -> view.id().equals(id) || external(view).equals(id))
        .findFirst();
  }

  /** What is on somebody's screen, the bottom one first. */
  List<OpenView> pile(String person) {
    return piles.getOrDefault(person, List.of());
  }

  void publish(String person, JsonObject content) {
    state.notes().home(person, content);
    changes.publish(Change.forPerson("home", person, Fields.of("view", content).json()));
  }

  JsonArray json(String person) {
    JsonArray views = new JsonArray();
    pile(person).forEach(view -> views.add(view.json(new JsonObject())));
    return views;
  }

  private static String external(OpenView view) {
    return Blocks.text(view.content(), "external_id");
  }

  private void show(String person) {
    changes.publish(Change.forPerson("views", person, Fields.of("views", json(person)).json()));
  }
}
