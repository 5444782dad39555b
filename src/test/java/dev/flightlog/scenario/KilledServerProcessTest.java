package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.Postgres;
import dev.flightlog.support.ServerProcess;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real process, killed with {@code kill -9} in the middle of its work. */
class KilledServerProcessTest {
    private static final int DELIVERIES = 500;
    private static final int KILLS = 3;

    private final Fleet fleet = new Fleet(Postgres.fresh());

    @AfterEach
    void stop() {
        fleet.close();
    }

    @Test
    void everyDeliveryHasItsEffectOnce() throws Exception {
        ServerProcess server = fleet.start();
        fleet.install();
        for (int kill = 0; kill < KILLS; kill++) {
            fleet.send(100);
            Thread killer = Thread.ofPlatform().start(server::kill);
            fleet.send(35);
            killer.join();
            server = fleet.start();
        }
        fleet.send(DELIVERIES - KILLS * 135);

        assertThat(fleet.failed()).as("what never arrived").isNotEmpty();
        fleet.settle();
        fleet.expectEverythingOnce();
    }

    @Test
    void theFirstLoadGoesOnAndPostsOnce() {
        ServerProcess server = fleet.start();
        fleet.github().installApp(fleet.acme().organization());
        for (int requests : new int[] {8, 30, 60}) {
            fleet.await(
                    "GitHub was asked " + requests + " times",
                    () -> fleet.github().requests().size() >= requests);
            server = killAndStart(server);
        }
        fleet.await("the post is made", () -> !fleet.summaries().isEmpty());
        killAndStart(server);

        fleet.await(
                "all sources but the past are read, and the post is known to stand",
                () -> fleet.query("""
                    select (select bool_and(outcome = 'read') from source_read where source <> 'history')
                           and (select bool_and(github_state = 'there') from publication)
                    """).equals("t"));
        assertThat(fleet.summaries())
                .singleElement()
                .satisfies(post ->
                        PostedFigures.of(post.body()).expectThoseOf(fleet.acme(), LocalDate.now(ZoneOffset.UTC)));
        assertThat(fleet.query("select count(*) from dead_job")).isEqualTo("0");
    }

    private ServerProcess killAndStart(ServerProcess server) {
        server.kill();
        return fleet.start();
    }
}
