package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Reaction;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people from outside, and people of other organizations, set off and see. */
class OutsidersTest {
    private final ReviewedOrganization acme = new ReviewedOrganization(20);

    @AfterEach
    void stop() {
        acme.close();
    }

    @Test
    void anyNumberOfAccountsGetsFewReactions() {
        acme.github().administrators().publicize(acme.repository);
        for (int number = 0; number < 45; number++) {
            Person puppet = acme.github().world().addPerson("puppet-" + number, "Puppet");
            acme.github().people().comment(acme.questions, puppet.login(), "/copilot me");
        }
        acme.app.runJobs();

        List<List<String>> reactions = acme.questions.comments().stream()
                .filter(comment -> comment.author().login().startsWith("puppet-"))
                .map(comment ->
                        comment.reactions().stream().map(Reaction::content).toList())
                .toList();
        assertThat(reactions)
                .hasSize(45)
                .filteredOn(List.of("eyes", "-1")::equals)
                .hasSize(40);
        assertThat(reactions).filteredOn(List::isEmpty).hasSize(5);
        assertThat(acme.says(acme.idle.get(1), "/copilot help").reactions()).containsExactly("eyes", "+1");
    }

    @Test
    void theStatusSaysNothingOfOtherOrganizations() {
        Organization globex = acme.github().world().addOrganization("globex");
        globex.addOwner("hank");
        globex.addRepository("copilot-governance");
        acme.github().installApp(globex);
        acme.app.runJobs();
        for (long org : new long[] {acme.acme.id(), globex.id()}) {
            acme.app.execute("""
                insert into dead_job (job, key, data, priority, attempts, failed_at, problem)
                values ('%s', '%d/123', '', 0, 8, now(), 'refused')
                """.formatted(org == globex.id() ? "seat-check" : "policy-check", org));
        }

        Comment asked = acme.github().people().comment(acme.questions, "ada", "/copilot status");
        acme.app.runJobs();

        String status = acme.questions.commentsOf(acme.github().bot()).getLast().body();
        assertThat(asked.reactions()).extracting(Reaction::content).containsExactly("eyes", "+1");
        assertThat(status).contains("policy-check").doesNotContain("seat-check");
        acme.app.execute("delete from dead_job");
    }
}
