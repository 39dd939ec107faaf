package ragtime.slack;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ragtime.conversation.AdminAct;
import ragtime.conversation.AskedBefore;
import ragtime.conversation.AuditLog;
import ragtime.conversation.ChannelSettings;
import ragtime.conversation.ChannelSettingsStore;
import ragtime.conversation.Claim;
import ragtime.conversation.ClaimKey;
import ragtime.conversation.Claims;
import ragtime.conversation.ConversationKey;
import ragtime.conversation.Conversations;
import ragtime.conversation.Feedback;
import ragtime.conversation.FeedbackStore;
import ragtime.conversation.Memory;
import ragtime.conversation.Recollections;
import ragtime.conversation.Turn;

/** A memory that agrees to everything and remembers nothing, for rehearsals. */
final class BlankMemory {
  private BlankMemory() {}

  static Memory make() {
    return new Memory(
        new Forgetful(), new Granting(), new Deaf(), new Usual(), new Blind(), new Absent());
  }

  /** Grants every claim. */
  private static final class Granting implements Claims {
    @Override
    public Claim claim(ClaimKey key, String owner, Duration lease) {
      return new Claim.Granted(Claim.State.RECEIVED, "");
    }

    @Override
    public boolean hold(
        ClaimKey key, String owner, Claim.State state, String note, Duration lease) {
      return true;
    }

    @Override
    public boolean finish(ClaimKey key, String owner) {
      return true;
    }

    @Override
    public void release(ClaimKey key, String owner) {
      // Nobody else wants it.
    }
  }

  /** Takes part everywhere and remembers nothing. */
  private static final class Forgetful implements Conversations {
    @Override
    public void open(ConversationKey conversation) {
      // It does already.
    }

    @Override
    public boolean owns(ConversationKey conversation) {
      return true;
    }

    @Override
    public void save(ConversationKey conversation, Turn turn) {
      // Forgotten.
    }

    @Override
    public List<Turn> turns(ConversationKey conversation, int newest) {
      return List.of();
    }

    @Override
    public Optional<Turn> turn(ConversationKey conversation, String ts) {
      return Optional.empty();
    }
  }

  /** Hears no opinions. */
  private static final class Deaf implements FeedbackStore {
    @Override
    public void save(Feedback feedback) {
      // Unheard.
    }

    @Override
    public List<Feedback> of(String channel, String messageTs) {
      return List.of();
    }
  }

  /** Has settled nothing. */
  private static final class Usual implements ChannelSettingsStore {
    @Override
    public Optional<ChannelSettings> of(String team, String channel) {
      return Optional.empty();
    }

    @Override
    public void save(String team, String channel, ChannelSettings settings) {
      // Nothing is settled.
    }
  }

  /** Sees no acts. */
  private static final class Blind implements AuditLog {
    @Override
    public void add(AdminAct act) {
      // Unseen.
    }

    @Override
    public List<AdminAct> newest(String team, int most) {
      return List.of();
    }
  }

  /** Recalls no questions. */
  private static final class Absent implements Recollections {
    @Override
    public void add(String user, AskedBefore asked) {
      // Forgotten.
    }

    @Override
    public List<AskedBefore> newest(String team, String user, int most) {
      return List.of();
    }
  }
}
