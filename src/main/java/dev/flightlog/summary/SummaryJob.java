package dev.flightlog.summary;

import dev.flightlog.github.GitHubException;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceProblem;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.jobs.JobHandler;
import dev.flightlog.jobs.JobType;
import dev.flightlog.jobs.KeyedData;
import dev.flightlog.jobs.Priority;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationWork;
import jakarta.inject.Singleton;

/** Looks at an organization's weekly post; as often as wanted, because without news it does nothing. */
@Singleton
public class SummaryJob implements JobHandler<SummaryJob.Data> {
    public static final JobType<Data> TYPE = JobType.of("summary", Data.class, Priority.NORMAL);

    private final OrganizationWork work;
    private final SummaryRun round;
    private final SummaryWeekStore weeks;
    private final SourceStatusStore readings;

    SummaryJob(OrganizationWork work, SummaryRun round, SummaryWeekStore weeks, SourceStatusStore readings) {
        this.work = work;
        this.weeks = weeks;
        this.round = round;
        this.readings = readings;
    }

    @Override
    public JobType<Data> type() {
        return TYPE;
    }

    @Override
    public void run(Data data) {
        work.run(data.organization(), organization -> {
            try {
                round.run(organization, data.asked(), data.rewrite());
                noteSuccess(organization);
            } catch (GitHubException refused) {
                if (!endedBy(organization, SourceProblem.of(refused.failure()))) {
                    throw refused;
                }
            }
        });
    }

    /**
     * Notes why nothing could be posted.
     *
     * @return true when asking again at once changes nothing; the timetable comes again in some minutes, quietly
     */
    private boolean endedBy(Organization organization, SourceProblem problem) {
        SourceStatus before = readings.of(organization.id()).get(Source.POSTS);
        boolean lasts = problem.lasts() || problem instanceof SourceProblem.Refused;
        boolean news = before == null
                || before.outcome() == SourceStatus.Outcome.READ
                || lasts && !problem.sentence(Source.POSTS).equals(before.detail());
        if (news) {
            readings.failed(organization.id(), Source.POSTS, problem);
        }
        return lasts;
    }

    /** Further work follows from the end of a refusal, and from nothing else: it is noted only when it differs. */
    private void noteSuccess(Organization organization) {
        SourceStatus posts = readings.of(organization.id()).get(Source.POSTS);
        if (posts == null) {
            if (weeks.anyPosted(organization.id())) {
                readings.posted(organization.id());
            }
        } else if (posts.outcome() != SourceStatus.Outcome.READ) {
            readings.read(organization.id(), Source.POSTS, null);
        }
    }

    /**
     * Of which organization.
     *
     * @param asked true when somebody wants the latest post now, with the figures of now
     * @param rewrite true when the latest existing post is to be counted again
     */
    public record Data(long organization, boolean asked, boolean rewrite) implements KeyedData {
        /** Posts what is due, and edits posts whose week changed. */
        public static Data due(long organization) {
            return new Data(organization, false, false);
        }

        /** Posts or edits the latest summary now. */
        public static Data now(long organization) {
            return new Data(organization, true, false);
        }

        /** Counts the latest existing post again. */
        public static Data rewrite(long organization) {
            return new Data(organization, false, true);
        }

        @Override
        public String key() {
            return Long.toString(organization);
        }
    }
}
