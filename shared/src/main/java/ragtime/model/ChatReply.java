package ragtime.model;

/**
 * What a chat model wrote.
 *
 * @param text all of it
 * @param complete false if it was cut at the token limit
 * @param inputTokens tokens read, 0 if the model does not say
 * @param outputTokens tokens written, 0 if the model does not say
 */
public record ChatReply(String text, boolean complete, long inputTokens, long outputTokens) {}
