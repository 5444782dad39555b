package dev.flightlog.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.fake.Fault;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.organization.OrganizationStore;
import dev.flightlog.review.Who;
import dev.flightlog.review.act.Actor;
import dev.flightlog.review.act.ReviewChoice;
import dev.flightlog.review.act.ReviewReply;
import dev.flightlog.review.act.Reviews;
import dev.flightlog.review.act.Undos;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Seat reviews as conversations: proposed, kept, approved by a second person, taken back, undone. */
class SeatReviewTest {
    private ReviewedOrganization acme = new ReviewedOrganization(20);

    @AfterEach
    void close() {
        acme.close();
    }

    @Test
    void aWholeReviewWithTwentyCandidates() {
        acme.writable();
        Person kept = acme.idle.get(0);
        Person keptByAdmin = acme.idle.get(1);
        Person used = acme.idle.get(2);
        Person refused = acme.idle.get(4);
        Person undone = acme.idle.get(5);

        assertThat(acme.says(acme.ada, "/copilot review start").reply()).contains("The review proposes 20 seats.");
        assertThat(acme.issue().title()).isEqualTo("Copilot seat review · acme · 2026-11-18");
        assertThat(acme.issue().body())
                .contains("20 seats were not used for more than 60 days", "`/copilot keep`", "until **Nov 25, 2026")
                .contains("Held through a team: 1 seat", "an admin other than `ada`");
        assertThat(acme.line(acme.throughTeam)).contains("`platform`", "**through a team**");
        acme.expectIssueSeatsAndTrailAgree();

        assertThat(acme.says(acme.ada, "/copilot approve").reply()).contains("another admin has to approve it");
        assertThat(acme.says(kept, "/copilot keep reason=\"on leave until May\"")
                        .reactions())
                .containsExactly("eyes", "+1");
        assertThat(acme.line(kept)).contains("by idle-0: on leave until May", "**kept**");
        acme.says(acme.ada, "/copilot keep " + keptByAdmin.login());
        assertThat(acme.says(acme.grace, "/copilot approve").reactions()).containsExactly("eyes", "+1");
        acme.uses(used);
        acme.acme.copilot().assignedByEnterprise(refused);
        assertThat(acme.seatWrites()).isEmpty();
        acme.expectIssueSeatsAndTrailAgree();

        acme.noticePasses();
        acme.expectIssueSeatsAndTrailAgree();

        assertThat(acme.issue().open()).isFalse();
        assertThat(acme.issue().body()).contains("16 of 20 seats were taken back.", "Access ends on Dec 1, 2026");
        assertThat(acme.line(used)).endsWith("**in use** |");
        assertThat(acme.line(refused)).contains("GitHub refused").endsWith("**failed** |");
        assertThat(acme.line(undone))
                .contains("ends on Dec 1, 2026 at the latest")
                .endsWith("**removed** |");
        assertThat(acme.idle.stream().filter(acme::ends)).hasSize(16);
        assertThat(acme.ends(kept) || acme.ends(keptByAdmin) || acme.ends(used)).isFalse();

        assertThat(acme.says(acme.ada, "/copilot undo " + undone.login()).reply())
                .contains("1 seat goes on.");
        assertThat(acme.line(undone)).endsWith("**undone** |");
        acme.expectIssueSeatsAndTrailAgree();
        assertThat(acme.ends(undone)).isFalse();
        assertThat(acme.app.query("select count(*) from seat where pending_cancellation_date is not null"))
                .containsExactly("15");
        assertThat(acme.says(acme.ada, "/copilot audit").reply())
                .contains("started the review", "kept", "approved the review", "removed", "failed", "gave back");
        assertThat(acme.issue().body())
                .contains(
                        ": `idle-0` kept their seat\n",
                        ": `ada` kept the seat of `idle-1`\n",
                        ": Flightlog asked GitHub to take back 17 seats\n",
                        ": 16 seats were taken back (ends on 2026-12-01 at the latest)\n",
                        ": The seat of `idle-4` was not taken back (GitHub refused: ",
                        ": `ada` asked to give back the seat of `idle-5`\n",
                        ": The seat of `idle-5` was given back (the seat goes on)\n");

        assertThat(acme.says(acme.ada, "/copilot review start").reply())
                .contains("nothing to review", "Not proposed: 1 seat that GitHub refused to take back before.");
    }

