package ragtime.local;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house as it was drawn: which package may use which, and where each vendor's code stops. */
class ArchitectureTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("ragtime");

  /** Each package and what of the house it may use besides itself. */
  private static final Map<String, String[]> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("library", new String[] {}),
              Map.entry("store", new String[] {"library"}),
              Map.entry("model", new String[] {"library"}),
              Map.entry("index", new String[] {"library", "store"}),
              Map.entry("job", new String[] {"library"}),
              Map.entry("link", new String[] {"library", "store"}),
              Map.entry("installation", new String[] {"library"}),
              Map.entry("openai", new String[] {"library", "model"}),
              Map.entry("provider", new String[] {"library", "model", "aws", "openai"}),
              Map.entry(
                  "aws",
                  new String[] {
                    "library",
                    "store",
                    "model",
                    "index",
                    "job",
                    "conversation",
                    "installation",
                    "openai"
                  }),
              Map.entry("pdf", new String[] {"library"}),
              Map.entry(
                  "indexer",
                  new String[] {
                    "library",
                    "store",
                    "model",
                    "index",
                    "job",
                    "link",
                    "installation",
                    "aws",
                    "openai",
                    "provider",
                    "pdf"
                  }),
              Map.entry("answer", new String[] {"library", "store", "model", "index"}),
              Map.entry("conversation", new String[] {"library"}),
              Map.entry(
                  "slack",
                  new String[] {
                    "library",
                    "store",
                    "index",
                    "job",
                    "link",
                    "answer",
                    "conversation",
                    "installation"
                  }),
              Map.entry(
                  "bot",
                  new String[] {
                    "library",
                    "store",
                    "model",
                    "index",
                    "job",
                    "link",
                    "aws",
                    "openai",
                    "provider",
                    "answer",
                    "conversation",
                    "installation",
                    "slack"
                  })));

  /** Each vendor's packages and the one package of ours that may know them. */
  private static final Map<String, String> VENDORS =
      Map.of(
          "org.apache.lucene..", "ragtime.index..",
          "org.apache.pdfbox..", "ragtime.pdf..",
          "com.slack..", "ragtime.slack..",
          "software.amazon..", "ragtime.aws..");

  @TestFactory
  java.util.stream.Stream<DynamicTest> packagesUseOnlyWhatTheyMay() {
    return MAY_USE.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    "ragtime." + entry.getKey(), () -> onlyUses(entry.getKey(), entry.getValue())));
  }

  @TestFactory
  java.util.stream.Stream<DynamicTest> vendorsStayInTheirPackage() {
    return VENDORS.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () ->
                        check(
                            noClasses()
                                .that()
                                .resideOutsideOfPackage(entry.getValue())
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(entry.getKey()))));
  }

  @Test
  void everyPackageOfTheHouseHasItsRule() {
    assertThat(HOUSE.stream().map(ArchitectureTest::room).filter(room -> !room.equals("local")))
        .isSubsetOf(MAY_USE.keySet());
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("ragtime.(*)..").should().beFreeOfCycles());
  }

  @Test
  void onlyEntryPointsReadTheEnvironment() {
    check(
        noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Handler")
            .and()
            .haveSimpleNameNotEndingWith("Function")
            .and()
            .haveSimpleNameNotEndingWith("Main")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class));
  }

  @Test
  void everyPackageIsNullMarked() {
    check(
        classes()
            .that(alwaysTrue())
            .should()
            .resideInAnyPackage(
                HOUSE.stream()
                    .map(JavaClass::getPackage)
                    .filter(each -> each.isAnnotatedWith(NullMarked.class))
                    .map(each -> each.getName())
                    .distinct()
                    .toArray(String[]::new)));
  }

  private static void onlyUses(String room, String[] others) {
    DescribedPredicate<JavaClass> allowed = resideInAPackage("ragtime." + room + "..");
    for (String other : others) {
      allowed = allowed.or(resideInAPackage("ragtime." + other + ".."));
    }
    check(
        noClasses()
            .that()
            .resideInAPackage("ragtime." + room + "..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("ragtime..").and(DescribedPredicate.not(allowed)))
            .allowEmptyShould(true));
  }

  private static String room(JavaClass type) {
    String[] names = type.getPackageName().split("\\.");
    return names.length > 1 ? names[1] : "";
  }

  private static void check(ArchRule rule) {
    rule.check(HOUSE);
  }
}
