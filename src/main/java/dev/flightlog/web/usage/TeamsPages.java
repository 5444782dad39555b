package dev.flightlog.web.usage;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.command.answer.ShownTeamWeek;
import dev.flightlog.command.answer.ShownTeamWeeks;
import dev.flightlog.command.answer.TeamsMarkdown;
import dev.flightlog.command.answer.UndecidedWeeks;
import dev.flightlog.command.parse.Command.Teams;
import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Team;
import dev.flightlog.privacy.PeriodSuppression;
import dev.flightlog.privacy.TeamVisibility;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import dev.flightlog.usage.UsageTableStore;
import dev.flightlog.web.Column;
import dev.flightlog.web.Markup;
import dev.flightlog.web.Pager;
import dev.flightlog.web.Query;
import dev.flightlog.web.Visit;
import gg.jte.Content;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of teams: the visitor's own, or all for an admin. */
@Singleton
class TeamsPages {
    private final DirectoryStore directory;
    private final UsageTableStore usage;
    private final VisibleTeams visible;

    TeamsPages(DirectoryStore directory, UsageTableStore usage, VisibleTeams visible) {
        this.directory = directory;
        this.usage = usage;
        this.visible = visible;
    }

    /**
     * The page.
     *
     * @param mine slugs of the visitor's teams, in lower case
     * @param all whether an admin wants all teams
     */
    TeamsPage page(Visit visit, Set<String> mine, boolean all, String sort, int page) {
        long org = visit.org();
        int threshold = visit.policy().privacy().minTeamSize();
        Teams.Sort by = sort(sort);
        IsoWeek week = usage.latestWeek(org, visit.now());
        TeamVisibility now = visible.now(org, threshold);
        Map<IsoWeek, PeriodSuppression> both = week == null ? Map.of() : both(org, week, threshold, all);
        Optional<Content> unknown = visit.teamsUnknown();
        List<TeamsMarkdown.Row> rows =
                week == null || unknown.isPresent() ? List.of() : rows(org, week, by, threshold, all, mine, both);
        Query query = Query.of(visit.path("/teams"))
                .with("mine", visit.admin() && !all ? "1" : "")
                .with("sort", by == Teams.Sort.ACTIVE ? "" : key(by));
        Pager pager = Pager.of(page, rows.size(), query);
        List<TeamsPage.Closed> closed = unknown.isPresent() ? List.of() : closed(org, mine, rows, now);
        return new TeamsPage(
                visit.path("/teams"),
                visit.admin(),
                all,
                sentence(visit, rows.size(), week, all, unknown.isPresent(), both),
                unknown.isPresent() || mine.isEmpty() || all
                        ? "No team can be shown"
                        : "None of your teams has figures yet",
                unknown.orElseGet(() -> Markup.inline(
                        mine.isEmpty() && !all
                                ? "You are in no team of this organization. Teams are kept on GitHub; an owner or a"
                                        + " maintainer adds you."
                                : "Teams appear here when enough people in them hold a seat and a day of usage is"
                                        + " known.",
                        visit)),
                columns(by, query, SeatWords.asOf(visit.seatsKnown())),
                pager.of(rows).stream().map(row -> row(visit, row)).toList(),
                pager,
                closed,
                visit.admin() && unknown.isEmpty() && now.hidden() > 0
                        ? Numbers.plural(now.hidden(), "team") + " hidden: fewer than " + threshold
                                + " people in them hold a seat, or such numbers would follow from theirs."
                        : "");
    }

    private Map<IsoWeek, PeriodSuppression> both(long org, IsoWeek week, int threshold, boolean all) {
        List<IsoWeek> weeks = List.of(week.previous(), week);
        return all ? visible.in(org, weeks, threshold) : visible.inForMembers(org, weeks, threshold);
    }

    private List<TeamsMarkdown.Row> rows(
            long org,
            IsoWeek week,
            Teams.Sort by,
            int threshold,
            boolean all,
            Set<String> mine,
            Map<IsoWeek, PeriodSuppression> both) {
        List<ShownTeamWeek> shown = ShownTeamWeeks.of(usage.weeks(org, week.previous(), week), both).stream()
                .filter(row -> all || mine.contains(row.slug().toLowerCase(Locale.ROOT)))
                .toList();
        return TeamsMarkdown.rows(by, week, shown, threshold);
    }

    private static String sentence(
            Visit visit,
            int teams,
            @Nullable IsoWeek week,
            boolean all,
            boolean unknown,
            Map<IsoWeek, PeriodSuppression> decided) {
        if (week == null) {
            return visit.noUsage();
        }
        if (unknown) {
            return "Which teams can be shown is not known.";
        }
        if (!decided.containsKey(week)) {
            return UndecidedWeeks.sentence(List.of(week));
        }
        return Numbers.plural(teams, all ? "team" : "team of yours", all ? "teams" : "teams of yours") + " in "
                + Dates.weekTitle(week.monday()) + ".";
    }

    /** The visitor's teams that are not in the list, with why. */
    private List<TeamsPage.Closed> closed(
            long org, Set<String> mine, List<TeamsMarkdown.Row> rows, TeamVisibility now) {
        Set<Long> open = rows.stream().map(row -> row.week().team()).collect(Collectors.toSet());
        return directory.teams(org).stream()
                .filter(team -> mine.contains(team.slug().toLowerCase(Locale.ROOT)) && !open.contains(team.id()))
                .map(team -> new TeamsPage.Closed(team.name(), why(team, now)))
                .toList();
    }

    private static String why(Team team, TeamVisibility now) {
        return switch (now.teams().get(team.id())) {
            case TOO_SMALL -> "Too few people in it hold a seat.";
            case GIVES_AWAY_OTHERS -> "Together with other teams' numbers it would reveal too few people.";
            case SHOWN, SECRET -> "No day of usage is known of it in this week.";
            case null -> "Nothing is known of it yet.";
        };
    }

    private static TeamsPage.Row row(Visit visit, TeamsMarkdown.Row row) {
        return new TeamsPage.Row(
                row.week().name(),
                row.week().slug(),
                visit.path("/teams/" + Query.segment(row.week().slug())),
                row.cells().stream().map(Object::toString).toList());
    }

    private static List<Column> columns(Teams.Sort by, Query query, String seatsAsOf) {
        return List.of(
                Column.text("Team"),
                Column.number("People with a seat" + seatsAsOf),
                sorting("Active users", Teams.Sort.ACTIVE, by, query),
                sorting("Change", Teams.Sort.CHANGE, by, query),
                Column.number("Acceptance rate"),
                Column.number("Agent users"),
                sorting("AI credits", Teams.Sort.CREDITS, by, query));
    }

    private static Column sorting(String name, Teams.Sort column, Teams.Sort by, Query query) {
        return Column.sorting(
                name, true, key(column), key(by), column == Teams.Sort.CHANGE ? "ascending" : "descending", query);
    }

    private static Teams.Sort sort(String word) {
        return Arrays.stream(Teams.Sort.values())
                .filter(sort -> key(sort).equals(word))
                .findFirst()
                .orElse(Teams.Sort.ACTIVE);
    }

    private static String key(Teams.Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }
}
