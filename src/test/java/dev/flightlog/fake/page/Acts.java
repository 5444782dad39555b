package dev.flightlog.fake.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Discussion;
import dev.flightlog.fake.model.DiscussionComment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Repository;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a visitor of the pages can do; each act but a new pull request returns at once and sends its webhooks behind. */
public interface Acts {
    void comment(Issue issue, String login, String text);

    void reply(Discussion discussion, @Nullable DiscussionComment to, String login, String text);

    void openIssue(Repository repository, String login, String title, String text);

    void clickAction(CheckRun run, String login, String identifier);

    void rerun(CheckRun run, String login);

    /** Opens a pull request that changes one file. Its number. */
    int propose(Repository repository, String login, String path, String text);

    void merge(PullRequest pull, String login);

    /**
     * What is wrong with a request for authorization.
     *
     * @return where GitHub sends the browser then
     * @throws IllegalArgumentException for an App that is not there
     */
    Optional<String> authorizationProblem(Map<String, String> query);

    /** Authorizes the App as that person and gives the address to go back to, with the code. */
    String authorize(Map<String, String> query, String login);

    /** Says no and gives the address to go back to. */
    String deny(Map<String, String> query);

    /** Installs the App on all repositories and gives the address to go to. */
    String install(Organization organization);

    /** Takes an App manifest in and gives the code for its conversion. */
    String acceptManifest(JsonNode manifest);
}
