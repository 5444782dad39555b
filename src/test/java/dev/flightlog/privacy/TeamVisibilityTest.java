package dev.flightlog.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.privacy.FormerRule.Team;
import dev.flightlog.privacy.TeamVisibility.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamVisibilityTest {
    private static final int LEAST = 5;
    private static final Set<Long> EVERYBODY = people(1, 200);

    @Test
    void aSmallTeamIsHidden() {
        TeamVisibility visibility = decide(team(1, null, people(1, 4)), team(2, null, people(11, 5)));

        assertThat(visibility.teams().get(1L)).isEqualTo(Reason.TOO_SMALL);
        assertThat(visibility.shows(2)).isTrue();
        assertThat(visibility.hidden()).isEqualTo(1);
    }

    @Test
    void fourOfNineCannotBeComputedFromTheOtherFive() {
        TeamVisibility visibility =
                decide(team(1, null, people(1, 9)), team(2, 1L, people(1, 5)), team(3, 1L, people(6, 4)));

        assertThat(visibility.teams().get(1L)).isEqualTo(Reason.GIVES_AWAY_OTHERS);
        assertThat(visibility.shows(2))
                .as("a parent is hidden before its child")
                .isTrue();
        assertThat(visibility.teams().get(3L)).isEqualTo(Reason.TOO_SMALL);
    }

    @Test
    void theOrganizationIsTheParentOfAll() {
        TeamVisibility visibility = Visibilities.decide(
                people(1, 9), List.of(team(2, null, people(1, 5)), team(3, null, people(6, 4))), LEAST);

        assertThat(visibility.hidden()).isEqualTo(2);
    }

    @Test
    void twoTeamsThatDifferInAFewPeopleAreNotBothShown() {
        assertThat(decide(team(1, null, people(1, 12)), team(2, null, people(1, 11)))
                        .shows(2))
                .isFalse();
        assertThat(decide(team(1, null, people(1, 10)), team(2, null, people(2, 10)))
                        .hidden())
                .isEqualTo(1);
        assertThat(decide(team(1, null, people(1, 10)), team(2, null, people(1, 10)))
                        .hidden())
                .as("the same people say nothing new")
                .isZero();
        assertThat(decide(team(1, null, people(1, 10)), team(2, null, people(6, 10)))
                        .hidden())
                .isZero();
    }

    @Test
    void childrenThatOverlapGiveTheOverlapAway() {
        TeamVisibility visibility =
                decide(team(1, null, people(1, 20)), team(2, 1L, people(1, 11)), team(3, 1L, people(9, 12)));

        assertThat(visibility.hidden()).as("11 + 12 - 20 = 3 people").isEqualTo(1);
        assertThat(visibility.shows(1)).as("its children say all").isFalse();
    }

    @Test
    void grandchildrenCountToo() {
        TeamVisibility visibility = decide(
                team(1, null, people(1, 20)),
                team(2, 1L, people(1, 10)),
                team(3, 2L, people(1, 5)),
                team(4, 2L, people(6, 5)),
                team(5, 1L, people(11, 7)));

        assertThat(visibility.shows(1)).as("20 - 10 - 7 = 3 people").isFalse();
        assertThat(visibility.shows(5)).isTrue();
        assertThat(visibility.hidden()).isEqualTo(1);
    }

    @Test
    void aWholeForestOfExactPartitionsIsShownAndDecidedQuickly() {
        List<Team> teams = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            teams.add(team(1000 + i, null, people(1 + 20 * i, 20)));
            teams.add(team(2000 + i, 1000L + i, people(1 + 20 * i, 10)));
            teams.add(team(3000 + i, 1000L + i, people(11 + 20 * i, 10)));
        }

        assertThat(Visibilities.decide(people(1, 10_000), teams, LEAST).hidden())
                .isZero();
        assertThat(Visibilities.decide(people(1, 2_003), teams, LEAST).hidden())
                .as("three people without a team")
                .isPositive();
    }

    @Property(tries = 400)
    void noParentLessItsShownChildrenIsASmallGroup(@ForAll long seed, @ForAll @IntRange(min = 5, max = 8) int least) {
        List<Team> teams = forest(new Random(seed));

        TeamVisibility visibility = Visibilities.decide(EVERYBODY, teams, least);

        for (Team team : teams) {
            assertThat(visibility.shows(team.id()) && team.seatHolders().size() < least)
                    .isFalse();
            Set<Long> rest = new HashSet<>(team.seatHolders());
            List<Team> children = teams.stream()
                    .filter(child -> Long.valueOf(team.id()).equals(child.parent()))
                    .filter(child -> visibility.shows(child.id()))
                    .toList();
            children.forEach(child -> rest.removeAll(child.seatHolders()));
            if (visibility.shows(team.id()) && !children.isEmpty()) {
                assertThat(rest.isEmpty() || rest.size() >= least)
                        .as("rest of %s under %s", team, visibility)
                        .isTrue();
            }
        }
    }

    @Test
    void aGrandchildInTheGapDoesNotHideTheGapBetweenAParentAndItsChildren() {
        noParentLessItsShownChildrenIsASmallGroup(33718, LEAST);
    }

    /** The same asked by force: every choice of few shown teams against every shown team and the organization. */
    @Property(tries = 200)
    void noFewTeamsAddUpToAnotherButForASmallGroup(@ForAll long seed) {
        List<Team> teams = forest(new Random(seed));
        TeamVisibility visibility = Visibilities.decide(EVERYBODY, teams, LEAST);
        List<Set<Long>> shown = teams.stream()
                .filter(team -> visibility.shows(team.id()))
                .map(Team::seatHolders)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Set<Long>> wholes = new ArrayList<>(shown);
        wholes.add(EVERYBODY);
        int choices = 1 << Math.min(shown.size(), 9);

        for (Set<Long> whole : wholes) {
            for (int choice = 1; choice < choices; choice++) {
                long few = outOfBalance(whole, shown, choice);
                assertThat(few == 0 || few >= LEAST)
                        .as("%s by %s", shown, choice)
                        .isTrue();
            }
        }
    }

    /** People who are not in exactly one chosen team, or not in the whole; none where the sum is none that counts. */
    private static long outOfBalance(Set<Long> whole, List<Set<Long>> shown, int choice) {
        long few = 0;
        for (long person : EVERYBODY) {
            int balance = whole.contains(person) ? -1 : 0;
            for (int i = 0; i < Math.min(shown.size(), 9); i++) {
                boolean counted = (choice >> i & 1) == 1 && shown.get(i) != whole;
                balance += counted && shown.get(i).contains(person) ? 1 : 0;
            }
            if (balance > 0 && whole == EVERYBODY) {
                return 0;
            }
            few += balance == 0 ? 0 : 1;
        }
        return few;
    }

    @Test
    void somebodyInTwoTeamsThatMakeUpTheOrganizationHidesOne() {
        List<Team> teams = List.of(team(1, null, people(1, 15)), team(2, null, people(15, 16)));

        assertThat(Visibilities.decide(people(1, 30), teams, LEAST).hidden())
                .as("15 + 16 - 30 = 1 person")
                .isEqualTo(1);
        assertThat(Visibilities.decide(people(1, 40), teams, LEAST).hidden())
                .as("with ten people in no team nobody can do the sum")
                .isZero();
    }

    @Test
    void nobodyHidesATeamByMakingAnotherWithOneMember() {
        TeamVisibility visibility = decide(team(2, null, people(1, 10)), team(99, null, people(1, 11)));

        assertThat(visibility.shows(2)).isTrue();
        assertThat(visibility.teams().get(99L)).isEqualTo(Reason.GIVES_AWAY_OTHERS);
    }

    /** Whoever may make teams, and may put anybody into them. */
    @Property(tries = 1_000)
    void aNewTeamHidesNoneThatIsThere(@ForAll long seed) {
        Random random = new Random(seed);
        List<Team> teams = forest(random);
        TeamVisibility before = Visibilities.decide(EVERYBODY, teams, LEAST);
        Team copied = teams.get(random.nextInt(teams.size()));
        Set<Long> members = new HashSet<>(copied.seatHolders());
        members.removeIf(_ -> random.nextInt(8) == 0);
        members.add(1L + random.nextInt(200));
        List<Team> more = new ArrayList<>(teams);
        more.add(team(99, null, members));

        TeamVisibility after = Visibilities.decide(EVERYBODY, more, LEAST);

        for (Team team : teams) {
            assertThat(after.teams().get(team.id()))
                    .as("team %s of %s beside %s", team, teams, members)
                    .isEqualTo(before.teams().get(team.id()));
        }
    }

    @Test
    void ofATreeWithManagersOnlyParentsAreHiddenAndAtMostASeventh() {
        List<Team> teams = TreeOfTeams.of(10_000, 400).teams();

        TeamVisibility visibility = Visibilities.decide(people(1, 10_000), teams, LEAST);

        assertThat(visibility.hidden()).isPositive().isLessThanOrEqualTo(400 / 7);
        Set<Long> parents =
                teams.stream().map(Team::parent).filter(Objects::nonNull).collect(Collectors.toSet());
        assertThat(parents).containsAll(visibility.hiddenTeams());
    }

    /** Whatever the rule before hid because a sum gives somebody away is not shown together now either. */
    @Property(tries = 2_000)
    void theFormerRuleFindsNothingToHideInWhatIsShown(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 8) int least) {
        List<Team> teams = forest(new Random(seed));
        TeamVisibility visibility = Visibilities.decide(EVERYBODY, teams, least);
        List<Team> shown = teams.stream()
                .filter(team -> visibility.shows(team.id()))
                .map(team -> new Team(team.id(), shownAbove(team, teams, visibility), team.seatHolders()))
                .toList();

        assertThat(FormerRule.decide(EVERYBODY, shown, least).hidden()).isZero();
    }

    private static @Nullable Long shownAbove(Team team, List<Team> teams, TeamVisibility visibility) {
        Long above = team.parent();
        while (above != null && !visibility.shows(above)) {
            long hidden = above;
            above = teams.stream()
                    .filter(other -> other.id() == hidden)
                    .findFirst()
                    .map(Team::parent)
                    .orElse(null);
        }
        return above;
    }

    private static List<Team> forest(Random random) {
        List<Team> teams = new ArrayList<>();
        for (int id = 1; id <= 3 + random.nextInt(9); id++) {
            Team parent = teams.isEmpty() || random.nextInt(3) == 0 ? null : teams.get(random.nextInt(teams.size()));
            List<Long> pool = new ArrayList<>(parent == null ? EVERYBODY : parent.seatHolders());
            Collections.shuffle(pool, random);
            int size = parent == null ? 5 + random.nextInt(30) : random.nextInt(pool.size() + 1);
            teams.add(team(id, parent == null ? null : parent.id(), Set.copyOf(pool.subList(0, size))));
        }
        return teams;
    }

    private static TeamVisibility decide(Team... teams) {
        return Visibilities.decide(EVERYBODY, List.of(teams), LEAST);
    }

    private static Team team(long id, @Nullable Long parent, Set<Long> people) {
        return new Team(id, parent, people);
    }

    private static Set<Long> people(long first, int count) {
        return LongStream.range(first, first + count).boxed().collect(Collectors.toSet());
    }
}
