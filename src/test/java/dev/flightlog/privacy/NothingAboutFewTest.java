package dev.flightlog.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Over random organizations: nothing about fewer people than the threshold can be computed from everything shown.
 *
 * <p>Everything shown of a metric is a set of sums over what each person contributed on each day: of the organization and
 * of each team, by day and by week. Whoever adds and subtracts multiples of them learns the vectors of their row space. A
 * few people are given away if one of these vectors is not zero and touches only them; that is asked by force, for every
 * choice of few people, by the rank of the matrix without their columns.
 */
class NothingAboutFewTest {
    private static final int THRESHOLD = 3;
    private static final long PRIME = 1_000_003;
    private static final Metric SUM = Metric.AI_CREDITS;
    private static final Metric COUNT = Metric.AGENT;

    @Property(tries = 400)
    void sumsByDayAndWeekTogether(@ForAll long seed) {
        World world = new World(new Random(seed));
        Suppression.Decided decided = Suppression.week(world.population(), THRESHOLD);

        List<long[]> rows = new ArrayList<>();
        for (int group = -1; group < world.teams.size(); group++) {
            if (shows(decided.week(), group, SUM)) {
                rows.add(world.row(group, everyDay(world)));
            }
            for (int day = 0; day < world.days; day++) {
                if (shows(decided.days().get(day), group, SUM)) {
                    rows.add(world.row(group, Set.of(day)));
                }
            }
        }

        assertNobodyIsGivenAway(world, rows, world.days);
    }

    @Property(tries = 400)
    void distinctPeopleOfAWeek(@ForAll long seed) {
        World world = new World(new Random(seed));
        Suppression.Decided decided = Suppression.week(world.population(), THRESHOLD);

        List<long[]> rows = new ArrayList<>();
        for (int group = -1; group < world.teams.size(); group++) {
            if (shows(decided.week(), group, COUNT)) {
                rows.add(world.people(group));
            }
        }

        assertNobodyIsGivenAway(world, rows, 1);
    }

    @Property(tries = 400)
    void noShownFigureHasFewContributors(@ForAll long seed) {
        World world = new World(new Random(seed));
        Suppression.Decided decided = Suppression.week(world.population(), THRESHOLD);

        for (int group = -1; group < world.teams.size(); group++) {
            if (shows(decided.week(), group, SUM)) {
                assertThat(supporters(world.row(group, everyDay(world)), world.days))
                        .isNotIn(1, 2);
            }
            for (int day = 0; day < world.days; day++) {
                for (Metric metric : List.of(SUM, COUNT)) {
                    if (shows(decided.days().get(day), group, metric)) {
                        assertThat(supporters(world.row(group, Set.of(day)), world.days))
                                .isNotIn(1, 2);
                    }
                }
            }
        }
    }

    /**
     * All that a reader of some role is told together: seats of now and of the week, distinct people of the week and of each
     * day, and sums of the week and of each day, of the organization and of whichever teams the role may see. What one
     * metric says of a person says nothing of another: each has columns of its own.
     */
    @Property(tries = 300)
    void everythingThatARoleIsShownTogether(@ForAll long seed) {
        Random random = new Random(seed);
        World world = new World(random);
        Population population = world.population();
        TeamVisibility now = withSecret(Suppression.now(world.now(), THRESHOLD), random);
        Suppression.Decided decided = Suppression.week(population, THRESHOLD);

        for (Role role : Role.values()) {
            LongPredicate shownNow = role == Role.MEMBER_OF_SECRET_TEAMS ? now::showsToMembers : now::shows;
            Columns told = new Columns(world);
            for (int group = -1; group < world.teams.size(); group++) {
                int team = group;
                boolean visible = group < 0 || shownNow.test(group + 1L) && role.sees(world, team);
                if (!visible) {
                    continue;
                }
                told.seatsNow(team);
                PeriodSuppression week = decided.week().and(now, shownNow);
                told.week(team, metric -> shows(week, team, metric));
                for (int day = 0; day < world.days; day++) {
                    PeriodSuppression ofDay = decided.days().get(day).and(now, shownNow);
                    told.day(team, day, metric -> shows(ofDay, team, metric));
                }
            }
            assertNobodyIsGivenAway(world.people, role + " of " + world, told.rows, told.columnsOfAPerson);
        }
    }

