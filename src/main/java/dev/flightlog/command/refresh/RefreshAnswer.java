package dev.flightlog.command.refresh;

import dev.flightlog.command.CommandRequest;
import dev.flightlog.command.answer.CommandContext;
import dev.flightlog.command.answer.Reply;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.sync.SyncRequests;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Starts a refresh; {@link RefreshJob} reports its progress in the reply. */
@Singleton
public class RefreshAnswer {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

    private final SyncRequests sync;
    private final JobQueue jobs;

    RefreshAnswer(SyncRequests sync, JobQueue jobs) {
        this.sync = sync;
        this.jobs = jobs;
    }

    public Reply start(CommandContext question) {
        sync.refresh(question.organization().id());
        return RefreshMarkdown.queued();
    }

    /** Progress counts from the moment of the command, so that no reading since then is missed. */
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
