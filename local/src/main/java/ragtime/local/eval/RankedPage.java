package ragtime.local.eval;

import ragtime.index.Hit;

/** A page of a document, by the document's key and counted from 1. */
public record RankedPage(String document, int page) {
  static RankedPage of(Hit hit) {
    return new RankedPage(hit.document().key(), hit.passage().page());
  }
}
