package ragtime.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ragtime.store.ObjectBody;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectStore;
import ragtime.store.ObjectStoreContract;

class S3StoreTest extends ObjectStoreContract {

  private static final AtomicInteger STORES = new AtomicInteger();
  private static EmbeddedS3 s3;

  @BeforeAll
  static void start() throws Exception {
    s3 = new EmbeddedS3();
  }

  @AfterAll
  static void stop() throws Exception {
    s3.close();
  }

  @Override
  protected ObjectStore newStore() {
    return s3.store("store-" + STORES.incrementAndGet());
  }

  @Test
  void prefixesKeepStoresApart() {
    var one = s3.store("team/one");
    var other = s3.store("team/one-more");

    one.put("a", ObjectBody.of("one"));
    other.put("b", ObjectBody.of("other"));

    assertThat(one.list("")).extracting(ObjectInfo::key).containsExactly("a");
    assertThat(other.list("")).extracting(ObjectInfo::key).containsExactly("b");
    assertThat(one.get("b")).isEmpty();
  }

  @Test
  void listsMoreThanOnePage() {
    var store = s3.store("pages");
    var keys = IntStream.range(0, 1100).mapToObj("k%04d"::formatted).toList();
    keys.parallelStream().forEach(key -> store.put(key, ObjectBody.of("x")));

    assertThat(store.list("")).extracting(ObjectInfo::key).containsExactlyElementsOf(keys);
  }
}
