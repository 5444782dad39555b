package dev.flightlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** References lead somewhere: a comment cites GitHub's facts by a heading that exists, and no document a reader lacks. */
class DocumentsTest {
    private static final Path FACTS = Path.of("src/docs/github.md");
    private static final Pattern CITATION = Pattern.compile("github\\.md: ([A-Z][A-Za-z ]*[a-z])");
    private static final Pattern LOST_DOCUMENT =
            Pattern.compile("FACTS(-2)?(\\.md)? ?§|\\b(contract|product|house|review|stack)(\\.md)? ?§");
    private static final Pattern CLASS = Pattern.compile("`(?:[a-z]+\\.)*([A-Z][a-z]+(?:[A-Z][A-Za-z]+)+)[.`]");
    private static final Pattern SETTING = Pattern.compile("\\b(FLIGHTLOG_[A-Z_]*[A-Z])\\b");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");

    @Test
    void everyCitedHeadingExists() throws IOException {
        Set<String> headings = Files.readAllLines(FACTS).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .collect(Collectors.toSet());

        List<String> cited = found(CITATION, 1, texts());

        assertThat(cited).as("citations of %s", FACTS).isNotEmpty();
        assertThat(headings).as("headings of %s", FACTS).containsAll(Set.copyOf(cited));
    }

    @Test
    void everyFactHasItsSourceAndTheDayItWasSeen() throws IOException {
        for (String section : Files.readString(FACTS).split("\n## ")) {
            if (section.startsWith("# ") || section.startsWith("Not known")) {
                continue;
            }
            assertThat(section).containsPattern("\nSource: .*https://.* Seen 2\\d{3}-\\d\\d-\\d\\d\\.");
        }
    }

    @Test
    void nothingCitesADocumentThatTheRepositoryLacks() throws IOException {
        assertThat(found(LOST_DOCUMENT, 0, texts())).isEmpty();
    }

    /** The architecture names classes that exist. */
    @Test
    void everyClassOfTheArchitectureExists() throws IOException {
        Set<String> classes;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
        classes.addAll(Set.of("InstantSource", "NotAMember", "NotFound", "RateLimited", "MetricsPolicyOff"));
        for (String document : List.of("architecture.md", "glossary.md")) {
            assertThat(found(CLASS, 1, List.of(Path.of("src/docs", document))))
                    .as("classes in %s", document)
                    .isNotEmpty()
                    .isSubsetOf(classes);
        }
    }

    /** Links between the documents: the file is there, and so is the heading. */
    @Test
    void everyLinkOfTheDocumentsLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            Matcher link = LINK.matcher(withoutCode(Files.readString(document)));
            while (link.find()) {
                if (link.group(1).contains("://") || link.group(1).startsWith("mailto:")) {
                    continue;
                }
                Path target = link.group(1).isEmpty()
                        ? document
                        : Path.of(".")
                                .resolve(document)
                                .resolveSibling(link.group(1))
                                .normalize();
                if (!Files.exists(target)
                        || link.group(2) != null && !anchors(target).contains(link.group(2))) {
                    broken.add(document + ": " + link.group());
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    /** The README's table of settings is whole, and names none that nobody reads. */
    @Test
    void everySettingIsInTheReadme() throws IOException {
        List<Path> readers = texts().stream()
                .filter(file -> file.startsWith("src/main/java") || file.startsWith("src/main/resources"))
                .toList();

        Set<String> read = Set.copyOf(found(SETTING, 1, readers));
        Set<String> described = Set.copyOf(found(SETTING, 1, List.of(Path.of("README.md"))));

        assertThat(described).as("settings in the README").containsAll(read);
        StringBuilder configurations = new StringBuilder();
        for (Path reader : readers) {
            if (reader.toString().endsWith("Configuration.java")) {
                configurations.append(Files.readString(reader));
            }
        }
        assertThat(described)
                .as("settings that somebody reads")
                .allSatisfy(setting -> assertThat(read.contains(setting)
                                || configurations.toString().matches("(?s).*\\b" + component(setting) + "\\b.*"))
                        .as(setting)
                        .isTrue());
    }

    /** {@code FLIGHTLOG_GITHUB_POINTS_PER_MINUTE} is bound to the component {@code pointsPerMinute} of a configuration. */
    private static String component(String setting) {
        String[] words = setting.replaceFirst("^FLIGHTLOG_(GITHUB|JOBS|API)_", "")
                .toLowerCase(Locale.ROOT)
                .split("_");
        StringBuilder component = new StringBuilder(words[0]);
        for (int word = 1; word < words.length; word++) {
            component.append(Character.toUpperCase(words[word].charAt(0))).append(words[word].substring(1));
        }
        return component.toString();
    }

    /** One version: pom, chart, image in compose file and instructions, and the changelog's newest release. */
    @Test
    void theVersionIsTheSameEverywhere() throws IOException {
        String version = first("<version>([^<]+)</version>", Path.of("pom.xml"));

        assertThat(first("(?m)^version: (\\S+)$", Path.of("helm/Chart.yaml"))).isEqualTo(version);
        assertThat(first("appVersion: \"([^\"]+)\"", Path.of("helm/Chart.yaml")))
                .isEqualTo(version);
        for (String file :
                List.of("src/main/docker/compose.yaml", "src/main/docker/Dockerfile", "src/docs/install.md")) {
            assertThat(first("flightlog:(\\d+\\.\\d+\\.\\d+)", Path.of(file)))
                    .as(file)
                    .isEqualTo(version);
        }
        assertThat(first("## \\[(\\d[^\\]]*)]", Path.of("CHANGELOG.md"))).isEqualTo(version);
    }

    private static String first(String pattern, Path file) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
        assertThat(matcher.find()).as("%s in %s", pattern, file).isTrue();
        return matcher.group(1);
    }

    private static String withoutCode(String markdown) {
        return markdown.replaceAll("(?s)```.*?```", "").replaceAll("`[^`\n]*`", "code");
    }

    /** GitHub's anchors: lower case, punctuation dropped, spaces as hyphens. */
    private static Set<String> anchors(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        try (Stream<Path> top = Files.list(Path.of("."));
                Stream<Path> below = Files.walk(Path.of("src/docs"))) {
            Stream.concat(top, below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .forEach(documents::add);
        }
        return documents;
    }

    /** What people read in the repository: code, templates, migrations, documents, chart, App manifest. */
    private static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>(documents());
        texts.add(Path.of("app-manifest.yml"));
        texts.add(Path.of("pom.xml"));
        for (String root : List.of("src", "helm", ".ci", ".github")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().matches(".*\\.(java|jte|sql|yml|yaml|md|py|sh|tpl|css|js)"))
                        .filter(file -> !file.endsWith("DocumentsTest.java"))
                        .forEach(texts::add);
            }
        }
        return texts;
    }

    private static List<String> found(Pattern pattern, int group, List<Path> files) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.UTF_8).replaceAll("\n *(\\*|//|#|--) ", " ");
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                found.add(group == 0 ? file + ": " + matcher.group() : matcher.group(group));
            }
        }
        return found;
    }
}
