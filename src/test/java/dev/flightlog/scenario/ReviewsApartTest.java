package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Issue;
import dev.flightlog.fake.model.Person;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.review.RequestChoice;
import dev.flightlog.review.Who;
import dev.flightlog.review.act.Actor;
import dev.flightlog.review.act.ReviewChoice;
import dev.flightlog.review.act.ReviewReply;
import dev.flightlog.review.act.ReviewStart;
import dev.flightlog.review.act.Reviews;
import dev.flightlog.review.act.SeatGrants;
import dev.flightlog.review.act.SeatRequests;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One review after the other: what is said about one never changes another, and what is undone is what that review did. */
class ReviewsApartTest {
    private final ReviewedOrganization acme = new ReviewedOrganization(8).writable();

    @AfterEach
    void close() {
        acme.close();
    }

    @Test
    void whatIsSaidInAClosedReviewsIssueChangesNoOtherReview() {
        acme.says(acme.ada, "/copilot review start");
        acme.says(acme.ada, "/copilot review cancel");
        acme.says(acme.ada, "/copilot review start");
        Issue first = acme.issues().getFirst();

        for (String command : new String[] {"approve", "review cancel", "keep idle-1"}) {
            ReviewedOrganization.Exchange exchange = acme.saysIn(first, acme.grace, "/copilot " + command);
            assertThat(exchange.reactions()).containsExactly("eyes", "-1");
            assertThat(exchange.reply())
                    .contains("This review is over: it is cancelled. Nothing was changed.")
                    .contains(
                            "Seat review 2 is open now.",
                            "/issues/" + acme.issue().number() + ")");
        }
        assertThat(acme.saysIn(first, acme.grace, "/copilot review").reply()).contains("State: cancelled.");
        assertThat(acme.says(acme.grace, "/copilot approve 1").reactions()).containsExactly("eyes", "-1");
        assertThat(acme.says(acme.grace, "/copilot approve 7").reply()).contains("There is no seat review 7.");
        assertThat(acme.app.query("select state from seat_review order by number"))
                .containsExactly("cancelled", "proposed");
        assertThat(acme.line(acme.idle.get(1))).endsWith("**proposed** |");

        assertThat(acme.saysIn(acme.issue(), acme.grace, "/copilot approve").reply())
                .contains("The seat review is approved.");
    }

    @Test
    void aCommentThatIsHandledAgainNeverApprovesALaterReview() {
        Organization product =
                Objects.requireNonNull(acme.app.bean(OrganizationStore.class).byLogin("acme"));
        Reviews reviews = acme.app.bean(Reviews.class);
        Actor comment = new Actor(new Who(acme.grace.id(), "grace"), true, "comment 77");
        Instant asked = acme.clock.instant();
        Actor earlier = new Actor(new Who(acme.grace.id(), "grace"), true, "comment 76");
        acme.clock.advance(Duration.ofSeconds(5));
        acme.says(acme.ada, "/copilot review start");

        ReviewReply tooEarly = reviews.approve(product, earlier, new ReviewChoice.OpenAt(asked));
        ReviewReply done = reviews.approve(product, comment, new ReviewChoice.OpenAt(acme.clock.instant()));
        acme.says(acme.ada, "/copilot review cancel");
        acme.says(acme.ada, "/copilot review start");
        ReviewReply again = reviews.approve(product, comment, new ReviewChoice.OpenAt(acme.clock.instant()));

        assertThat(tooEarly).isInstanceOf(ReviewReply.Refused.class);
        assertThat(done).isInstanceOf(ReviewReply.Done.class);
        assertThat(again).isInstanceOf(ReviewReply.Done.class);
        assertThat(acme.app.query("select state from seat_review order by number"))
                .containsExactly("cancelled", "proposed");
    }

