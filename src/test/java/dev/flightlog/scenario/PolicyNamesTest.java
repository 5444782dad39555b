package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.policy.Policy;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A name in the policy that means nobody is told wherever decisions are told, until somebody corrects it. */
class PolicyNamesTest {
    private static final String TOLD = " in the policy means nobody here";
    private static final String EFFECT =
            ": an exemption for it exempts nobody, and an admin team of that name gives nobody a right. See"
                    + " `/copilot policy`.";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));
    private final TestApplication app = TestApplication.start(clock);
    private final InventedOrganization acme = InventedOrganization.create(
                    app.github().world(), "acme", 46, 60, 9, 10)
            .punctual();
    private final Repository governance = acme.organization().governance();

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void isToldInPostCheckAndAnswerUntilItIsCorrected() {
        install(acme.developer().login(), "nobody-of-this-name");

        assertThat(post().body()).contains("- [ ] **1 name" + TOLD + "**" + EFFECT);
        assertThat(check()).contains("- 1 name" + TOLD + EFFECT).doesNotContain("nothing needs a decision");
        assertThat(answer("/copilot policy")).contains("**1 name" + TOLD + ": `nobody-of-this-name`.**");

        app.github()
                .people()
                .push(
                        governance,
                        acme.admin().login(),
                        Policy.FILE,
                        policy(acme.developer().login()));
        app.runJobs();
        app.pass(Duration.ofMinutes(10));
        assertThat(check()).doesNotContain(TOLD);
        assertThat(answer("/copilot policy")).doesNotContain(TOLD);
    }

    @Test
    void whoHoldsASeatIsSomebodyThoughNoMember() {
        Person contractor = app.github().world().addPerson("contractor", "Con Tractor");
        acme.organization().seat(Seat.direct(contractor, Instant.parse("2026-01-05T10:00:00Z")));
        install("contractor");

        assertThat(answer("/copilot user contractor")).contains("exempt");
        assertThat(post().body()).doesNotContain(TOLD);
        assertThat(check()).doesNotContain(TOLD);
        assertThat(answer("/copilot policy")).doesNotContain(TOLD);

        contractor.rename("contractor-2");
        app.pass(Duration.ofHours(7));
        assertThat(answer("/copilot user contractor-2")).contains("exempt");
        assertThat(answer("/copilot policy")).doesNotContain(TOLD);
    }

    @Test
    void whoLeftAndHoldsNoSeatIsNobodyUntilTheyAreBack() {
        Person gone = acme.developer();
        install(gone.login());
        assertThat(answer("/copilot policy")).doesNotContain(TOLD);

        acme.organization().removeSeat(gone);
        acme.organization().remove(gone);
        app.pass(Duration.ofHours(25));

        assertThat(answer("/copilot policy")).contains("**1 name" + TOLD + ": `" + gone.login() + "`.**");
        assertThat(check()).contains("- 1 name" + TOLD + EFFECT);

        acme.organization().addMember(gone, Member.Role.MEMBER);
        app.pass(Duration.ofHours(25));
        assertThat(answer("/copilot policy")).doesNotContain(TOLD);
    }

    @Test
    void whoWasRenamedIsListedWithBothNames() {
        Person renamed = acme.developer();
        String before = renamed.login();
        install(before);
        assertThat(answer("/copilot policy")).contains("| user " + before + " (agreed with");

        renamed.rename("renamed-since");
        app.pass(Duration.ofHours(25));

        assertThat(answer("/copilot policy"))
                .contains("| user " + before + ", now renamed-since (agreed with")
                .doesNotContain(TOLD);
    }

    private void install(String... exempt) {
        governance.history().commit("main", acme.admin(), "Policy", Map.of(Policy.FILE, policy(exempt)));
        app.github().installApp(acme.organization());
        app.runJobs();
    }

    private static String policy(String... exempt) {
        StringBuilder policy = new StringBuilder("version: 1\nseats:\n  exempt:\n");
        for (String login : exempt) {
            policy.append("    - user: ").append(login).append("\n      reason: agreed with the platform team\n");
        }
        return policy.toString();
    }

    private Issue post() {
        return governance.issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot weekly"))
                .findFirst()
                .orElseThrow();
    }

    private String check() {
        String head = governance.history().head("main").orElseThrow().sha();
        CheckRun run = governance.checkRunsOf(head).stream()
                .filter(found -> found.name().equals(GovernedOrganization.SEATS_CHECK))
                .findFirst()
                .orElseThrow();
        return String.valueOf(run.output().summary());
    }

    private String answer(String command) {
        app.github().people().comment(post(), acme.admin().login(), command);
        app.runJobs();
        return post().commentsOf(app.github().bot()).getLast().body();
    }
}