    @Test
    void withoutWriteNothingIsSentAndPeopleSeeHow() {
        acme.github()
                .faults()
                .next(
                        "POST /repos/acme/copilot-governance/issues",
                        1,
                        Fault.meanwhile(() -> acme.clock.advance(Duration.ofMinutes(10))));
        acme.says(acme.ada, "/copilot review start");
        assertThat(acme.issue().body())
                .contains("until **Nov 25, 2026, 09:10 UTC**", "keep until Nov 25, 2026, 09:10 UTC");
        acme.says(acme.grace, "/copilot approve");
        acme.noticePasses();

        assertThat(acme.seatWrites()).isEmpty();
        assertThat(acme.issue().open()).isTrue();
        assertThat(acme.issue().body())
                .contains("20 seats can be taken back now, by hand")
                .contains("gh api --method DELETE /orgs/acme/copilot/billing/selected_users")
                .contains("-f 'selected_usernames[]=idle-0'")
                .contains("as GitHub listed them on Nov 25, 2026, 09:")
                .doesNotContain("When the notice is over");

        acme.idle.forEach(person ->
                acme.acme.seat(acme.acme.seatOf(person).orElseThrow().endingOn(java.time.LocalDate.of(2026, 12, 1))));
        acme.app.pass(Duration.ofHours(7));

        assertThat(acme.issue().open()).isFalse();
        assertThat(acme.issue().body())
                .contains("20 of 20 seats were taken back.")
                .contains(
                        ": 20 seats were taken back (by hand, as this review asks; ends on 2026-12-01 at the latest)");
        assertThat(acme.seatWrites()).isEmpty();
    }

    @Test
    void theIssueSaysBeingRemovedBeforeGitHubIsAsked() {
        acme.writable();
        startAndApprove();
        AtomicReference<String> meanwhile = new AtomicReference<>("");
        Person keeper = acme.idle.getFirst();
        acme.github().faults().next("DELETE .*/selected_users", 1, Fault.meanwhile(() -> {
            meanwhile.set(acme.line(keeper));
        }));
        acme.noticePasses();
        assertThat(meanwhile.get()).as("while GitHub has not answered").endsWith("**being removed** |");
    }

    /** The issue is edited between the claim and the request: whoever reads it then and says keep, keeps the seat. */
    @Test
    void aKeepJustBeforeTheRequestIsHonoured() {
        acme.writable();
        startAndApprove();
        Person keeper = acme.idle.getFirst();
        keepWhenTheIssueSaysBeingRemoved(keeper);
        acme.noticePasses();

        assertThat(acme.line(keeper)).endsWith("**kept** |");
        assertThat(acme.issue().body()).contains("19 of 20 seats were taken back.");
        assertThat(acme.seatWrites())
                .singleElement()
                .satisfies(request -> assertThat(request.body()).doesNotContain("\"idle-0\""));
        acme.expectIssueSeatsAndTrailAgree();
    }

    private void keepWhenTheIssueSaysBeingRemoved(Person keeper) {
        acme.github().faults().next("PATCH /repos/.*/issues/[0-9]+", 1, Fault.meanwhile(() -> {
            if (acme.issue().body().contains("**being removed**")) {
                dev.flightlog.organization.Organization product = Objects.requireNonNull(
                        acme.app.bean(OrganizationStore.class).byLogin("acme"));
                Actor click = new Actor(new Who(keeper.id(), keeper.login()), false, "click 2");
                acme.app
                        .bean(Reviews.class)
                        .keep(product, click, new ReviewChoice.Numbered(1), Optional.empty(), Optional.empty());
            } else {
                keepWhenTheIssueSaysBeingRemoved(keeper);
            }
        }));
    }

