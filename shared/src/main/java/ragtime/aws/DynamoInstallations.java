package ragtime.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ragtime.installation.BotToken;
import ragtime.installation.Installation;
import ragtime.installation.Installations;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Installations: an item for each workspace, which does not expire. All are under one key, so that
 * they can be listed, and a role may be kept to them or from them.
 */
final class DynamoInstallations implements Installations {

  private static final String PARTITION = "installations";
  private static final String TEAM = "team#";
  private static final String NAME = "name";
  private static final String BOT_USER = "botUser";
  private static final String TOKEN = "token";
  private static final String REFRESH = "refreshToken";
  private static final String ENDS = "tokenEnds";
  private static final String INSTALLER = "installer";
  private static final String INSTALLED = "installed";

  private final DynamoTable table;

  DynamoInstallations(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Installation> find(String team) {
    return table.find(PARTITION, TEAM + team).map(DynamoInstallations::installation);
  }

  @Override
  public void save(Installation installation) {
    table.put(item(installation));
  }

  @Override
  public boolean renew(String team, BotToken before, BotToken renewed) {
    Optional<Installation> found = find(team).filter(each -> each.token().equals(before));
    if (found.isEmpty()) {
      return false;
    }
    Item item = item(found.get().with(renewed));
    Optional<Item> other =
        table.unless(
            (client, name) ->
                client.putItem(
                    r ->
                        r.tableName(name)
                            .item(item.values())
                            .conditionExpression("#token = :before")
                            .expressionAttributeNames(Map.of("#token", TOKEN))
                            .expressionAttributeValues(
                                Map.of(":before", Item.value(before.value())))
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)));
    // The SDK may have tried twice, and its first try have succeeded unheard.
    return other.map(there -> there.maybe(TOKEN).equals(Optional.of(renewed.value()))).orElse(true);
  }

  @Override
  public void remove(String team, Instant at) {
    table.unless(
        (client, name) ->
            client.deleteItem(
                r ->
                    r.tableName(name)
                        .key(table.key(PARTITION, TEAM + team))
                        .conditionExpression("installed < :next")
                        .expressionAttributeValues(
                            Map.of(":next", Item.value((at.getEpochSecond() + 1) * 1_000)))));
  }

  @Override
  public List<Installation> all() {
    return DynamoTable.call(
        () -> table.all(PARTITION, TEAM, false).map(DynamoInstallations::installation).toList());
  }

  private static Item item(Installation installation) {
    Optional<BotToken.Renewal> renewal = installation.token().renewal();
    Item item =
        Item.of(PARTITION, TEAM + installation.team())
            .with(NAME, installation.name())
            .with(BOT_USER, installation.botUser())
            .with(TOKEN, installation.token().value())
            .with(REFRESH, renewal.map(BotToken.Renewal::refreshToken))
            .with(INSTALLER, installation.installer())
            .with(INSTALLED, installation.installed().toEpochMilli());
    return renewal.map(it -> item.with(ENDS, it.ends().toEpochMilli())).orElse(item);
  }

  private static Installation installation(Item item) {
    return new Installation(
        item.text(Item.SORT).substring(TEAM.length()),
        item.text(NAME),
        item.text(BOT_USER),
        new BotToken(
            item.text(TOKEN),
            item.maybe(REFRESH)
                .map(
                    refresh ->
                        new BotToken.Renewal(refresh, Instant.ofEpochMilli(item.number(ENDS))))),
        item.text(INSTALLER),
        Instant.ofEpochMilli(item.number(INSTALLED)));
  }
}
