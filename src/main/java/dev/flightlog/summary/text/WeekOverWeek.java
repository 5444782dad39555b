package dev.flightlog.summary.text;

import dev.flightlog.summary.WeekFigures;
import dev.flightlog.summary.WeekFigures.PullRequests;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.text.Numbers;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How this week differs from the last. An arrow is shown only where it means something: both weeks have as many days,
 * and at least as many people as the minimum team size are behind the number.
 */
final class WeekOverWeek {
    private final WeekFigures now;
    private final @Nullable WeekFigures before;
    private final int leastPeople;

    WeekOverWeek(WeeklySummary summary) {
        now = summary.thisWeek();
        before = summary.lastWeek();
        leastPeople = summary.provenance().minTeamSize();
    }

    /** Seats are counted at one moment, so the number of days behind a week does not matter. */
    String ofSeats() {
        Integer last = before == null ? null : before.seats();
        Integer current = now.seats();
        if (last == null || current == null) {
            return Numbers.NONE;
        }
        return Math.max(last, current) >= leastPeople
                ? Numbers.change(last, current)
                : Numbers.signed((long) current - last);
    }

    String ofPeople(Function<WeekFigures, @Nullable Integer> value) {
        Integer last = before == null ? null : value.apply(before);
        Integer current = value.apply(now);
        return last == null || current == null ? Numbers.NONE : count(last, current, Math.max(last, current));
    }

    String ofCredits(Function<WeekFigures, @Nullable Integer> value) {
        Integer last = before == null ? null : value.apply(before);
        Integer current = value.apply(now);
        return last == null || current == null ? Numbers.NONE : count(last, current, fewestActive());
    }

    String ofRate(Function<WeekFigures, @Nullable Double> value) {
        Double last = before == null ? null : value.apply(before);
        Double current = value.apply(now);
        if (last == null || current == null) {
            return Numbers.NONE;
        }
        return arrows(fewestActive()) ? Numbers.points(last, current) : Numbers.signedPoints(last, current);
    }

    String ofPullRequests() {
        PullRequests last = before == null ? null : before.pullRequests();
        PullRequests current = now.pullRequests();
        if (last == null || current == null) {
            return Numbers.NONE;
        }
        return count(last.written(), current.written(), Math.max(last.written(), current.written())) + ", "
                + count(last.reviewed(), current.reviewed(), Math.max(last.reviewed(), current.reviewed()));
    }

    private String count(int last, int current, int behind) {
        return arrows(behind) ? Numbers.change(last, current) : Numbers.signed((long) current - last);
    }

    private boolean arrows(int behind) {
        return behind >= leastPeople && before != null && before.days() == now.days();
    }

    private int fewestActive() {
        Integer last = before == null ? null : before.activeUsers();
        Integer current = now.activeUsers();
        return last == null || current == null ? 0 : Math.min(last, current);
    }
}
