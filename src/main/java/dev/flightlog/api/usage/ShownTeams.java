package dev.flightlog.api.usage;

import dev.flightlog.api.Days;
import dev.flightlog.api.ProblemException;
import dev.flightlog.api.usage.TeamHistory.TeamDay;
import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Team;
import dev.flightlog.governance.Policies;
import dev.flightlog.governance.PolicyInForce;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.privacy.TeamVisibility;
import dev.flightlog.privacy.VisibleTeam;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.seat.SeatKnowledge;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.summary.DirectoryWords;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Teams and days whose numbers may be shown, by the rule that posts and commands follow. */
@Singleton
class ShownTeams {
    private final DirectoryStore directory;
    private final VisibleTeams visible;
    private final TeamSeatStore seats;
    private final UsageAnswerStore usage;
    private final Policies policies;
    private final SeatKnowledge knowledge;
    private final SourceStatusStore readings;

    ShownTeams(
            DirectoryStore directory,
            VisibleTeams visible,
            TeamSeatStore seats,
            UsageAnswerStore usage,
            Policies policies,
            SeatKnowledge knowledge,
            SourceStatusStore readings) {
        this.directory = directory;
        this.visible = visible;
        this.seats = seats;
        this.usage = usage;
        this.policies = policies;
        this.knowledge = knowledge;
        this.readings = readings;
    }

    /** Those shown to every reader now, by slug. */
    Shown now(long org) {
        TeamVisibility visibility = visible.now(org, least(org));
        return new Shown(sized(org, team -> visibility.shows(team.id())), visibility.hidden());
    }

    /**
     * Those of a member's own teams that are shown to the member, secret ones too.
     *
     * @param own slugs in lower case
     */
    Shown ofMember(long org, Set<String> own) {
        TeamVisibility visibility = visible.now(org, least(org));
        List<Sized> shown = sized(
                org,
                team -> own.contains(team.slug().toLowerCase(Locale.ROOT)) && visibility.showsToMembers(team.id()));
        return new Shown(shown, own.size() - shown.size());
    }

    private List<Sized> sized(long org, Predicate<Team> shown) {
        Map<Long, Integer> holders = seats.byTeam(org);
        return directory.teams(org).stream()
                .filter(shown)
                .map(team -> new Sized(team, holders.getOrDefault(team.id(), 0)))
                .toList();
    }

    /** A team that is shown to every reader now; null for any other, known or not. */
    @Nullable
    Team bySlug(long org, String slug) {
        TeamVisibility visibility = visible.now(org, least(org));
        Team team = directory.teamBySlug(org, slug);
        return team != null && visibility.shows(team.id()) ? team : null;
    }

    /** As {@link #bySlug}, for somebody who is in it. */
    @Nullable
    Team bySlugForMembers(long org, String slug) {
        TeamVisibility visibility = visible.now(org, least(org));
        Team team = directory.teamBySlug(org, slug);
        return team != null && visibility.showsToMembers(team.id()) ? team : null;
    }

    /** The team's days on which every reader may see it, with the figures that may be shown. */
    List<TeamDay> history(long org, Team team, Days days) {
        return history(org, team, days, shown(org, team, days));
    }

    /** As {@link #history(long, Team, Days)}, for somebody who may see the team though it is secret. */
    List<TeamDay> historyForMembers(long org, Team team, Days days, int least) {
        return history(org, team, days, shownToMembers(org, team, days, least));
    }

    private List<TeamDay> history(long org, Team team, Days days, Function<LocalDate, Suppressed> shown) {
        return usage.team(org, team.id(), days, shown).stream()
                .filter(day -> !shown.apply(day.date()).hidden())
                .toList();
    }

    /** What every reader may see of a team on each of these days. */
    Function<LocalDate, Suppressed> shown(long org, Team team, Days days) {
        int least = least(org);
        return shown(visible.team(org, team.id(), least), days, least);
    }

    /** As {@link #shown(long, Team, Days)}, for somebody who may see the team though it is secret. */
    Function<LocalDate, Suppressed> shownToMembers(long org, Team team, Days days, int least) {
        return shown(visible.teamForMembers(org, team.id(), least), days, least);
    }

    /** A day is shown only in a week that is. */
    private static Function<LocalDate, Suppressed> shown(VisibleTeam team, Days days, int least) {
        Map<LocalDate, Suppressed> byDay = team.on(days.since(), days.until());
        Map<IsoWeek, Suppressed> byWeek = team.in(weeks(byDay.keySet()));
        return day -> {
            Suppressed week = byWeek.get(IsoWeek.of(day));
            Suppressed known = byDay.get(day);
            return known == null || week == null || week.hidden() ? Suppressed.everything(least) : known;
        };
    }

    private static Set<IsoWeek> weeks(Set<LocalDate> days) {
        return days.stream().map(IsoWeek::of).collect(Collectors.toSet());
    }

    /** What may be shown of the organization on each of these days. */
    Function<LocalDate, Suppressed> organization(long org, Days days) {
        return organization(org, days, leastOfOrganization(org));
    }

    Function<LocalDate, Suppressed> organization(long org, Days days, int least) {
        Map<LocalDate, Suppressed> byDay = visible.organizationOn(org, days.since(), days.until(), least);
        return day -> byDay.getOrDefault(day, Suppressed.everything(least));
    }

    /**
     * The least number of people of whom figures of the whole organization are shown. It needs no seats: while they are not
     * known no team is shown, from which the organization's figures could be told apart.
     *
     * @throws ProblemException 503 until the policy was read once: it may want more people than the defaults
     */
    int leastOfOrganization(long org) {
        PolicyInForce inForce = policies.inForce(org);
        if (!inForce.wasRead()) {
            throw ProblemException.unavailable(
                    "the policy file was not read yet, and it says of how many people figures are shown");
        }
        return inForce.policy().privacy().minTeamSize();
    }

    /**
     * The least size of a team that is shown.
     *
     * @throws ProblemException 503 as for {@link #leastOfOrganization}, and until seats and teams were read once: seats say
     *     how large a team is
     */
    int least(long org) {
        int least = leastOfOrganization(org);
        if (knowledge.now(org) instanceof SeatsKnown.NeverRead(String cause)) {
            throw ProblemException.unavailable("teams are shown by their seats, which could not be read: " + cause);
        }
        DirectoryWords.unread(readings.of(org).get(Source.DIRECTORY)).ifPresent(sentence -> {
            throw ProblemException.unavailable(sentence);
        });
        return least;
    }

    /** The UTC day of the listing by which teams are shown, where it is old; else null. */
    @Nullable
    LocalDate seatsAsOf(long org) {
        return knowledge.now(org) instanceof SeatsKnown.AsOf(LocalDate day) ? day : null;
    }

    /** Teams that are shown, and how many are not. */
    record Shown(List<Sized> teams, int hidden) {}

    /** A team, and how many people in it hold a seat. */
    record Sized(Team team, int seats) {}
}
