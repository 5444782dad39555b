package dev.flightlog.fake.report;

import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Team;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of a week, counted from the invented days themselves and not from any report. */
public final class ExpectedFigures {
    /**
     * What people did in a week.
     *
     * @param seated people with a seat
     * @param generations code completions shown
     * @param agentUsers people with {@code used_agent} on any day
     */
    public record Figures(
            int seated,
            long activeUsers,
            long generations,
            long acceptances,
            long agentUsers,
            long chatUsers,
            long cliUsers,
            BigDecimal aiCredits) {
        /** Acceptances of code completions for each one shown; NaN when none was shown. */
        public double acceptanceRate() {
            return acceptances / (double) generations;
        }
    }

    private final InventedOrganization invented;

    ExpectedFigures(InventedOrganization invented) {
        this.invented = invented;
    }

    /** The days of the week from that Monday whose reports are out. */
    public List<LocalDate> days(LocalDate monday, LocalDate today) {
        return Stream.iterate(monday, day -> day.plusDays(1))
                .limit(7)
                .filter(day -> invented.published(day, today))
                .toList();
    }

    /** The whole organization in the week from that Monday, as far as published on the other day. */
    public Figures week(LocalDate monday, LocalDate today) {
        return figures(invented.organization().seats().size(), personDays(monday, today));
    }

    /** Teams that may be shown, by slug. */
    public Map<String, Figures> teams(LocalDate monday, LocalDate today) {
        List<PersonDay> all = personDays(monday, today);
        Map<String, Figures> teams = new TreeMap<>();
        for (Team team : invented.organization().teams()) {
            Set<Long> seated = ids(TeamRows.seated(team));
            if (seated.size() >= TeamRows.MIN_SEATED) {
                teams.put(
                        team.slug(),
                        figures(
                                seated.size(),
                                all.stream()
                                        .filter(each -> seated.contains(
                                                each.profile().person().id()))
                                        .toList()));
            }
        }
        return teams;
    }

    /** How many teams have too few people with a seat. */
    public long hiddenTeams() {
        return invented.organization().teams().stream()
                .filter(team -> TeamRows.seated(team).size() < TeamRows.MIN_SEATED)
                .count();
    }

    /** How many people have a row in users-1-day of that day. */
    public int rows(LocalDate day) {
        return invented.personDays(day).size();
    }

    private List<PersonDay> personDays(LocalDate monday, LocalDate today) {
        return days(monday, today).stream()
                .flatMap(day -> invented.personDays(day).stream())
                .toList();
    }

    private static Set<Long> ids(Collection<Person> people) {
        return people.stream().map(Person::id).collect(Collectors.toSet());
    }

    private static Figures figures(int seated, List<PersonDay> days) {
        long generations = 0;
        long acceptances = 0;
        BigDecimal credits = BigDecimal.ZERO;
        for (PersonDay day : days) {
            credits = credits.add(day.credits());
            for (Use use : day.uses()) {
                if (use.feature().equals("code_completion")) {
                    generations += use.generations();
                    acceptances += use.acceptances();
                }
            }
        }
        return new Figures(
                seated,
                people(days, PersonDay::active),
                generations,
                acceptances,
                people(days, day -> day.has(Habits.AGENT)),
                people(days, day -> day.has(Habits.CHAT)),
                people(days, day -> day.has(Habits.CLI)),
                credits);
    }

    private static long people(List<PersonDay> days, Predicate<PersonDay> which) {
        return days.stream()
                .filter(which)
                .map(day -> day.profile().index())
                .distinct()
                .count();
    }
}
