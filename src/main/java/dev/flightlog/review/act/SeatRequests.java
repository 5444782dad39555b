package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.governance.Policies;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.RequestChoice;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.SeatRequest;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.act.ReviewReply.Done;
import dev.flightlog.review.act.ReviewReply.Refused;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.store.SeatRequestStore;
import dev.flightlog.review.store.SeatTrailStore;
import dev.flightlog.review.text.ByHand;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatFactsStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Members ask for a seat, and admins say no; {@link SeatGrants} gives it. */
@Singleton
public class SeatRequests {
    private final SeatRequestStore requests;
    private final SeatTrailStore trail;
    private final SeatFactsStore seats;
    private final ReviewItemStore items;
    private final Policies policies;
    private final Database database;
    private final InstantSource clock;

    SeatRequests(
            SeatRequestStore requests,
            SeatTrailStore trail,
            SeatFactsStore seats,
            ReviewItemStore items,
            Policies policies,
            Database database,
            InstantSource clock) {
        this.requests = requests;
        this.trail = trail;
        this.seats = seats;
        this.items = items;
        this.policies = policies;
        this.database = database;
        this.clock = clock;
    }

    /** A member without a seat asks for one. */
    public ReviewReply request(Organization organization, Actor actor, Optional<String> reason) {
        long org = organization.id();
        if (trail.did(org, actor.origin(), Action.REQUESTED)) {
            return requests.latestOf(org, actor.who().personId())
                    .map(request -> asked(org, request.number()))
                    .orElseGet(SeatRequests::askedAlready);
        }
        Optional<Seat> held =
                seats.ofPeople(org, List.of(actor.who().personId())).stream().findFirst();
        if (held.isPresent()) {
            return held.get().pendingCancellationDate() == null
                    ? new Refused("You have a Copilot seat already.", "")
                    : new Refused(
                            "You have a Copilot seat until " + held.get().pendingCancellationDate() + ".",
                            undoable(org, actor.who())
                                    ? "An admin can let it go on before it ends: " + command(org, "undo")
                                            + " with your login."
                                    : "It was cancelled; " + ByHand.LET_IT_GO_ON + ".");
        }
        Instant now = clock.instant();
        return database.inTransaction(() -> {
            Optional<Integer> asked = requests.ask(org, actor.who(), reason.orElse(null), now);
            if (asked.isEmpty()) {
                return askedAlready();
            }
            trail.add(
                    org,
                    TrailEntry.ofRequest(
                            now, Action.REQUESTED, Optional.of(actor.who()), actor.who(), reason.orElse("")),
                    actor.origin());
            return asked(org, asked.get());
        });
    }

    /** Only what a review took is given back by an undo. */
    private boolean undoable(long org, Who holder) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return items.removedAndRunning(org, today).values().stream()
                .flatMap(List::stream)
                .anyMatch(
                        item -> item.personId() == holder.personId() && ReviewDecisions.undoable(item.state(), today));
    }

    private static ReviewReply askedAlready() {
        return new Done("You have asked for a seat already.", "An admin has to answer it.");
    }

    private ReviewReply asked(long org, int number) {
        return new Done(
                "You have asked for a Copilot seat.",
                "Admins see it under *Needs a decision* and answer with " + command(org, "grant " + number) + " or "
                        + command(org, "decline " + number) + ".");
    }

    /** An admin says no. */
    public ReviewReply decline(Organization organization, Actor actor, RequestChoice choice, Optional<String> reason) {
        long org = organization.id();
        if (!actor.admin()) {
            return new Refused("Only admins may do this.", "");
        }
        if (trail.did(org, actor.origin(), Action.DECLINED)) {
            return RequestWords.declined(choice);
        }
        SeatRequest request = requests.find(org, choice).orElse(null);
        if (request == null) {
            return RequestWords.notOpen(choice);
        }
        if (request.state() instanceof SeatRequest.State.Granting) {
            return RequestWords.answerAwaited();
        }
        Instant now = clock.instant();
        return database.inTransaction(() -> {
            if (requests.decline(org, request.number(), actor.who(), reason.orElse(null), now)) {
                trail.add(
                        org,
                        TrailEntry.ofRequest(
                                now, Action.DECLINED, Optional.of(actor.who()), request.person(), reason.orElse("")),
                        actor.origin());
                return RequestWords.declined(choice);
            }
            return RequestWords.notOpen(choice);
        });
    }

    private String command(long org, String words) {
        return Markdown.code(policies.inForce(org).policy().commands().prefix() + " " + words);
    }
}
