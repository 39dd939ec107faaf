package ragtime.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of the table as it is being made, or as it was found. */
final class Item {

  static final String PARTITION = "pk";
  static final String SORT = "sk";

  /** When the item is as good as gone, in seconds: DynamoDB's own time to live. */
  static final String EXPIRES = "expires";

  private final Map<String, AttributeValue> values;

  Item(Map<String, AttributeValue> values) {
    this.values = values;
  }

  static Item of(String partition, String sort) {
    return new Item(new HashMap<>()).with(PARTITION, partition).with(SORT, sort);
  }

  Item with(String name, String value) {
    values.put(name, value(value));
    return this;
  }

  Item with(String name, long value) {
    values.put(name, value(value));
    return this;
  }

  Item with(String name, Optional<String> value) {
    return value.map(some -> with(name, some)).orElse(this);
  }

  Item expiring(Instant now, Duration keep) {
    return with(EXPIRES, expiry(now, keep));
  }

  String text(String name) {
    return present(name).s();
  }

  Optional<String> maybe(String name) {
    return Optional.ofNullable(values.get(name)).map(AttributeValue::s);
  }

  long number(String name) {
    return Long.parseLong(present(name).n());
  }

  /** DynamoDB removes an expired item within days, not at once. */
  boolean isLive(Instant now) {
    return !values.containsKey(EXPIRES) || number(EXPIRES) > now.getEpochSecond();
  }

  Map<String, AttributeValue> values() {
    return values;
  }

  private AttributeValue present(String name) {
    AttributeValue value = values.get(name);
    if (value == null) {
      throw new TableException("An item of the table lacks its " + name, null);
    }
    return value;
  }

  static long expiry(Instant now, Duration keep) {
    return now.plus(keep).plusMillis(999).getEpochSecond();
  }

  /** A moment in a sort key, so that later is greater. */
  static String time(Instant at) {
    return "%015d".formatted(at.toEpochMilli());
  }

  static AttributeValue value(String value) {
    return AttributeValue.fromS(value);
  }

  static AttributeValue value(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
