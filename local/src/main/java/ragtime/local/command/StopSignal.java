package ragtime.local.command;

import java.util.concurrent.CountDownLatch;

/** Ctrl-C or a TERM signal. */
final class StopSignal {
  private StopSignal() {}

  /** Waits for it, then closes what is open before the process ends. */
  static void await(Runnable close) {
    CountDownLatch stop = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  close.run();
                  stop.countDown();
                },
                "stop"));
    try {
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
