package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.model.Team;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** From {@code installation.created} to what is known of the organization. */
class InstallationTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-18T09:00:00Z"));

    @Test
    void whatIsSuspendedWhenItIsFirstSeenIsWrittenDownAndNotRead() {
        try (TestApplication app = TestApplication.start(clock)) {
            Organization acme = app.github().world().addOrganization("acme");
            acme.addOwner("ada");
            acme.addRepository("copilot-governance");
            Installation installation = app.github().installApp(acme);
            app.github().administrators().suspend(installation);
            app.runJobs();

            assertThat(app.query("select login || ' ' || state from organization"))
                    .containsExactly("acme suspended");
            assertThat(app.query("select source from source_read")).isEmpty();

            app.github().administrators().unsuspend(installation);
            app.runJobs();
            assertThat(app.query("select login || ' ' || state from organization"))
                    .containsExactly("acme active");
            assertThat(app.query("select login from person")).containsExactly("ada");
        }
    }

    @Test
    void readsPeopleTeamsAndSeats() {
        try (TestApplication app = TestApplication.start(clock)) {
            Organization acme = app.github().world().addOrganization("acme");
            Person ada = acme.addOwner("ada");
            Person grace = acme.addMember("grace");
            Team platform = acme.addTeam("Platform").add(ada).add(grace);
            acme.addTeam("Core", platform).add(grace);
            acme.addRepository("copilot-governance");
            acme.seat(Seat.direct(ada, Instant.parse("2026-01-05T10:00:00Z"))
                    .activeAt(Instant.parse("2026-11-17T15:00:00Z"), "vscode/1.139.1"));
            app.github().installApp(acme);
            app.runJobs();

            assertThat(app.query("select login || ' ' || role from person order by login"))
                    .containsExactly("ada admin", "grace member");
            assertThat(app.query("select slug || ' ' || (select count(*) from team_member m where m.team_id ="
                            + " team.team_id) from team order by slug"))
                    .containsExactly("core 1", "platform 2");
            assertThat(app.query("select login from seat")).containsExactly("ada");
            assertThat(app.query("select source || ' ' || outcome from source_read order by source"))
                    .containsExactly("directory read", "governance read", "policy read", "seats read", "usage no_data");
        }
    }
}
