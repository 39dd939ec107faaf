package ragtime.model;

/** One message of a conversation with a model. */
public record ChatMessage(Role role, String text) {

  /** Who wrote it. */
  public enum Role {
    USER,
    ASSISTANT
  }
}
