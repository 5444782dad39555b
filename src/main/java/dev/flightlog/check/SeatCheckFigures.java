package dev.flightlog.check;

import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.CreditMonth;
import dev.flightlog.cost.LimitWords;
import dev.flightlog.cost.SavingWords;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Table;
import dev.flightlog.seat.SeatCost;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tables of the seats check. */
final class SeatCheckFigures {
    private SeatCheckFigures() {}

    static String table(SeatCheck check) {
        CreditMonth credits = check.cost().credits();
        List<List<Cell>> rows = new ArrayList<>(check.cost()
                .seats()
                .map(seats -> seats(check, seats))
                .orElse(List.of(row("Seats", Numbers.NONE, Optional.of("not known")))));
        rows.add(row(
                "AI credits this month, estimate",
                credits.knownUse().map(Numbers::whole).orElse(Numbers.NONE),
                budgetOrPool(check)));
        rows.add(row(
                "AI credits at month end, projection",
                credits.projected().map(Numbers::whole).orElse(Numbers.NONE)));
        check.cost()
                .billed()
                .ifPresent(bill -> rows.add(row(
                        "AI credits billed",
                        Numbers.whole(bill.grossCredits()),
                        Optional.of(Numbers.usd(bill.netUsd()) + " beyond what is included"))));
        return Table.of(Table.Column.left("figure"), Table.Column.right("now"), Table.Column.left("against"))
                .rows(rows)
                .render();
    }

    private static List<List<Cell>> seats(SeatCheck check, SeatOverview seats) {
        return List.of(
                row("Seats" + SeatWords.asOf(check.cost().known()), Numbers.count(seats.seats())),
                row("Seat cost a month", seats.cost().words(), againstCost(check, seats)),
                row("Idle seats", Numbers.count(seats.idleSeats())),
                row(
                        "Price of the idle seats a month",
                        seats.idleCost().words(),
                        share(seats.idleCost(), seats.cost()).map(share -> share + " of the seats' cost")),
                idle("– assigned directly", seats.removable()),
                idle("– held through a team", seats.needsTeamChange()),
                row(
                        "Saved a month by giving them back",
                        check.cost()
                                .idleSaving()
                                .map(saving -> SavingWords.briefly(saving.direct()))
                                .orElse(Numbers.NONE),
                        check.cost().idleSaving().flatMap(SavingWords::withTeams)));
    }

    private static Optional<String> againstCost(SeatCheck check, SeatOverview seats) {
        String words = check.policy()
                        .budget()
                        .seatsUsdPerMonth()
                        .map(budget -> "budget " + Numbers.usd(budget))
                        .orElse("")
                + SeatWords.unpriced(seats.cost());
        return Optional.of(words.strip()).filter(known -> !known.isEmpty());
    }

    /** Without how far the reading of the past is: the check would be edited after each piece of it. */
    static String freshness(List<SourceStatus> readings) {
        return Table.of(
                        Table.Column.left("source"),
                        Table.Column.left("last read"),
                        Table.Column.left("data to"),
                        Table.Column.left("state"))
                .rows(readings.stream()
                        .filter(reading -> !isPastInProgress(reading))
                        .map(SeatCheckFigures::freshness)
                        .toList())
                .render();
    }

    private static boolean isPastInProgress(SourceStatus reading) {
        return reading.source() == Source.HISTORY && reading.outcome() == SourceStatus.Outcome.LATER;
    }

    private static List<Cell> freshness(SourceStatus reading) {
        LocalDate read = reading.succeededAt() == null
                ? null
                : reading.succeededAt().atZone(ZoneOffset.UTC).toLocalDate();
        Cell state = reading.detail() == null
                ? Cell.ours(reading.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                : Cell.text(reading.detail());
        LocalDate through = reading.dataThrough();
        return List.of(
                Cell.ours(reading.source().word()),
                read == null ? Cell.NONE : Cell.ours(Dates.dayAndYear(read)),
                through == null ? Cell.NONE : Cell.ours(Dates.dayAndYear(through)),
                state);
    }

    private static List<Cell> idle(String figure, SeatOverview.IdleSeats idle) {
        return row(figure, idle.cost().words(), Optional.of(Numbers.plural(idle.seats(), "seat")));
    }

    private static Optional<String> budgetOrPool(SeatCheck check) {
        return check.policy()
                .budget()
                .aiCreditsPerMonth()
                .map(budget -> "budget " + Numbers.count(budget))
                .or(() -> switch (check.cost().biller()) {
                    case ORGANIZATION, UNKNOWN -> pool(check.cost());
                    case ENTERPRISE -> Optional.of("the enterprise's pool, which cannot be seen");
                });
    }

    private static Optional<String> pool(CostOfMonth cost) {
        return LimitWords.shareOfPool(cost)
                .flatMap(share -> cost.ownPool().map(pool -> share + " of the included " + Numbers.whole(pool)));
    }

    private static Optional<String> share(SeatCost part, SeatCost all) {
        return all.whole()
                .filter(usd -> usd.signum() > 0)
                .map(usd -> Numbers.percent(part.usd().doubleValue() / usd.doubleValue()));
    }

    private static List<Cell> row(String figure, String value) {
        return row(figure, value, Optional.empty());
    }

    private static List<Cell> row(String figure, String value, Optional<String> against) {
        return List.of(
                Cell.ours(figure), Cell.ours(value), against.map(Cell::ours).orElse(Cell.NONE));
    }
}
