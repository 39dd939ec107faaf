package ragtime.slack;

import com.google.gson.ExclusionStrategy;
import com.google.gson.FieldAttributes;
import com.slack.api.model.Attachment;
import com.slack.api.model.BotProfile;
import com.slack.api.model.ConversationProperties;
import com.slack.api.model.Latest;
import com.slack.api.model.Message;
import com.slack.api.model.Purpose;
import com.slack.api.model.Reaction;
import com.slack.api.model.Topic;
import com.slack.api.model.User;
import com.slack.api.model.block.LayoutBlock;
import java.util.Set;

/**
 * The parts of Slack's replies that the bot never reads. Gson learns every class that a reply may
 * hold before it reads the first one: blocks and attachments alone have a hundred.
 */
final class UnreadParts implements ExclusionStrategy {
  private static final Set<Class<?>> UNREAD =
      Set.of(
          Attachment.class,
          BotProfile.class,
          ConversationProperties.class,
          Latest.class,
          LayoutBlock.class,
          Message.MessageRoot.class,
          Purpose.class,
          Reaction.class,
          Topic.class,
          User.Profile.class);

  @Override
  public boolean shouldSkipField(FieldAttributes field) {
    return false;
  }

  @Override
  public boolean shouldSkipClass(Class<?> type) {
    return UNREAD.contains(type);
  }
}