    private static TeamVisibility withSecret(TeamVisibility decided, Random random) {
        Map<Long, TeamVisibility.Reason> reasons = new HashMap<>(decided.teams());
        reasons.replaceAll((_, reason) -> reason == TeamVisibility.Reason.SHOWN && random.nextInt(4) == 0
                ? TeamVisibility.Reason.SECRET
                : reason);
        return new TeamVisibility(reasons);
    }

    /** Who reads; whoever sees more is told everything that the others are. */
    private enum Role {
        MEMBER_OF_ONE_TEAM,
        ADMIN,
        MEMBER_OF_SECRET_TEAMS;

        boolean sees(World world, int team) {
            return switch (this) {
                case MEMBER_OF_ONE_TEAM -> team == world.teams.size() - 1;
                case ADMIN, MEMBER_OF_SECRET_TEAMS -> true;
            };
        }
    }

    /** Everything that is told, as sums over unknown figures of people: each metric, period and day has its own. */
    private static final class Columns {
        final List<long[]> rows = new ArrayList<>();
        final int columnsOfAPerson;
        private final World world;

        Columns(World world) {
            this.world = world;
            columnsOfAPerson = 3 + 2 * world.days;
        }

        void seatsNow(int group) {
            add(person -> world.isIn(group, world.days - 1, person), 0);
        }

        void week(int group, Predicate<Metric> shown) {
            if (shown.test(Metric.SEATED)) {
                add(person -> world.isIn(group, person), 1);
            }
            if (shown.test(COUNT)) {
                add(person -> world.worksIn(group, person), 2);
            }
            if (shown.test(SUM)) {
                long[] row = new long[world.people * columnsOfAPerson];
                for (int day = 0; day < world.days; day++) {
                    fill(row, sumsOf(group, day), 3 + day);
                }
                rows.add(row);
            }
        }

        void day(int group, int day, Predicate<Metric> shown) {
            if (shown.test(SUM)) {
                add(sumsOf(group, day), 3 + day);
            }
            if (shown.test(COUNT)) {
                add(sumsOf(group, day), 3 + world.days + day);
            }
        }

        private IntPredicate sumsOf(int group, int day) {
            return person -> world.isIn(group, day, person) && world.works[person][day];
        }

        private void add(IntPredicate people, int column) {
            long[] row = new long[world.people * columnsOfAPerson];
            fill(row, people, column);
            rows.add(row);
        }

        private void fill(long[] row, IntPredicate people, int column) {
            for (int person = 0; person < world.people; person++) {
                row[person * columnsOfAPerson + column] = people.test(person) ? 1 : 0;
            }
        }
    }

    /**
     * Languages, editors, models or features, with the totals of their days, in a post, on a page over any days, and in the
     * API: all of these are sums of what the days show, and what people do on one day says nothing of another.
     */
    @Property(tries = 400)
    void partsOfDays(@ForAll long seed) {
        Random random = new Random(seed);
        int people = 6 + random.nextInt(8);
        int values = 1 + random.nextInt(5);
        int days = 1 + random.nextInt(3);
        int columns = values * days;
        List<long[]> shown = new ArrayList<>();
        long[] period = new long[people * columns];
        for (int day = 0; day < days; day++) {
            List<long[]> ofDay = new ArrayList<>();
            for (int value = 0; value < values; value++) {
                double share = random.nextDouble();
                long[] row = new long[people * columns];
                for (int person = 0; person < people; person++) {
                    row[person * columns + day * values + value] = random.nextDouble() < share * share ? 1 : 0;
                }
                ofDay.add(row);
            }
            List<long[]> used =
                    ofDay.stream().filter(row -> supporters(row, columns) > 0).toList();
            RareValues<long[]> split = RareValues.ofDay(used, row -> supporters(row, columns), THRESHOLD);
            shown.addAll(split.shown());
            if (!split.rare().isEmpty()) {
                shown.add(sum(split.rare()));
            }
            long[] total = sum(ofDay);
            if (supporters(total, columns) >= THRESHOLD
                    && !(split.shown().isEmpty() && split.rare().isEmpty())) {
                shown.add(total);
            }
            split.shown().stream().findFirst().ifPresent(row -> add(period, row));
        }
        shown.add(period);

        assertNobodyIsGivenAway(people, Arrays.deepToString(shown.toArray()), shown, columns);
    }