    @Test
    void anAnswerThatWasLostIsLookedUpAndNothingIsSentTwice() {
        acme.writable();
        startAndApprove();
        acme.github().faults().next("DELETE .*/selected_users", 1, Fault.lostAnswer());
        acme.noticePasses();
        acme.app.pass(Duration.ofMinutes(5));

        assertThat(acme.seatWrites()).hasSize(1);
        assertThat(acme.issue().body()).contains("20 of 20 seats were taken back.");
        assertThat(acme.app.query("select count(*) from seat_trail where detail like '%answer was lost%'"))
                .containsExactly("20");
    }

    @Test
    void anErrorInTheMiddleIsTriedAgainWhenItIsKnownThatNothingHappened() {
        acme.writable();
        startAndApprove();
        acme.github().faults().next("DELETE .*/selected_users", 1, Fault.status(500));
        acme.noticePasses();
        acme.app.pass(Duration.ofMinutes(5));

        assertThat(acme.issue().body()).contains("20 of 20 seats were taken back.");
        assertThat(acme.trail()).contains("looked_up idle-0");
        assertThat(afterTheFirst("DELETE").filter(each -> each.startsWith("PATCH") || each.endsWith("/billing/seats")))
                .as("the issue tells of the failure before anything is looked up")
                .first()
                .asString()
                .startsWith("PATCH /repos/acme/copilot-governance/issues/");
    }

    @Test
    void anErrorInTheSecondOfTwoRequestsLosesNothing() {
        acme.close();
        acme = new ReviewedOrganization(30);
        acme.writable();
        startAndApprove();
        acme.github()
                .faults()
                .next(
                        "DELETE .*/selected_users",
                        1,
                        Fault.meanwhile(
                                () -> acme.github().faults().next("DELETE .*/selected_users", 1, Fault.status(500))));
        acme.noticePasses();
        assertThat(afterTheFirst("DELETE").takeWhile(each -> !each.startsWith("DELETE")))
                .as("the issue tells what was asked for before more is")
                .anyMatch(each -> each.startsWith("PATCH /repos/acme/copilot-governance/issues/"));
        acme.app.pass(Duration.ofMinutes(5));

        assertThat(acme.issue().open()).isFalse();
        assertThat(acme.issue().body()).contains("30 of 30 seats were taken back.");
        assertThat(acme.trail().stream().filter(step -> step.startsWith("looked_up")))
                .hasSize(5);
        acme.expectIssueSeatsAndTrailAgree();
    }

    @Test
    void aListThatWasReadBeforeARequestSaysNothingAboutIt() {
        acme.writable();
        startAndApprove();
        acme.acme.copilot().miscountCancelledBy(-1);
        acme.github().faults().next("DELETE .*/selected_users", 1, Fault.meanwhile(() -> {
            acme.clock.advance(Duration.ofSeconds(1));
            acme.github().faults().next("GET /orgs/acme/copilot/billing/seats", 1, Fault.status(503));
        }));
        for (int day = 0; day < 7; day++) {
            acme.app.pass(Duration.ofDays(1));
        }
        assertThat(acme.idle.stream().filter(acme::ends)).hasSize(20);
        acme.clock.advance(Duration.ofSeconds(5));
        acme.app.execute("update scheduled_tasks set execution_time = '" + acme.clock.instant()
                + "' where task_name = 'seat-review'");
        acme.app.runJobs();

        assertThat(acme.issue().body()).contains("20 of 20 seats were taken back.");
        assertThat(acme.trail()).contains("halted").doesNotContain("failed idle-0");
    }

    @Test
    void oneRefusedPersonCostsNobodyElseTheTurn() {
        acme.writable();
        startAndApprove();
        acme.acme.copilot().assignedByEnterprise(acme.idle.get(7));
        acme.noticePasses();

        assertThat(acme.issue().body()).contains("19 of 20 seats were taken back.");
        assertThat(acme.line(acme.idle.get(7)))
                .contains("assigned by the enterprise")
                .endsWith("**failed** |");
        assertThat(acme.app.query("select detail from seat_trail where action = 'looked_up' and login = 'idle-0'"))
                .singleElement()
                .asString()
                .startsWith("nothing was done: GitHub refused all together: ");
    }

