package dev.flightlog.check;

import dev.flightlog.calendar.SummarySchedule;
import dev.flightlog.cost.IdleSaving;
import dev.flightlog.cost.Saving;
import dev.flightlog.cost.SavingWords;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Table;
import dev.flightlog.seat.SeatCost;
import dev.flightlog.seat.SeatState;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Today's figures under two policies: those that people ask about first, and whatever else differs. */
final class DryRunTable {
    private static final DateTimeFormatter POST = DateTimeFormatter.ofPattern("EEE MMM d, HH:mm VV", Locale.ENGLISH);

    private final DryRun dryRun;
    private final List<List<Cell>> rows = new ArrayList<>();

    private DryRunTable(DryRun dryRun) {
        this.dryRun = dryRun;
    }

    static String render(DryRun dryRun) {
        DryRunTable table = new DryRunTable(dryRun);
        table.fill();
        return Table.of(
                        Table.Column.left("figure"),
                        Table.Column.right("before"),
                        Table.Column.right("after"),
                        Table.Column.right("change"))
                .rows(table.rows)
                .render();
    }

    private void fill() {
        count("Idle seats", effect -> effect.seats().idleSeats());
        money("Price of the idle seats a month", effect -> effect.seats().idleCost());
        saving();
        for (SeatState state : SeatState.values()) {
            differing(
                    "Seats " + state.key().replace('_', ' '),
                    effect -> effect.seats().count(state));
        }
        differing("Idle seats, removable", effect -> effect.seats().removable().seats());
        differing(
                "Idle seats, need a team change",
                effect -> effect.seats().needsTeamChange().seats());
        money("Seat cost a month", effect -> effect.seats().cost());
        count("Teams with numbers", effect -> effect.teams().shown());
        count("Teams hidden", effect -> effect.teams().hidden());
        words("Seats check", effect -> effect.alarms().isEmpty() ? "no alarm" : "action required");
        words("Usage kept from", effect -> Dates.dayAndYear(effect.keptFrom()));
        words("Next weekly post", effect -> post(effect.nextPost(), effect));
    }

    /** The price of idle seats is saved only as far as credits are left over. */
    private void saving() {
        saving("Saved a month by giving them back", IdleSaving::direct);
        if (Stream.of(dryRun.base(), dryRun.head())
                .anyMatch(effect -> SavingWords.withTeams(effect.saving()).isPresent())) {
            saving("– with those held through a team", IdleSaving::all);
        }
    }

    private void saving(String figure, Function<IdleSaving, Saving> part) {
        rows.add(List.of(
                Cell.ours(figure),
                Cell.ours(SavingWords.briefly(part.apply(dryRun.base().saving()))),
                Cell.ours(SavingWords.briefly(part.apply(dryRun.head().saving()))),
                Cell.NONE));
    }

    private void differing(String figure, Function<PolicyEffect, Integer> value) {
        if (!value.apply(dryRun.base()).equals(value.apply(dryRun.head()))) {
            count(figure, value);
        }
    }

    private void count(String figure, Function<PolicyEffect, Integer> value) {
        int before = value.apply(dryRun.base());
        int after = value.apply(dryRun.head());
        rows.add(List.of(
                Cell.ours(figure), Cell.number(before), Cell.number(after), Cell.ours(Numbers.change(before, after))));
    }

    private void money(String figure, Function<PolicyEffect, SeatCost> value) {
        SeatCost before = value.apply(dryRun.base());
        SeatCost after = value.apply(dryRun.head());
        rows.add(List.of(
                Cell.ours(figure),
                Cell.ours(before.words()),
                Cell.ours(after.words()),
                before.whole()
                        .flatMap(from -> after.whole().map(to -> Cell.ours(change(to.subtract(from)))))
                        .orElse(Cell.NONE)));
    }

    private static String change(BigDecimal more) {
        return more.signum() == 0
                ? "→ 0 USD"
                : more.signum() > 0 ? "▲ +" + Numbers.usd(more) : "▼ " + Numbers.usd(more);
    }

    private void words(String figure, Function<PolicyEffect, String> value) {
        String before = value.apply(dryRun.base());
        String after = value.apply(dryRun.head());
        if (!before.equals(after)) {
            rows.add(List.of(Cell.ours(figure), Cell.ours(before), Cell.ours(after), Cell.NONE));
        }
    }

    private static String post(SummarySchedule.Due due, PolicyEffect effect) {
        ZonedDateTime at = due.at().atZone(effect.policy().summary().schedule().zone());
        return POST.format(at);
    }
}
