package dev.flightlog.sandbox;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.report.InventedOrganization;
import dev.flightlog.support.Postgres;
import java.time.InstantSource;

/**
 * A GitHub and a Postgres to rehearse an installation with, as install.md says it: the server is one's own, started from the
 * jar, and finds no App yet.
 */
public final class Rehearsal {
    private static final int PEOPLE = 60;
    private static final int TEAMS = 9;

    private Rehearsal() {}

    public static void main(String[] arguments) throws InterruptedException {
        SandboxPorts ports = SandboxPorts.ofThisProgram();
        FakeGitHub github = FakeGitHub.start(FakeApp.generate(), InstantSource.system(), ports.github());
        InventedOrganization.create(github.world(), "acme", 42, PEOPLE, TEAMS, 1)
                .punctual();
        Postgres.Database database = Postgres.fresh();
        Postgres.beforeStop(github::close);
        System.out.println("""

            A simulated GitHub (%1$s) and an empty Postgres are up. In another terminal, from the repository:

            export FLIGHTLOG_DATABASE_URL='%2$s'
            export FLIGHTLOG_DATABASE_USERNAME=%3$s FLIGHTLOG_DATABASE_PASSWORD=%4$s
            export FLIGHTLOG_GITHUB_API_URL=%5$s FLIGHTLOG_GITHUB_WEB_URL=%1$s
            export FLIGHTLOG_GITHUB_DOWNLOAD_HOSTS=%6$s FLIGHTLOG_PUBLIC_URL=http://localhost:%7$d
            export MICRONAUT_SERVER_PORT=%7$d FLIGHTLOG_MANAGEMENT_PORT=%8$d
            java @src/main/jvm.options -jar target/flightlog.jar

            1. Open the address /setup?token=… from its log, choose the organization acme, confirm on GitHub's page.
            2. Download the settings, stop the server, and start it with them:
               set -a; . ./flightlog-github.env; set +a; java @src/main/jvm.options -jar target/flightlog.jar
            3. Install the App: %1$s/apps/flightlog/installations/new
            4. The first post: %1$s/acme/copilot-governance/issues

            Ctrl-C stops both and forgets everything.
            """.formatted(
                        github.webUrl(),
                        database.url(),
                        database.username(),
                        database.password(),
                        github.apiUrl(),
                        github.downloadHost(),
                        ports.server(),
                        ports.server() + 1));
        Thread.currentThread().join();
    }
}
