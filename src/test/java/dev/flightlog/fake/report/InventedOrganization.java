package dev.flightlog.fake.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.ReportFiles;
import dev.flightlog.fake.model.ReportKind;
import dev.flightlog.fake.model.ReportSource;
import dev.flightlog.fake.model.World;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** An organization with people, teams, seats and usage, all invented from a seed and always the same. */
public final class InventedOrganization implements ReportSource {
    static final String ENTERPRISE = "9001";

    /** Before that day GitHub has no organization reports (github.md: Report days). */
    private static final LocalDate FIRST_OF_ALL = LocalDate.of(2025, 12, 12);

    private final Organization organization;
    private final long seed;
    private final LocalDate firstDay;
    private final List<Profile> people;
    private final Habits habits;
    private final PersonDays days;
    private final Person outsider;
    private final Set<LocalDate> withheld = ConcurrentHashMap.newKeySet();
    private volatile int parts = 1;
    private volatile boolean punctual;

    private InventedOrganization(Organization organization, long seed, LocalDate firstDay, List<Profile> people) {
        this.organization = organization;
        this.seed = seed;
        this.firstDay = firstDay;
        this.people = people;
        this.habits = new Habits(seed);
        this.days = new PersonDays(seed, habits);
        this.outsider = organization.world().addPerson("mallory", "Mallory Outside");
    }

    /**
     * Makes the organization with its governance repository, and reports from that many weeks ago.
     *
     * @param teams at least nine, of which three are too small to be shown
     */
    public static InventedOrganization create(World world, String login, long seed, int people, int teams, int weeks) {
        return create(world, login, seed, people, teams, weeks, TeamShape.FLAT);
    }

    /** As {@link #create(World, String, long, int, int, int)}, with teams in that shape. */
    public static InventedOrganization create(
            World world, String login, long seed, int people, int teams, int weeks, TeamShape shape) {
        LocalDate today = world.now().atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate wanted = today.minusWeeks(weeks);
        LocalDate firstDay = wanted.isBefore(FIRST_OF_ALL) ? FIRST_OF_ALL : wanted;
        Organization organization = world.addOrganization(login);
        List<Profile> profiles = new Roster(seed, firstDay, today).hire(organization, people);
        InventedOrganization invented = new InventedOrganization(organization, seed, firstDay, profiles);
        new TeamMaker(organization, seed).make(profiles, teams, shape);
        invented.seatMaker().make(profiles, today);
        invented.makeRepositories();
        organization.copilot().billedCredits(invented::creditsOf);
        organization.reports(invented);
        return invented;
    }

    private void makeRepositories() {
        organization.addRepository("copilot-governance").hasDiscussions(true);
        organization
                .governance()
                .history()
                .commit("main", admin(), "Start", Map.of("README.md", "# How we use Copilot\n"));
        List.of("payments-api", "web-shop", "mobile-app", "data-platform").forEach(organization::addRepository);
    }

    public Organization organization() {
        return organization;
    }

    /** An owner. */
    public Person admin() {
        return people.getFirst().person();
    }

    /** A maintainer of the team {@code platform}. */
    public Person lead() {
        return people.get(1).person();
    }

    /** A member of the team {@code platform}. */
    public Person developer() {
        return people.get(2).person();
    }

    /** Somebody who is no member of the organization. */
    public Person outsider() {
        return outsider;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    /** Into how many part files the reports of people are cut. */
    public InventedOrganization parts(int count) {
        parts = count;
        return this;
    }

    /** Publishes every day as soon as two days later, none is a day late. */
    public InventedOrganization punctual() {
        punctual = true;
        return this;
    }

    /** Changes the numbers of a published day. */
    public void restate(LocalDate day) {
        days.restate(day);
    }

    /** Does not publish a day until {@link #release}. */
    public void withhold(LocalDate day) {
        withheld.add(day);
    }

    public void release(LocalDate day) {
        withheld.remove(day);
    }

    /** Brings the last activities that the seats tell up to that morning. */
    public void refreshSeats(LocalDate today) {
        seatMaker().refresh(people, today);
    }

    private SeatMaker seatMaker() {
        return new SeatMaker(organization, habits, seed);
    }

    /** True when reports of that day are out on the other day. */
    public boolean published(LocalDate day, LocalDate today) {
        if (day.isBefore(firstDay) || day.isAfter(today.minusDays(2)) || withheld.contains(day)) {
            return false;
        }
        boolean late = Chance.of(seed, -4, day.toEpochDay()).likely(0.25) && !punctual;
        return day.isBefore(today.minusDays(2)) || !late;
    }

    @Override
    public Optional<LocalDate> latest(LocalDate today) {
        return IntStream.rangeClosed(2, 30)
                .mapToObj(today::minusDays)
                .filter(day -> published(day, today))
                .findFirst();
    }

    @Override
    public Optional<ReportFiles> day(ReportKind kind, LocalDate day, LocalDate today) {
        if (!published(day, today)) {
            return Optional.empty();
        }
        int count = switch (kind) {
            case USERS_1_DAY, USERS_28_DAY -> parts;
            case ORGANIZATION_1_DAY, ORGANIZATION_28_DAY, USER_TEAMS_1_DAY, REPOS_1_DAY -> 1;
        };
        return Optional.of(new ReportFiles(count, (part, out) -> write(kind, day, part, count, out)));
    }

    private void write(ReportKind kind, LocalDate day, int part, int count, OutputStream out) throws IOException {
        JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.setRootValueSeparator(new SerializedString("\n"));
        switch (kind) {
            case USERS_1_DAY -> userRows().write(json, part(part, count), day, null);
            case USERS_28_DAY -> write28Days(json, part(part, count), day);
            case USER_TEAMS_1_DAY -> new TeamRows(organization).write(json, day);
            case REPOS_1_DAY -> new RepositoryRows(organization).write(json, day);
            case ORGANIZATION_1_DAY -> organizationRows().writeDay(json, day);
            case ORGANIZATION_28_DAY -> organizationRows().write28Days(json, firstDay, day);
        }
        json.writeRaw('\n');
        json.close();
    }

    private void write28Days(JsonGenerator json, List<Profile> some, LocalDate end) throws IOException {
        UserRows rows = userRows();
        for (LocalDate day = end.minusDays(27); !day.isAfter(end); day = day.plusDays(1)) {
            if (!day.isBefore(firstDay) && !withheld.contains(day)) {
                rows.write(json, some, day, end);
            }
        }
    }

    private UserRows userRows() {
        return new UserRows(organization.id(), habits, days);
    }

    private OrganizationRows organizationRows() {
        return new OrganizationRows(organization.id(), people, habits, days);
    }

    private List<Profile> part(int part, int count) {
        return people.stream().filter(each -> each.index() % count == part).toList();
    }

    List<PersonDay> personDays(LocalDate day) {
        return people.stream()
                .map(profile -> days.of(profile, day))
                .flatMap(Optional::stream)
                .toList();
    }

    private BigDecimal creditsOf(YearMonth month) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            LocalDate each = month.atDay(day);
            if (published(
                    each, organization.world().now().atOffset(ZoneOffset.UTC).toLocalDate())) {
                sum = personDays(each).stream().map(PersonDay::credits).reduce(sum, BigDecimal::add);
            }
        }
        return sum;
    }

    /** What a right product must count for the weeks. */
    public ExpectedFigures expected() {
        return new ExpectedFigures(this);
    }
}
