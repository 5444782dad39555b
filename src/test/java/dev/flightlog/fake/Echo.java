package dev.flightlog.fake;

import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.DiscussionComment;
import dev.flightlog.fake.model.Person;
import java.util.concurrent.Executor;

/** Tells the App of what it wrote itself, as GitHub does, with the bot as sender; off until switched on. */
final class Echo {
    private final People people;
    private final Executor executor;
    private final Person bot;
    private volatile boolean on;

    Echo(People people, Executor executor, Person bot) {
        this.people = people;
        this.executor = executor;
        this.bot = bot;
    }

    void on(boolean value) {
        on = value;
    }

    void commented(Comment comment) {
        send(() -> people.sendComment("created", comment, comment.author()));
    }

    void edited(Comment comment) {
        send(() -> people.sendComment("edited", comment, comment.author()));
    }

    void commented(DiscussionComment comment) {
        send(() -> people.sendDiscussionComment(comment, comment.author()));
    }

    void checked(CheckRun run) {
        String action = run.conclusion().isPresent() ? "completed" : "created";
        send(() -> people.sendRun(action, run, bot));
    }

    private void send(Runnable event) {
        if (on) {
            executor.execute(event);
        }
    }
}
