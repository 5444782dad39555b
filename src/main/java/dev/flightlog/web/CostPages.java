package dev.flightlog.web;

import dev.flightlog.command.answer.CostDetail;
import dev.flightlog.command.answer.CostDetailMarkdown;
import dev.flightlog.command.answer.CostDetails;
import dev.flightlog.command.answer.CostLimitsMarkdown;
import dev.flightlog.command.answer.CostMarkdown;
import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.Costs;
import dev.flightlog.cost.CreditMonth;
import dev.flightlog.cost.HeldSeats;
import dev.flightlog.cost.IdleSaving;
import dev.flightlog.cost.LimitWords;
import dev.flightlog.cost.SavingWords;
import dev.flightlog.seat.SeatDay;
import dev.flightlog.seat.SeatDayStore;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.summary.text.TeamCreditsTable;
import dev.flightlog.text.Dates;
import dev.flightlog.text.ModelName;
import dev.flightlog.text.Numbers;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of cost: the running month, then the months before it. */
@Singleton
class CostPages {
    private static final int MONTHS = 12;
    private static final int MAX_PEOPLE = 50;

    private final Costs costs;
    private final SeatDayStore days;
    private final CostDetails details;

    CostPages(Costs costs, SeatDayStore days, CostDetails details) {
        this.costs = costs;
        this.days = days;
        this.details = details;
    }

    CostPage page(Visit visit) {
        List<CostOfMonth> months = costs.latest(visit.org(), visit.policy().seats(), MONTHS);
        CostOfMonth now = months.getFirst();
        CostDetail detail = details.of(visit.context(), now.credits().month());
        String budgets = CostLimitsMarkdown.budgets(now, visit.context(), true);
        int morePeople = Math.max(0, detail.people().size() - MAX_PEOPLE);
        return new CostPage(
                CostMarkdown.sentence(now, true),
                now.credits()
                        .dataThrough()
                        .map(day -> "AI credits are known to " + Dates.dayAndYear(day) + ".")
                        .orElse("No AI credits of this month are known yet."),
                figures(now),
                Markup.inline(
                        now.seats().isEmpty()
                                ? SeatWords.unknown(now.known())
                                : CostMarkdown.findings(now, visit.context(), true)
                                        .strip(),
                        visit),
                now.seats().map(SeatOverview::idleSeats).orElse(0) == 0 ? null : visit.path("/seats?state=idle"),
                "A seat brings credits worth its price: what is saved depends on whether the month's credits are used"
                        + " up.",
                budgets.isBlank() ? null : Markup.of(budgets, visit),
                months.stream()
                        .filter(month -> month == now
                                || month.credits().daysKnown() > 0
                                || month.billed().isPresent())
                        .map(month -> row(visit.org(), month))
                        .toList(),
                Markup.of(
                        CostLimitsMarkdown.limits(now, visit.context(), true)
                                + CostDetailMarkdown.gitHubBudgets(now, visit.context()),
                        visit),
                now.creditsByModel().stream()
                        .map(model -> Fact.of(
                                model.model().isBlank() ? "no model named" : ModelName.of(model.model()),
                                Rows.whole(model.credits())))
                        .toList(),
                detail.teams().shown().stream()
                        .map(team -> new CostPage.TeamRow(
                                team.slug(),
                                team.name(),
                                TeamCreditsTable.credits(team),
                                team.days() + " of " + team.daysWithData()))
                        .toList(),
                visit.teamsUnknown().isPresent()
                        ? "How many of their people hold a seat is not known."
                        : TeamCreditsTable.note(detail.teams()),
                detail.people().stream()
                        .limit(MAX_PEOPLE)
                        .map(person -> Fact.of(person.login(), Rows.whole(person.credits())))
                        .toList(),
                morePeople == 0
                        ? ""
                        : Numbers.plural(morePeople, "more person", "more people")
                                + " used less; the API has them all.");
    }

