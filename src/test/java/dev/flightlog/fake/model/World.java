package dev.flightlog.fake.model;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Everything the simulated GitHub knows; compound changes are made while holding its monitor. */
public final class World {
    private final InstantSource clock;
    private final AtomicLong ids = new AtomicLong(70_000);
    private final Map<Long, Organization> organizations = new ConcurrentSkipListMap<>();
    private final Map<Long, Person> people = new ConcurrentSkipListMap<>();
    private final Map<Long, Installation> installations = new ConcurrentSkipListMap<>();
    private final Map<Long, Repository> repositories = new ConcurrentSkipListMap<>();

    public World(InstantSource clock) {
        this.clock = clock;
    }

    /** The next id; one sequence for all kinds of things, so that ids of different kinds never coincide. */
    public long nextId() {
        return ids.incrementAndGet();
    }

    /** Now in whole seconds, as GitHub writes its times. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    public Organization addOrganization(String login) {
        Organization organization = new Organization(this, nextId(), login);
        organizations.put(organization.id(), organization);
        return organization;
    }

    /** Adds an account that is a member of nothing yet. */
    public Person addPerson(String login, String name) {
        return addPerson(nextId(), login, name);
    }

    /** Adds an account with an id that the caller knows from elsewhere, for example from report rows. */
    public Person addPerson(long id, String login, String name) {
        Person person = new Person(id, login, name, Person.Type.USER);
        people.put(id, person);
        return person;
    }

    public Person addBot(String slug) {
        Person bot = new Person(nextId(), slug + "[bot]", slug, Person.Type.BOT);
        people.put(bot.id(), bot);
        return bot;
    }

    void add(Repository repository) {
        repositories.put(repository.id(), repository);
    }

    void remove(Repository repository) {
        repositories.remove(repository.id());
    }

    public Installation addInstallation(Organization organization, Map<String, String> permissions) {
        Installation installation = new Installation(nextId(), organization, permissions, now());
        installations.put(installation.id(), installation);
        return installation;
    }

    public void remove(Installation installation) {
        installations.remove(installation.id());
    }

    public List<Organization> organizations() {
        return List.copyOf(organizations.values());
    }

    public List<Installation> installations() {
        return List.copyOf(installations.values());
    }

    public Optional<Installation> installation(long id) {
        return Optional.ofNullable(installations.get(id));
    }

    public Optional<Installation> installationOf(Organization organization) {
        return installations.values().stream()
                .filter(installation -> installation.organization() == organization)
                .findFirst();
    }

    public Optional<Organization> findOrganization(String loginOrId) {
        return organizations.values().stream()
                .filter(each -> each.login().equalsIgnoreCase(loginOrId)
                        || Long.toString(each.id()).equals(loginOrId))
                .findFirst();
    }

    /** The organization of that name; a test that asks for another one is wrong, hence the exception. */
    public Organization organization(String login) {
        return findOrganization(login).orElseThrow(() -> new NoSuchElementException("no organization " + login));
    }

    public Optional<Person> findPerson(String login) {
        return people.values().stream()
                .filter(each -> each.login().equalsIgnoreCase(login))
                .findFirst();
    }

    public Optional<Person> findPerson(long id) {
        return Optional.ofNullable(people.get(id));
    }

    public Person person(String login) {
        return findPerson(login).orElseThrow(() -> new NoSuchElementException("no person " + login));
    }

    public Optional<Repository> repository(long id) {
        return Optional.ofNullable(repositories.get(id));
    }

    /** The repository that has this full name now. */
    public Optional<Repository> repository(String owner, String name) {
        return repositories.values().stream()
                .filter(each ->
                        each.ownerLogin().equalsIgnoreCase(owner) && each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The repository that had this full name once, as GitHub redirects to it. */
    public Optional<Repository> repositoryFormerly(String owner, String name) {
        return repositories.values().stream()
                .filter(each -> each.wasCalled(owner + "/" + name))
                .findFirst();
    }
}
