package dev.flightlog.command.refresh;

import dev.flightlog.command.CommandRequest;
import dev.flightlog.command.answer.CommandContext;
import dev.flightlog.command.answer.Reply;
import dev.flightlog.jobs.JobQueue;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Starts a refresh, and lets a job of its own tell how far it is. */
@Singleton
public class RefreshAnswer {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

    private final RefreshStarter starter;
    private final JobQueue jobs;

    RefreshAnswer(RefreshStarter starter, JobQueue jobs) {
        this.starter = starter;
        this.jobs = jobs;
    }

    public Reply start(CommandContext question) {
        starter.refresh(question.organization().id());
        return RefreshMarkdown.queued();
    }

    /** Begun when the question was asked of the queue, so that no reading since then is overlooked. */
    public void follow(CommandRequest asked, CommandContext question) {
        RefreshJob.Data data = new RefreshJob.Data(
                asked, question.role().name(), question.now().toEpochMilli());
        jobs.enqueueAt(
                RefreshJob.TYPE,
                asked.organization() + "/" + asked.key(),
                data,
                question.now().plus(FIRST_LOOK));
    }
}
