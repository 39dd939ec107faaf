package ragtime.conversation;

import java.time.Clock;
import org.junit.jupiter.api.Nested;

/** The fakes keep the ports' promises. */
class MemoryPortsTest {

  @Nested
  class Purses extends BudgetsContract {
    @Override
    protected Budgets budgets() {
      return new MemoryBudgets();
    }
  }

  @Nested
  class Talks extends ConversationsContract {
    @Override
    protected Conversations conversations(Clock clock) {
      return new MemoryConversations(KEEP, clock);
    }
  }

  @Nested
  class Leases extends ClaimsContract {
    @Override
    protected Claims claims(Clock clock) {
      return new MemoryClaims(KEEP, clock);
    }
  }

  @Nested
  class Rules extends ChannelSettingsContract {
    @Override
    protected ChannelSettingsStore settings() {
      return new MemoryChannelSettings();
    }
  }

  @Nested
  class Acts extends AuditLogContract {
    @Override
    protected AuditLog audit() {
      return new MemoryAuditLog();
    }
  }

  @Nested
  class Questions extends RecollectionsContract {
    @Override
    protected Recollections recollections(TestClock clock) {
      return new MemoryRecollections();
    }
  }

  @Nested
  class Opinions extends FeedbackStoreContract {
    @Override
    protected FeedbackStore feedback() {
      return new MemoryFeedback();
    }
  }
}
