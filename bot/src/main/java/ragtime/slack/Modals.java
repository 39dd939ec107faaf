package ragtime.slack;

import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.view.View;

/** Modals on people's screens. Every method throws {@link SlackException}. */
final class Modals {
  private final MethodsClient client;
  private final SlackCalls calls;

  Modals(Slack slack, String token, SlackCalls calls) {
    this.client = SlackMethods.of(slack, token);
    this.calls = calls;
  }

  /** Opens one for whoever did what this trigger tells of, within three seconds; gives its id. */
  String open(String trigger, View view) {
    return calls
        .make(
            SlackMethod.VIEWS_OPEN,
            () -> client.viewsOpen(request -> request.triggerId(trigger).view(view)))
        .getView()
        .getId();
  }

  /** Puts another view in the place of one. */
  void update(String id, View view) {
    calls.make(
        SlackMethod.VIEWS_UPDATE,
        () -> client.viewsUpdate(request -> request.viewId(id).view(view)));
  }
}
