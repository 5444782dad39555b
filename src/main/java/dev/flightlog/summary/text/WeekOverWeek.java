package dev.flightlog.summary.text;

import dev.flightlog.summary.WeekFigures;
import dev.flightlog.summary.WeekFigures.PullRequests;
import dev.flightlog.summary.WeeklySummary;
import dev.flightlog.text.Numbers;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How this week differs from the last, where both have as many days. An arrow is shown only where it means something: at
 * least as many people as the minimum team size are behind the number.
 */
final class WeekOverWeek {
    private final WeekFigures now;
    private final @Nullable WeekFigures before;
    /** The week before, where it has as many days. */
    private final @Nullable WeekFigures comparable;

    private final int leastPeople;

    WeekOverWeek(WeeklySummary summary) {
        now = summary.thisWeek();
        before = summary.lastWeek();
        comparable = before == null || before.days() != now.days() ? null : before;
        leastPeople = summary.provenance().minTeamSize();
    }

    /** Seats are counted at one moment, so the number of days behind a week does not matter. */
    String ofSeats() {
        Integer last = before == null ? null : before.seats();
        Integer current = now.seats();
        if (last == null || current == null) {
            return Numbers.NONE;
        }
        return Numbers.changeOfPeople(last, current, leastPeople);
    }

    String ofPeople(Function<WeekFigures, @Nullable Integer> value) {
        Integer last = comparable == null ? null : value.apply(comparable);
        Integer current = value.apply(now);
        return last == null || current == null ? Numbers.NONE : count(last, current, Math.max(last, current));
    }

    String ofCredits(Function<WeekFigures, @Nullable Integer> value) {
        Integer last = comparable == null ? null : value.apply(comparable);
        Integer current = value.apply(now);
        return last == null || current == null ? Numbers.NONE : count(last, current, fewestActive());
    }

    String ofRate(Function<WeekFigures, @Nullable Double> value) {
        Double last = comparable == null ? null : value.apply(comparable);
        Double current = value.apply(now);
        if (last == null || current == null) {
            return Numbers.NONE;
        }
        return arrows(fewestActive()) ? Numbers.points(last, current) : Numbers.signedPoints(last, current);
    }

    String ofPullRequests() {
        PullRequests last = comparable == null ? null : comparable.pullRequests();
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
        return behind >= leastPeople;
    }

    private int fewestActive() {
        Integer last = comparable == null ? null : comparable.activeUsers();
        Integer current = now.activeUsers();
        return last == null || current == null ? 0 : Math.min(last, current);
    }
}
