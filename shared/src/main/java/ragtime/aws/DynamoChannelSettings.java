package ragtime.aws;

import com.google.gson.Gson;
import java.util.List;
import java.util.Optional;
import ragtime.conversation.ChannelSettings;
import ragtime.conversation.ChannelSettingsStore;
import ragtime.conversation.Listening;

/** Channels' settings: an item for each channel, which does not expire. */
final class DynamoChannelSettings implements ChannelSettingsStore {

  private static final Gson GSON = new Gson();
  private static final String SORT = "settings";

  private final DynamoTable table;

  DynamoChannelSettings(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<ChannelSettings> of(String team, String channel) {
    return table.find(partition(team, channel), SORT).map(DynamoChannelSettings::settings);
  }

  @Override
  public void save(String team, String channel, ChannelSettings settings) {
    table.put(
        Item.of(partition(team, channel), SORT)
            .with("listening", settings.listening().name())
            .with("ephemeral", settings.ephemeral() ? 1 : 0)
            .with("ingest", settings.ingest() ? 1 : 0)
            .with("documents", GSON.toJson(settings.documents()))
            .with("language", settings.language())
            .with("experts", settings.experts()));
  }

  private static ChannelSettings settings(Item item) {
    return new ChannelSettings(
        Listening.valueOf(item.text("listening")),
        item.number("ephemeral") == 1,
        item.number("ingest") == 1,
        List.of(GSON.fromJson(item.text("documents"), String[].class)),
        item.maybe("language"),
        item.maybe("experts"));
  }

  private static String partition(String team, String channel) {
    return "channel#" + team + "#" + channel;
  }
}
