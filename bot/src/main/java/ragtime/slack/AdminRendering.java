package ragtime.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import java.util.ArrayList;
import java.util.List;
import ragtime.conversation.AdminAct;
import ragtime.conversation.DailyBudget;

/** Shows those who look after the bot what they can do, what they did, and what it costs. */
final class AdminRendering {
  private final Words words;

  AdminRendering(Words words) {
    this.words = words;
  }

  /** What was spent today, and what may be. */
  Outgoing budget(DailyBudget.Account account) {
    List<String> lines =
        List.of(
            words.say(Phrase.BUDGET_HEADING),
            line(
                Phrase.BUDGET_TEAM_QUESTIONS,
                account.teamSpent().questions(),
                account.team().questions()),
            line(Phrase.BUDGET_TEAM_TOKENS, account.teamSpent().tokens(), account.team().tokens()),
            line(
                Phrase.BUDGET_YOUR_QUESTIONS,
                account.userSpent().questions(),
                account.user().questions()),
            line(Phrase.BUDGET_YOUR_TOKENS, account.userSpent().tokens(), account.user().tokens()));
    return new Outgoing(String.join("\n", lines), Blocks.sections(lines));
  }

  private String line(Phrase label, long spent, long limit) {
    String what = "• " + words.say(label);
    return limit == 0
        ? words.say(Phrase.BUDGET_UNLIMITED, what, spent)
        : words.say(Phrase.BUDGET_LIMITED, what, spent, limit);
  }

  /** What they can do on the Home tab, and what they did last. */
  List<LayoutBlock> home(List<AdminAct> acts) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.header(words.say(Phrase.HOME_ADMIN)));
    blocks.add(Blocks.section(words.say(Phrase.HOME_ADMIN_HELP)));
    blocks.add(
        ActionsBlock.builder()
            .elements(
                List.of(
                    Blocks.button(AdminListener.REINDEX, words.say(Phrase.HOME_REINDEX), "changed"),
                    Blocks.confirmed(
                        Blocks.button(
                            AdminListener.REINDEX + "_" + AdminListener.FULL,
                            words.say(Phrase.HOME_REINDEX_FULL),
                            AdminListener.FULL),
                        words.say(Phrase.HOME_REINDEX_FULL),
                        words.say(Phrase.HOME_REINDEX_CONFIRM),
                        words.say(Phrase.HOME_REINDEX_YES),
                        words.say(Phrase.CANCEL))))
            .build());
    if (!acts.isEmpty()) {
      List<String> lines = new ArrayList<>(List.of(words.say(Phrase.HOME_AUDIT)));
      acts.forEach(act -> lines.add(act(act)));
      blocks.addAll(Blocks.sections(lines));
    }
    return blocks;
  }

  private String act(AdminAct act) {
    String what =
        words.say(
            switch (act.what()) {
              case REINDEX -> Phrase.ACT_REINDEX;
              case REINDEX_FULL -> Phrase.ACT_REINDEX_FULL;
              case SETTINGS -> Phrase.ACT_SETTINGS;
              case FORGET -> Phrase.ACT_FORGET;
            });
    String where =
        act.channel().filter(id -> !id.startsWith("D")).map(id -> " · <#" + id + ">").orElse("");
    return "• " + Blocks.date(act.at()) + " · <@" + act.user() + "> · " + what + where;
  }
}
