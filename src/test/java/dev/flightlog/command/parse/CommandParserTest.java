package dev.flightlog.command.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.command.parse.ParseResult.NoCommand;
import dev.flightlog.command.parse.ParseResult.NotUnderstood;
import dev.flightlog.command.parse.ParseResult.Understood;
import dev.flightlog.seat.SeatOrder;
import dev.flightlog.seat.SeatState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {
    private static final String PREFIX = "/copilot";

    @Test
    void readsEveryCommandOfTheProduct() {
        assertThat(command("/copilot help")).isEqualTo(new Command.Help(Optional.empty()));
        assertThat(command("/copilot help seats")).isEqualTo(new Command.Help(Optional.of("seats")));
        assertThat(command("/copilot help numbers")).isEqualTo(new Command.Help(Optional.of("numbers")));
        assertThat(command("/copilot summary")).isEqualTo(new Command.Summary(Optional.empty()));
        assertThat(command("/copilot summary 2026-W46"))
                .isEqualTo(new Command.Summary(Optional.of(new WrittenWeek.Exact(new IsoWeek(2026, 46)))));
        assertThat(command("/copilot team")).isEqualTo(new Command.TeamNumbers(Optional.empty(), Optional.empty()));
        assertThat(command("/copilot team payments since=2026-10-01"))
                .isEqualTo(new Command.TeamNumbers(
                        Optional.of(new TeamName(Optional.empty(), "payments")),
                        Optional.of(new Since.Day(LocalDate.of(2026, 10, 1)))));
        assertThat(command("/copilot teams sort=change")).isEqualTo(new Command.Teams(Command.Teams.Sort.CHANGE));
        assertThat(command("/copilot me")).isEqualTo(new Command.Me());
        assertThat(command("/copilot user @ada")).isEqualTo(new Command.User("ada"));
        assertThat(command("/copilot seats"))
                .isEqualTo(new Command.Seats(Set.of(), SeatOrder.LONGEST_UNUSED_FIRST, 50));
        assertThat(command("/copilot seats never_used sort=created limit=7"))
                .isEqualTo(new Command.Seats(
                        Set.of(SeatState.NEVER_USED), new SeatOrder(SeatOrder.By.CREATED_AT, true), 7));
        assertThat(command("/copilot seats idle,never_used,ending…"))
                .as("several as in the API, and the one character that a telephone makes of three points")
                .isEqualTo(new Command.Seats(
                        Set.of(SeatState.IDLE, SeatState.NEVER_USED, SeatState.ENDING),
                        SeatOrder.LONGEST_UNUSED_FIRST,
                        50));
        assertThat(command("/copilot help…")).isEqualTo(command("/copilot help"));
        assertThat(command("/copilot cost 2026-11")).isEqualTo(new Command.Cost(Optional.of(YearMonth.of(2026, 11))));
        assertThat(command("/copilot csv")).isEqualTo(new Command.Csv(Command.Csv.Content.SEATS, Optional.empty()));
        assertThat(command("/copilot csv usage since=30d"))
                .isEqualTo(new Command.Csv(Command.Csv.Content.USAGE, Optional.of(new Since.DaysBack(30))));
        assertThat(command("/copilot policy")).isEqualTo(new Command.ShowPolicy());
        assertThat(command("/copilot refresh")).isEqualTo(new Command.Refresh());
        assertThat(command("/copilot audit grace")).isEqualTo(new Command.Audit(Optional.of("grace")));
        assertThat(command("/copilot status")).isEqualTo(new Command.Status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keep reason=\"back in May\"",
                "keep reason=“back in May”",
                "keep reason=„back in May“",
                "keep reason=«back in May»",
                "keep reason=back in May",
                "keep reason=\" back in May \"."
            })
    void quotationMarksAroundAReasonAreNotPartOfIt(String line) {
        assertThat(command("/copilot " + line))
                .isEqualTo(new Command.Keep(Optional.empty(), Optional.of("back in May")));
    }

    @Test
    void quotationMarksInAReasonStay() {
        assertThat(command("/copilot request \"Orion\" needs a \"second\""))
                .isEqualTo(new Command.RequestSeat(Optional.of("\"Orion\" needs a \"second\"")));
    }

    @Test
    void thePrefixAloneAsksForHelp() {
        assertThat(command("/copilot")).isEqualTo(new Command.Help(Optional.empty()));
        assertThat(command("/copilot  \n\nthank you")).isEqualTo(new Command.Help(Optional.empty()));
    }

    @Test
    void takesTeamsAndTimesInEveryForm() {
        TeamName payments = new TeamName(Optional.of("acme"), "payments");
        assertThat(command("/copilot team @acme/payments 4w"))
                .isEqualTo(new Command.TeamNumbers(Optional.of(payments), Optional.of(new Since.DaysBack(28))));
        assertThat(command("/copilot team @acme/ent:platform"))
                .isEqualTo(new Command.TeamNumbers(
                        Optional.of(new TeamName(Optional.of("acme"), "ent:platform")), Optional.empty()));
        assertThat(command("/copilot team ent:platform"))
                .isEqualTo(new Command.TeamNumbers(
                        Optional.of(new TeamName(Optional.empty(), "ent:platform")), Optional.empty()));
        assertThat(command("/copilot team since=2026-W40 slug=acme/payments"))
                .isEqualTo(new Command.TeamNumbers(
                        Optional.of(payments), Optional.of(new Since.Day(LocalDate.of(2026, 9, 28)))));
        assertThat(command("/copilot summary 2026-11-15"))
                .isEqualTo(new Command.Summary(Optional.of(new WrittenWeek.Exact(new IsoWeek(2026, 46)))));
    }

    @Test
    void caseSpacesAndLineEndsDoNotMatter() {
        assertThat(command("  /Copilot\u00a0ME  \r\nmore")).isEqualTo(new Command.Me());
        assertThat(command("/copilot\tseats\tIDLE\u200b\rx"))
                .isEqualTo(new Command.Seats(
                        Set.of(SeatState.IDLE, SeatState.NEVER_USED), SeatOrder.LONGEST_UNUSED_FIRST, 50));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n/copilot me",
                "\r\n/copilot me",
                " \t\n\u00a0\n/copilot me",
                "> earlier text\n\n/copilot me",
                "> a\n> b\n>\n/copilot me",
                "\u200b/copilot me",
                "\ufeff/copilot\u200b me",
                "/\u200bcopilot me",
                "/copilot me.",
                "/copilot me ,",
                "/copilot me!\nThank you",
            })
    void blankLinesQuotesInvisibleLettersAndAClosingMarkArePassedOver(String body) {
        assertThat(command(body)).isEqualTo(new Command.Me());
    }

    /** As telephones and word processors write them: spaces that do not break, wide spaces, marks of emoji, blank braille. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0/copilot me",
                "\u3000/copilot me",
                "\ufe0f/copilot me",
                "\u2800/copilot me",
                "/copilot\u00a0me",
                "/copilot\u3000me",
                "/copi\ufe0flot me",
                "\u034f/copilot me",
                "\u3164/copilot me",
                "/copilot me\uff0c",
                "/copilot me:"
            })
    void spacesOfEveryKindAndMarksThatNobodySeesAreRead(String body) {
        assertThat(command(body)).isEqualTo(new Command.Me());
    }

    @Test
    void aCommaIsNoPartOfAName() {
        assertThat(command("/copilot user @mia-member,")).isEqualTo(new Command.User("mia-member"));
        assertThat(CommandParser.parse("/copilot me, please", "/copilot"))
                .as("the command is known, its argument is not")
                .isInstanceOfSatisfying(
                        NotUnderstood.class,
                        answer -> assertThat(answer.problem()).doesNotContain("There is no command"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/copilot.", "/copilot!", "/copilot ,"})
    void aClosingMarkAfterThePrefixIsPassedOver(String body) {
        assertThat(command(body)).isEqualTo(command("/copilot"));
    }

    @Test
    void thePolicysPrefixIsTheOneThatCounts() {
        assertThat(CommandParser.parse("/flightlog me", "/flightlog")).isInstanceOf(Understood.class);
        assertThat(CommandParser.parse("/copilot me", "/flightlog")).isEqualTo(new NoCommand());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Thanks!",
                "Hello\n/copilot me",
                "> /copilot me",
                "> /copilot me\n\nno",
                "`/copilot me`",
                "```\n/copilot me\n```",
                "~~~\n/copilot me",
                "    /copilot me",
                "\t/copilot me",
                "\\/copilot me",
                "<!-- /copilot me -->",
                "<p>/copilot me",
                "- /copilot me",
                "please /copilot me",
                "/copilots me",
                "/copilot-me",
                "/copilot\u0000me",
                "//copilot me",
            })
    void everythingElseIsNoCommand(String body) {
        assertThat(CommandParser.parse(body, PREFIX)).isEqualTo(new NoCommand());
    }

    @Test
    void aNearMissGetsTheNearestCommand() {
        assertThat(misunderstood("/copilot sumary").nearest()).contains("summary");
        assertThat(misunderstood("/copilot seat idle").nearest()).contains("seats");
        assertThat(misunderstood("/copilot seats srot=login").nearest()).contains("seats sort=login");
        assertThat(misunderstood("/copilot abracadabra").nearest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "summary 2026-W54",
                "summary 2026-02-30",
                "team päyments",
                "team payments since=yesterday",
                "team payments since=0d",
                "teams 5",
                "me too",
                "user",
                "user ada ada",
                "seats limit=0",
                "seats limit=501",
                "seats limit=99999999999",
                "seats idle state=all",
                "cost 2026-13",
                "csv people",
                "audit ../../etc",
                "help everything",
                "policy since=30d",
                "user=",
            })
    void whatDoesNotFitIsToldWithHowItIsWritten(String line) {
        NotUnderstood told = misunderstood("/copilot " + line);

        assertThat(told.problem()).endsWith(".").hasSizeLessThan(250);
    }

    @ParameterizedTest
    @CsvSource({
        "W46, 2026-11-18, 2026-W46",
        "w47, 2026-11-18, 2026-W47",
        "W48, 2026-11-18, 2025-W48",
        "W1, 2026-11-18, 2026-W01",
        "W53, 2026-11-18, 2020-W53",
        "W53, 2027-01-02, 2026-W53",
        "latest, 2026-11-18, ",
        "LAST, 2026-11-18, ",
    })
    void aWeekMayBeWrittenShort(String written, LocalDate today, @Nullable String week) {
        Command.Summary summary = (Command.Summary) command("/copilot summary " + written);

        assertThat(summary.week().orElseThrow().at(today).map(IsoWeek::toString))
                .isEqualTo(Optional.ofNullable(week));
    }

    @Test
    void anArgumentThatIsWrongIsNoCommandThatWasMeant() {
        assertThat(misunderstood("/copilot summary W54"))
                .isEqualTo(new NotUnderstood(
                        "`W54` is not an ISO week such as `2026-W46` or `W46`, or `latest`.",
                        Optional.empty(),
                        Optional.of("summary [2026-W46]")));
    }

    @Test
    void whatWasWrittenStandsAsCode() {
        assertThat(misunderstood("/copilot @acme/everyone **now**").problem())
                .isEqualTo("There is no command `@acme/everyone`.");
        assertThat(misunderstood("/copilot cost `rm`").problem())
                .isEqualTo("`` `rm` `` is not a month such as `2026-11`.");
    }

    @Test
    void aVeryLongLineIsRefusedWithoutBeingRead() {
        assertThat(misunderstood("/copilot user " + "a".repeat(100_000)).problem())
                .isEqualTo("A command has at most 500 characters.");
    }

    @Test
    void namesAndUsagesAreUnique() {
        List<String> names = CommandRegistry.names();

        assertThat(names).doesNotHaveDuplicates().hasSize(21);
    }

    private static Command command(String body) {
        ParseResult parsed = CommandParser.parse(body, PREFIX);
        assertThat(parsed).as(body).isInstanceOf(Understood.class);
        return ((Understood) parsed).command();
    }

    private static NotUnderstood misunderstood(String body) {
        ParseResult parsed = CommandParser.parse(body, PREFIX);
        assertThat(parsed).as(body).isInstanceOf(NotUnderstood.class);
        return (NotUnderstood) parsed;
    }
}
