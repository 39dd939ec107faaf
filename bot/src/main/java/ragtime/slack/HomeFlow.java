package ragtime.slack;

import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ragtime.conversation.AskedBefore;
import ragtime.conversation.AuditLog;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.conversation.Recollections;
import ragtime.conversation.Turn;
import ragtime.index.IndexManifest;
import ragtime.index.PassageIndex;
import ragtime.job.ShowHome;

/**
 * Fills somebody's Home tab: how to ask, what they asked lately, what the bot knows that everybody
 * in the workspace may know, and for admins what they can do.
 */
final class HomeFlow {
  private static final int CONVERSATIONS = 5;
  private static final int LOOK_BACK = 40;
  private static final int ACTS = 8;

  private final SlackWeb slack;
  private final PassageIndex index;
  private final Audiences audiences;
  private final Admins admins;
  private final Languages languages;
  private final Conversations conversations;
  private final Recollections recollections;
  private final AuditLog audit;
  private final Clock clock;

  HomeFlow(SlackBot.Parts parts, SlackBot.Tools tools) {
    this.slack = tools.slack();
    this.index = parts.index();
    this.audiences = tools.audiences();
    this.admins = tools.admins();
    this.languages = tools.languages();
    this.conversations = parts.conversations();
    this.recollections = parts.memory().recollections();
    this.audit = parts.memory().audit();
    this.clock = parts.clock();
  }

  void show(ShowHome job) {
    Phrasebook book = languages.of(job.user());
    IndexManifest manifest = index.manifest();
    List<LayoutBlock> blocks = new ArrayList<>(book.home().howToAsk());
    blocks.addAll(book.home().asked(lately(job)));
    blocks.add(DividerBlock.builder().build());
    blocks.addAll(book.home().known(manifest, audiences.of(job.user(), manifest), clock.instant()));
    if (admins.include(job.user())) {
      blocks.add(DividerBlock.builder().build());
      blocks.addAll(book.admin().home(audit.newest(job.team(), ACTS)));
    }
    slack.home(job.user(), View.builder().type("home").blocks(blocks).build());
  }

  /** The last conversations somebody took part in, by the last thing they asked there. */
  private List<HomeRendering.Asked> lately(ShowHome job) {
    Map<ConversationKey, AskedBefore> last = new LinkedHashMap<>();
    recollections
        .newest(job.team(), job.user(), LOOK_BACK)
        .forEach(asked -> last.putIfAbsent(asked.conversation(), asked));
    List<HomeRendering.Asked> found = new ArrayList<>();
    for (AskedBefore asked : last.values()) {
      Optional<Turn> turn = conversations.turn(asked.conversation(), asked.turnTs());
      // What was withdrawn is forgotten here too.
      if (turn.isPresent() && !turn.get().question().isBlank()) {
        String channel = asked.conversation().channel();
        found.add(
            new HomeRendering.Asked(
                turn.get().question(),
                channel,
                asked.at(),
                slack.permalink(channel, asked.turnTs())));
      }
      if (found.size() == CONVERSATIONS) {
        break;
      }
    }
    return found;
  }
}