    @Test
    void aCommentThatIsHandledAgainStartsNoOtherReview() {
        Organization product =
                Objects.requireNonNull(acme.app.bean(OrganizationStore.class).byLogin("acme"));
        Actor comment = new Actor(new Who(acme.ada.id(), "ada"), true, "comment 78");

        acme.app.bean(ReviewStart.class).start(product, comment);
        acme.app.runJobs();
        acme.says(acme.ada, "/copilot review cancel");
        ReviewReply again = acme.app.bean(ReviewStart.class).start(product, comment);

        acme.app.runJobs();

        assertThat(again).isInstanceOf(ReviewReply.Done.class);
        assertThat(acme.app.query("select state from seat_review")).containsExactly("cancelled");
    }

    @Test
    void aCommentThatIsHandledAgainAnswersNoLaterRequest() {
        Organization product =
                Objects.requireNonNull(acme.app.bean(OrganizationStore.class).byLogin("acme"));
        Person zoe = acme.github().administrators().addMember(acme.acme, "zoe", "Zoe");
        acme.app.runJobs();
        SeatRequests requests = acme.app.bean(SeatRequests.class);
        Actor asks = new Actor(new Who(zoe.id(), "zoe"), false, "comment 79");
        Actor declines = new Actor(new Who(acme.ada.id(), "ada"), true, "comment 80");
        Actor grants = new Actor(new Who(acme.ada.id(), "ada"), true, "comment 81");
        RequestChoice hers = new RequestChoice.OfPerson("zoe");

        requests.request(product, asks, Optional.empty());
        requests.decline(product, declines, hers, Optional.empty());
        requests.request(product, asks, Optional.empty());
        assertThat(acme.app.query("select state from seat_request")).containsExactly("declined");

        acme.says(zoe, "/copilot request");
        requests.decline(product, declines, hers, Optional.empty());
        acme.acme.copilot().giveNothing();
        acme.app.bean(SeatGrants.class).grant(product, grants, hers);
        acme.says(acme.ada, "/copilot decline zoe");
        acme.clock.advance(Duration.ofMinutes(1));
        acme.says(zoe, "/copilot request");
        int before = acme.seatWrites().size();
        ReviewReply again = acme.app.bean(SeatGrants.class).grant(product, grants, hers);

        assertThat(again).isInstanceOf(ReviewReply.Nothing.class);
        assertThat(acme.seatWrites()).hasSize(before);
        assertThat(acme.app.query("select state from seat_request order by number"))
                .containsExactly("declined", "declined", "open");
    }

    @Test
    void nobodyApprovesAReviewWhoseStarterIsForgotten() {
        acme.says(acme.ada, "/copilot review start");
        acme.app.execute("update seat_review set started_by_id = 0, started_by_login = 'forgotten'");

        assertThat(acme.says(acme.ada, "/copilot approve").reply()).contains("not known any more who started");
        assertThat(acme.app.query("select state from seat_review")).containsExactly("proposed");
    }

    /** On the day on which it ends a seat may still run: GitHub's list says whether it does. */
    @Test
    void onItsLastDayASeatIsLookedForInGitHubsList() {
        startAndApprove();
        acme.noticePasses();
        while (acme.clock.instant().isBefore(Instant.parse("2026-11-30T00:00:00Z"))) {
            acme.app.pass(Duration.ofDays(1));
        }
        acme.app.pass(Duration.between(acme.clock.instant(), Instant.parse("2026-12-01T08:00:00Z")));

        assertThat(acme.line(acme.idle.get(1))).contains("ends on Dec 1, 2026");
        assertThat(acme.says(acme.ada, "/copilot undo idle-1").reply())
                .contains("No seat was given back.", "`idle-1`: the seat has ended");
        assertThat(acme.trail()).contains("not_undone idle-1");
    }

