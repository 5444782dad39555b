package dev.flightlog.web.usage;

import dev.flightlog.api.Days;
import dev.flightlog.api.usage.TeamBreakdowns;
import dev.flightlog.api.usage.TeamUsage;
import dev.flightlog.command.answer.TeamMarkdown;
import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Person;
import dev.flightlog.directory.Team;
import dev.flightlog.privacy.TeamVisibility;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.seat.SurfaceName;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.summary.text.FeatureNames;
import dev.flightlog.text.ModelName;
import dev.flightlog.text.Numbers;
import dev.flightlog.usage.UsageTableStore;
import dev.flightlog.web.Column;
import dev.flightlog.web.Figure;
import dev.flightlog.web.Markup;
import dev.flightlog.web.Period;
import dev.flightlog.web.PeriodBar;
import dev.flightlog.web.Query;
import dev.flightlog.web.Rows;
import dev.flightlog.web.Series;
import dev.flightlog.web.Visit;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page of a team, alone or compared with another. */
@Singleton
class TeamPages {
    private static final int CELLS = 7;
    private static final String CHANGE = "Change of active users";

    private final DirectoryStore directory;
    private final UsageTableStore usage;
    private final VisibleTeams visible;
    private final ShownPoints points;
    private final TeamUsage usageOfTeams;

    TeamPages(
            DirectoryStore directory,
            UsageTableStore usage,
            VisibleTeams visible,
            ShownPoints points,
            TeamUsage usageOfTeams) {
        this.usageOfTeams = usageOfTeams;
        this.directory = directory;
        this.usage = usage;
        this.visible = visible;
        this.points = points;
    }

    /**
     * The page; null for a team that is not there.
     *
     * @param other slug of a team to compare with; empty for none
     * @param mine slugs of the visitor's teams, in lower case
     */
    @Nullable
    TeamPage page(Visit visit, String slug, Period asked, String other, Set<String> mine) {
        Team team = directory.teamBySlug(visit.org(), slug);
        if (team == null) {
            return null;
        }
        Period period = asked.byDayOrWeek();
        int threshold = visit.policy().privacy().minTeamSize();
        TeamVisibility now = visible.now(visit.org(), threshold);
        boolean open = mayOpen(visit, team, now, mine);
        List<Team> others = open ? others(visit, team, now, mine) : List.of();
        Team compared = others.stream()
                .filter(each -> each.slug().equalsIgnoreCase(other))
                .findFirst()
                .orElse(null);
        List<ShownPoints.Point> rows = open ? points.team(visit.org(), team.id(), period, threshold) : List.of();
        int seats = usage.seats(visit.org(), team.id());
        Query query = Query.of(visit.path("/teams/" + Query.segment(team.slug())));
        return new TeamPage(
                query.path(),
                visit.path("/teams"),
                team.name(),
                open
                        ? Numbers.plural(seats, "person holds", "people hold") + " a seat"
                                + SeatWords.asOf(visit.seatsKnown()) + ". " + team.description()
                        : "",
                team.htmlUrl(),
                open,
                visit.teamsUnknown()
                        .orElseGet(() -> Markup.of(
                                TeamMarkdown.hidden(now.teams().get(team.id()), threshold)
                                        .body(),
                                visit)),
                period.into(query.at("/days.csv")).with("by", "").href(),
                period.into(query.at("/days.json")).with("by", "").href(),
                open ? figures(rows, Numbers.count(seats), seatsOf(visit.seatsKnown()), period, threshold) : List.of(),
                PeriodBar.byDayOrWeek(period, compared == null ? query : query.with("compare", compared.slug())),
                compared == null ? null : compared.name(),
                others.stream()
                        .map(each -> new TeamPage.Other(each.slug(), each.name(), each.equals(compared)))
                        .toList(),
                compared == null
                        ? alone(rows, period, threshold)
                        : beside(
                                team.name(),
                                rows,
                                compared.name(),
                                points.team(visit.org(), compared.id(), period, threshold),
                                period),
                open ? names(visit.org(), team, period, threshold) : List.of());
    }