    @Test
    void aPermissionTakenAwayAfterTheApprovalEndsInHandwork() {
        acme.writable();
        startAndApprove();
        acme.github().administrators().revoke(acme.installation, ReviewedOrganization.SEATS);
        acme.installation.grant(ReviewedOrganization.SEATS, "read");
        acme.noticePasses();

        assertThat(acme.seatWrites()).isEmpty();
        assertThat(acme.issue().body()).contains("by hand", "gh api --method DELETE");
        assertThat(acme.idle.stream().filter(acme::ends)).isEmpty();

        acme.writable();
        acme.app.pass(Duration.ofMinutes(10));

        assertThat(acme.issue().open()).isFalse();
        assertThat(acme.issue().body())
                .containsSubsequence(
                        "leaves it to people: the app may not write",
                        "Flightlog began to take seats back (GitHub says that the app may write seats now)",
                        "Flightlog asked GitHub to take back 20 seats",
                        "20 seats were taken back (ends on ",
                        "Flightlog finished the review");
    }

    @Test
    void aRefusedWriteEndsInHandwork() {
        acme.writable();
        startAndApprove();
        acme.github().faults().always("DELETE .*/selected_users", Fault.status(403));
        acme.noticePasses();
        acme.app.pass(Duration.ofHours(2));

        assertThat(acme.seatWrites()).hasSize(2);
        assertThat(acme.issue().body())
                .contains("by hand: GitHub does not let the app do it.", "GitHub said: Simulated 403")
                .contains("Flightlog tries again on Nov 26, 2026, 09:00 UTC, or as soon as");
        assertThat(acme.trail()).containsOnlyOnce("by_hand");

        acme.github().faults().clear();
        acme.acme.copilot().seatManagement("assign_all");
        acme.writable();
        assertThat(acme.issue().body())
                .contains("access setting is", "As soon as that has changed, Flightlog does it.")
                .doesNotContain("Simulated 403.");

        acme.acme.copilot().seatManagement("assign_selected");
        acme.app.pass(Duration.ofMinutes(10));
        assertThat(acme.issue().body()).contains("20 of 20 seats were taken back.");
    }

    @Test
    void aPermissionThatComesBackWithinTheDayIsUsed() {
        acme.close();
        acme = new ReviewedOrganization(30);
        acme.writable();
        startAndApprove();
        acme.github().faults().next("DELETE .*/selected_users", 1, Fault.meanwhile(() -> {
            acme.github().administrators().revoke(acme.installation, ReviewedOrganization.SEATS);
            acme.installation.grant(ReviewedOrganization.SEATS, "read");
        }));
        acme.noticePasses();
        assertThat(acme.issue().body())
                .contains("5 seats can be taken back now, by hand: the app may read seats here and not write them.")
                .contains("As soon as the app may write seats, Flightlog does it.");

        acme.installation.grant(ReviewedOrganization.SEATS, "write");
        acme.app.pass(Duration.ofMinutes(10));

        assertThat(acme.issue().body()).contains("30 of 30 seats were taken back.");
        acme.expectIssueSeatsAndTrailAgree();
    }

    /** The first request for 25 of 30 is answered by nobody: the rest is not forgotten, and nothing is sent twice. */
    @Test
    void anUndoOfManyByPageIsCarriedToItsEndByTheJob() {
        acme.close();
        acme = new ReviewedOrganization(30);
        acme.writable();
        startAndApprove();
        acme.noticePasses();
        int before = acme.seatWrites().size();
        dev.flightlog.organization.Organization product =
                Objects.requireNonNull(acme.app.bean(OrganizationStore.class).byLogin("acme"));
        Actor click = new Actor(new Who(acme.ada.id(), "ada"), true, "click 1");
        acme.github().faults().next("POST .*/selected_users", 1, Fault.lostAnswer());

        ReviewReply reply = acme.app.bean(Undos.class).ask(product, click, 1, Set.of());
        assertThat(reply).isEqualTo(acme.app.bean(Undos.class).ask(product, click, 1, Set.of()));
        assertThat(((ReviewReply.Done) reply).sentence()).isEqualTo("GitHub is asked to let 30 seats go on.");
        assertThat(acme.seatWrites()).as("the request writes nothing").hasSize(before);
        acme.app.runJobs();
        acme.app.pass(Duration.ofMinutes(1));
        acme.app.pass(Duration.ofMinutes(5));

        assertThat(acme.issue().body()).contains("30 of 30 seats were taken back, and 30 of them given back.");
        assertThat(acme.seatWrites()).hasSize(before + 2);
        assertThat(acme.trail().stream().filter(step -> step.startsWith("undone")))
                .hasSize(30);
        acme.expectIssueSeatsAndTrailAgree();
    }

