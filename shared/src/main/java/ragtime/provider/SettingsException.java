package ragtime.provider;

import java.util.List;

/** Settings that cannot be worked with. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1;
  private final transient List<String> faults;

  /** All that is wrong, a sentence each. */
  public SettingsException(List<String> faults) {
    super(String.join("\n", faults));
    this.faults = List.copyOf(faults);
  }

  /** All that is wrong, a sentence each. */
  public List<String> faults() {
    return faults;
  }
}
