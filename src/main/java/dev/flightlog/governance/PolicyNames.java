package dev.flightlog.governance;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Person;
import dev.flightlog.directory.Team;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.Exemption;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatFactsStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that the names of a policy mean. A name means the account that had it when it was first seen under the
 * policy, whatever that account is called later: who is renamed stays exempt, and a team that somebody makes under the
 * name of an admin team that is gone gives nobody a right.
 */
@Singleton
public class PolicyNames {
    private final DirectoryStore directory;
    private final SeatFactsStore seats;
    private final SourceStatusStore sources;
    private final PolicyNameStore store;
    private final InstantSource clock;

    PolicyNames(
            DirectoryStore directory,
            SeatFactsStore seats,
            SourceStatusStore sources,
            PolicyNameStore store,
            InstantSource clock) {
        this.seats = seats;
        this.sources = sources;
        this.directory = directory;
        this.store = store;
        this.clock = clock;
    }

    private boolean directoryWasRead(long org) {
        SourceStatus status = sources.of(org).get(Source.DIRECTORY);
        return status != null && status.succeededAt() != null;
    }

    /**
     * Another policy came in force: names that it does not have are forgotten. Those that it keeps mean the account that
     * they meant, even where that is gone: whoever took the name since gets nothing by a change of something else.
     */
    void policyChanged(long org, Policy policy) {
        Set<PolicyName> named = names(policy);
        store.forget(
                org,
                store.of(org).keySet().stream()
                        .filter(bound -> !named.contains(bound))
                        .toList());
        bind(org, policy);
    }

    /** Notes the accounts of names that had none so far; {@code policy} as the file writes it. */
    public void bind(long org, Policy policy) {
        Set<PolicyName> unbound = names(policy);
        if (unbound.isEmpty()) {
            return;
        }
        unbound.removeAll(store.of(org).keySet());
        Instant now = clock.instant();
        Map<PolicyName, Long> found = new HashMap<>();
        unbound.forEach(name -> account(org, name).ifPresent(account -> found.put(name, account)));
        store.bind(org, found, now);
    }

    /**
     * The policy with the names that the accounts have now; exemptions and admin teams whose account is gone are left
     * out.
     */
    public Policy current(long org, Policy policy) {
        return resolve(org, policy).policy();
    }

    /** As {@link #current}, with the names that mean nobody. */
    Resolved resolve(long org, Policy policy) {
        Set<PolicyName> names = names(policy);
        if (names.isEmpty()) {
            return new Resolved(policy, List.of(), policy);
        }
        Map<PolicyName, Long> bound = store.of(org);
        Map<PolicyName, Account> now = new HashMap<>();
        List<PolicyName> unmatched = new ArrayList<>();
        for (PolicyName name : names) {
            // A proposed policy has names that are not bound yet.
            Long account = Optional.ofNullable(bound.get(name))
                    .or(() -> account(org, name))
                    .orElse(null);
            String called = account == null ? null : called(org, name.kind(), account);
            if (called == null) {
                unmatched.add(name);
            }
            if (account == null || called != null) {
                now.put(name, new Account(called == null ? name.name() : called, Optional.ofNullable(account)));
            }
        }
        return new Resolved(
                policy.withNames(exemptions(policy, now), teams(policy, now)),
                directoryWasRead(org) ? unmatched : List.of(),
                told(policy, now));
    }

    /** The file's names, each with the one that its account has now where that is another. */
    private static Policy told(Policy policy, Map<PolicyName, Account> now) {
        List<Exemption> exemptions = policy.seats().exemptions().stream()
                .<Exemption>map(exemption -> switch (exemption) {
                    case Exemption.ForUser user ->
                        new Exemption.ForUser(
                                told(user.login(), now.get(PolicyName.user(user.login()))),
                                user.until(),
                                user.reason());
                    case Exemption.ForTeam team ->
                        new Exemption.ForTeam(
                                told(team.slug(), now.get(PolicyName.team(team.slug()))), team.until(), team.reason());
                })
                .toList();
        List<String> teams = policy.access().adminTeams().stream()
                .map(slug -> told(slug, now.get(PolicyName.team(slug))))
                .toList();
        return policy.withNames(exemptions, teams);
    }

