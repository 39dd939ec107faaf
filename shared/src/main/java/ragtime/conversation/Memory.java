package ragtime.conversation;

/**
 * Everything the bot remembers.
 *
 * @param conversations turns
 * @param claims who is at which piece of work
 * @param feedback what people think of answers
 * @param settings what is settled for channels
 * @param audit what admins did
 * @param recollections what each person asked lately
 */
public record Memory(
    Conversations conversations,
    Claims claims,
    FeedbackStore feedback,
    ChannelSettingsStore settings,
    AuditLog audit,
    Recollections recollections) {}
