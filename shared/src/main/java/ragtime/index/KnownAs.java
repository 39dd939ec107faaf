package ragtime.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ragtime.library.Document;
import ragtime.library.Passage;

/**
 * What a document is known as: tells whether words of a question name it, by the rules that the
 * search goes by. Safe for use by many threads.
 */
public final class KnownAs {
  private static final PassageAnalyzer ANALYZER = new PassageAnalyzer();

  private final DocumentName name;

  private KnownAs(DocumentName name) {
    this.name = name;
  }

  /** A document's names; its passages show how it writes glued ones apart. */
  public static KnownAs of(Document document, Collection<Passage> passages) {
    List<String> key = NamedWords.of(document.key(), ANALYZER);
    Set<String> apart = NamedWords.writtenApart(key, List.copyOf(passages), ANALYZER);
    return new KnownAs(DocumentName.of(document, apart, ANALYZER));
  }

  /** Whether neighbouring words, as they stand in the question, name the document in full. */
  public boolean names(String words) {
    List<String> forms = ANALYZER.words(words);
    List<String> stems = ANALYZER.stems(words);
    List<QueryWord> question = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      question.add(new QueryWord(forms.get(i), stems.get(i), 1));
    }
    Set<Integer> places = new HashSet<>();
    for (Mention mention : Mention.in(question, Set.of())) {
      if (name.match(mention).isPresent()) {
        for (int i = 0; i < mention.length(); i++) {
          places.add(mention.at() + i);
        }
      }
    }
    return !forms.isEmpty() && places.size() == forms.size();
  }
}