    private static long[] sum(List<long[]> rows) {
        long[] sum = new long[rows.getFirst().length];
        rows.forEach(row -> add(sum, row));
        return sum;
    }

    private static void add(long[] sum, long[] row) {
        for (int column = 0; column < sum.length; column++) {
            sum[column] += row[column];
        }
    }

    /** The property would hold if nothing were shown at all. */
    @Test
    void mostOfWhatIsLargeEnoughIsShown() {
        int shown = 0;
        int large = 0;
        for (int seed = 0; seed < 300; seed++) {
            World world = new World(new Random(seed));
            Suppression.Decided decided = Suppression.week(world.population(), THRESHOLD);
            for (int team = 0; team < world.teams.size(); team++) {
                if (supporters(world.row(team, everyDay(world)), world.days) >= THRESHOLD) {
                    large++;
                    shown += shows(decided.week(), team, SUM) ? 1 : 0;
                }
            }
        }

        assertThat((double) shown / large).isGreaterThan(0.3);
    }

    private static Set<Integer> everyDay(World world) {
        Set<Integer> days = new HashSet<>();
        for (int day = 0; day < world.days; day++) {
            days.add(day);
        }
        return days;
    }

    private static boolean shows(PeriodSuppression period, int group, Metric metric) {
        Suppressed suppressed = group < 0 ? period.organization() : period.of(group + 1L);
        return suppressed.shows(metric);
    }

    private static int supporters(long[] row, int columnsOfAPerson) {
        Set<Integer> people = new HashSet<>();
        for (int column = 0; column < row.length; column++) {
            if (row[column] != 0) {
                people.add(column / columnsOfAPerson);
            }
        }
        return people.size();
    }

    private static void assertNobodyIsGivenAway(World world, List<long[]> rows, int columnsOfAPerson) {
        assertNobodyIsGivenAway(world.people, world, rows, columnsOfAPerson);
    }

    private static void assertNobodyIsGivenAway(int people, Object world, List<long[]> rows, int columnsOfAPerson) {
        int rank = rank(rows, Set.of(), columnsOfAPerson);
        for (int one = 0; one < people; one++) {
            for (int other = one; other < people; other++) {
                assertThat(rank(rows, Set.of(one, other == one ? one + people : other), columnsOfAPerson))
                        .as("without the people %d and %d of %s", one, other, world)
                        .isEqualTo(rank);
            }
        }
    }

    /** Of the rows without some people's columns, modulo a prime. */
    private static int rank(List<long[]> rows, Set<Integer> without, int columnsOfAPerson) {
        List<long[]> left = new ArrayList<>();
        for (long[] row : rows) {
            long[] copy = row.clone();
            for (int column = 0; column < copy.length; column++) {
                if (without.contains(column / columnsOfAPerson)) {
                    copy[column] = 0;
                }
            }
            left.add(copy);
        }
        int rank = 0;
        int columns = rows.isEmpty() ? 0 : rows.getFirst().length;
        for (int column = 0; column < columns && rank < left.size(); column++) {
            int pivot = rank;
            while (pivot < left.size() && left.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot < left.size()) {
                long[] chosen = left.get(pivot);
                left.set(pivot, left.get(rank));
                left.set(rank, chosen);
                for (int other = rank + 1; other < left.size(); other++) {
                    long[] reduced = left.get(other);
                    long factor = reduced[column];
                    if (factor != 0) {
                        for (int place = column; place < columns; place++) {
                            reduced[place] =
                                    Math.floorMod(reduced[place] * chosen[column] - chosen[place] * factor, PRIME);
                        }
                    }
                }
                rank++;
            }
        }
        return rank;
    }

    /** A dozen people in nested and overlapping teams; some change teams, and some do not work on some days. */
    private static final class World {
        final int people;
        final int days;
        final List<@Nullable Long> parents = new ArrayList<>();
        final List<List<Set<Integer>>> teams = new ArrayList<>();
        final boolean[][] works;

