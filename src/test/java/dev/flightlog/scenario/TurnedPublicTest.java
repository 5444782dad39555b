package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Reaction;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A governance repository that is not private any more: nobody is named from that moment on, and what named people can be changed. */
class TurnedPublicTest {
    private static final String ALERT = "Posts that name people of acme are not private any more";

    private final ReviewedOrganization acme = new ReviewedOrganization(20);

    @AfterEach
    void stop() {
        acme.close();
    }

    @Test
    void nobodyIsNamedThoughNoEventTellsIt() {
        assertThat(says("/copilot seats all")).contains("`idle-1`");
        acme.repository.setPrivate(false);

        assertThat(says("/copilot seats all"))
                .contains("this repository is not private")
                .doesNotContain("idle-");
        assertThat(says("/copilot user idle-1")).contains("people are not named here");
        assertThat(acme.app.query("select governance_private from organization"))
                .as("what GitHub said is read and kept")
                .containsExactly("f");
    }

    @Test
    void whatEveryOrganizationOfTheEnterpriseReadsNamesNobody() {
        acme.repository.setInternal(true);

        assertThat(says("/copilot seats all"))
                .contains("this repository is not private")
                .doesNotContain("idle-");
        assertThat(says("/copilot review start")).isNotBlank();
        assertThat(acme.issue().body()).contains("People are not named here").doesNotContain("idle-");
    }

    @Test
    void whereGitHubDoesNotAnswerNothingIsPosted() {
        acme.github().faults().always("GET /repositories/\\d+", Fault.status(502));
        Comment comment = acme.github().people().comment(acme.questions, "ada", "/copilot seats all");
        acme.app.runJobs();
        assertThat(comment.reactions()).extracting(Reaction::content).containsExactly("eyes");

        acme.github().faults().clear();
        acme.repository.setPrivate(false);
        acme.app.pass(java.time.Duration.ofMinutes(1));
        assertThat(lastReply()).contains("this repository is not private").doesNotContain("idle-");
    }

    @Test
    void earlierPostsThatNamePeopleAreCountedAndChangedOnce() {
        says(acme.idle.get(0), "/copilot me");
        says("/copilot seats idle");
        String help = says("/copilot help");
        says("/copilot review start");
        says(acme.idle.get(5), "/copilot keep reason=I am on leave");
        assertThat(acme.issue().body()).contains("`idle-1`");
        assertThat(says("/copilot redact")).contains("this repository is private and people may be named");
        List<Comment> naming = replies().stream()
                .filter(reply -> reply.body().contains("`idle-"))
                .toList();
        assertThat(naming).hasSizeGreaterThanOrEqualTo(3);

        acme.github().administrators().publicize(acme.repository);
        acme.app.runJobs();

        assertThat(alert().open()).isTrue();
        assertThat(alert().body()).contains("5 posts of Flightlog name people", "`/copilot redact`");
        assertThat(acme.says(acme.idle.get(1), "/copilot redact").reply()).contains("for admins");

        String done = says("/copilot redact");
        assertThat(done)
                .as("the review's own job may have written its issue without names already")
                .containsPattern("\\*\\*[45] posts name nobody any more")
                .contains("earlier versions");
        assertThat(naming)
                .allSatisfy(reply -> assertThat(reply.body())
                        .contains("<!-- flightlog:reply", "had the names taken out")
                        .doesNotContain("idle-"));
        assertThat(acme.issue().body()).contains("People are not named here").doesNotContain("`idle-");
        assertThat(replies()).extracting(Comment::body).contains(help);
        assertThat(alert().open()).isFalse();
        assertThat(acme.app.query("select outcome from command_log where command = 'redact' order by asked_at"))
                .containsExactly("refused", "refused", "answered");

        acme.github().forgetRequests();
        assertThat(says("/copilot redact")).contains("No post of Flightlog in this repository names people.");
        assertThat(acme.github().writes()).noneMatch(request -> request.method().equals("PATCH"));
    }

    @Test
    void aPostThatCannotBeChangedIsNamed() {
        says("/copilot seats idle");
        Comment list = replies().getLast();
        acme.github().administrators().publicize(acme.repository);
        acme.app.runJobs();
        acme.github()
                .faults()
                .always("PATCH /repos/acme/copilot-governance/issues/comments/" + list.id(), Fault.status(403));

        assertThat(says("/copilot redact"))
                .contains("0 posts name nobody any more; 1 could not be changed", "issuecomment-" + list.id());
        assertThat(alert().open()).isTrue();

        acme.github().faults().clear();
        assertThat(says("/copilot redact")).contains("1 post names nobody any more");
        assertThat(list.body()).doesNotContain("idle-");
        assertThat(alert().open()).isFalse();
    }

    @Test
    void privateAgainEndsTheAlert() {
        says("/copilot seats idle");
        acme.github().administrators().publicize(acme.repository);
        acme.app.runJobs();
        assertThat(alert().open()).isTrue();

        acme.repository.setPrivate(true);
        acme.github().administrators().rename(acme.repository, "copilot-governance");
        acme.app.runJobs();
        assertThat(alert().open()).isFalse();
    }

    @Test
    void whereNoPostNamesPeopleNobodyIsAlerted() {
        says("/copilot help");
        acme.github().administrators().publicize(acme.repository);
        acme.app.runJobs();

        assertThat(acme.repository.issues()).extracting(Issue::title).doesNotContain(ALERT);
    }

    private String says(String text) {
        return says(acme.ada, text);
    }

    private String says(Person person, String text) {
        return acme.says(person, text).reply();
    }

    private List<Comment> replies() {
        return acme.questions.commentsOf(acme.github().bot());
    }

    private String lastReply() {
        return replies().getLast().body();
    }

    private Issue alert() {
        return acme.repository.issues().stream()
                .filter(issue -> issue.title().equals(ALERT))
                .reduce((first, second) -> {
                    throw new AssertionError("two alerts");
                })
                .orElseThrow();
    }
}
