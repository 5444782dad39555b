package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Comment;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.model.Team;
import dev.flightlog.support.SettableClock;
import dev.flightlog.support.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One organization in which a story after the other is played. It notes what people were told and did, and after each step
 * compares with it whose seat ends at GitHub, what the review's issue says, and what the audit trail tells.
 */
final class ReviewedTown implements AutoCloseable {
    static final int PEOPLE = 6;

    private static final String CANCEL = "DELETE .*/selected_users";
    private static final String LISTING = "GET /orgs/town/copilot/billing/seats";
    private static final Duration NOTICE = Duration.ofDays(3);
    private static final Pattern LINE =
            Pattern.compile("^\\|[^`\n]*`(idle-[\\d-]+)`.*\\*\\*([a-z ]+)\\*\\* \\|$", Pattern.MULTILINE);
    private static final FakeApp APP = FakeApp.generate();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-06-01T09:00:00Z"));
    private TestApplication app =
            TestApplication.start(clock, FakeGitHub.start(APP, clock), Map.of()).careless();
    private final Organization town = app.github().world().addOrganization("town");
    private final Repository repository = town.addRepository("copilot-governance");
    private final Person ada = town.addOwner("ada");
    private final Person grace = town.addOwner("grace");
    private final Team platform = town.addTeam("platform");
    private final Installation installation;
    private final Issue questions;
    private int stories;

    private final List<Person> people = new ArrayList<>();
    /** Who may not lose the seat, and why. */
    private final Set<Person> spared = new HashSet<>();

    private final Set<String> exempt = new HashSet<>();
    private final Set<Person> lost = new HashSet<>();
    private boolean approved;

    ReviewedTown() {
        town.seat(Seat.direct(ada, clock.instant()));
        policy();
        installation = app.github().installApp(town);
        app.runJobs();
        questions = app.github().people().openIssue(repository, "ada", "Questions", "Ask here");
        app.runJobs();
    }

    /** What can happen. */
    enum Act {
        START,
        DAY,
        KEEP,
        KEEP_BY_ADMIN,
        KEEP_MEANWHILE,
        KEEP_AT_ONCE,
        USE,
        EXEMPT,
        LEAVE,
        INTO_TEAM,
        APPROVE,
        APPROVE_BY_STARTER,
        CANCEL,
        UNDO,
        LOSE_UNDO,
        RESTART,
        LOSE_ANSWER,
        FAIL_REQUEST,
        FAIL_LISTING,
        REFUSE,
        MISCOUNT,
        REVOKE_WRITE,
        SUSPEND
    }

    /** Something happens, to a person where it is about one. */
    record Step(Act act, int person) {}

    /** Some people who have not used their seat for long, and a review that proposes them. */
    void begin() {
        stories++;
        people.clear();
        spared.clear();
        exempt.clear();
        lost.clear();
        policy();
        for (int number = 0; number < PEOPLE; number++) {
            Person person = app.github().administrators().addMember(town, "idle-" + stories + "-" + number, "Idle");
            town.seat(Seat.direct(person, clock.instant().minus(Duration.ofDays(100 - number))));
            people.add(person);
        }
        app.github().administrators().accept(installation, ReviewedOrganization.SEATS, "write");
        app.runJobs();
        says(ada, "/copilot refresh");
        start();
        assertThat(words()).as("the list of story %s", stories).hasSize(PEOPLE);
    }

    private void start() {
        String answer = says(ada, "/copilot review start");
        if (answer.contains("The review proposes")) {
            approved = false;
        }
    }