    @Test
    void aSuspendedInstallationWaitsAndGoesOn() {
        acme.writable();
        startAndApprove();
        acme.github().administrators().suspend(acme.installation);
        acme.noticePasses();
        assertThat(acme.idle.stream().filter(acme::ends)).isEmpty();

        acme.github().administrators().unsuspend(acme.installation);
        acme.app.runJobs();
        acme.app.pass(Duration.ofMinutes(10));

        assertThat(acme.issue().body())
                .contains("20 of 20 seats were taken back.")
                .containsSubsequence(
                        "Flightlog waits (the installation is suspended", "Flightlog goes on\n", "began to take");
    }

    @Test
    void anAnswerThatDoesNotAddUpStopsEverything() {
        acme.close();
        acme = new ReviewedOrganization(30);
        acme.writable();
        startAndApprove();
        acme.acme.copilot().miscountCancelledBy(-1);
        acme.noticePasses();
        acme.app.pass(Duration.ofMinutes(30));

        assertThat(acme.idle.stream().filter(acme::ends)).hasSize(25);
        assertThat(acme.issue().open()).isFalse();
        assertThat(acme.issue().body())
                .contains(
                        "25 of 30 seats were taken back.",
                        "It was stopped before its end: GitHub was asked to take back 25 seats and said that it took"
                                + " 24.**");
        assertThat(acme.seatWrites()).hasSize(1);
    }

    @Test
    void whoChangedMeanwhileIsLeftAlone() {
        acme.writable();
        startAndApprove();
        acme.app.pass(Duration.ofDays(6));
        acme.app.pass(Duration.ofHours(23));
        Person left = acme.idle.get(0);
        Person exempt = acme.idle.get(1);
        Person moved = acme.idle.get(2);
        acme.github().administrators().removeMember(acme.acme, left);
        acme.github()
                .people()
                .push(acme.repository, "ada", ".github/flightlog.yml", "seats: {exempt: [{user: idle-1}]}\n");
        acme.acme.seat(acme.acme
                .seatOf(moved)
                .orElseThrow()
                .throughTeam(acme.acme.team("platform").add(moved)));
        acme.app.pass(Duration.ofHours(2));

        assertThat(acme.line(left)).endsWith("**left** |");
        assertThat(acme.line(exempt)).endsWith("**exempt** |");
        assertThat(acme.line(moved)).endsWith("**through a team** |");
        assertThat(acme.issue().body()).contains("17 of 20 seats were taken back.");
    }

    @Test
    void theLastSeatStays() {
        acme.writable();
        acme.acme.seats().stream()
                .filter(seat -> !seat.assignee().login().startsWith("idle-"))
                .forEach(seat -> acme.acme.removeSeat(seat.assignee()));
        acme.says(acme.ada, "/copilot refresh");
        acme.app.pass(Duration.ofMinutes(1));
        startAndApprove();
        acme.noticePasses();

        assertThat(acme.issue().body())
                .contains("19 of 20 seats were taken back.", "last seat", "**kept**")
                .doesNotContain("**failed**", "an owner can look");
        assertThat(acme.acme.seats().stream().filter(seat -> seat.pendingCancellationDate() == null))
                .hasSize(1);
    }

