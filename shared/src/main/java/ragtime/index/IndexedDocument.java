package ragtime.index;

import java.util.Optional;
import ragtime.library.Document;
import ragtime.library.FailureReason;

/**
 * What an index generation knows of one document.
 *
 * @param document the document
 * @param version the store's token of the version that was read: the same token means that nothing
 *     changed
 * @param recipe the versions of reader, splitter and embedder that made its passages
 * @param passages how many passages it has; 0 for one that failed
 * @param failure why it cannot be found, or empty if it can
 */
public record IndexedDocument(
    Document document,
    String version,
    String recipe,
    int passages,
    Optional<FailureReason> failure) {}
