package ragtime.local.workspace;

import java.util.Map;

/** {@code reactions.*}. */
final class ReactionMethods {
  private final Board board;
  private final ChannelAccess access;

  ReactionMethods(State state, Board board) {
    this.board = board;
    this.access = new ChannelAccess(state);
  }

  void addTo(Map<String, ApiMethod> methods) {
    methods.put("reactions.add", request -> react(request, true, "already_reacted"));
    methods.put("reactions.remove", request -> react(request, false, "no_reaction"));
  }

  private Fields react(ApiRequest request, boolean add, String error) {
    Channel channel = access.joined(request.required("channel"));
    Message message = access.message(channel, request.required("timestamp"), "message_not_found");
    String name = request.required("name");
    if (!name.matches("[a-z0-9_+\\-]+")) {
      throw new ApiError("invalid_name");
    }
    if (!board.react(message, name, Team.BOT_USER, add)) {
      throw new ApiError(error);
    }
    return Fields.ok();
  }
}
