package dev.flightlog.command.answer;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.command.CommandConfiguration;
import dev.flightlog.command.Outcome;
import dev.flightlog.command.parse.ArgumentForms;
import dev.flightlog.command.parse.Command;
import dev.flightlog.cost.Costs;
import dev.flightlog.cost.PoolUse;
import dev.flightlog.cost.SavingCells;
import dev.flightlog.health.Source;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.privacy.Figure;
import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.PeriodSuppression;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.seat.DecidedSeat;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatOrder;
import dev.flightlog.seat.SeatPart;
import dev.flightlog.seat.SeatRegister;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.seat.SurfaceName;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.summary.UsageWords;
import dev.flightlog.usage.TeamWeek;
import dev.flightlog.usage.UsageTableStore;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables for spreadsheets. */
@Singleton
public class CsvAnswer {
    /** More rows than a comment can ever hold. */
    private static final int MAX_ROWS = 1_500;

    private static final int DEFAULT_WEEKS = 8;
    private static final int MAX_WEEKS = 26;
    private static final int DEFAULT_DAYS = 90;

    private static final List<String> SEAT_COLUMNS = List.of(
            "report_time",
            "login",
            "last_authenticated_at",
            "last_activity_at",
            "last_surface_used",
            "state",
            "plan",
            "assigning_team",
            "created_at",
            "pending_cancellation_date",
            "last_usage_day",
            "usd_a_month",
            "idle_usd_a_month");

    private final SeatRegister seats;
    private final Costs costs;
    private final UsageTableStore usage;
    private final VisibleTeams visible;
    private final CommandConfiguration configuration;

    CsvAnswer(
            SeatRegister seats,
            Costs costs,
            UsageTableStore usage,
            VisibleTeams visible,
            CommandConfiguration configuration) {
        this.seats = seats;
        this.costs = costs;
        this.usage = usage;
        this.visible = visible;
        this.configuration = configuration;
    }

    public Reply answer(Command.Csv csv, CommandContext question) {
        return switch (csv.content()) {
            case SEATS -> csv.since().isPresent() ? noSince(question) : seats(question);
            case TEAMS -> teams(csv, question);
            case USAGE -> usage(csv, question);
        };
    }

    private static Reply noSince(CommandContext question) {
        return new Reply(
                Outcome.NOT_UNDERSTOOD,
                "Seats are listed as they are now, so `since` has no meaning there.",
                "Did you mean " + Markdown.code(question.prefix() + " csv seats") + "?");
    }

    private Reply seats(CommandContext question) {
        if (!question.seatsKnown().known()) {
            return Reply.nothing(SeatWords.unknown(question.seatsKnown()), "");
        }
        SeatPart part = seats.list(
                question.organization().id(),
                question.policy().seats(),
                Set.of(),
                new SeatOrder(SeatOrder.By.LOGIN, true),
                0,
                MAX_ROWS);
        SeatRules rules = question.policy().seats();
        PoolUse use = costs.of(question.organization().id(), rules, costs.currentMonth())
                .poolUse();
        return seats(
                part,
                SeatsKnown.readAt(question.readings().get(Source.SEATS), question.now())
                        .truncatedTo(ChronoUnit.SECONDS),
                api(question) + "/seats.csv",
                new SavingCells(use, rules));
    }

    /** Pure: GitHub's own columns first, then ours. */
    static Reply seats(SeatPart part, Instant read, String address, SavingCells saving) {
        List<List<@Nullable Object>> rows =
                part.seats().stream().map(held -> seat(held, read, saving)).toList();
        List<String> columns =
                Stream.concat(SEAT_COLUMNS.stream(), saving.columns().stream()).toList();
        return CsvMarkdown.render("seats", columns, rows, part.total(), all(address))
                .with("\n" + SavingCells.NOTE + "\n" + SeatsMarkdown.unpriced(part));
    }

    private static List<@Nullable Object> seat(DecidedSeat held, Instant read, SavingCells saving) {
        Seat seat = held.seat();
        List<@Nullable Object> cells = new ArrayList<>(Arrays.<@Nullable Object>asList(
                read,
                seat.login(),
                seat.lastAuthenticatedAt(),
                seat.lastActivityAt(),
                SurfaceName.of(seat.lastActivityEditor()),
                held.decision().state().key(),
                ArgumentForms.word(seat.plan()),
                seat.assigningTeamSlug(),
                seat.createdAt(),
                seat.pendingCancellationDate(),
                seat.lastActiveDay(),
                held.decision().monthlyPriceUsd().map(BigDecimal::toPlainString).orElse(null),
                held.decision().idleSpendUsd().map(BigDecimal::toPlainString).orElse(null)));
        cells.addAll(saving.of(held));
        return cells;
    }

