package ragtime.slack;

import com.slack.api.model.block.LayoutBlock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.job.Report.Subject;
import ragtime.library.Audience;
import ragtime.library.Document;

/** Shows what the bot knows, as far as an audience may know of it. */
final class LibraryRendering {
  private static final int MOST_FAILURES = 100;
  private static final int FEW_DOCUMENTS = 15;
  private final Words words;
  private final DocumentLinks links;
  private final Listing listing;

  LibraryRendering(Words words, DocumentLinks links) {
    this.words = words;
    this.links = links;
    this.listing = new Listing(words);
  }

  /** The documents of an index that an audience may know of. */
  static List<IndexedDocument> visible(IndexManifest manifest, Audience audience) {
    return manifest.documents().stream()
        .filter(known -> audience.maySee(known.document()))
        .toList();
  }

  /** The keys of those documents. */
  static Set<String> keys(IndexManifest manifest, Audience audience) {
    return visible(manifest, audience).stream()
        .map(known -> known.document().key())
        .collect(Collectors.toSet());
  }

  /** How many documents an audience can be answered from. */
  static long searchable(IndexManifest manifest, Audience audience) {
    return visible(manifest, audience).stream().filter(known -> known.failure().isEmpty()).count();
  }

  /** The documents that one is answered from, a part of them at a time. */
  Outgoing sources(IndexManifest manifest, Audience audience, int part) {
    List<Document> documents = answeringFrom(manifest, audience);
    return documents.isEmpty()
        ? lines(List.of(words.say(Phrase.SOURCES_NONE)))
        : listing.show(
            new Listing.Part(Subject.SOURCES, part), heading(documents), documents, this::line);
  }

  private static List<Document> answeringFrom(IndexManifest manifest, Audience audience) {
    return visible(manifest, audience).stream()
        .filter(known -> known.failure().isEmpty())
        .map(IndexedDocument::document)
        .toList();
  }

  private String heading(List<?> documents) {
    return words.say(Phrase.SOURCES_HEADING, documents.size());
  }

  private String line(Document document) {
    return words.say(Phrase.SOURCES_LINE, title(document), document.pages());
  }

  private List<String> few(IndexManifest manifest, Audience audience) {
    List<Document> documents = answeringFrom(manifest, audience);
    if (documents.isEmpty()) {
      return List.of(words.say(Phrase.SOURCES_NONE));
    }
    List<String> lines = new ArrayList<>(List.of(heading(documents)));
    documents.stream().limit(FEW_DOCUMENTS).forEach(one -> lines.add("• " + line(one)));
    if (documents.size() > FEW_DOCUMENTS) {
      lines.add(words.say(Phrase.SOURCES_MORE, documents.size() - FEW_DOCUMENTS));
    }
    return lines;
  }

  /**
   * How new the index is, and what failed.
   *
   * @param waiting how many jobs wait, for who may know
   */
  Outgoing status(IndexManifest manifest, Audience audience, OptionalInt waiting, Instant now) {
    List<String> lines = state(manifest, audience, MOST_FAILURES, now);
    waiting.ifPresent(jobs -> lines.add(words.say(Phrase.STATUS_QUEUE, jobs)));
    return lines(lines);
  }

  /** What there is to say of the index and its documents in a few paragraphs. */
  List<LayoutBlock> overview(IndexManifest manifest, Audience audience, Instant now) {
    List<String> lines = state(manifest, audience, FEW_DOCUMENTS, now);
    List<LayoutBlock> blocks = new ArrayList<>(Blocks.sections(lines));
    blocks.addAll(Blocks.sections(few(manifest, audience)));
    return blocks;
  }

  private List<String> state(IndexManifest manifest, Audience audience, int most, Instant now) {
    List<IndexedDocument> visible = visible(manifest, audience);
    List<IndexedDocument> failed =
        visible.stream().filter(known -> known.failure().isPresent()).toList();
    int pages =
        visible.stream()
            .filter(known -> known.failure().isEmpty())
            .mapToInt(known -> known.document().pages())
            .sum();
    List<String> lines = new ArrayList<>();
    lines.add(
        words.say(Phrase.STATUS_HEADING, manifest.generation(), age(manifest.published(), now)));
    lines.add(words.say(Phrase.STATUS_DOCUMENTS, visible.size() - failed.size(), pages));
    lines.add(
        failed.isEmpty()
            ? words.say(Phrase.STATUS_NO_FAILURES)
            : words.say(Phrase.STATUS_FAILURES, failed.size()));
    failed.stream().limit(most).forEach(one -> lines.add("• " + failure(one)));
    if (failed.size() > most) {
      lines.add(words.say(Phrase.SOURCES_MORE, failed.size() - most));
    }
    return lines;
  }

  private String failure(IndexedDocument document) {
    return words.say(
        Phrase.STATUS_FAILURE,
        Harmless.name(fileName(document.document())),
        document.failure().map(words::reason).orElse(""));
  }

  /** Every document with what became of it, a part of them at a time. */
  Outgoing documents(IndexManifest manifest, Audience audience, int part) {
    List<IndexedDocument> visible = visible(manifest, audience);
    return visible.isEmpty()
        ? lines(List.of(words.say(Phrase.SOURCES_NONE)))
        : listing.show(
            new Listing.Part(Subject.DOCUMENTS, part), heading(visible), visible, this::line);
  }

  private String line(IndexedDocument one) {
    Document document = one.document();
    String where = document.channel().map(channel -> " · <#" + channel + ">").orElse("");
    String what =
        one.failure().isPresent()
            ? ":warning: " + failure(one)
            : words.say(Phrase.DOCUMENTS_LINE, title(document), document.pages(), one.passages());
    return what + where;
  }

  Outgoing help() {
    String help = words.say(Phrase.HELP);
    return new Outgoing(help, List.of(Blocks.markdown(help.replaceFirst("^\\*(.*)\\*", "**$1**"))));
  }

  private String age(Instant published, Instant now) {
    Duration age = Duration.between(published, now);
    if (age.toMinutes() < 120) {
      return words.say(Phrase.AGE_MINUTES, Math.max(0, age.toMinutes()));
    }
    return age.toHours() < 48
        ? words.say(Phrase.AGE_HOURS, age.toHours())
        : words.say(Phrase.AGE_DAYS, age.toDays());
  }

  /** Where a document lies in the library; of one from Slack the name that it was shared under. */
  private static String fileName(Document document) {
    return document.channel().isPresent() ? StoredName.of(document.key()) : document.key();
  }

  private String title(Document document) {
    String title = Harmless.name(document.title());
    String name = title.isEmpty() ? Harmless.name(document.key()) : title;
    return links.link(document, 1).map(link -> Blocks.link(link, name)).orElse(name);
  }

  private static Outgoing lines(List<String> lines) {
    List<LayoutBlock> blocks = Blocks.sections(lines);
    return new Outgoing(String.join("\n", lines), blocks);
  }
}
