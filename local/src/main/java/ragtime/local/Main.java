package ragtime.local;

/** The {@code ragtime} command. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code: 0 done, 2 bad usage or settings, 1 anything else. */
  public static void main(String[] args) {
    System.exit(2);
  }
}
