package ragtime.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** A client that is made when first asked for, and closed if it was made. */
final class Lazy<T extends SdkAutoCloseable> {

  private final Supplier<T> maker;
  private @Nullable T client;

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  synchronized T get() {
    if (client == null) {
      client = maker.get();
    }
    return client;
  }

  synchronized void close() {
    if (client != null) {
      client.close();
    }
  }
}