    private static List<Figure> figures(CostOfMonth now) {
        CreditMonth credits = now.credits();
        return List.of(
                Figure.of(
                        "Seats",
                        now.seats().map(held -> Numbers.count(held.seats())).orElse(Numbers.NONE),
                        now.seats()
                                .map(held -> held.cost().amount() + " a month")
                                .orElse("not known")),
                Figure.of("AI credits used", credits.knownUse().map(Rows::whole).orElse(Numbers.NONE), pool(now)),
                Figure.of(
                        "Projected to the month's end",
                        credits.projected()
                                .map(end -> CostMarkdown.projected(now, end))
                                .orElse(Numbers.NONE),
                        credits.pace() == CreditMonth.Pace.HIDDEN_BY_STOPS ? LimitWords.PACE_NOT_KNOWN : "AI credits"),
                Figure.of(
                        "Credits beyond the included",
                        now.projectedOverageUsd().map(Numbers::wholeUsd).orElse(Numbers.NONE),
                        now.stop().map(LimitWords::stop).orElse("estimate")),
                Figure.of(
                        "Saved by giving back idle seats",
                        now.idleSaving()
                                .map(saving -> SavingWords.briefly(saving.direct()))
                                .orElse(Numbers.NONE),
                        now.idleSaving().map(CostPages::saved).orElse("not known")),
                Figure.of("Billed by GitHub", usd(now.billedUsd()), "AI credits beyond the included"));
    }

    private static String saved(IdleSaving saving) {
        return SavingWords.seats(saving) + ", a month"
                + SavingWords.withTeams(saving).map(more -> "; " + more).orElse("");
    }

    private static String pool(CostOfMonth now) {
        String included = included(now.credits());
        return switch (now.biller()) {
            case ENTERPRISE -> "of the enterprise's pool, to which the seats bring " + included;
            case ORGANIZATION, UNKNOWN ->
                LimitWords.shareOfPool(now)
                        .map(share -> share + " of " + included + " included")
                        .orElse("included: " + included);
        };
    }

    private Series.Row row(long org, CostOfMonth cost) {
        CreditMonth credits = cost.credits();
        YearMonth month = credits.month();
        SeatDay day = days.latest(org, month.atEndOfMonth());
        return new Series.Row(
                Rows.label(Period.Step.MONTH, month.atDay(1), month.lengthOfMonth())
                        + (credits.complete()
                                ? ""
                                : ", " + credits.daysKnown() + " of " + month.lengthOfMonth() + " days"),
                Rows.brief(Period.Step.MONTH, month.atDay(1)),
                List.of(
                        seats(day, month),
                        cost.held().map(held -> priced(cost, held)).orElse(Numbers.NONE),
                        credits.knownUse().map(Rows::whole).orElse(Numbers.NONE),
                        included(credits),
                        LimitWords.shareOfPool(cost).orElse(Numbers.NONE),
                        cost.over()
                                ? usd(cost.projectedOverageUsd())
                                : cost.projectedOverageUsd()
                                        .map(Numbers::wholeUsd)
                                        .orElse(Numbers.NONE),
                        usd(cost.billedUsd()) + (cost.billMoves() ? " so far" : "")),
                true);
    }

    /** At the prices of that month; marked where they were not kept, and today's are taken. */
    private static String priced(CostOfMonth cost, HeldSeats held) {
        return held.cost().words() + (cost.over() && cost.then().isEmpty() ? "*" : "");
    }

    /** A day of another month says nothing about this one. */
    private static String seats(@Nullable SeatDay day, YearMonth month) {
        return day == null || !YearMonth.from(day.day()).equals(month) ? Numbers.NONE : Numbers.count(day.seats());
    }

    private static String included(CreditMonth credits) {
        return credits.included().map(Rows::whole).orElse(Numbers.NONE);
    }

    private static String usd(Optional<BigDecimal> amount) {
        return amount.map(Numbers::usd).orElse(Numbers.NONE);
    }
}
