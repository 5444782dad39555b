package dev.flightlog.command;

import dev.flightlog.policy.IsoWeek;
import dev.flightlog.summary.TeamVisibility;
import dev.flightlog.summary.VisibleTeams;
import jakarta.inject.Singleton;
import java.util.List;

/** All teams that are large enough, by the latest week. */
@Singleton
class TeamsAnswer {
    private final UsageTableStore usage;
    private final VisibleTeams visible;

    TeamsAnswer(UsageTableStore usage, VisibleTeams visible) {
        this.usage = usage;
        this.visible = visible;
    }

    Reply answer(Command.Teams wanted, Question question) {
        long org = question.organization().id();
        IsoWeek week = usage.latestWeek(org, question.now());
        if (week == null) {
            return Reply.nothing("There are no usage reports yet.", "");
        }
        int least = question.policy().privacy().minTeamSize();
        TeamVisibility now = visible.in(org, week, least);
        TeamVisibility before = visible.in(org, week.previous(), least);
        List<TeamWeek> shown = usage.weeks(org, week.previous(), week).stream()
                .filter(row -> row.week().equals(week) ? now.shows(row.team()) : before.shows(row.team()))
                .toList();
        return TeamsMarkdown.render(wanted.sort(), week, shown, now.hidden(), least);
    }
}