        World(Random random) {
            people = 8 + random.nextInt(7);
            days = 1 + random.nextInt(4);
            works = new boolean[people][days];
            double busy = 0.3 + random.nextDouble() * 0.7;
            for (boolean[] person : works) {
                for (int day = 0; day < days; day++) {
                    person[day] = random.nextDouble() < (day == days - 1 ? busy / 3 : busy);
                }
            }
            int count = 1 + random.nextInt(6);
            for (int team = 0; team < count; team++) {
                int parent = random.nextInt(3) == 0 || team == 0 ? -1 : random.nextInt(team);
                parents.add(parent < 0 ? null : parent + 1L);
                double size = 0.25 + random.nextDouble() * 0.6;
                Set<Integer> members = new HashSet<>();
                for (int person = 0; person < people; person++) {
                    boolean may = parent < 0 || teams.get(parent).getFirst().contains(person);
                    if (may && random.nextDouble() < (parent < 0 ? size : 0.7)) {
                        members.add(person);
                    }
                }
                List<Set<Integer>> byDay = new ArrayList<>();
                for (int day = 0; day < days; day++) {
                    byDay.add(new HashSet<>(members));
                }
                if (random.nextInt(4) == 0) {
                    byDay.getLast().add(random.nextInt(people));
                }
                teams.add(byDay);
            }
        }

        Population population() {
            Population population = new Population(nodes(), days);
            for (int day = 0; day < days; day++) {
                population.members(day, membersOn(day));
                for (int person = 0; person < people; person++) {
                    population.contribute(
                            day,
                            person + 100L,
                            Metric.SEATED.bit() | (works[person][day] ? SUM.bit() | COUNT.bit() : 0));
                }
            }
            return population;
        }

        private List<TeamOrder.Node> nodes() {
            List<TeamOrder.Node> nodes = new ArrayList<>();
            for (int team = 0; team < teams.size(); team++) {
                nodes.add(new TeamOrder.Node(team + 1L, parents.get(team)));
            }
            return nodes;
        }

        private Map<Long, long[]> membersOn(int day) {
            Map<Long, long[]> members = new HashMap<>();
            for (int team = 0; team < teams.size(); team++) {
                members.put(
                        team + 1L,
                        teams.get(team).get(day).stream()
                                .mapToLong(person -> person + 100L)
                                .toArray());
            }
            return members;
        }

        /** The last day alone: who is in the teams now, all of them with a seat. */
        Population now() {
            Population population = new Population(nodes(), 1);
            population.members(0, membersOn(days - 1));
            for (int person = 0; person < people; person++) {
                population.contribute(0, person + 100L, Metric.SEATED.bit());
            }
            return population;
        }

        boolean isIn(int group, int day, int person) {
            return group < 0 || teams.get(group).get(day).contains(person);
        }

        boolean isIn(int group, int person) {
            return IntStream.range(0, days).anyMatch(day -> isIn(group, day, person));
        }

        boolean worksIn(int group, int person) {
            return IntStream.range(0, days).anyMatch(day -> works[person][day] && isIn(group, day, person));
        }

        /** A group's sum over some days: for each person and day whether it is in. The organization is −1. */
        long[] row(int group, Set<Integer> ofDays) {
            long[] row = new long[people * days];
            for (int person = 0; person < people; person++) {
                for (int day : ofDays) {
                    boolean in = group < 0 || teams.get(group).get(day).contains(person);
                    row[person * days + day] = in && works[person][day] ? 1 : 0;
                }
            }
            return row;
        }

        /** The same for distinct people of all days. */
        long[] people(int group) {
            long[] row = new long[people];
            for (int person = 0; person < people; person++) {
                for (int day = 0; day < days; day++) {
                    boolean in = group < 0 || teams.get(group).get(day).contains(person);
                    row[person] |= in && works[person][day] ? 1 : 0;
                }
            }
            return row;
        }

        @Override
        public String toString() {
            return "teams " + teams + ", work " + Arrays.deepToString(works);
        }
    }
}