    private Reply teams(Command.Csv csv, CommandContext question) {
        Optional<String> unknown = question.teamsUnknown();
        if (unknown.isPresent()) {
            return Reply.nothing(unknown.get(), "");
        }
        long org = question.organization().id();
        IsoWeek last = usage.latestWeek(org, question.now());
        if (last == null) {
            return Reply.nothing(UsageWords.NONE, question.noUsage());
        }
        IsoWeek first = IsoWeek.of(csv.since()
                .map(since -> since.day(question.today()))
                .orElse(last.monday().minusWeeks(DEFAULT_WEEKS - 1L)));
        IsoWeek oldest = IsoWeek.of(last.monday().minusWeeks(MAX_WEEKS - 1L));
        List<TeamWeek> weeks = usage.weeks(org, first.compareTo(oldest) < 0 ? oldest : first, last);
        Set<IsoWeek> known = weeks.stream().map(TeamWeek::week).collect(Collectors.toSet());
        int threshold = question.policy().privacy().minTeamSize();
        Map<IsoWeek, PeriodSuppression> shown = visible.in(org, known, threshold);
        return TeamCsv.render(
                ShownTeamWeeks.of(weeks, shown),
                shown.keySet().containsAll(known) ? List.of() : visible.undecided(org, known, threshold),
                api(question));
    }

    /** Empty where nothing may be shown, so that sums in a spreadsheet work. */
    static @Nullable Object cell(Figure<?> figure) {
        return switch (figure) {
            case Figure.Shown<?> shown -> shown.value();
            case Figure.Few<?> few -> few.text(Object::toString);
            case Figure.Withheld<?> _ -> null;
        };
    }

    private Reply usage(Command.Csv csv, CommandContext question) {
        if (question.dataThrough() == null) {
            return Reply.nothing(UsageWords.NONE, question.noUsage());
        }
        LocalDate since = csv.since()
                .map(from -> from.day(question.today()))
                .orElse(question.today().minusDays(DEFAULT_DAYS));
        List<List<@Nullable Object>> days = days(question, since);
        return CsvMarkdown.render(
                "usage by day",
                UsageTableStore.DAY_COLUMNS,
                days,
                days.size(),
                all(api(question) + "/usage?since=" + since));
    }

    /** The organization's days; a cell of too few people says so or is empty. */
    private List<List<@Nullable Object>> days(CommandContext question, LocalDate since) {
        int threshold = question.policy().privacy().minTeamSize();
        long org = question.organization().id();
        Map<LocalDate, Suppressed> shown = visible.organizationOn(org, since, question.today(), threshold);
        return usage.days(org, since).stream()
                .map(day ->
                        shownDay(day, shown.getOrDefault((LocalDate) day.getFirst(), Suppressed.everything(threshold))))
                .toList();
    }

    private static List<@Nullable Object> shownDay(List<Object> day, Suppressed shown) {
        List<@Nullable Object> cells = new ArrayList<>(day);
        for (int column = 1; column < cells.size(); column++) {
            Metric metric = DAY_METRICS.get(column - 1);
            cells.set(
                    column,
                    cell(
                            day.get(column) instanceof Long people && column <= PEOPLE_COLUMNS
                                    ? shown.people(metric, people.intValue())
                                    : shown.sum(day.get(column), metric)));
        }
        return cells;
    }

    private static final int PEOPLE_COLUMNS = 4;
    private static final List<Metric> DAY_METRICS = List.of(
            Metric.ACTIVE,
            Metric.AGENT,
            Metric.CHAT,
            Metric.CLI,
            Metric.INTERACTIONS,
            Metric.GENERATIONS,
            Metric.ACCEPTANCES,
            Metric.COMPLETION_GENERATIONS,
            Metric.COMPLETION_ACCEPTANCES,
            Metric.LOC_SUGGESTED_TO_ADD,
            Metric.LOC_ADDED,
            Metric.LOC_DELETED,
            Metric.AI_CREDITS);

    private static String all(String address) {
        return "The API has them all: " + address;
    }

    private String api(CommandContext question) {
        return configuration.api(question.organization().login());
    }
}