    @Test
    void onlyWhatAReviewTookIsUndone() {
        policy("reviews: {notice: 3d, max_seats: 3}\n");
        Person byHand = acme.idle.get(3);
        startAndApprove();
        acme.acme.seat(acme.acme.seatOf(byHand).orElseThrow().endingOn(LocalDate.of(2026, 12, 1)));
        noticePasses();
        startAndApprove();
        noticePasses();
        Issue first = acme.issues().getFirst();
        Issue second = acme.issues().getLast();
        assertThat(first.body())
                .contains("2 of 3 seats were taken back. 1 more seat was cancelled by hand, not for this review.");
        assertThat(second.body()).contains("3 of 3 seats were taken back.");
        assertThat(acme.line(first, byHand)).contains("by hand, not for this review");
        assertThat(steps(byHand)).contains("removed: by hand, not for this review; ends on 2026-12-01 at the latest");

        assertThat(acme.saysIn(first, acme.ada, "/copilot undo all").reply()).contains("2 seats go on.");
        assertThat(acme.ends(byHand)).isTrue();
        assertThat(acme.acme.seats().stream().filter(seat -> seat.pendingCancellationDate() != null))
                .hasSize(4);
        Person ofSecond = acme.idle.get(1);
        assertThat(acme.line(second, ofSecond)).endsWith("**removed** |");
        assertThat(acme.saysIn(first, acme.ada, "/copilot undo " + ofSecond.login())
                        .reply())
                .contains("There is no seat to give back.");
        assertThat(acme.says(acme.ada, "/copilot undo idle-1 idle-3 nobody").reply())
                .contains("1 seat goes on.", "`idle-3`: the seat was cancelled by hand", "`nobody`: no review took");
        assertThat(acme.ends(byHand)).isTrue();
    }

    @Test
    void aClosedIssueTellsWhatIsUndoneLater() {
        startAndApprove();
        acme.noticePasses();
        Person byHand = acme.idle.get(0);
        Person asked = acme.idle.get(1);
        assertThat(acme.line(byHand)).endsWith("**removed** |");
        int before = acme.seatWrites().size();

        acme.acme.seat(acme.acme.seatOf(byHand).orElseThrow().endingOn(null));
        acme.app.pass(Duration.ofHours(7));

        assertThat(acme.line(byHand)).endsWith("**undone** |");
        assertThat(steps(byHand))
                .contains("undone: by hand: somebody took the cancellation back at GitHub")
                .noneMatch(step -> step.startsWith("removed: by hand"));

        acme.github().faults().next("POST .*/selected_users", 1, Fault.lostAnswer());
        acme.says(acme.ada, "/copilot undo idle-1");
        acme.app.pass(Duration.ofMinutes(2));

        assertThat(acme.line(asked)).endsWith("**undone** |");
        assertThat(acme.seatWrites()).hasSize(before + 1);
        assertThat(acme.issue().open()).isFalse();
        acme.expectIssueSeatsAndTrailAgree();
    }

    /** GitHub is slow: the cancellation lands after the seats were listed again, and within the time of a request. */
    @Test
    void aRemovalThatLandsLateIsStillTheReviewsOwn() {
        startAndApprove();
        acme.github().faults().next("DELETE .*/selected_users", 1, Fault.status(500));
        for (int day = 0; day < 7; day++) {
            acme.app.pass(Duration.ofDays(1));
        }
        assertThat(acme.seatWrites()).hasSize(1);
        acme.app.pass(Duration.ofSeconds(15));
        acme.idle.forEach(
                person -> acme.acme.seat(acme.acme.seatOf(person).orElseThrow().endingOn(LocalDate.of(2026, 12, 1))));
        acme.app.pass(Duration.ofSeconds(16));
        acme.app.pass(Duration.ofSeconds(60));

        assertThat(acme.seatWrites()).hasSize(1);
        assertThat(acme.issue().body()).contains("8 of 8 seats were taken back.");
        assertThat(acme.app.query(
                        "select count(*) from seat_trail where action = 'removed' and detail like '%looked up'"))
                .containsExactly("8");
    }

