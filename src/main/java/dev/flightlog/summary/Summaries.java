package dev.flightlog.summary;

import dev.flightlog.calendar.IsoWeek;
import dev.flightlog.organization.Organization;
import dev.flightlog.summary.count.SummaryCounting;
import dev.flightlog.summary.text.SummaryMarkdown;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Summaries for whoever asks: as they were posted, else counted now. */
@Singleton
public class Summaries {
    private final SummaryWeekStore weeks;
    private final SummaryCounting counting;
    private final InstantSource clock;

    Summaries(SummaryWeekStore weeks, SummaryCounting counting, InstantSource clock) {
        this.weeks = weeks;
        this.counting = counting;
        this.clock = clock;
    }

    /** Nothing for a week without data. */
    public Optional<SummaryWeek> of(Organization organization, IsoWeek week) {
        SummaryWeek made = weeks.find(organization.id(), week);
        return made != null && made.posted() ? Optional.of(made) : counted(organization, week);
    }

    /** The newest week that has a post. */
    public Optional<SummaryWeek> latestPosted(long organizationId) {
        return Optional.ofNullable(weeks.latestPosted(organizationId));
    }

    private Optional<SummaryWeek> counted(Organization organization, IsoWeek week) {
        Instant now = clock.instant();
        return counting.count(organization, week, now)
                .map(summary -> new SummaryWeek(summary, SummaryMarkdown.render(summary), now, null, null));
    }
}