    @Test
    void cancelledAndExpiredReviewsTakeNothing() {
        acme.writable();
        startAndApprove();
        assertThat(acme.says(acme.grace, "/copilot review start").reply()).contains("A seat review is open already.");
        assertThat(acme.says(acme.ada, "/copilot review cancel").reactions()).containsExactly("eyes", "+1");
        acme.noticePasses();
        assertThat(acme.issue().open()).isFalse();
        assertThat(acme.issue().body()).contains("Cancelled by `ada`", "the review ended before · **kept**");

        acme.says(acme.ada, "/copilot review start");
        assertThat(acme.issues()).hasSize(2);
        for (int day = 0; day < 31; day++) {
            acme.app.pass(Duration.ofDays(1));
        }
        assertThat(acme.issue().open()).isFalse();
        assertThat(acme.issue().body()).contains("nobody approved it within 30 days");
        assertThat(acme.seatWrites()).isEmpty();
    }

    /** What was true of each seat when the review was closed, whatever happens to it later. */
    @Test
    void aClosedReviewSaysForEverWhatWasTrueWhenItWasClosed() {
        acme.writable();
        Person left = acme.idle.get(0);
        Person used = acme.idle.get(1);
        Person byHand = acme.idle.get(2);
        Person usedLater = acme.idle.get(4);
        startAndApprove();
        acme.github().administrators().removeMember(acme.acme, left);
        acme.uses(used);
        acme.acme.seat(acme.acme.seatOf(byHand).orElseThrow().endingOn(LocalDate.of(2026, 12, 1)));
        acme.says(acme.ada, "/copilot refresh");
        acme.app.pass(Duration.ofMinutes(1));
        acme.says(acme.ada, "/copilot review cancel");

        assertThat(acme.line(left)).endsWith("**left** |");
        assertThat(acme.line(used)).endsWith("**in use** |");
        assertThat(acme.line(byHand)).endsWith("**removed** |");
        assertThat(acme.line(acme.throughTeam)).endsWith("**through a team** |");
        assertThat(acme.line(usedLater)).endsWith("**kept** |");
        assertThat(acme.issue().body())
                .contains("No seat was taken back. 1 more seat was cancelled by hand, not for this review.");
        assertThat(acme.trail())
                .contains("left_out idle-0", "left_out idle-1", "removed idle-2", "left_out idle-4", "left_out held");
        assertThat(acme.app.query("select count(*) from seat_review_item where state = 'candidate'"))
                .containsExactly("0");

        String closed = acme.issue().body();
        acme.uses(usedLater);
        acme.says(acme.ada, "/copilot refresh");
        acme.app.execute("update publication set closed_at = null where kind = 'seat-review'");
        acme.app.pass(Duration.ofHours(7));

        assertThat(acme.issue().body()).isEqualTo(closed);
    }

    @Test
    void theIssueOfAClosedReviewNamesNobodyWhenNobodyMayBeNamedAnyMore() {
        acme.says(acme.ada, "/copilot review start");
        acme.says(acme.ada, "/copilot review cancel");
        assertThat(acme.issue().body()).contains("`idle-0`", "`ada`");

        acme.github().people().push(acme.repository, "ada", ".github/flightlog.yml", "privacy: {names: never}\n");
        acme.app.runJobs();

        assertThat(acme.issue().body())
                .contains("Cancelled by an admin", "People are not named here")
                .doesNotContain("idle-", "`ada`");
        assertThat(acme.app.query("select count(*) from publication where names_people and kind = 'seat-review'"))
                .containsExactly("0");

        acme.app.execute("delete from seat_review_item");
        acme.app.execute("delete from seat_review");
        acme.app.execute("update publication set names_people = true, content_hash = '' where kind = 'seat-review'");
        acme.app.pass(Duration.ofMinutes(10));
        assertThat(acme.issue().body()).contains("was erased after the time that the policy keeps data");
        assertThat(acme.issue().title()).isEqualTo("Copilot seat review · acme · 2026-11-18");
    }

    @Test
    void anApprovedReviewThatCannotBeAnnouncedEnds() {
        startAndApprove();
        acme.app.execute("update seat_review set announced_at = null, approved_at = approved_at - interval '30 days'");
        acme.github().faults().always("PATCH /repos/.*/issues/.*", Fault.status(500));
        acme.app.pass(Duration.ofHours(7));

        assertThat(acme.app.query("select state from seat_review")).containsExactly("done");
        acme.github().faults().clear();
        acme.app.pass(Duration.ofHours(7));
        assertThat(acme.issue().open()).isFalse();
        assertThat(acme.line(acme.idle.getFirst()))
                .contains("could not be announced")
                .endsWith("**failed** |");
    }

