package dev.flightlog.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages move while they are read, so a listing may name somebody twice; it is put in force all the same. */
class DirectoryStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
    private static final long ORG = 7;

    private final ApplicationContext context = ApplicationContext.builder()
            .properties(TestDatabase.create().properties())
            .eagerInitSingletons(false)
            .start();
    private final DirectoryStore directory = context.getBean(DirectoryStore.class);

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void whoBecameAnOwnerBetweenTwoPagesIsAnOwner() {
        directory.replacePeople(
                ORG,
                List.of(
                        new Person(1, "ada", Person.Role.MEMBER),
                        new Person(2, "bob", Person.Role.MEMBER),
                        new Person(1, "ada", Person.Role.ADMIN)),
                NOW);

        assertThat(directory.personById(ORG, 1)).isEqualTo(new Person(1, "ada", Person.Role.ADMIN));
        assertThat(directory.memberCount(ORG)).isEqualTo(2);
    }

    @Test
    void whoLeavesBeforeBeingListedIsErasedInTime() {
        directory.removePerson(ORG, 1, "ada", NOW);
        directory.removePerson(ORG, 1, "ada", NOW.plusSeconds(60));

        assertThat(directory.personById(ORG, 1)).isEqualTo(new Person(1, "ada", Person.Role.NONE));
        assertThat(directory.leftBefore(ORG, NOW)).isEmpty();
        assertThat(directory.leftBefore(ORG, NOW.plusSeconds(1))).containsExactly(1L);
    }

    @Test
    void whoComesBackIsNotErased() {
        directory.savePeople(ORG, List.of(new Person(1, "ada", Person.Role.MEMBER)), NOW);
        directory.removePerson(ORG, 1, "ada", NOW);
        assertThat(directory.leftBefore(ORG, NOW.plusSeconds(1))).containsExactly(1L);

        directory.savePeople(ORG, List.of(new Person(1, "ada", Person.Role.MEMBER)), NOW);

        assertThat(directory.leftBefore(ORG, NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void whoLeavesWhileAListingIsReadIsGoneThoughStillListed() {
        directory.savePeople(
                ORG, List.of(new Person(1, "ada", Person.Role.ADMIN), new Person(2, "bob", Person.Role.MEMBER)), NOW);
        directory.removePerson(ORG, 1, "ada", NOW.plusSeconds(20));

        directory.replacePeople(
                ORG,
                List.of(new Person(1, "ada", Person.Role.ADMIN), new Person(2, "bob", Person.Role.MEMBER)),
                NOW.plusSeconds(10));
        assertThat(directory.personById(ORG, 1)).isEqualTo(new Person(1, "ada", Person.Role.NONE));

        directory.replacePeople(ORG, List.of(new Person(1, "ada", Person.Role.MEMBER)), NOW.plusSeconds(30));
        assertThat(directory.personById(ORG, 1)).isEqualTo(new Person(1, "ada", Person.Role.MEMBER));
    }

    @Test
    void aTeamAndAMemberOnTwoPagesAreThereOnce() {
        Team team = new Team(3, null, "core", "Core", "", "https://github.com/orgs/acme/teams/core");
        directory.replaceTeams(ORG, List.of(team, team), NOW);
        directory.replacePeople(ORG, List.of(new Person(1, "ada", Person.Role.MEMBER)), NOW);
        directory.replaceTeamMembers(ORG, 3, List.of(1L, 1L), NOW);

        assertThat(directory.teams(ORG)).containsExactly(team);
        assertThat(directory.teamSlugsOf(ORG, 1)).containsExactly("core");
    }
}