    private static String told(String written, @Nullable Account account) {
        return account == null || account.name().equalsIgnoreCase(written)
                ? written
                : written + ", now " + account.name();
    }

    /**
     * A policy, and what of it means nobody.
     *
     * @param policy by the names that the accounts have now
     * @param unmatched logins and slugs that nobody has, or whose account is gone, in the policy's order; none while
     *     nobody knows who is in the organization
     * @param told by the names that the file writes, with those of now behind them: for people to read, and nothing else
     */
    record Resolved(Policy policy, List<PolicyName> unmatched, Policy told) {
        Resolved {
            unmatched = List.copyOf(unmatched);
        }
    }

    /**
     * What a name means now.
     *
     * @param id nothing while nobody has the name
     */
    private record Account(String name, Optional<Long> id) {}

    private static List<Exemption> exemptions(Policy policy, Map<PolicyName, Account> now) {
        return policy.seats().exemptions().stream()
                .flatMap(exemption -> switch (exemption) {
                    case Exemption.ForUser user ->
                        Optional.ofNullable(now.get(PolicyName.user(user.login())))
                                .<Exemption>map(person ->
                                        new Exemption.ForUser(person.name(), person.id(), user.until(), user.reason()))
                                .stream();
                    case Exemption.ForTeam team ->
                        Optional.ofNullable(now.get(PolicyName.team(team.slug())))
                                .<Exemption>map(
                                        named -> new Exemption.ForTeam(named.name(), team.until(), team.reason()))
                                .stream();
                })
                .toList();
    }

    private static List<String> teams(Policy policy, Map<PolicyName, Account> now) {
        return policy.access().adminTeams().stream()
                .flatMap(slug -> Optional.ofNullable(now.get(PolicyName.team(slug))).map(Account::name).stream())
                .toList();
    }

    /** GitHub's ids of the admin teams that are known; by slug those that nobody has seen yet are left out. */
    List<Long> adminTeams(long org, Policy policy) {
        if (policy.access().adminTeams().isEmpty()) {
            return List.of();
        }
        Map<PolicyName, Long> bound = store.of(org);
        return policy.access().adminTeams().stream()
                .map(PolicyName::team)
                .flatMap(name -> Optional.ofNullable(bound.get(name)).stream())
                .toList();
    }

    /** What the account is called now; null where it is gone. */
    private @Nullable String called(long org, PolicyName.Kind kind, long account) {
        return switch (kind) {
            case USER -> {
                Person person = directory.personById(org, account);
                // Who left is kept for a while, and is as little there as who was never there.
                if (person != null && person.member()) {
                    yield person.login();
                }
                // Who holds a seat need not be a member.
                List<Seat> held = seats.ofPeople(org, List.of(account));
                yield held.isEmpty() ? null : held.getFirst().login();
            }
            case TEAM -> {
                Team team = directory.teamById(org, account);
                yield team == null ? null : team.slug();
            }
        };
    }

    private Optional<Long> account(long org, PolicyName name) {
        return switch (name.kind()) {
            case USER ->
                Optional.ofNullable(directory.personByLogin(org, name.name()))
                        .filter(Person::member)
                        .map(Person::id)
                        .or(() -> Optional.ofNullable(seats.byLogin(org, name.name()))
                                .map(Seat::personId));
            case TEAM ->
                Optional.ofNullable(directory.teamBySlug(org, name.name())).map(Team::id);
        };
    }

    private static Set<PolicyName> names(Policy policy) {
        Stream<PolicyName> exempt = policy.seats().exemptions().stream().map(exemption -> switch (exemption) {
            case Exemption.ForUser user -> PolicyName.user(user.login());
            case Exemption.ForTeam team -> PolicyName.team(team.slug());
        });
        Stream<PolicyName> admins = policy.access().adminTeams().stream().map(PolicyName::team);
        Set<PolicyName> names = new LinkedHashSet<>();
        Stream.concat(exempt, admins).forEach(names::add);
        return names;
    }
}