    @Test
    void whoIsRefusedIsToldWhy() {
        assertThat(acme.says(acme.idle.get(0), "/copilot keep").reply()).contains("No seat review is open.");
        acme.says(acme.ada, "/copilot review start");
        Person busy = acme.github().world().person("busy-0");

        assertThat(acme.says(busy, "/copilot keep").reactions()).containsExactly("eyes", "-1");
        assertThat(acme.says(busy, "/copilot keep idle-0").reply()).contains("You can keep your own seat");
        assertThat(acme.says(busy, "/copilot approve").reply()).contains("is for admins");
        assertThat(acme.says(acme.ada, "/copilot keep busy-1").reply()).contains("not in the list");
        assertThat(acme.says(acme.ada, "/copilot undo all").reply()).contains("No seat that a review took still runs.");
    }

    @Test
    void keptSeatsAreLeftAloneForNinetyDays() {
        acme.says(acme.ada, "/copilot review start");
        acme.says(acme.idle.get(0), "/copilot keep");
        acme.says(acme.ada, "/copilot review cancel");

        acme.says(acme.ada, "/copilot review start");

        assertThat(acme.issue().body()).contains("19 seats were not used").doesNotContain("`idle-0`");
    }

    @Test
    void theScheduleStartsOneAndMentionsHolders() {
        acme.github()
                .people()
                .push(
                        acme.repository,
                        "ada",
                        ".github/flightlog.yml",
                        "reviews: {every: 4w, day: thursday, max_seats: 5, mention: true}\n");
        acme.app.runJobs();
        assertThat(acme.issues()).isEmpty();

        acme.app.pass(Duration.ofDays(1));
        acme.app.pass(Duration.ofMinutes(5));

        assertThat(acme.issues()).hasSize(1);
        assertThat(acme.issue().body()).contains("5 seats were not used", "@idle-3", "15 more seats wait");
        assertThat(acme.says(acme.ada, "/copilot approve").reactions()).containsExactly("eyes", "+1");
        acme.app.pass(Duration.ofDays(7));
        assertThat(acme.issues()).hasSize(1);
    }

    @Test
    void namesStayAwayFromAPublicRepository() {
        acme.github().administrators().publicize(acme.repository);
        acme.app.runJobs();
        acme.says(acme.ada, "/copilot review start");
        acme.says(acme.grace, "/copilot approve");
        acme.noticePasses();

        assertThat(acme.issue().body())
                .contains("20 seats can be taken back", "People are not named here")
                .doesNotContain("idle-", "grace", "`ada`", "held");
        assertThat(acme.says(acme.ada, "/copilot keep idle-1").reply())
                .contains("People are not named here", "/orgs/acme/reviews")
                .doesNotContain("idle-1");
        assertThat(acme.says(acme.ada, "/copilot undo idle-1").reply()).contains("/orgs/acme/reviews");
        assertThat(acme.says(acme.idle.get(2), "/copilot keep I am back").reply())
                .contains("Your seat is kept.");
        assertThat(acme.says(acme.idle.get(1), "/copilot keep").reactions()).containsExactly("eyes", "+1");
    }

    @Test
    void somebodyAsksForASeatAndGetsIt() {
        acme.writable();
        Person zoe = acme.github().administrators().addMember(acme.acme, "zoe", "Zoe");
        acme.app.runJobs();

        assertThat(acme.says(zoe, "/copilot request I review code all day").reply())
                .contains("You have asked for a Copilot seat.");
        assertThat(acme.says(zoe, "/copilot request").reply()).contains("You have asked for a seat already.");
        assertThat(acme.says(acme.idle.get(0), "/copilot request").reply())
                .contains("You have a Copilot seat already.");
        assertThat(acme.says(acme.ada, "/copilot grant zoe").reply())
                .contains("The seat is given.", "19 USD a month", "1,900 AI credits");
        assertThat(acme.acme.seatOf(zoe)).isPresent();
        assertThat(acme.says(acme.ada, "/copilot grant zoe").reply()).contains("no open request");
        assertThat(acme.says(zoe, "/copilot me").reply()).contains("You have a Copilot seat");
    }

