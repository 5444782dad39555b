package dev.flightlog.command.answer;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.command.parse.Command;
import dev.flightlog.summary.TeamVisibility;
import dev.flightlog.summary.VisibleTeams;
import dev.flightlog.usage.TeamWeek;
import dev.flightlog.usage.UsageTableStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** All teams that are large enough, by the latest week. */
@Singleton
public class TeamsAnswer {
    private final UsageTableStore usage;
    private final VisibleTeams visible;

    TeamsAnswer(UsageTableStore usage, VisibleTeams visible) {
        this.usage = usage;
        this.visible = visible;
    }

    public Reply answer(Command.Teams wanted, CommandContext question) {
        long org = question.organization().id();
        IsoWeek week = usage.latestWeek(org, question.now());
        if (week == null) {
            return Reply.nothing("There are no usage reports yet.", "");
        }
        int least = question.policy().privacy().minTeamSize();
        Map<IsoWeek, TeamVisibility> both = visible.in(org, List.of(week.previous(), week), least);
        List<TeamWeek> shown = usage.weeks(org, week.previous(), week).stream()
                .filter(row -> both.get(row.week()) instanceof TeamVisibility of && of.shows(row.team()))
                .toList();
        int hidden = both.get(week) instanceof TeamVisibility now ? now.hidden() : 0;
        return TeamsMarkdown.render(wanted.sort(), week, shown, hidden, least);
    }
}
