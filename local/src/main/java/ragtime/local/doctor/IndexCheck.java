package ragtime.local.doctor;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ragtime.index.DamagedIndexException;
import ragtime.index.IndexManifest;
import ragtime.index.IndexReplica;
import ragtime.index.IndexedDocument;
import ragtime.local.LocalSettings;
import ragtime.local.Location;
import ragtime.local.Stores;
import ragtime.model.Attempts;
import ragtime.model.Embedder;
import ragtime.model.ModelException;
import ragtime.provider.ModelSettings;
import ragtime.provider.Models;
import ragtime.provider.SettingsException;
import ragtime.store.StoreException;

/**
 * Whether the index is there and whole, and was made with the models that the settings name.
 *
 * @param settings name the models
 * @param location where the index is
 * @param clock tells its age
 */
record IndexCheck(LocalSettings settings, Location location, Clock clock) {
  private static final String NAME = "index";
  private static final int MOST_NAMED = 3;

  List<Check> findings() {
    try (IndexReplica index =
        IndexReplica.open(
                Stores.open(location), settings.cache().resolve("replica"), Duration.ZERO, clock)
            .orElse(null)) {
      return index == null ? List.of(none()) : findings(index.manifest());
    } catch (DamagedIndexException e) {
      return List.of(
          Check.fault(
              NAME, "The index is damaged: " + e.getMessage(), "Build it anew: " + command()));
    } catch (StoreException e) {
      return List.of(StoreFault.check(NAME, location, e));
    } catch (UncheckedIOException e) {
      return List.of(
          Check.fault(NAME, String.valueOf(e.getMessage()), "Build it anew: " + command()));
    }
  }

  private Check none() {
    if (location instanceof Location.Folder folder && !canBeMade(folder.path())) {
      return Check.fault(
          NAME,
          "There is no index at " + location + ", and none can be written there",
          "Name a folder that you may write in: --index DIR, or RAGTIME_INDEX.");
    }
    return Check.note(
        NAME, "There is no index at " + location + " yet", command() + " makes it, as up does.");
  }

  private static boolean canBeMade(Path folder) {
    Path there = folder;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return Files.isDirectory(there) && Files.isWritable(there);
  }

  private List<Check> findings(IndexManifest manifest) {
    List<Check> checks = new ArrayList<>();
    checks.add(
        Check.ok(
            NAME,
            "Generation %d, made %s ago, is whole and finds %d documents"
                .formatted(
                    manifest.generation(), age(manifest.published()), manifest.searchable())));
    failed(manifest).ifPresent(checks::add);
    embedder(manifest).ifPresent(checks::add);
    return checks;
  }

  private Optional<Check> failed(IndexManifest manifest) {
    List<IndexedDocument> failed =
        manifest.documents().stream().filter(each -> each.failure().isPresent()).toList();
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    List<String> named = new ArrayList<>();
    for (IndexedDocument each : failed.subList(0, Math.min(MOST_NAMED, failed.size()))) {
      named.add(each.document().key() + " (" + each.failure().orElseThrow().word() + ")");
    }
    return Optional.of(
        Check.note(
            "documents",
            failed.size()
                + " could not be read: "
                + String.join(", ", named)
                + (failed.size() > MOST_NAMED ? ", …" : ""),
            "./ragtime read FILE.pdf says what is wrong with one and what helps."));
  }

  private Optional<Check> embedder(IndexManifest manifest) {
    Optional<String> made = manifest.embedder();
    Optional<String> wanted;
    try {
      wanted = wanted(ModelSettings.of(settings.environment()));
    } catch (ModelException | SettingsException e) {
      return Optional.empty(); // The checks of the models say so.
    }
    if (made.equals(wanted)) {
      return Optional.empty();
    }
    String index = "The index was made with " + made.orElse("no embedding model");
    return Optional.of(
        wanted.isEmpty()
            ? Check.note(
                "embedding",
                index + ", and none is set: it is searched by words alone",
                "Set RAGTIME_EMBEDDING_MODEL to it.")
            : Check.fault(
                "embedding",
                index
                    + ", and the settings name "
                    + wanted.get()
                    + ": it is searched by words alone",
                "Build it anew: " + command()));
  }

  private Optional<String> wanted(ModelSettings models) {
    if (models.embedding().isEmpty()) {
      return Optional.empty();
    }
    try (Models open = Models.open(models, clock, Attempts.standard(clock).once())) {
      return open.embedder().map(Embedder::id);
    }
  }

  private String command() {
    return "./ragtime index " + settings.library() + " --index " + location;
  }

  private String age(Instant published) {
    Duration age = Duration.between(published, clock.instant());
    if (age.toDays() > 1) {
      return age.toDays() + " days";
    }
    if (age.toHours() > 1) {
      return age.toHours() + " hours";
    }
    return age.toMinutes() > 1 ? age.toMinutes() + " minutes" : "a minute";
  }
}
