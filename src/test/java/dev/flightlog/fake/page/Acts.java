package dev.flightlog.fake.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.DiscussionComment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Repository;
import org.jspecify.annotations.Nullable;

/** What a visitor of the pages can do; each act returns at once and sends its webhooks behind. */
public interface Acts {
    void comment(Issue issue, String login, String text);

    void reply(Discussion discussion, @Nullable DiscussionComment to, String login, String text);

    void openIssue(Repository repository, String login, String title, String text);

    void clickAction(CheckRun run, String login, String identifier);

    void rerun(CheckRun run, String login);

    void propose(Repository repository, String login, String path, String text);

    void merge(PullRequest pull, String login);

    /** Takes an App manifest in and gives the code for its conversion. */
    String acceptManifest(JsonNode manifest);
}
