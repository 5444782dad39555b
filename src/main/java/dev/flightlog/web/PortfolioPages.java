package dev.flightlog.web;

import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.Costs;
import dev.flightlog.cost.IdleSaving;
import dev.flightlog.cost.SavingWords;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.Policies;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.seat.SeatCost;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SharedSeatStore;
import dev.flightlog.session.SignedIn;
import dev.flightlog.session.VisibleOrganization;
import dev.flightlog.session.VisibleOrganizations;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.text.Numbers;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page over several organizations. */
@Singleton
class PortfolioPages {
    private final VisibleOrganizations visible;
    private final Costs costs;
    private final Policies policies;
    private final AccessRules access;
    private final SourceStatusStore sources;
    private final SharedSeatStore shared;

    PortfolioPages(
            VisibleOrganizations visible,
            Costs costs,
            Policies policies,
            AccessRules access,
            SourceStatusStore sources,
            SharedSeatStore shared) {
        this.visible = visible;
        this.costs = costs;
        this.policies = policies;
        this.access = access;
        this.sources = sources;
        this.shared = shared;
    }

    /** Nothing for who is an admin of fewer than two. */
    Optional<PortfolioPage> page(SignedIn person) {
        List<Organization> organizations = visible.all(person).stream()
                .filter(VisibleOrganization::admin)
                .map(VisibleOrganization::organization)
                .toList();
        return organizations.size() < 2 ? Optional.empty() : Optional.of(page(organizations));
    }

    private PortfolioPage page(List<Organization> organizations) {
        List<CostOfMonth> all = organizations.stream()
                .map(each ->
                        costs.of(each.id(), policies.inForce(each.id()).policy().seats(), costs.currentMonth()))
                .toList();
        List<PortfolioPage.Row> rows = java.util.stream.IntStream.range(0, all.size())
                .mapToObj(i -> new PortfolioPage.Row(
                        organizations.get(i).login(),
                        "/orgs/" + Query.segment(organizations.get(i).login()),
                        cells(List.of(all.get(i))),
                        through(organizations.get(i).id())))
                .toList();
        List<Long> ids = organizations.stream().map(Organization::id).toList();
        int people = shared.people(ids);
        int seats = all.stream()
                .mapToInt(cost -> cost.seats().map(SeatOverview::seats).orElse(0))
                .sum();
        boolean named = organizations.stream().allMatch(access::mayNameRecently);
        return new PortfolioPage(
                sentence(people, seats, all),
                rows,
                cells(all),
                named,
                Markup.inline(
                        "People are named here only where every one of these organizations lets people be named."),
                named
                        ? shared.shared(ids).stream()
                                .map(seat -> Fact.of(
                                        seat.login(),
                                        organizations.stream()
                                                .filter(each ->
                                                        seat.organizations().contains(each.id()))
                                                .map(Organization::login)
                                                .collect(Collectors.joining(", "))))
                                .toList()
                        : List.of());
    }

    private static String sentence(int people, int seats, List<CostOfMonth> all) {
        long unknown = unknown(all);
        if (unknown == all.size()) {
            return "The seats of " + Numbers.plural(all.size(), "organization") + " are not known.";
        }
        return (unknown == 0 ? "" : "At least ") + Numbers.plural(people, "person holds", "people hold") + " "
                + Numbers.plural(seats, "seat") + " in " + Numbers.plural(all.size(), "organization")
                + (unknown == 0 ? "." : "; the seats of " + unknown + " of them are not known.");
    }

    private static long unknown(List<CostOfMonth> costs) {
        return costs.stream().filter(cost -> !cost.known().known()).count();
    }

    /** "at least" where the seats of some are not known; the date where those of the only one are old. */
    private static String seats(List<CostOfMonth> costs, ToIntFunction<SeatOverview> count) {
        int sum = costs.stream()
                .mapToInt(cost -> cost.seats().map(count::applyAsInt).orElse(0))
                .sum();
        return least(costs)
                + Numbers.count(sum)
                + (costs.size() == 1 ? SeatWords.asOf(costs.getFirst().known()) : "");
    }

    private static String least(List<CostOfMonth> costs) {
        return unknown(costs) == 0 ? "" : "at least ";
    }

    private static List<String> cells(List<CostOfMonth> costs) {
        if (costs.stream().noneMatch(cost -> cost.known().known())) {
            return List.of(Numbers.NONE, Numbers.NONE, Numbers.NONE, Numbers.NONE, Numbers.NONE, credits(costs));
        }
        return List.of(
                seats(costs, SeatOverview::seats),
                seats(costs, SeatOverview::used),
                seats(costs, SeatOverview::idleSeats),
                cost(costs),
                SavingWords.together(costs.stream()
                        .flatMap(cost -> cost.idleSaving().stream())
                        .map(IdleSaving::direct)
                        .toList()),
                credits(costs));
    }

    /** – where of no organization a day is known. */
    private static String credits(List<CostOfMonth> costs) {
        return costs.stream()
                .flatMap(cost -> cost.credits().knownUse().stream())
                .reduce(BigDecimal::add)
                .map(Rows::whole)
                .orElse(Numbers.NONE);
    }

    private static String cost(List<CostOfMonth> costs) {
        SeatCost sum = costs.stream()
                .flatMap(cost -> cost.seats().stream())
                .map(SeatOverview::cost)
                .reduce(SeatCost.NONE, SeatCost::plus);
        return (sum.unpriced() == 0 ? least(costs) : "") + sum.words();
    }

    private @Nullable LocalDate through(long org) {
        SourceStatus usage = sources.of(org).get(Source.USAGE);
        return usage == null ? null : usage.dataThrough();
    }
}
