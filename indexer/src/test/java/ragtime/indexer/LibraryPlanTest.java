package ragtime.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import ragtime.index.IndexedDocument;
import ragtime.library.Document;
import ragtime.store.ObjectInfo;
import ragtime.store.ObjectVersion;

class LibraryPlanTest {

  private static final Scope WHAT_CHANGED = new Scope.Library(false);

  @Test
  void aNewDocumentHasChanged() {
    LibraryPlan plan = plan(List.of(pdf("a", "1")), List.of(), WHAT_CHANGED);

    assertThat(plan.changed()).containsExactly(pdf("a", "1"));
  }

  @Test
  void aDocumentOfTheSameVersionAndRecipeIsUnchanged() {
    LibraryPlan plan = plan(List.of(pdf("a", "1")), List.of(entry("a", "1", "now")), WHAT_CHANGED);

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.unchanged()).containsExactly(entry("a", "1", "now"));
  }

  @Test
  void anotherVersionOrAnotherRecipeHasChanged() {
    LibraryPlan plan =
        plan(
            List.of(pdf("a", "2"), pdf("b", "1")),
            List.of(entry("a", "1", "now"), entry("b", "1", "before")),
            WHAT_CHANGED);

    assertThat(plan.changed()).extracting(ObjectInfo::key).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aDocumentThatIsGoneIsRemoved() {
    LibraryPlan plan = plan(List.of(), List.of(entry("a", "1", "now")), WHAT_CHANGED);

    assertThat(plan.removed()).containsExactly(entry("a", "1", "now"));
  }

  @Test
  void anotherRecipeIsNoChangeWhereRecipesDoNotMatter() {
    LibraryPlan plan =
        LibraryPlan.of(
            List.of(pdf("a", "1"), pdf("b", "2")),
            List.of(entry("a", "1", "before"), entry("b", "1", "before")),
            Optional.empty(),
            WHAT_CHANGED);

    assertThat(plan.changed()).extracting(ObjectInfo::key).containsExactly("b");
  }

  @Test
  void aRunOverSomeDocumentsLeavesTheOthersAlone() {
    LibraryPlan plan =
        plan(
            List.of(pdf("a", "2"), pdf("b", "2")),
            List.of(entry("a", "1", "now"), entry("b", "1", "now"), entry("c", "1", "now")),
            new Scope.Documents(Set.of("a", "d")));

    assertThat(plan.changed()).containsExactly(pdf("a", "2"));
    assertThat(plan.unchanged()).isEmpty();
    assertThat(plan.removed()).isEmpty();
  }

  @Test
  void theLongestDocumentsComeFirst() {
    ObjectInfo brief = new ObjectInfo("a", 10, new ObjectVersion("1"), Instant.EPOCH);
    ObjectInfo lengthy = new ObjectInfo("b", 1000, new ObjectVersion("1"), Instant.EPOCH);

    assertThat(plan(List.of(brief, lengthy), List.of(), WHAT_CHANGED).changed())
        .containsExactly(lengthy, brief);
  }

  @Property
  void everyDocumentOfEitherSideIsAccountedForOnce(
      @ForAll @Size(max = 12) Set<Integer> library, @ForAll @Size(max = 12) Set<Integer> index) {
    LibraryPlan plan =
        plan(
            library.stream().map(i -> pdf("d" + i, "" + i % 2)).toList(),
            index.stream().map(i -> entry("d" + i, "" + i % 3, "now")).toList(),
            WHAT_CHANGED);

    assertThat(plan.changed().size() + plan.unchanged().size()).isEqualTo(library.size());
    assertThat(plan.removed())
        .hasSize((int) index.stream().filter(i -> !library.contains(i)).count());
  }

  private static LibraryPlan plan(
      List<ObjectInfo> library, List<IndexedDocument> index, Scope scope) {
    return LibraryPlan.of(library, index, Optional.of("now"), scope);
  }

  private static ObjectInfo pdf(String key, String version) {
    return new ObjectInfo(key, 100, new ObjectVersion(version), Instant.EPOCH);
  }

  private static IndexedDocument entry(String key, String version, String recipe) {
    return new IndexedDocument(
        new Document(key, "a".repeat(64), key, 1, Optional.empty()),
        version,
        recipe,
        1,
        Optional.empty());
  }
}
