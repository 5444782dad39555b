package dev.flightlog.fake.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** An organization with its people, teams, seats and repositories. */
public final class Organization {
    private final World world;
    private final long id;
    private final Instant createdAt;
    private final Map<Long, Member> members = new ConcurrentSkipListMap<>();
    private final Map<Long, Team> teams = new ConcurrentSkipListMap<>();
    private final Map<Long, Seat> seats = new ConcurrentSkipListMap<>();
    private final Map<Long, Repository> repositories = new ConcurrentSkipListMap<>();
    private final CopilotSettings copilot = new CopilotSettings();
    private final Set<Long> signedOn = ConcurrentHashMap.newKeySet();
    private volatile boolean singleSignOn;
    private volatile boolean userTokensBlocked;
    private volatile String login;
    private volatile String governanceRepository = "copilot-governance";
    private volatile ReportSource reports = ReportSource.NONE;

    Organization(World world, long id, String login) {
        this.world = world;
        this.id = id;
        this.login = login;
        this.createdAt = world.now();
    }

    public long id() {
        return id;
    }

    public String login() {
        return login;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public World world() {
        return world;
    }

    /** Whether people need a session of the organization's own sign-in (SAML); changing it ends the sessions. */
    public void requireSingleSignOn(boolean on) {
        singleSignOn = on;
        signedOn.clear();
    }

    /** Somebody starts a session of the organization's own sign-in. */
    public void startSingleSignOn(Person person) {
        signedOn.add(person.id());
    }

    /** Whether the organization is closed to this person's tokens for want of such a session, member or not. */
    public boolean singleSignOnMissing(Person person) {
        return singleSignOn && !signedOn.contains(person.id());
    }

    /** Whether people's tokens of this App may read the organization. */
    public void blockUserTokens(boolean on) {
        userTokensBlocked = on;
    }

    public boolean blocksUserTokens() {
        return userTokensBlocked;
    }

    public CopilotSettings copilot() {
        return copilot;
    }

    /** The only repository in which the App may write; a write elsewhere is a violation. */
    public String governanceRepository() {
        return governanceRepository;
    }

    public void governanceRepository(String name) {
        governanceRepository = name;
    }

    public ReportSource reports() {
        return reports;
    }

    public void reports(ReportSource source) {
        reports = source;
    }

    public void rename(String newLogin) {
        repositories.values().forEach(Repository::rememberName);
        login = newLogin;
    }

    /** Makes a new account and a member of it. */
    public Person addMember(String personLogin) {
        return addMember(world.addPerson(personLogin, personLogin), Member.Role.MEMBER);
    }

    public Person addOwner(String personLogin) {
        return addMember(world.addPerson(personLogin, personLogin), Member.Role.ADMIN);
    }

    public Person addMember(Person person, Member.Role role) {
        members.put(person.id(), new Member(person, role, false));
        return person;
    }

    public void invite(Person person) {
        members.put(person.id(), new Member(person, Member.Role.MEMBER, true));
    }

    public void remove(Person person) {
        members.remove(person.id());
        seats.remove(person.id());
        teams.values().forEach(team -> team.remove(person));
    }

    public List<Member> members() {
        return List.copyOf(members.values());
    }

    public Optional<Member> member(String personLogin) {
        return members.values().stream()
                .filter(each -> each.person().login().equalsIgnoreCase(personLogin))
                .findFirst();
    }

    public Optional<Member> member(long personId) {
        return Optional.ofNullable(members.get(personId));
    }

    public Team addTeam(String name) {
        return addTeam(name, null);
    }

    public Team addTeam(String name, @Nullable Team parent) {
        return addTeam(name, slug(name), parent);
    }

    public Team addTeam(String name, String slug, @Nullable Team parent) {
        Team team = new Team(world.nextId(), this, name, slug, parent);
        teams.put(team.id(), team);
        return team;
    }

    public void remove(Team team) {
        teams.remove(team.id());
    }

    public List<Team> teams() {
        return List.copyOf(teams.values());
    }

    public Optional<Team> findTeam(String slug) {
        return teams.values().stream().filter(each -> each.slug().equals(slug)).findFirst();
    }

    public Team team(String slug) {
        return findTeam(slug).orElseThrow(() -> new NoSuchElementException("no team " + slug));
    }

    public Seat seat(Seat seat) {
        seats.put(seat.assignee().id(), seat);
        return seat;
    }

    public void removeSeat(Person person) {
        seats.remove(person.id());
    }

    /** Seats held now: one that was cancelled is gone on the day on which it ends. */
    public List<Seat> seats() {
        LocalDate today = LocalDate.ofInstant(world.now(), ZoneOffset.UTC);
        seats.values()
                .removeIf(seat -> seat.pendingCancellationDate() != null
                        && !seat.pendingCancellationDate().isAfter(today));
        return List.copyOf(seats.values());
    }

    public Optional<Seat> seatOf(Person person) {
        return Optional.ofNullable(seats.get(person.id()));
    }

    public boolean hasSeat(long personId) {
        return seats.containsKey(personId);
    }

    public Repository addRepository(String name) {
        Repository repository = new Repository(world, this, name);
        repositories.put(repository.id(), repository);
        world.add(repository);
        return repository;
    }

    public void remove(Repository repository) {
        repositories.remove(repository.id());
        world.remove(repository);
    }

    public List<Repository> repositories() {
        return List.copyOf(repositories.values());
    }

    public Optional<Repository> findRepository(String name) {
        return repositories.values().stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    public Repository repository(String name) {
        return findRepository(name).orElseThrow(() -> new NoSuchElementException("no repository " + name));
    }

    /** The governance repository. */
    public Repository governance() {
        return repository(governanceRepository);
    }

    private static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "team" : slug;
    }
}