    private List<TeamPage.Names> names(long org, Team team, Period period, int threshold) {
        TeamBreakdowns used = usageOfTeams.forMembers(org, team, new Days(period.first(), period.last()), threshold);
        return Stream.of(
                        new TeamPage.Names("Languages", joined(used.languages(), UnaryOperator.identity())),
                        new TeamPage.Names("Editors", joined(used.editors(), SurfaceName::editor)),
                        new TeamPage.Names("Models", joined(used.models(), ModelName::of)),
                        new TeamPage.Names("Features", joined(used.features(), FeatureNames::of)))
                .filter(each -> !each.names().isEmpty())
                .toList();
    }

    private static String joined(List<String> names, UnaryOperator<String> name) {
        return names.stream().map(name).distinct().collect(Collectors.joining(" · "));
    }

    /** Secret teams are shown to who sees them on GitHub: their members and owners. */
    boolean mayOpen(Visit visit, Team team, TeamVisibility now, Set<String> mine) {
        if (now.shows(team.id())) {
            return true;
        }
        Person person = directory.personById(visit.org(), visit.person().personId());
        boolean seesSecret = mine.contains(team.slug().toLowerCase(Locale.ROOT))
                || person != null && person.role() == Person.Role.ADMIN;
        return seesSecret && now.showsToMembers(team.id());
    }

