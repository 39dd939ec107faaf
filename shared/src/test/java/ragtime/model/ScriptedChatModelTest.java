package ragtime.model;

import java.time.Duration;
import java.util.List;

class ScriptedChatModelTest extends ChatModelContract {

  private ScriptedChatModel model = ScriptedChatModel.of(List.of(), new Waits().attempts());

  @Override
  protected ChatModel model(List<Behaviour> behaviours, Attempts attempts, Duration silence) {
    model = ScriptedChatModel.of(behaviours, attempts);
    return model;
  }

  @Override
  protected int asked() {
    return model.asked();
  }
}
