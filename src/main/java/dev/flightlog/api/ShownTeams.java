package dev.flightlog.api;

import dev.flightlog.api.TeamHistory.TeamDay;
import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Team;
import dev.flightlog.governance.Policies;
import dev.flightlog.governance.PolicyInForce;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.privacy.PeriodSuppression;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.privacy.TeamVisibility;
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

    /** Those shown now, by slug. */
    Shown now(long org) {
        TeamVisibility visibility = visible.now(org, least(org));
        Map<Long, Integer> holders = seats.byTeam(org);
        List<Sized> shown = directory.teams(org).stream()
                .filter(team -> visibility.shows(team.id()))
                .map(team -> new Sized(team, holders.getOrDefault(team.id(), 0)))
                .toList();
        return new Shown(shown, visibility.hidden());
    }

    /** A team that is shown now; null for any other, known or not. */
    @Nullable
    Team bySlug(long org, String slug) {
        TeamVisibility visibility = visible.now(org, least(org));
        Team team = directory.teamBySlug(org, slug);
        return team != null && visibility.shows(team.id()) ? team : null;
    }

    /** The team's days on which it may be shown, with the figures that may be. */
    List<TeamDay> history(long org, Team team, Days days) {
        int least = least(org);
        Map<LocalDate, PeriodSuppression> byDay = visible.on(org, days.since(), days.until(), least);
        Map<IsoWeek, PeriodSuppression> byWeek = visible.in(org, weeks(byDay.keySet()), least);
        Function<LocalDate, Suppressed> shown = day -> {
            PeriodSuppression week = byWeek.get(IsoWeek.of(day));
            PeriodSuppression known = byDay.get(day);
            return known == null || week == null || !week.shows(team.id())
                    ? PeriodSuppression.nothingKnown(least).organization()
                    : known.of(team.id());
        };
        return usage.team(org, team.id(), days, shown).stream()
                .filter(day -> !shown.apply(day.date()).hidden())
                .toList();
    }

    private static Set<IsoWeek> weeks(Set<LocalDate> days) {
        return days.stream().map(IsoWeek::of).collect(Collectors.toSet());
    }

    /** What may be shown of the organization on each of these days. */
    Function<LocalDate, Suppressed> organization(long org, Days days) {
        int least = least(org);
        Map<LocalDate, PeriodSuppression> byDay = visible.on(org, days.since(), days.until(), least);
        return day ->
                byDay.getOrDefault(day, PeriodSuppression.nothingKnown(least)).organization();
    }

    /**
     * @throws ProblemException 503 until the policy was read once: it may want larger teams than the defaults; and until
     *     seats and teams were: seats say how large a team is
     */
    private int least(long org) {
        PolicyInForce inForce = policies.inForce(org);
        if (!inForce.wasRead()) {
            throw ProblemException.unavailable(
                    "the policy file was not read yet, and it says how large a team must be to be shown");
        }
        if (knowledge.now(org) instanceof SeatsKnown.NeverRead(String cause)) {
            throw ProblemException.unavailable("teams are shown by their seats, which could not be read: " + cause);
        }
        DirectoryWords.unread(readings.of(org).get(Source.DIRECTORY)).ifPresent(sentence -> {
            throw ProblemException.unavailable(sentence);
        });
        return inForce.policy().privacy().minTeamSize();
    }

    /** Teams that are shown, and how many are not. */
    record Shown(List<Sized> teams, int hidden) {
        /**
         * What is left for somebody who may see these teams only.
         *
         * @param slugs in lower case
         */
        Shown only(Set<String> slugs) {
            List<Sized> left = teams.stream()
                    .filter(each -> slugs.contains(each.team().slug().toLowerCase(Locale.ROOT)))
                    .toList();
            return new Shown(left, slugs.size() - left.size());
        }
    }

    /** A team, and how many people in it hold a seat. */
    record Sized(Team team, int seats) {}
}
