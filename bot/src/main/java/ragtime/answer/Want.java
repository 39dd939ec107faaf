package ragtime.answer;

/**
 * A term of a question.
 *
 * @param stem its stem
 * @param word the word as it was asked
 * @param weight how much of the question it is
 */
record Want(String stem, String word, double weight) {}
