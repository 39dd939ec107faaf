package ragtime.index;

/**
 * A word of a question.
 *
 * @param form as it is written
 * @param stem the term it is searched by
 * @param weight how much it says about what is sought, by its place in the question
 */
record QueryWord(String form, String stem, double weight) {}
