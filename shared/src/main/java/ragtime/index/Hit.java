package ragtime.index;

import ragtime.library.Document;
import ragtime.library.Passage;

/**
 * A passage that a search found.
 *
 * @param document the document it belongs to
 * @param passage the passage
 * @param score how well it fits; higher is better, comparable within one search only
 */
public record Hit(Document document, Passage passage, double score) {}
