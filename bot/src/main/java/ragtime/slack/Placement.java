package ragtime.slack;

/**
 * Where and to whom an answer is shown, as far as it matters for what stands beneath it.
 *
 * @param turn which turn of which conversation it is
 * @param searched how many documents the asker could have been shown
 * @param forAskerAlone whether others in the channel do not see it, so that it may be shared
 * @param experts whether there are people whom the question can be handed on to
 * @param narrowed whether the asker could be shown more elsewhere, but for guests who read along
 */
record Placement(
    FeedbackButton turn, long searched, boolean forAskerAlone, boolean experts, boolean narrowed) {

  TurnButton button() {
    return new TurnButton(turn.rootTs(), turn.turnTs());
  }
}