    @Test
    void nothingIsTakenByOldData() {
        startAndApprove();
        for (int day = 0; day < 4; day++) {
            acme.app.pass(Duration.ofDays(1));
        }
        // Readings of people and teams go on, and none succeeds.
        acme.app.execute("""
            create function unread() returns trigger language plpgsql as $$
            begin new.succeeded_at := old.succeeded_at; return new; end $$
            """);
        acme.app.execute("""
            create trigger unread before update on source_read
            for each row when (new.source = 'directory') execute function unread()
            """);
        acme.noticePasses();

        assertThat(acme.seatWrites()).isEmpty();
        assertThat(acme.issue().open()).isTrue();
        assertThat(acme.issue().body())
                .contains("Flightlog waits (People and teams were not read in the last 48 hours");
        assertThat(acme.trail()).containsOnlyOnce("waits");

        acme.app.execute("drop trigger unread on source_read");
        acme.app.pass(Duration.ofDays(1));
        acme.app.pass(Duration.ofHours(7));

        assertThat(acme.issue().body())
                .contains("8 of 8 seats were taken back.")
                .containsSubsequence("Flightlog waits (People", "Flightlog goes on\n", "asked GitHub to take back 8");
    }

    @Test
    void theTrailTellsWhoWasProposedAndWhatWasNotDone() {
        startAndApprove();
        assertThat(acme.trail()).contains("proposed idle-0", "proposed idle-7", "proposed held");
        acme.noticePasses();
        acme.github().administrators().revoke(acme.installation, ReviewedOrganization.SEATS);
        acme.installation.grant(ReviewedOrganization.SEATS, "read");

        assertThat(acme.says(acme.ada, "/copilot undo idle-2").reactions()).containsExactly("eyes", "-1");
        acme.says(acme.ada, "/copilot review start");
        Person zoe = acme.github().administrators().addMember(acme.acme, "zoe", "Zoe");
        acme.app.runJobs();
        acme.says(zoe, "/copilot request");
        acme.says(acme.ada, "/copilot grant zoe");

        assertThat(acme.trail()).contains("not_undone idle-2", "not_granted zoe");
    }

    @Test
    void withoutWriteTheTrailSaysThatItIsLeftToPeople() {
        acme.github().administrators().revoke(acme.installation, ReviewedOrganization.SEATS);
        acme.installation.grant(ReviewedOrganization.SEATS, "read");
        startAndApprove();
        acme.noticePasses();
        acme.app.pass(Duration.ofDays(1));

        assertThat(acme.trail()).containsOnlyOnce("by_hand");
        assertThat(acme.issue().body()).contains("the permission to write seats is not granted");
        Person taken = acme.idle.get(0);
        acme.acme.seat(acme.acme.seatOf(taken).orElseThrow().endingOn(LocalDate.of(2026, 12, 1)));
        acme.app.pass(Duration.ofHours(7));
        assertThat(steps(taken)).contains("removed: by hand, as this review asks; ends on 2026-12-01 at the latest");
    }

    @Test
    void aSeatThatGitHubDoesNotGiveIsNotToldAsGiven() {
        Person zoe = acme.github().administrators().addMember(acme.acme, "zoe", "Zoe");
        acme.app.runJobs();
        acme.says(zoe, "/copilot request");
        acme.acme.copilot().giveNothing();

        ReviewedOrganization.Exchange exchange = acme.says(acme.ada, "/copilot grant zoe");

        assertThat(exchange.reply()).contains("GitHub did not give the seat.").doesNotContain("is given");
        assertThat(exchange.reactions()).containsExactly("eyes", "-1");
        assertThat(acme.app.query("select state from seat_request")).containsExactly("open");
        assertThat(acme.trail()).contains("not_granted zoe");
    }

    /** What the audit trail tells of somebody's seat. */
    private List<String> steps(Person person) {
        return acme.app.query("select action || ': ' || coalesce(detail, '') from seat_trail where login = '"
                + person.login() + "' order by step");
    }

    private void policy(String text) {
        acme.github().people().push(acme.repository, "ada", ".github/flightlog.yml", text);
        acme.app.runJobs();
    }

    private void noticePasses() {
        for (int day = 0; day < 3; day++) {
            acme.app.pass(Duration.ofDays(1));
        }
        acme.app.pass(Duration.ofMinutes(10));
    }

    private void startAndApprove() {
        acme.says(acme.ada, "/copilot review start");
        acme.says(acme.grace, "/copilot approve");
    }
}