    void play(Step step) {
        Person person = people.get(step.person());
        switch (step.act()) {
            case START -> start();
            case DAY -> app.pass(Duration.ofDays(1));
            case KEEP -> kept(person, says(person, "/copilot keep"));
            case KEEP_BY_ADMIN -> kept(person, says(ada, "/copilot keep " + person.login()));
            case KEEP_MEANWHILE -> meanwhile(CANCEL, () -> comment(person, "/copilot keep"));
            case KEEP_AT_ONCE -> keepAtOnce(person);
            case USE -> use(person);
            case EXEMPT -> {
                exempt.add(person.login());
                policy();
                app.runJobs();
                spare(person);
            }
            case LEAVE -> {
                if (town.member(person.id()).isPresent()) {
                    app.github().administrators().removeMember(town, person);
                    app.runJobs();
                    spare(person);
                }
            }
            case INTO_TEAM -> {
                if (town.member(person.id()).isPresent()) {
                    town.seatOf(person).ifPresent(seat -> town.seat(seat.throughTeam(platform.add(person))));
                    spare(person);
                }
            }
            case APPROVE -> approved |= says(grace, "/copilot approve").contains("The seat review is approved");
            case APPROVE_BY_STARTER ->
                assertThat(says(ada, "/copilot approve")).doesNotContain("The seat review is approved");
            case CANCEL -> {
                if (says(ada, "/copilot review cancel").contains("The seat review is cancelled")) {
                    approved = false;
                }
            }
            case UNDO -> undo(person);
            case LOSE_UNDO -> app.github().faults().next("POST .*/selected_users", 1, Fault.lostAnswer());
            case RESTART -> {
                FakeGitHub github = app.github();
                app.stop();
                app = TestApplication.startOn(clock, github, app.database(), Map.of())
                        .careless();
            }
            case LOSE_ANSWER -> app.github().faults().next(CANCEL, 1, Fault.lostAnswer());
            case FAIL_REQUEST -> app.github().faults().next(CANCEL, 1, Fault.status(500));
            case FAIL_LISTING -> meanwhile(CANCEL, () -> app.github().faults().next(LISTING, 1, Fault.status(503)));
            case REFUSE -> town.copilot().assignedByEnterprise(person);
            case MISCOUNT -> town.copilot().miscountCancelledBy(-1);
            case REVOKE_WRITE -> {
                app.github().administrators().revoke(installation, ReviewedOrganization.SEATS);
                installation.grant(ReviewedOrganization.SEATS, "read");
            }
            case SUSPEND -> {
                app.github().administrators().suspend(installation);
                app.runJobs();
                app.github().administrators().unsuspend(installation);
                app.runJobs();
            }
        }
        check(step.toString());
    }

    /** How many of the story's people lost their seat. */
    int lostSeats() {
        return lost.size();
    }

    private void kept(Person person, String answer) {
        if (answer.contains("is kept") || answer.contains("stays if GitHub has not taken it yet")) {
            spare(person);
        }
    }

    private void spare(Person person) {
        if (!ends(person)) {
            spared.add(person);
        }
    }

    /** GitHub tells of the use only as long as somebody holds a seat. */
    private void use(Person person) {
        town.seatOf(person).ifPresent(seat -> {
            town.seat(seat.activeAt(clock.instant(), "vscode/1.139.1"));
            spare(person);
        });
    }

    private void meanwhile(String request, Runnable act) {
        app.github().faults().next(request, 1, Fault.meanwhile(act));
    }

    /** Somebody says keep at the moment in which seats are taken back: either happens, and it is told which. */
    private void keepAtOnce(Person person) {
        int before = replies();
        comment(person, "/copilot keep");
        clock.advance(Duration.ofDays(1));
        app.runJobsAtOnce(3);
        app.runJobs();
        kept(person, answers(before));
        if (answers(before).contains("is kept")) {
            assertThat(ends(person))
                    .as("%s was told that the seat is kept", person.login())
                    .isFalse();
        }
    }

    private void undo(Person person) {
        int before = replies();
        comment(ada, "/copilot undo " + person.login());
        app.runJobs();
        if (answers(before).isEmpty()) {
            // The answer was lost: the same command is tried again.
            app.pass(Duration.ofMinutes(2));
        }
        if (answers(before).contains("1 seat goes on")) {
            lost.remove(person);
            assertThat(ends(person)).isFalse();
            spare(person);
        }
    }

    private void check(String step) {
        for (Person person : people) {
            if (ends(person) && lost.add(person)) {
                assertThat(spared)
                        .as("story %s, %s: %s was spared", stories, step, person.login())
                        .doesNotContain(person);
                assertThat(approved).as("story %s, %s: approved", stories, step).isTrue();
                assertThat(app.query("select notice_ends_at <= '" + clock.instant()
                                + "' from seat_review order by number desc limit 1"))
                        .as("story %s, %s: the notice is over", stories, step)
                        .containsExactly("t");
            }
        }
        assertThat(app.github().violations()).isEmpty();
    }