    @Test
    void aRequestIsDeclinedRefusedByGitHubOrGrantedByHand() {
        Person zoe = acme.github().administrators().addMember(acme.acme, "zoe", "Zoe");
        Person yan = acme.github().administrators().addMember(acme.acme, "yan", "Yan");
        acme.app.runJobs();
        acme.says(zoe, "/copilot request");
        acme.says(yan, "/copilot request");

        assertThat(acme.says(acme.ada, "/copilot decline zoe not this quarter").reactions())
                .containsExactly("eyes", "+1");
        assertThat(acme.says(acme.ada, "/copilot grant yan").reply()).contains("gh api --method POST");
        assertThat(acme.seatWrites()).isEmpty();
        acme.writable();
        acme.acme.copilot().seatManagement("assign_all");
        assertThat(acme.says(acme.ada, "/copilot grant yan").reply()).contains("selected members");
        acme.acme.seat(Seat.direct(yan, acme.clock.instant()));
        acme.app.pass(Duration.ofHours(7));
        assertThat(acme.app.query("select state from seat_request order by number"))
                .containsExactly("declined", "overtaken");
    }

    @Test
    void aGrantWhoseAnswerIsLostIsLookedUp() {
        acme.writable();
        Person zoe = acme.github().administrators().addMember(acme.acme, "zoe", "Zoe");
        acme.app.runJobs();
        acme.says(zoe, "/copilot request");
        acme.github().faults().next("POST .*/selected_users", 1, Fault.lostAnswer());

        ReviewedOrganization.Exchange exchange = acme.says(acme.ada, "/copilot grant zoe");
        acme.app.pass(Duration.ofSeconds(40));

        assertThat(acme.seatWrites()).hasSize(1);
        assertThat(exchange.reactions()).endsWith("+1");
        assertThat(List.of(acme.app.query("select state from seat_request").getFirst()))
                .containsExactly("granted");
    }

    @Test
    void aListingThatLeavesOutWhoWasGivenOrTakenASeatHidesNeither() {
        acme.writable();
        Person zoe = acme.github().administrators().addMember(acme.acme, "zoe", "Zoe");
        acme.app.runJobs();
        acme.says(zoe, "/copilot request");
        acme.acme.copilot().leaveOutOfListing(zoe);
        acme.github().faults().next("POST .*/selected_users", 1, Fault.lostAnswer());
        acme.says(acme.ada, "/copilot grant zoe");
        acme.app.pass(Duration.ofSeconds(40));

        assertThat(List.of(acme.app.query("select state from seat_request").getFirst()))
                .as("GitHub lists no seat of zoe, and has one when it is asked about zoe alone")
                .containsExactly("granted");
        acme.idle.stream().limit(2).forEach(acme.acme.copilot()::leaveOutOfListing);
        startAndApprove();
        acme.github().faults().next("DELETE .*/selected_users", 1, Fault.lostAnswer());
        acme.app.pass(Duration.ofDays(7).plusHours(1));
        acme.app.pass(Duration.ofMinutes(2));

        assertThat(acme.app.query("select login || ' ' || state from seat_review_item where state <> 'removed'"))
                .as("a seat through a team is nobody's to take")
                .containsExactly("held left_out");
        assertThat(acme.app.query("select count(*) from seat where ended_at is not null"))
                .containsExactly("0");
    }

    /** Requests that follow the first one with this method to the seats. */
    private Stream<String> afterTheFirst(String method) {
        return acme.github().requests().stream()
                .map(request -> request.method() + " " + request.path())
                .dropWhile(each -> !each.equals(method + " /orgs/acme/copilot/billing/selected_users"))
                .skip(1);
    }

    private void startAndApprove() {
        acme.says(acme.ada, "/copilot review start");
        acme.says(acme.grace, "/copilot approve");
    }
}
