package ragtime.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ragtime.conversation.Claim;
import ragtime.conversation.ClaimKey;
import ragtime.conversation.Claims;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Claims as items that are only ever written on condition that nobody else holds them. */
final class DynamoClaims implements Claims {

  private static final String SORT = "claim";
  private static final String STATE = "state";
  private static final String OWNER = "owner";
  private static final String LEASE_END = "leaseEnd";
  private static final String NOTE = "note";

  private static final String FREE = "attribute_not_exists(pk) OR expires <= :now";
  private static final String CHANGED =
      "SET #state = :state, note = :note, leaseEnd = :end, expires = :expires";
  private static final String MINE = "#owner = :owner AND #state <> :done AND expires > :now";
  private static final Map<String, String> NAMES = Map.of("#owner", OWNER, "#state", STATE);

  private final DynamoTable table;
  private final Duration keep;
  private final Clock clock;

  DynamoClaims(DynamoTable table, Duration keep, Clock clock) {
    this.table = table;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public Claim claim(ClaimKey key, String owner, Duration lease) {
    while (true) {
      Instant now = clock.instant();
      Optional<Item> before = start(key, owner, lease, now);
      if (before.isEmpty()) {
        return new Claim.Granted(Claim.State.RECEIVED, "");
      }
      Item found = before.get();
      Claim.State state = Claim.State.valueOf(found.text(STATE));
      Instant until = Instant.ofEpochMilli(found.number(LEASE_END));
      if (state == Claim.State.ANSWERED) {
        return new Claim.AlreadyDone();
      }
      if (!found.text(OWNER).equals(owner) && until.isAfter(now)) {
        return new Claim.HeldByOther(until);
      }
      if (takeOver(key, found, owner, lease, now)) {
        return new Claim.Granted(state, found.text(NOTE));
      }
      // Somebody was quicker; look again.
    }
  }

  /** Writes a new claim, unless there is one: then gives that. */
  private Optional<Item> start(ClaimKey key, String owner, Duration lease, Instant now) {
    Item fresh = fresh(key, owner, lease, now);
    return table.unless(
        (client, name) ->
            client.putItem(
                r ->
                    r.tableName(name)
                        .item(fresh.values())
                        .conditionExpression(FREE)
                        .expressionAttributeValues(Map.of(":now", Item.value(now.getEpochSecond())))
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD)));
  }

  private Item fresh(ClaimKey key, String owner, Duration lease, Instant now) {
    return Item.of(table.own(partition(key)), SORT)
        .with(STATE, Claim.State.RECEIVED.name())
        .with(OWNER, owner)
        .with(NOTE, "")
        .with(LEASE_END, now.plus(lease).toEpochMilli())
        .expiring(now, keep);
  }

  /** In one call where all are free, as they mostly are; else one after the other. */
  @Override
  public Claim claimAll(List<ClaimKey> keys, String owner, Duration lease) {
    Instant now = clock.instant();
    Map<String, AttributeValue> free = Map.of(":now", Item.value(now.getEpochSecond()));
    boolean granted =
        keys.size() > 1
            && table.together(
                name ->
                    keys.stream()
                        .map(key -> fresh(key, owner, lease, now).values())
                        .map(
                            item ->
                                Put.builder()
                                    .tableName(name)
                                    .item(item)
                                    .conditionExpression(FREE)
                                    .expressionAttributeValues(free)
                                    .build())
                        .map(put -> TransactWriteItem.builder().put(put).build())
                        .toList());
    return granted
        ? new Claim.Granted(Claim.State.RECEIVED, "")
        : Claims.super.claimAll(keys, owner, lease);
  }

  /** Changes the owner of a claim that is just as it was found. */
  private boolean takeOver(ClaimKey key, Item found, String owner, Duration lease, Instant now) {
    return update(
            key,
            "SET #owner = :owner, leaseEnd = :end, expires = :expires",
            "#owner = :found AND leaseEnd = :foundEnd AND #state = :foundState",
            Map.of(
                ":owner", Item.value(owner),
                ":end", Item.value(now.plus(lease).toEpochMilli()),
                ":expires", Item.value(Item.expiry(now, keep)),
                ":found", Item.value(found.text(OWNER)),
                ":foundEnd", Item.value(found.number(LEASE_END)),
                ":foundState", Item.value(found.text(STATE))))
        .isEmpty();
  }

  @Override
  public boolean hold(ClaimKey key, String owner, Claim.State state, String note, Duration lease) {
    return set(key, owner, state, note, lease).isEmpty();
  }

  @Override
  public boolean finish(ClaimKey key, String owner) {
    // The SDK may have tried twice, and its first try have succeeded unheard.
    return set(key, owner, Claim.State.ANSWERED, "", Duration.ZERO)
        .map(
            found ->
                found.maybe(OWNER).equals(Optional.of(owner))
                    && found.maybe(STATE).equals(Optional.of(Claim.State.ANSWERED.name())))
        .orElse(true);
  }

  /** In one call where all are still the owner's; else one after the other. */
  @Override
  public void finishAll(List<ClaimKey> keys, String owner) {
    Instant now = clock.instant();
    var values = changed(owner, Claim.State.ANSWERED, "", now, now);
    boolean finished =
        keys.size() > 1
            && table.together(
                name ->
                    keys.stream()
                        .map(
                            key ->
                                Update.builder()
                                    .tableName(name)
                                    .key(table.key(partition(key), SORT))
                                    .updateExpression(CHANGED)
                                    .conditionExpression(MINE)
                                    .expressionAttributeNames(NAMES)
                                    .expressionAttributeValues(values)
                                    .build())
                        .map(update -> TransactWriteItem.builder().update(update).build())
                        .toList());
    if (!finished) {
      Claims.super.finishAll(keys, owner);
    }
  }

  private Optional<Item> set(
      ClaimKey key, String owner, Claim.State state, String note, Duration lease) {
    Instant now = clock.instant();
    return update(key, CHANGED, MINE, changed(owner, state, note, now.plus(lease), now));
  }

  private Map<String, AttributeValue> changed(
      String owner, Claim.State state, String note, Instant end, Instant now) {
    return Map.of(
        ":state", Item.value(state.name()),
        ":note", Item.value(note),
        ":end", Item.value(end.toEpochMilli()),
        ":expires", Item.value(Item.expiry(now, keep)),
        ":owner", Item.value(owner),
        ":done", Item.value(Claim.State.ANSWERED.name()),
        ":now", Item.value(now.getEpochSecond()));
  }

  @Override
  public void release(ClaimKey key, String owner) {
    Instant now = clock.instant();
    update(
        key,
        "SET leaseEnd = :end",
        MINE,
        Map.of(
            ":end", Item.value(now.toEpochMilli()),
            ":owner", Item.value(owner),
            ":done", Item.value(Claim.State.ANSWERED.name()),
            ":now", Item.value(now.getEpochSecond())));
  }

  private Optional<Item> update(
      ClaimKey key, String change, String condition, Map<String, AttributeValue> values) {
    return table.unless(
        (client, name) ->
            client.updateItem(
                r ->
                    r.tableName(name)
                        .key(table.key(partition(key), SORT))
                        .updateExpression(change)
                        .conditionExpression(condition)
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD)));
  }

  private static String partition(ClaimKey key) {
    return "claim#" + key.value();
  }
}
