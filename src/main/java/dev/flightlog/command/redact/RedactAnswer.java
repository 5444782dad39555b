package dev.flightlog.command.redact;

import dev.flightlog.command.CommandRequest;
import dev.flightlog.command.answer.CommandContext;
import dev.flightlog.command.answer.Reply;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.publish.NamedPosts;
import dev.flightlog.publish.PostRepository;
import jakarta.inject.Singleton;

/** Starts to take names out of earlier posts; {@link RedactJob} does it and says in the reply what came of it. */
@Singleton
public class RedactAnswer {
    private final GovernanceStore governance;
    private final NamedPosts posts;
    private final JobQueue jobs;

    RedactAnswer(GovernanceStore governance, NamedPosts posts, JobQueue jobs) {
        this.governance = governance;
        this.posts = posts;
        this.jobs = jobs;
    }

    public Reply start(CommandContext question) {
        if (question.mayName()) {
            return RedactMarkdown.notNeeded();
        }
        int found = count(question);
        return found == 0 ? RedactMarkdown.nothingLeft() : RedactMarkdown.begun(found);
    }

    /** Nothing follows where nothing is to be done. */
    public void follow(CommandRequest asked, CommandContext question) {
        int found = question.mayName() ? 0 : count(question);
        if (found > 0) {
            RedactJob.Data data = RedactJob.Data.first(asked, question.role(), found);
            jobs.enqueue(RedactJob.TYPE, data);
        }
    }

    private int count(CommandContext question) {
        GovernanceRepository repository =
                governance.repository(question.organization().id());
        return repository == null
                ? 0
                : posts.count(new PostRepository(
                        question.organization().id(),
                        question.organization().access(),
                        repository.id(),
                        repository.name()));
    }
}
