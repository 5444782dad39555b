package dev.flightlog;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house: which package may import which. Changing the table is a decision; write the reason into the ADRs. */
class ArchitectureTest {
    private static final String BASE = "dev.flightlog";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE);

    /** Package, and the packages of ours that it may import. The root package may import all; nobody imports it. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("markdown", List.of()),
            Map.entry("database", List.of()),
            Map.entry("github", List.of()),
            Map.entry("jobs", List.of("database")),
            Map.entry("webhook", List.of("github", "jobs", "database")),
            Map.entry("copilot", List.of("github")),
            Map.entry("directory", List.of("github", "jobs", "database")),
            Map.entry("seat", List.of("copilot", "directory", "github", "jobs", "database")),
            Map.entry("usage", List.of("copilot", "directory", "github", "jobs", "database")),
            Map.entry("cost", List.of("seat", "markdown")),
            Map.entry("policy", List.of("seat")),
            Map.entry("governance", List.of("policy", "directory", "github", "jobs", "database")),
            Map.entry("publish", List.of("github", "markdown", "jobs", "database")),
            Map.entry(
                    "summary",
                    List.of(
                            "governance",
                            "policy",
                            "directory",
                            "seat",
                            "usage",
                            "publish",
                            "markdown",
                            "github",
                            "jobs",
                            "database")),
            Map.entry(
                    "command",
                    List.of(
                            "webhook",
                            "governance",
                            "policy",
                            "directory",
                            "seat",
                            "usage",
                            "summary",
                            "publish",
                            "markdown",
                            "github",
                            "jobs",
                            "database")),
            Map.entry(
                    "check",
                    List.of(
                            "webhook",
                            "governance",
                            "policy",
                            "directory",
                            "copilot",
                            "seat",
                            "usage",
                            "summary",
                            "markdown",
                            "github",
                            "jobs",
                            "database")),
            Map.entry(
                    "api",
                    List.of(
                            "governance",
                            "policy",
                            "directory",
                            "seat",
                            "usage",
                            "summary",
                            "copilot",
                            "github",
                            "database")),
            Map.entry(
                    "web",
                    List.of(
                            "command",
                            "governance",
                            "policy",
                            "directory",
                            "seat",
                            "usage",
                            "summary",
                            "markdown",
                            "github",
                            "jobs",
                            "database")),
            Map.entry("setup", List.of("github", "governance", "directory")));

    @TestFactory
    Stream<DynamicTest> packagesImportOnlyWhatTheTableSays() {
        return MAY_IMPORT.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> importsOnly(entry.getKey(), entry.getValue()).check(CODE)));
    }

    @Test
    void theTableKnowsEveryPackage() {
        String[] rows = Stream.concat(
                        Stream.of(BASE), MAY_IMPORT.keySet().stream().map(name -> BASE + "." + name + ".."))
                .toArray(String[]::new);
        classes()
                .should()
                .resideInAnyPackage(rows)
                .because("a new package is a new row of the table")
                .check(CODE);
    }

    @Test
    void hasNoCycles() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void onlyGithubKnowsHub4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".github..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.kohsuke..")
                .because("hub4j is one way to speak to GitHub, and can be replaced in one package")
                .check(CODE);
    }

    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that()
                .haveSimpleNameNotContaining("Store")
                .and()
                .resideOutsideOfPackage(BASE + ".database..")
                .should()
                .callMethodWhere(target(owner(name(BASE + ".database.Database")))
                        .and(target(nameMatching("update|list|first|one|exists|each|copy|startCopy"))))
                .because("SQL is written and read in classes named for it")
                .check(CODE);
    }

    @Test
    void decisionsKnowNoClockDatabaseOrGitHub() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".policy..")
                .or()
                .haveFullyQualifiedName(BASE + ".seat.SeatDecisions")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", BASE + ".database..", BASE + ".github..", "java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.InstantSource")
                .because("a dry run must be the real decision")
                .check(CODE);
    }

    @Test
    void nobodyAsksTheSystemForTheTime() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(BASE + ".Clocks")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .because("time comes in, so that tests can turn the clock")
                .check(CODE);
    }

    private static ArchRule importsOnly(String name, List<String> allowed) {
        DescribedPredicate<JavaClass> foreign =
                resideInAPackage(BASE + "..").and(DescribedPredicate.not(resideInAPackage(BASE + "." + name + "..")));
        for (String other : allowed) {
            foreign = foreign.and(DescribedPredicate.not(resideInAPackage(BASE + "." + other + "..")));
        }
        return noClasses()
                .that()
                .resideInAPackage(BASE + "." + name + "..")
                .should()
                .dependOnClassesThat(foreign)
                .allowEmptyShould(true);
    }
}
