package dev.flightlog.scenario;

import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Commit;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.PullRequest;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The organization acme with 51 seats, of which 20 are in use, 19 idle for 40 days and 12 for 80, and its policy file. */
final class GovernedOrganization {
    static final String FILE = ".github/flightlog.yml";
    static final String POLICY_CHECK = "Flightlog / policy";
    static final String SEATS_CHECK = "Flightlog / seats";

    private final TestApplication app;
    private final Organization acme;
    private final Repository repository;
    private final Commit first;

    private GovernedOrganization(TestApplication app) {
        this.app = app;
        this.acme = app.github().world().addOrganization("acme");
        this.repository = acme.addRepository("copilot-governance");
        Person ada = acme.addOwner("ada");
        acme.addMember("grace");
        Instant now = app.clock().instant();
        for (int number = 0; number < 51; number++) {
            Person person = acme.addMember("person-" + number);
            int daysAgo = number < 20 ? 1 : number < 39 ? 40 : 80;
            acme.seat(Seat.direct(person, Instant.parse("2026-01-05T10:00:00Z"))
                    .activeAt(now.minus(Duration.ofDays(daysAgo)), "vscode/1.139.1"));
        }
        this.first = repository.history().commit("main", ada, "Begin", Map.of("README.md", "# Copilot at acme\n"));
        app.github().installApp(acme);
        app.runJobs();
    }

    static GovernedOrganization install(TestApplication app) {
        return new GovernedOrganization(app);
    }

    Organization acme() {
        return acme;
    }

    Repository repository() {
        return repository;
    }

    Commit first() {
        return first;
    }

    /** A pull request of ada's that writes the policy file. */
    PullRequest propose(String branch, String policy) {
        return propose("ada", branch, policy);
    }

    PullRequest propose(String author, String branch, String policy) {
        return app.github()
                .people()
                .openPullRequest(repository, author, branch, "Change the policy", Map.of(FILE, policy));
    }

    PullRequest change(PullRequest pull, String policy) {
        app.github().people().update(pull, "ada", Map.of(FILE, policy));
        return pull;
    }

    Commit push(String path, @Nullable String content) {
        return app.github().people().push(repository, "ada", path, content);
    }

    CheckRun policyCheck(Commit commit) {
        return check(commit.sha(), POLICY_CHECK);
    }

    CheckRun seatsCheck(Commit commit) {
        return check(commit.sha(), SEATS_CHECK);
    }

    List<CheckRun> checks(String sha, String name) {
        return repository.checkRunsOf(sha).stream()
                .filter(run -> run.name().equals(name))
                .toList();
    }

    private CheckRun check(String sha, String name) {
        List<CheckRun> runs = checks(sha, name);
        if (runs.isEmpty()) {
            throw new AssertionError("commit " + sha + " has no check " + name);
        }
        return runs.getFirst();
    }
}
