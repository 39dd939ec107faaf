package ragtime.local.workspace;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@code files.*}, and the uploads that they begin. */
final class FileMethods {
  private record Upload(String filename, Optional<byte[]> content) {}

  private final State state;
  private final Board board;
  private final String root;
  private final ChannelAccess access;
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

  FileMethods(State state, Board board, String root) {
    this.state = state;
    this.board = board;
    this.root = root;
    this.access = new ChannelAccess(state);
  }

  void addTo(Map<String, ApiMethod> methods) {
    methods.put("files.info", this::info);
    methods.put("files.getUploadURLExternal", this::uploadUrl);
    methods.put("files.completeUploadExternal", this::complete);
  }

  private Fields info(ApiRequest request) {
    SharedFile file =
        state
            .files()
            .find(request.required("file"))
            .filter(this::isVisible)
            .orElseThrow(() -> new ApiError("file_not_found"));
    return Fields.ok().and("file", state.files().json(file, root)).and("comments", List.of());
  }

  /** The bot sees the files of the channels that it is in, and its own. */
  private boolean isVisible(SharedFile file) {
    return file.owner().equals(Team.BOT_USER)
        || state.files().channels(file.id()).stream()
            .anyMatch(channel -> state.channels().isMember(channel, Team.BOT_USER));
  }

  private Fields uploadUrl(ApiRequest request) {
    String name = request.required("filename");
    if (request.number("length", 0) <= 0) {
      throw new ApiError("invalid_arguments", List.of("length must be more than 0"));
    }
    String id = Ids.next("F");
    uploads.put(id, new Upload(name, Optional.empty()));
    return Fields.ok().and("upload_url", root + "/upload/v1/" + id).and("file_id", id);
  }

  /** Takes the bytes of an upload; false if none was announced under this id. */
  boolean receive(String id, byte[] content) {
    return uploads.computeIfPresent(id, (i, u) -> new Upload(u.filename(), Optional.of(content)))
        != null;
  }

  private Fields complete(ApiRequest request) {
    JsonArray files =
        request
            .array("files", "invalid_arguments")
            .orElseThrow(() -> new ApiError("invalid_arguments"));
    List<JsonObject> done = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (JsonElement each : files) {
      Optional<Upload> upload =
          Optional.ofNullable(uploads.remove(Blocks.text(each.getAsJsonObject(), "id")));
      byte[] content =
          upload.flatMap(Upload::content).orElseThrow(() -> new ApiError("file_not_found"));
      String name = upload.map(Upload::filename).orElse("file");
      SharedFile file = state.files().add(Team.BOT_USER, name, content, state.now());
      ids.add(file.id());
      done.add(state.files().json(file, root));
    }
    request.text("channel_id").ifPresent(channel -> share(channel, ids, request));
    return Fields.ok().and("files", done);
  }

  private void share(String channelId, List<String> ids, ApiRequest request) {
    Channel channel = access.joined(channelId);
    Draft draft =
        Draft.text(request.text("initial_comment").orElse(""))
            .inThread(request.text("thread_ts"))
            .withFiles(ids);
    board.post(channel.id(), Team.BOT_USER, access.rooted(channel, draft));
  }
}
