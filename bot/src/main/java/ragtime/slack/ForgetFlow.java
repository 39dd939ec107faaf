package ragtime.slack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ragtime.conversation.AdminAct;
import ragtime.index.IndexManifest;
import ragtime.index.IndexedDocument;
import ragtime.index.PassageIndex;
import ragtime.job.Forget;
import ragtime.job.IndexDocuments;
import ragtime.job.JobQueue;
import ragtime.library.Document;
import ragtime.store.ObjectStore;

/**
 * Takes a document out of the library that was shared in Slack, for whoever shared it or looks
 * after the workspace. What others put into the library is theirs to take out.
 */
final class ForgetFlow {
  private static final Logger LOG = LoggerFactory.getLogger(ForgetFlow.class);
  private static final int MOST_NAMED = 10;
  private static final String FROM_SLACK = "slack/";

  private final ResponseUrl responses;
  private final PassageIndex index;
  private final Audiences audiences;
  private final Admins admins;
  private final ObjectStore library;
  private final Uploaders uploaders;
  private final JobQueue queue;
  private final Languages languages;

  ForgetFlow(SlackBot.Parts parts, SlackBot.Tools tools) {
    this.responses = tools.responses();
    this.index = parts.index();
    this.audiences = tools.audiences();
    this.admins = tools.admins();
    this.library = parts.library();
    this.uploaders = new Uploaders(parts.library());
    this.queue = parts.queue();
    this.languages = tools.languages();
  }

  void forget(Forget job) {
    Words words = languages.of(job.user()).words();
    List<Document> named = named(job);
    String reply =
        switch (named.size()) {
          case 0 -> words.say(Phrase.FORGET_UNKNOWN, Harmless.name(job.name()));
          case 1 -> forget(job, named.getFirst(), words);
          default -> words.say(Phrase.FORGET_WHICH, names(named));
        };
    responses.send(job.responseUrl(), new Outgoing(reply, List.of(Blocks.section(reply))));
  }

  private String forget(Forget job, Document document, Words words) {
    String name = Harmless.name(title(document));
    if (!document.key().startsWith(FROM_SLACK)) {
      return words.say(Phrase.FORGET_NOT_FROM_SLACK, name);
    }
    boolean theirs = uploaders.of(document.key()).equals(Optional.of(job.user()));
    if (!theirs && !admins.include(job.user())) {
      return words.say(Phrase.FORGET_REFUSED, name);
    }
    if (!theirs) {
      admins.record(
          job.id(), job.team(), job.user(), AdminAct.What.FORGET, Optional.of(job.channel()));
    }
    library.delete(document.key());
    uploaders.forget(document.key());
    queue.put(new IndexDocuments(job.id() + "/index", List.of(document.key()), Optional.empty()));
    LOG.info("Forgot a document for {}", job.id());
    return words.say(Phrase.FORGOTTEN, name);
  }

  /** The documents of this name that may be named where it was said; of part of it, if none. */
  private List<Document> named(Forget job) {
    IndexManifest manifest = index.manifest();
    List<Document> visible =
        LibraryRendering.visible(manifest, audiences.of(job.channel(), job.user(), manifest))
            .stream()
            .map(IndexedDocument::document)
            .toList();
    String wanted = plain(job.name());
    List<Document> exactly =
        matching(visible, document -> names(document).stream().anyMatch(wanted::equals));
    return exactly.isEmpty() && !wanted.isEmpty()
        ? matching(visible, document -> names(document).stream().anyMatch(n -> n.contains(wanted)))
        : exactly;
  }

  private static List<Document> matching(List<Document> all, Predicate<Document> wanted) {
    return all.stream().filter(wanted).toList();
  }

  private static List<String> names(Document document) {
    return List.of(
        plain(document.title()), plain(StoredName.of(document.key())), plain(document.key()));
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.pdf$", "");
  }

  private static String title(Document document) {
    return document.title().isBlank() ? StoredName.of(document.key()) : document.title();
  }

  private static String names(List<Document> documents) {
    return documents.stream()
        .limit(MOST_NAMED)
        .map(document -> "• " + Harmless.name(title(document)))
        .collect(Collectors.joining("\n"));
  }
}
