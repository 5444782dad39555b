package dev.flightlog.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.calendar.SummarySchedule;
import dev.flightlog.policy.PolicyResult.Invalid;
import dev.flightlog.policy.PolicyResult.Valid;
import dev.flightlog.seat.Exemption;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.support.Golden;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyParserTest {
    @Test
    void readsTheWholeExample() {
        Policy policy = PolicyFiles.valid(PolicyFiles.text("full.yml")).policy();

        assertThat(policy.summary()).isEqualTo(Policy.DEFAULTS.summary());
        assertThat(policy.privacy()).isEqualTo(Policy.DEFAULTS.privacy());
        assertThat(policy.reviews())
                .isEqualTo(new Policy.Reviews(
                        Optional.of(Duration.ofDays(28)),
                        DayOfWeek.MONDAY,
                        Duration.ofDays(60),
                        Duration.ofDays(7),
                        50,
                        false));
        assertThat(policy.commands()).isEqualTo(Policy.DEFAULTS.commands());
        assertThat(policy.access().adminTeams()).containsExactly("copilot-admins");
        assertThat(policy.budget().seatsUsdPerMonth()).contains(new BigDecimal("12000"));
        assertThat(policy.budget().aiCreditsPerMonth()).contains(900_000L);
        assertThat(policy.seats().exemptions())
                .containsExactly(
                        new Exemption.ForUser(
                                "grace", Optional.of(LocalDate.of(2027, 1, 31)), Optional.of("parental leave")),
                        new Exemption.ForTeam("on-call", Optional.empty(), Optional.empty()));
    }

    @Test
    void readsEveryOtherValue() {
        Policy policy = PolicyFiles.valid(PolicyFiles.text("other.yml")).policy();

        assertThat(policy.summary())
                .isEqualTo(new Policy.Summary(
                        Policy.PostTo.DISCUSSION,
                        "show-and-tell",
                        new SummarySchedule(DayOfWeek.MONDAY, LocalTime.of(17, 30), ZoneId.of("Europe/Berlin")),
                        List.of("copilot usage", "weekly"),
                        List.of("ada"),
                        List.of("@acme/platform", "@grace"),
                        false,
                        true));
        assertThat(policy.seats().idleAfter()).isEqualTo(Duration.ofDays(42));
        assertThat(policy.seats().grace()).isZero();
        assertThat(policy.seats().price(SeatPlan.BUSINESS)).contains(new BigDecimal("17.5"));
        assertThat(policy.seats().price(SeatPlan.ENTERPRISE)).contains(new BigDecimal("39"));
        assertThat(policy.reviews())
                .isEqualTo(new Policy.Reviews(
                        Optional.of(Duration.ofDays(91)),
                        DayOfWeek.THURSDAY,
                        Duration.ofDays(90),
                        Duration.ofDays(14),
                        5,
                        true));
        assertThat(policy.privacy()).isEqualTo(new Policy.Privacy(10, Policy.Names.NEVER, Duration.ofDays(700)));
        assertThat(policy.commands().prefix()).isEqualTo("/cop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n\n",
                "# only a comment\n",
                "---\n",
                "---\n...\n",
                "version: 1\n",
                "\uFEFFversion: 1\n",
                "{}",
                "null"
            })
    void whatIsNotSaidIsTheDefault(String text) {
        assertThat(PolicyFiles.valid(text).policy()).isEqualTo(Policy.DEFAULTS);
        assertThat(PolicyParser.parse(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Valid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal.yml", "comments-only.yml", "empty-sections.yml"})
    void filesThatSayNothingAreTheDefaults(String file) {
        assertThat(PolicyFiles.valid(PolicyFiles.text(file)).policy()).isEqualTo(Policy.DEFAULTS);
    }

    @Test
    void reviewsWaitAtLeastAsLongAsSeatsBecomeIdle() {
        assertThat(PolicyFiles.valid("seats: {idle_after: 90d}")
                        .policy()
                        .reviews()
                        .idleAfter())
                .isEqualTo(Duration.ofDays(90));
        assertThat(PolicyParser.parse("seats:\n  idle_after: 90d\nreviews:\n  day: monday\n  idle_after: 60d\n")
                        .problems())
                .extracting(Problem::describe)
                .containsExactly("5:3 error: reviews.idle_after must not be less than seats.idle_after, which is 90d,"
                        + " but is \"60d\"");
    }

    @Test
    void windowsLineEndsAreRead() {
        assertThat(PolicyFiles.valid(PolicyFiles.text("full.yml").replace("\n", "\r\n"))
                        .policy())
                .isEqualTo(PolicyFiles.valid(PolicyFiles.text("full.yml")).policy());
    }

    @Test
    void twelveMistakesAreTwelveProblemsOnTheirLines() {
        PolicyResult result = PolicyFiles.parse("twelve-mistakes.yml");

        assertThat(result).isInstanceOf(Invalid.class);
        assertThat(result.problems())
                .extracting(Problem::line)
                .containsExactly(1, 3, 4, 5, 6, 7, 9, 11, 14, 16, 17, 18);
        Golden.assertMatches("policy/twelve-mistakes.txt", PolicyFiles.listing(result));
    }

    @ParameterizedTest
    @ValueSource(strings = {"more-mistakes", "duplicate", "tabs", "two-documents", "syntax"})
    void mistakesAreToldWithWhatToWriteInstead(String file) {
        PolicyResult result = PolicyFiles.parse(file + ".yml");

        assertThat(result).isInstanceOf(Invalid.class);
        Golden.assertMatches("policy/" + file + ".txt", PolicyFiles.listing(result));
    }

    @Test
    void aliasesAreNeverFollowed() {
        PolicyResult result = PolicyFiles.parse("bomb.yml");

        assertThat(result).isInstanceOf(Invalid.class);
        assertThat(result.problems())
                .extracting(Problem::describe)
                .contains(
                        "1:4 error: anchors are not read; delete \"&a\"",
                        "2:8 error: aliases are not read; write the value itself here",
                        "7:10 error: aliases are not read; write the value itself here");
    }

    @Test
    void aNameTwiceIsOnlyAWarning() {
        Valid valid = PolicyFiles.valid(PolicyFiles.text("twice-named.yml"));

        assertThat(valid.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.severity()).isEqualTo(Problem.Severity.WARNING);
            assertThat(warning.describe())
                    .isEqualTo("3:27 warning: summary.labels[1] is in the list already; delete it");
        });
        assertThat(valid.policy().summary().labels()).containsExactly("copilot-usage");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "- a § 1 § the file must hold keys and values",
                "just words § 1 § the file must hold keys and values",
                "seats: 5 § 1 § seats must be keys and values (idle_after, grace, exempt, price_usd), but is \"5\"",
                "version: one § 1 § version must be 1, but is \"one\"",
                "[a]: b § 1 § a key must be a word, but is a list",
                "commands: {prefix: /Copilot} § 1 § a slash and a word in small letters",
                "commands: {prefix: !!str /copilot} § 1 § tags such as !!str are not read",
                "privacy: {min_team_size: 0x10} § 1 § a whole number from 5 to 1000",
                "privacy: {min_team_size: 99999999999999999999} § 1 § a whole number from 5 to 1000",
                "privacy: {min_team_size: '5'} § 1 § a whole number from 5 to 1000, without quotes, but is",
                "summary: {close_previous: 'true'} § 1 § true or false, without quotes, but is",
                "summary: {labels: [2026]} § 1 § such as copilot-usage, in quotes, but is \"2026\"",
                "privacy: {min_team_size: ~} § 1 § but is nothing",
                "seats: {idle_after: 0d} § 1 § days or weeks from 1d to 365d",
                "seats: {idle_after: 53w} § 1 § days or weeks from 1d to 365d",
                "seats: {idle_after: 30} § 1 § such as 30d or 4w, but is \"30\"",
                "summary: {timezone: GMT+25} § 1 § a time zone of the IANA list",
                "summary: {day: Wednesday} § 1 § did you mean \"wednesday\"?",
                "summary: {labels: [[a]]} § 1 § summary.labels[0] must be a label",
                "reviews: {every: 6d} § 1 § days or weeks from 7d to 364d",
                "reviews: {notice: 2d} § 1 § days or weeks from 3d to 28d",
                "reviews: {max_seats: 51} § 1 § a whole number from 1 to 50",
                "reviews: {mention: maybe} § 1 § reviews.mention must be true or false",
                "reviews: {idle_aftr: 60d} § 1 § did you mean \"idle_after\"?",
                "reviews: {idle_after: 20d} § 1 § reviews.idle_after must not be less than seats.idle_after, which is"
                        + " 30d, but is \"20d\"",
                "a: 'b § 1 § a quote is opened here and never closed",
                "a: b: c § 1 § a second colon on this line",
                "%YAML 9999999999999 § 1 § ",
                "\"\\U00110000\" § 1 § ",
            })
    void oneMistake(String yaml, int line, String words) {
        PolicyResult result = PolicyParser.parse(yaml);

        assertThat(result).isInstanceOf(Invalid.class);
        assertThat(result.problems()).anySatisfy(problem -> {
            assertThat(problem.message()).contains(words == null ? "" : words);
            assertThat(problem.line()).isEqualTo(line);
        });
    }

    @Test
    void refusesLongFilesUnread() {
        byte[] most = ("#" + "x".repeat(PolicyParser.MAX_BYTES - 1)).getBytes(StandardCharsets.UTF_8);
        byte[] tooMany = ("#" + "x".repeat(PolicyParser.MAX_BYTES)).getBytes(StandardCharsets.UTF_8);

        assertThat(PolicyParser.parse(most)).isInstanceOf(Valid.class);
        assertThat(PolicyParser.parse(tooMany).problems())
                .extracting(Problem::message)
                .containsExactly("the file must be no longer than 256 KB, but has 262145 bytes");
        assertThat(PolicyParser.parse("é".repeat(PolicyParser.MAX_BYTES * 2 / 3)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void tellsWhereTextIsNotUtf8() {
        byte[] latin1 = "version: 1\n# Zo\u00EB\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(PolicyParser.parse(latin1).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.describe())
                    .isEqualTo("2:5 error: the file must be UTF-8 text; save it again in that encoding");
            assertThat(problem.found()).isEqualTo("byte 0xEB");
        });
    }

    @Test
    void tellsWhereCharactersCannotBeSeen() {
        PolicyResult result = PolicyParser.parse("version: 1\nseats:\n  idle_after: 4\u00005d\n");

        assertThat(result.problems())
                .extracting(Problem::describe)
                .contains("3:16 error: a character that cannot be seen (U+0000) is here; delete it");
    }

    @Test
    void remembersWhatTheFileNames() {
        assertThat(PolicyFiles.valid(PolicyFiles.text("full.yml")).references())
                .extracting(reference -> reference.kind() + " " + reference.name() + " " + reference.path() + ":"
                        + reference.span().line())
                .containsExactlyInAnyOrder(
                        "USER grace seats.exempt[0].user:18",
                        "TEAM on-call seats.exempt[1].team:21",
                        "TEAM copilot-admins access.admin_teams[0]:38");
    }
}
