package dev.flightlog.command.answer;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.privacy.Figure;
import dev.flightlog.privacy.Metric;
import dev.flightlog.privacy.Suppressed;
import dev.flightlog.text.Numbers;
import dev.flightlog.usage.TeamWeek;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What may be shown of a team's week; people are distinct.
 *
 * @param days days of the week that have data
 * @param seats people in the team who hold a seat now
 */
public record ShownTeamWeek(
        long team,
        String slug,
        String name,
        IsoWeek week,
        int days,
        int seats,
        Figure<Integer> active,
        Figure<Integer> agent,
        Figure<Integer> chat,
        Figure<Integer> cli,
        Figure<Long> completionsShown,
        Figure<Long> completionsAccepted,
        Figure<Long> linesAdded,
        Figure<BigDecimal> aiCredits,
        Figure<Long> credits) {
    public static ShownTeamWeek of(TeamWeek week, Suppressed shown) {
        return new ShownTeamWeek(
                week.team(),
                week.slug(),
                week.name(),
                week.week(),
                week.days(),
                week.seats(),
                shown.people(Metric.ACTIVE, week.active()),
                shown.people(Metric.AGENT, week.agent()),
                shown.people(Metric.CHAT, week.chat()),
                shown.people(Metric.CLI, week.cli()),
                shown.sum(week.completionsShown(), Metric.COMPLETION_GENERATIONS),
                shown.sum(week.completionsAccepted(), Metric.COMPLETION_ACCEPTANCES),
                shown.sum(week.linesAdded(), Metric.LOC_ADDED),
                shown.sum(week.aiCredits(), Metric.AI_CREDITS),
                shown.sum(week.credits(), Metric.AI_CREDITS));
    }

    /** Acceptances by generations of code completions; – where nothing was offered. */
    public String acceptanceRate() {
        Long offered = completionsShown.orNull();
        Long accepted = completionsAccepted.orNull();
        return offered == null || accepted == null ? Numbers.NONE : Numbers.percent(accepted, offered);
    }

    /** How many more active users than in another week; null where one of both may not be shown. */
    @Nullable
    Integer moreActiveThan(@Nullable ShownTeamWeek before) {
        Integer then =
                before == null || before.days() != days ? null : before.active().orNull();
        Integer now = active.orNull();
        return then == null || now == null ? null : now - then;
    }
}