    private List<Team> others(Visit visit, Team team, TeamVisibility now, Set<String> mine) {
        return directory.teams(visit.org()).stream()
                .filter(each -> each.id() != team.id())
                .filter(each -> visit.admin() || mine.contains(each.slug().toLowerCase(Locale.ROOT)))
                .filter(each -> mayOpen(visit, each, now, mine))
                .sorted(Comparator.comparing(Team::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static List<Figure> figures(
            List<ShownPoints.Point> rows, String seats, String seatsOf, Period period, int least) {
        if (rows.isEmpty()) {
            return List.of(Figure.of("People with a seat", seats, seatsOf));
        }
        ShownPoints.Point last = rows.getLast();
        String when = Rows.label(period.step(), last.first(), last.days());
        return List.of(
                Figure.of("People with a seat", seats, seatsOf),
                active(rows, period.step(), when, least),
                Figure.of("Acceptance rate", last.rate(), when),
                Figure.of("Agent users", last.agent(), when),
                Figure.of("Chat users", last.chat(), when),
                Figure.of("AI credits", last.credits(), when));
    }

    private static String seatsOf(SeatsKnown known) {
        String asOf = SeatWords.asOf(known).strip();
        return asOf.isEmpty() ? "now" : asOf;
    }

    private static Figure active(List<ShownPoints.Point> rows, Period.Step step, String when, int least) {
        ShownPoints.Point last = rows.getLast();
        String change = change(rows, last, step, least);
        return change.equals(Numbers.NONE)
                ? Figure.of("Active users", last.active(), when)
                : new Figure("Active users", last.active(), when, change, "against the week before", null);
    }

    /** Of a week's active users against the week before; "–" unless both have the same days and may be shown. */
    private static String change(List<ShownPoints.Point> rows, ShownPoints.Point point, Period.Step step, int least) {
        Integer now = point.activePeople().orNull();
        Integer before = rows.stream()
                .filter(_ -> step == Period.Step.WEEK)
                .filter(each -> each.days() == point.days())
                .filter(each -> each.first().plusWeeks(1).equals(point.first()))
                .findFirst()
                .map(each -> each.activePeople().orNull())
                .orElse(null);
        return now == null || before == null ? Numbers.NONE : Numbers.changeOfPeople(before, now, least);
    }

    private static Series alone(List<ShownPoints.Point> rows, Period period, int least) {
        boolean weekly = period.step() == Period.Step.WEEK;
        List<Column> columns = Stream.concat(
                        Stream.of(Column.text(SeriesPages.words(period.step()))),
                        Stream.concat(NAMES.stream(), weekly ? Stream.of(CHANGE) : Stream.<String>empty())
                                .map(Column::number))
                .toList();
        List<Series.Chart> charts = List.of(
                new Series.Chart("Active users", "distinct people", "line", "1", ""),
                new Series.Chart("Acceptance rate", "of code completions", "line", "2", " %"),
                new Series.Chart("What they used", "distinct people", "line", "3 4 5", ""),
                new Series.Chart("AI credits", "estimate", "bar", "7", ""));
        return new Series(
                SeriesPages.words(period.step()) + "s, " + period.words(),
                columns,
                rows.reversed().stream()
                        .map(point -> row(
                                period,
                                point,
                                weekly
                                        ? Stream.concat(
                                                        cells(point).stream(),
                                                        Stream.of(change(rows, point, period.step(), least)))
                                                .toList()
                                        : cells(point)))
                        .toList(),
                charts,
                note());
    }

    private static final List<String> NAMES = List.of(
            "Active users", "Acceptance rate", "Chat users", "Agent users", "CLI users", "Lines added", "AI credits");

    private static Series beside(
            String name, List<ShownPoints.Point> rows, String other, List<ShownPoints.Point> others, Period period) {
        Map<LocalDate, ShownPoints.Point> one =
                rows.stream().collect(Collectors.toMap(ShownPoints.Point::first, Function.identity()));
        Map<LocalDate, ShownPoints.Point> two = others.stream()
                .collect(Collectors.toMap(
                        ShownPoints.Point::first, Function.identity(), (a, _) -> a, () -> new TreeMap<>()));
        List<Column> columns = new ArrayList<>(List.of(Column.text(SeriesPages.words(period.step()))));
        NAMES.forEach(each -> {
            columns.add(Column.number(each + ", " + name));
            columns.add(Column.number(each + ", " + other));
        });
        List<Series.Row> both = Stream.concat(one.keySet().stream(), two.keySet().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(first -> row(period, one.get(first), two.get(first)))
                .toList();
        List<Series.Chart> charts = List.of(
                new Series.Chart("Active users", "distinct people", "line", "1 2", ""),
                new Series.Chart("Acceptance rate", "of code completions", "line", "3 4", " %"),
                new Series.Chart("Agent users", "distinct people", "line", "7 8", ""),
                new Series.Chart("AI credits", "estimate", "bar", "13 14", ""));
        return new Series(SeriesPages.words(period.step()) + "s, " + period.words(), columns, both, charts, note());
    }

    private static Series.Row row(Period period, ShownPoints.@Nullable Point one, ShownPoints.@Nullable Point two) {
        ShownPoints.Point known = one == null ? two : one;
        if (known == null) {
            throw new IllegalArgumentException("one of both must be known");
        }
        List<String> left = one == null ? unknown() : cells(one);
        List<String> right = two == null ? unknown() : cells(two);
        List<String> cells = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++) {
            cells.add(left.get(cell));
            cells.add(right.get(cell));
        }
        return row(period, known, cells);
    }

    private static Series.Row row(Period period, ShownPoints.Point point, List<String> cells) {
        return new Series.Row(
                Rows.label(period.step(), point.first(), point.days()),
                Rows.brief(period.step(), point.first()),
                cells,
                Rows.whole(period.step(), point.first(), point.days()));
    }

    private static List<String> unknown() {
        return java.util.Collections.nCopies(CELLS, Numbers.NONE);
    }

    private static List<String> cells(ShownPoints.Point point) {
        return List.of(
                point.active(), point.rate(), point.chat(), point.agent(), point.cli(), point.lines(), point.credits());
    }

    private static String note() {
        return SeriesPages.note() + " Who is in two teams counts in both.";
    }
}
