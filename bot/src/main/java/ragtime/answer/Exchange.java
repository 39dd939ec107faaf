package ragtime.answer;

/**
 * An earlier question of a conversation and what was answered.
 *
 * @param question the question, in the asker's words
 * @param answer the answer's text; empty if there was none
 */
public record Exchange(String question, String answer) {}
