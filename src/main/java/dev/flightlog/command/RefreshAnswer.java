package dev.flightlog.command;

import dev.flightlog.jobs.JobQueue;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Starts a refresh, and lets a job of its own tell how far it is. */
@Singleton
class RefreshAnswer {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

    private final RefreshStarter starter;
    private final JobQueue jobs;

    RefreshAnswer(RefreshStarter starter, JobQueue jobs) {
        this.starter = starter;
        this.jobs = jobs;
    }

    Reply start(Question question) {
        starter.refresh(question.organization().id());
        return RefreshMarkdown.queued();
    }

    /** Begun when the question was asked of the queue, so that no reading since then is overlooked. */
    void follow(Asked asked, Question question) {
        RefreshJob.Data data = new RefreshJob.Data(
                asked, question.role().name(), question.now().toEpochMilli());
        jobs.enqueueAt(
                RefreshJob.TYPE,
                asked.organization() + "/" + asked.key(),
                data,
                question.now().plus(FIRST_LOOK));
    }
}
