package dev.flightlog;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * Package, and the packages of ours that it imports: exactly these. {@code app} starts the server and may import all;
     * nobody imports it.
     */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("calendar", List.of()),
            Map.entry("database", List.of()),
            Map.entry("github", List.of()),
            Map.entry("settings", List.of()),
            Map.entry("text", List.of()),
            Map.entry("copilot", List.of("github")),
            Map.entry("jobs", List.of("database")),
            Map.entry("markdown", List.of("text")),
            Map.entry("organization", List.of("database", "github", "health", "jobs")),
            Map.entry("privacy", List.of("calendar", "database", "jobs")),
            Map.entry("usage", List.of("calendar", "database")),
            Map.entry("health", List.of("database", "github", "jobs")),
            Map.entry("publish", List.of("database", "github", "markdown")),
            Map.entry("webhook", List.of("database", "github", "jobs")),
            Map.entry("directory", List.of("database", "github", "health", "jobs", "organization")),
            Map.entry("ingest", List.of("copilot", "database", "github", "health", "jobs", "organization")),
            Map.entry("seat", List.of("copilot", "database", "github", "health", "text")),
            Map.entry("erasure", List.of("copilot", "database", "directory", "ingest", "organization", "webhook")),
            Map.entry("policy", List.of("calendar", "seat", "text")),
            Map.entry("cost", List.of("copilot", "database", "github", "policy", "privacy", "seat", "text")),
            Map.entry(
                    "governance",
                    List.of(
                            "database",
                            "directory",
                            "github",
                            "health",
                            "jobs",
                            "organization",
                            "policy",
                            "seat",
                            "text")),
            Map.entry(
                    "review",
                    List.of(
                            "calendar",
                            "copilot",
                            "cost",
                            "database",
                            "directory",
                            "github",
                            "governance",
                            "health",
                            "jobs",
                            "markdown",
                            "organization",
                            "policy",
                            "publish",
                            "seat",
                            "settings",
                            "text")),
            Map.entry("session", List.of("database", "directory", "github", "governance", "organization", "settings")),
            Map.entry(
                    "setup",
                    List.of(
                            "database",
                            "github",
                            "governance",
                            "health",
                            "organization",
                            "session",
                            "settings",
                            "webhook")),
            Map.entry(
                    "summary",
                    List.of(
                            "calendar",
                            "cost",
                            "database",
                            "github",
                            "governance",
                            "health",
                            "jobs",
                            "markdown",
                            "organization",
                            "policy",
                            "privacy",
                            "publish",
                            "review",
                            "seat",
                            "text")),
            Map.entry(
                    "alert",
                    List.of(
                            "cost",
                            "database",
                            "github",
                            "governance",
                            "jobs",
                            "markdown",
                            "organization",
                            "policy",
                            "publish",
                            "summary",
                            "text")),
            Map.entry(
                    "digest",
                    List.of(
                            "calendar",
                            "database",
                            "github",
                            "governance",
                            "jobs",
                            "markdown",
                            "organization",
                            "policy",
                            "summary",
                            "text")),
            Map.entry(
                    "sync",
                    List.of(
                            "copilot",
                            "cost",
                            "directory",
                            "github",
                            "governance",
                            "health",
                            "ingest",
                            "jobs",
                            "organization",
                            "seat",
                            "summary")),
            Map.entry(
                    "check",
                    List.of(
                            "calendar",
                            "copilot",
                            "cost",
                            "database",
                            "directory",
                            "github",
                            "governance",
                            "health",
                            "jobs",
                            "markdown",
                            "organization",
                            "policy",
                            "privacy",
                            "review",
                            "seat",
                            "summary",
                            "sync",
                            "text",
                            "webhook")),
            Map.entry(
                    "command",
                    List.of(
                            "calendar",
                            "copilot",
                            "cost",
                            "database",
                            "digest",
                            "directory",
                            "github",
                            "governance",
                            "health",
                            "jobs",
                            "markdown",
                            "organization",
                            "policy",
                            "privacy",
                            "publish",
                            "review",
                            "seat",
                            "summary",
                            "sync",
                            "text",
                            "usage",
                            "webhook")),
            Map.entry(
                    "api",
                    List.of(
                            "calendar",
                            "command",
                            "copilot",
                            "cost",
                            "database",
                            "directory",
                            "github",
                            "governance",
                            "health",
                            "ingest",
                            "organization",
                            "policy",
                            "privacy",
                            "seat",
                            "session",
                            "settings",
                            "summary",
                            "usage")),
            Map.entry(
                    "web",
                    List.of(
                            "api",
                            "calendar",
                            "command",
                            "cost",
                            "digest",
                            "directory",
                            "github",
                            "governance",
                            "health",
                            "jobs",
                            "markdown",
                            "organization",
                            "policy",
                            "privacy",
                            "review",
                            "seat",
                            "session",
                            "settings",
                            "summary",
                            "text",
                            "usage")));

    @TestFactory
    Stream<DynamicTest> packagesImportOnlyWhatTheTableSays() {
        return MAY_IMPORT.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> importsOnly(entry.getKey(), entry.getValue()).check(CODE)));
    }

    /** An arrow that nobody uses is an invitation; it leaves the table when its last use goes. */
    @TestFactory
    Stream<DynamicTest> everyAllowedArrowIsUsed() {
        return MAY_IMPORT.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Set<String> used = CODE.stream()
                            .filter(code -> packageOf(code).equals(entry.getKey()))
                            .flatMap(code -> code.getDirectDependenciesFromSelf().stream())
                            .map(dependency -> packageOf(dependency.getTargetClass()))
                            .collect(Collectors.toSet());
                    assertThat(used)
                            .as("packages that %s really uses", entry.getKey())
                            .containsAll(entry.getValue());
                }));
    }

    /** The package below the base, without its sub-packages: {@code ingest} for {@code dev.flightlog.ingest.load}. */
    private static String packageOf(JavaClass code) {
        String name = code.getPackageName();
        return name.startsWith(BASE + ".") ? name.substring(BASE.length() + 1).split("\\.")[0] : "";
    }

    @Test
    void theTableKnowsEveryPackage() {
        // The launcher checks the version of Java: it is compiled apart, for old ones, and knows nothing of the rest.
        String[] rows = Stream.concat(
                        Stream.of(BASE + ".app", BASE + ".launcher"),
                        MAY_IMPORT.keySet().stream().map(name -> BASE + "." + name + ".."))
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
                        .and(target(nameMatching("update|list|first|firstInBinary|one|exists|each|copy|startCopy"))))
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
                .doNotHaveFullyQualifiedName(BASE + ".app.Clocks")
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
