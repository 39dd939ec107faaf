package ragtime.local.h2;

import com.google.gson.Gson;
import java.util.List;
import java.util.Optional;
import ragtime.conversation.ChannelSettings;
import ragtime.conversation.ChannelSettingsStore;
import ragtime.conversation.Listening;

/** Channels' settings in the H2 file. */
public final class H2ChannelSettings implements ChannelSettingsStore {
  private static final Gson GSON = new Gson();

  private final H2Database database;

  /** The settings in this file. */
  public H2ChannelSettings(H2Database database) {
    this.database = database;
    database.update(
        """
        create table if not exists channel_settings (
          team varchar, channel varchar, listening varchar not null, ephemeral boolean not null,
          ingest boolean not null, documents varchar not null, language varchar, experts varchar,
          primary key (team, channel))\
        """);
  }

  @Override
  public Optional<ChannelSettings> of(String team, String channel) {
    return database
        .query(
            "select * from channel_settings where team = ? and channel = ?",
            row ->
                new ChannelSettings(
                    Listening.valueOf(row.getString("listening")),
                    row.getBoolean("ephemeral"),
                    row.getBoolean("ingest"),
                    List.of(GSON.fromJson(row.getString("documents"), String[].class)),
                    Optional.ofNullable(row.getString("language")),
                    Optional.ofNullable(row.getString("experts"))),
            team,
            channel)
        .stream()
        .findFirst();
  }

  @Override
  public void save(String team, String channel, ChannelSettings settings) {
    database.update(
        "merge into channel_settings (team, channel, listening, ephemeral, ingest, documents,"
            + " language, experts) key (team, channel)"
            + " values (?, ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''))",
        team,
        channel,
        settings.listening().name(),
        settings.ephemeral(),
        settings.ingest(),
        GSON.toJson(settings.documents()),
        settings.language().orElse(""),
        settings.experts().orElse(""));
  }
}
