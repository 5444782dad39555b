package dev.flightlog.command.answer;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.command.parse.Command;
import dev.flightlog.command.parse.TeamName;
import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Team;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.privacy.PeriodSuppression;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.privacy.TeamVisibility;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.summary.UsageWords;
import dev.flightlog.text.EnglishText;
import dev.flightlog.usage.TeamWeek;
import dev.flightlog.usage.UsageTableStore;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One team's numbers, for its members and admins; the threshold holds for everybody. */
@Singleton
public class TeamAnswer {
    private static final int DEFAULT_WEEKS = 8;
    private static final int MAX_WEEKS = 26;

    private final DirectoryStore directory;
    private final UsageTableStore usage;
    private final VisibleTeams visible;

    TeamAnswer(DirectoryStore directory, UsageTableStore usage, VisibleTeams visible) {
        this.directory = directory;
        this.usage = usage;
        this.visible = visible;
    }

    public Reply answer(Command.TeamNumbers wanted, CommandContext question) {
        return question.teamsUnknown()
                .map(why -> Reply.nothing(why, ""))
                .orElseGet(() ->
                        wanted.team().map(name -> one(name, wanted, question)).orElseGet(() -> own(question)));
    }

    private Reply one(TeamName name, Command.TeamNumbers wanted, CommandContext question) {
        long org = question.organization().id();
        Team team = name.isOf(question.organization().login()) ? directory.teamBySlug(org, name.slug()) : null;
        if (team == null) {
            return unknown(name, question);
        }
        int min = question.policy().privacy().minTeamSize();
        TeamVisibility.Reason reason = visible.now(org, min).teams().get(team.id());
        if (reason != TeamVisibility.Reason.SHOWN) {
            return TeamMarkdown.hidden(reason, min);
        }
        List<TeamWeek> weeks = weeks(org, team, wanted, question);
        Set<IsoWeek> known = weeks.stream().map(TeamWeek::week).collect(Collectors.toSet());
        Map<IsoWeek, Suppressed> shown = visible.team(org, team.id(), min).in(known);
        return TeamMarkdown.render(
                        team,
                        usage.seats(org, team.id()),
                        ShownTeamWeeks.ofTeam(weeks, shown),
                        min,
                        question.pages() + "/teams/" + team.slug())
                .with(UndecidedWeeks.paragraph(
                        shown.keySet().containsAll(known) ? List.of() : visible.undecided(org, known, min)));
    }

    /** Weeks that are over. */
    private List<TeamWeek> weeks(long org, Team team, Command.TeamNumbers wanted, CommandContext question) {
        IsoWeek latest = usage.latestWeek(org, question.now());
        return usage.weeksOf(org, team.id(), since(wanted, question)).stream()
                .filter(week -> latest != null && week.week().compareTo(latest) <= 0)
                .toList();
    }

    private static LocalDate since(Command.TeamNumbers wanted, CommandContext question) {
        LocalDate oldest = question.today().minusWeeks(MAX_WEEKS);
        LocalDate since = wanted.since()
                .map(from -> from.day(question.today()))
                .orElse(question.today().minusWeeks(DEFAULT_WEEKS));
        return since.isBefore(oldest) ? oldest : since;
    }

    /** Only an admin, or a member of a team that is gone since the directory was read, ever comes here. */
    private Reply unknown(TeamName name, CommandContext question) {
        List<String> slugs = directory.teams(question.organization().id()).stream()
                .map(Team::slug)
                .toList();
        String nearest = EnglishText.nearest(name.slug(), slugs)
                .map(slug -> "Did you mean " + Markdown.code(question.prefix() + " team " + slug) + "?")
                .orElse("");
        return Reply.nothing("There is no team " + Markdown.code(name.slug()) + ".", nearest);
    }

    private Reply own(CommandContext question) {
        long org = question.organization().id();
        Set<String> slugs = directory.teamSlugsOf(org, question.personId());
        List<Team> teams = directory.teams(org).stream()
                .filter(team -> slugs.contains(team.slug()))
                .toList();
        return teams.size() == 1
                ? one(
                        new TeamName(Optional.empty(), teams.getFirst().slug()),
                        new Command.TeamNumbers(Optional.empty(), Optional.empty()),
                        question)
                : several(teams, question);
    }

    private Reply several(List<Team> teams, CommandContext question) {
        if (teams.isEmpty()) {
            return Reply.answered("You are in no team.", "");
        }
        long org = question.organization().id();
        IsoWeek week = usage.latestWeek(org, question.now());
        if (week == null) {
            return Reply.nothing(UsageWords.NONE, question.noUsage());
        }
        int min = question.policy().privacy().minTeamSize();
        Map<IsoWeek, PeriodSuppression> both = visible.in(org, List.of(week.previous(), week), min);
        if (!both.containsKey(week)) {
            return Reply.nothing(UndecidedWeeks.sentence(List.of(week)), "");
        }
        Set<Long> own = teams.stream().map(Team::id).collect(Collectors.toSet());
        List<ShownTeamWeek> shown = ShownTeamWeeks.of(
                usage.weeks(org, week.previous(), week).stream()
                        .filter(row -> own.contains(row.team()))
                        .toList(),
                both);
        return TeamsMarkdown.own(teams.size(), week, shown, min, question.prefix());
    }
}
