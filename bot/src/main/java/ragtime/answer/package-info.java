/**
 * From a question to an answer whose every claim names its page: condense, retrieve, prompt or
 * extract, check citations. Knows nothing of Slack.
 */
@NullMarked
package ragtime.answer;

import org.jspecify.annotations.NullMarked;