    /** All goes well again and time passes: the review ends, and all who tell of it say the same. */
    void end() {
        app.github().faults().clear();
        town.copilot().miscountCancelledBy(0);
        app.github().administrators().accept(installation, ReviewedOrganization.SEATS, "write");
        app.runJobs();
        for (int day = 0; day < NOTICE.toDays() + 1; day++) {
            app.pass(Duration.ofDays(1));
            check("day " + day + " of the end");
        }
        says(ada, "/copilot review cancel");
        assertThat(review().open()).as("story %s: the issue is closed", stories).isFalse();
        Map<String, String> words = words();
        for (Person person : people) {
            String word = words.getOrDefault(person.login(), "nothing");
            // Whose seat went with the membership while an answer was lost: nobody can know what came first.
            if (town.seatOf(person).isPresent()) {
                assertThat(lost.contains(person))
                        .as("story %s: %s is %s", stories, person.login(), word)
                        .isEqualTo(word.equals("removed"));
            }
            assertThat(stored(person)).isEqualTo(ends(person));
            assertThat(lastStep(person))
                    .as("story %s: what the trail tells of %s", stories, person.login())
                    .isEqualTo(word);
        }
        assertThat(app.query("select job || ' ' || problem from dead_job")).isEmpty();
        people.stream().filter(person -> town.member(person.id()).isPresent()).forEach(person -> {
            platform.remove(person);
            app.github().administrators().removeMember(town, person);
        });
        app.runJobs();
    }

    /** Words by login, each by the newest issue that has the person. */
    private Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        repository.issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot seat review"))
                .forEach(issue ->
                        LINE.matcher(issue.body()).results().forEach(line -> words.put(line.group(1), line.group(2))));
        words.keySet().removeIf(login -> !login.startsWith("idle-" + stories + "-"));
        return words;
    }

    /** The word that follows from the audit trail alone. */
    private String lastStep(Person person) {
        List<String> steps = app.query("""
            select action || '|' || coalesce(detail, '') from seat_trail
            where login = '%s' and action in ('kept', 'left_out', 'removed', 'failed', 'undone')
            order by step desc limit 1
            """.formatted(person.login()));
        if (steps.isEmpty()) {
            return "nothing";
        }
        String[] step = steps.getFirst().split("\\|", 2);
        String left = step[1].equals("the review ended before") ? "kept" : step[1];
        return step[0].equals("left_out") ? left : step[0];
    }

    private boolean stored(Person person) {
        return app.query("select pending_cancellation_date is not null from seat where ended_at is null and login = '"
                        + person.login() + "'")
                .contains("t");
    }

    private Issue review() {
        return repository.issues().stream()
                .filter(issue -> issue.title().startsWith("Copilot seat review"))
                .toList()
                .getLast();
    }

    private boolean ends(Person person) {
        return town.seatOf(person)
                .filter(seat -> seat.pendingCancellationDate() != null)
                .isPresent();
    }

    private void policy() {
        String exemptions =
                exempt.stream().map(login -> "{user: " + login + "}").sorted().collect(Collectors.joining(", "));
        app.github()
                .people()
                .push(
                        repository,
                        "ada",
                        ".github/flightlog.yml",
                        "reviews: {notice: 3d}\nseats: {exempt: [" + exemptions + "]}\n");
    }

    private Comment comment(Person person, String words) {
        return app.github().people().comment(questions, person.login(), words);
    }

    private String says(Person person, String words) {
        int before = replies();
        comment(person, words);
        app.runJobs();
        return answers(before);
    }

    private int replies() {
        return questions.commentsOf(app.github().bot()).size();
    }

    private String answers(int before) {
        List<Comment> all = questions.commentsOf(app.github().bot());
        return String.join(
                "\n",
                all.subList(before, all.size()).stream().map(Comment::body).toList());
    }

    @Override
    public void close() {
        app.close();
    }
}
