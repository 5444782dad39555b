package dev.flightlog.command.answer;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.command.parse.Command;
import dev.flightlog.privacy.PeriodSuppression;
import dev.flightlog.privacy.VisibleTeams;
import dev.flightlog.summary.UsageWords;
import dev.flightlog.usage.UsageTableStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        Optional<String> unknown = question.teamsUnknown();
        if (unknown.isPresent()) {
            return Reply.nothing(unknown.get(), "");
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
        List<ShownTeamWeek> shown = ShownTeamWeeks.of(usage.weeks(org, week.previous(), week), both);
        int hidden = both.get(week) instanceof PeriodSuppression now ? now.hidden() : 0;
        return TeamsMarkdown.render(wanted.sort(), week, shown, hidden, min);
    }
}
