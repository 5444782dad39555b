package dev.flightlog.review.act;

import dev.flightlog.copilot.CopilotPlan;
import dev.flightlog.copilot.CopilotSeats;
import dev.flightlog.database.Database;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.Memberships;
import dev.flightlog.github.PersonMembership;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.Policies;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.RequestChoice;
import dev.flightlog.review.SeatRequest;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.act.ReviewReply.Done;
import dev.flightlog.review.act.ReviewReply.Refused;
import dev.flightlog.review.store.SeatRequestStore;
import dev.flightlog.review.store.SeatTrailStore;
import dev.flightlog.review.text.ByHand;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatFactsStore;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.text.Numbers;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Admins give the seats that members asked for. */
@Singleton
public class SeatGrants {
    private final SeatRequestStore requests;
    private final SeatTrailStore trail;
    private final SeatFactsStore seats;
    private final SeatsNow listing;
    private final SeatSending sending;
    private final WriteAccess write;
    private final CopilotSeats copilot;
    private final Memberships memberships;
    private final PendingGrants pending;
    private final Policies policies;
    private final AccessRules access;
    private final Database database;
    private final InstantSource clock;

    SeatGrants(
            SeatRequestStore requests,
            SeatTrailStore trail,
            SeatFactsStore seats,
            SeatsNow listing,
            SeatSending sending,
            WriteAccess write,
            CopilotSeats copilot,
            Memberships memberships,
            PendingGrants pending,
            Policies policies,
            AccessRules access,
            Database database,
            InstantSource clock) {
        this.requests = requests;
        this.trail = trail;
        this.seats = seats;
        this.listing = listing;
        this.sending = sending;
        this.write = write;
        this.copilot = copilot;
        this.memberships = memberships;
        this.pending = pending;
        this.policies = policies;
        this.access = access;
        this.database = database;
        this.clock = clock;
    }

    /**
     * An admin gives the seat that somebody asked for.
     *
     * @throws GitHubException where the outcome is not known: the same comment or click asks again
     */
    public ReviewReply grant(Organization organization, Actor actor, RequestChoice choice) {
        long org = organization.id();
        if (!actor.admin()) {
            return new Refused("Only admins may do this.", "");
        }
        pending.lookUp(organization);
        SeatRequest request = requests.find(org, choice).orElse(null);
        if (request == null) {
            return RequestWords.notOpen(choice);
        }
        if (answeredEarlier(org, actor, request)) {
            return RequestWords.notOpen(choice);
        }
        return switch (request.state()) {
            case SeatRequest.State.Open _ -> grant(organization, actor, choice, request);
            case SeatRequest.State.Granting _ -> RequestWords.answerAwaited();
            case SeatRequest.State.Granted _ ->
                trail.did(org, actor.origin(), Action.GRANT_ASKED)
                        ? granted(organization, request)
                        : RequestWords.notOpen(choice);
            case SeatRequest.State.Declined _, SeatRequest.State.Overtaken _ -> RequestWords.notOpen(choice);
        };
    }

    /** True where this comment or click agreed to a request of before this one was made: it does not mean this one. */
    private boolean answeredEarlier(long org, Actor actor, SeatRequest request) {
        return trail.by(org, actor.origin(), Action.GRANT_ASKED).stream()
                .anyMatch(entry -> entry.at().isBefore(request.askedAt()));
    }

    private ReviewReply grant(Organization organization, Actor actor, RequestChoice choice, SeatRequest request) {
        PersonMembership person = memberships.ofPerson(
                organization.access(),
                organization.login(),
                request.person().personId(),
                request.person().login());
        String login = person.login();
        boolean member = switch (person.membership()) {
            case OWNER, MEMBER -> true;
            case PENDING, NONE -> false;
        };
        if (!member) {
            notGranted(organization, actor, request, "no member of the organization");
            return new Refused(RequestWords.whose(choice) + " is no member of the organization.", "");
        }
        if (!write.now(organization)) {
            notGranted(organization, actor, request, "the app may read seats, not write them");
            return byHand(organization, login);
        }
        Optional<String> obstacle = obstacle(organization);
        if (obstacle.isPresent()) {
            notGranted(organization, actor, request, obstacle.get());
            return new Refused("The seat was not given.", obstacle.get());
        }
        UUID id = UUID.randomUUID();
        boolean claimed = database.inTransaction(() -> {
            boolean ours = requests.claim(organization.id(), request.number(), actor.who(), id, clock.instant());
            if (ours) {
                trail.add(
                        organization.id(),
                        TrailEntry.ofRequest(
                                clock.instant(), Action.GRANT_ASKED, Optional.of(actor.who()), request.person(), ""),
                        actor.origin());
            }
            return ours;
        });
        if (!claimed) {
            return RequestWords.notOpen(choice);
        }
        return switch (sending.assign(organization, id, List.of(login))) {
            case Sent.Answered _ -> confirmed(organization, request);
            case Sent.NotTaken(String why) -> notGiven(organization, request, id, why);
            case Sent.NotPermitted(String why) -> notGiven(organization, request, id, why);
            case Sent.NotDone(GitHubException why) -> {
                openAgain(organization, request, id, "GitHub had no time");
                throw why;
            }
            case Sent.Unknown(GitHubException why) -> throw why;
        };
    }

    private ReviewReply confirmed(Organization organization, SeatRequest request) {
        if (listing.read(organization)) {
            pending.settle(organization);
        }
        SeatRequest now = requests.latestOf(organization.id(), request.person().personId())
                .orElse(request);
        return switch (now.state()) {
            case SeatRequest.State.Granting _ ->
                new Done(
                        "GitHub accepted it.",
                        "Its list does not show the seat yet; that is looked up, and the request closes by itself.");
            case SeatRequest.State.Open _ ->
                new Refused(
                        "GitHub did not give the seat.",
                        "It answered without an error, but lists no seat. The request stays open.");
            case SeatRequest.State.Granted _, SeatRequest.State.Declined _, SeatRequest.State.Overtaken _ ->
                granted(organization, request);
        };
    }

    /** Once for each comment or click, however often its job runs. */
    private void notGranted(Organization organization, Actor actor, SeatRequest request, String why) {
        database.transact(() -> {
            if (!trail.did(organization.id(), actor.origin(), Action.NOT_GRANTED)) {
                trail.add(
                        organization.id(),
                        TrailEntry.ofRequest(
                                clock.instant(), Action.NOT_GRANTED, Optional.of(actor.who()), request.person(), why),
                        actor.origin());
            }
        });
    }

    private ReviewReply notGiven(Organization organization, SeatRequest request, UUID id, String why) {
        openAgain(organization, request, id, "GitHub refused: " + why);
        String words = access.mayName(organization) ? Markdown.text(why) + "\n\n" : "";
        return new Refused("GitHub did not give the seat.", words + "The request stays open.");
    }

    private void openAgain(Organization organization, SeatRequest request, UUID id, String why) {
        database.transact(() -> {
            requests.openAgain(organization.id(), request.number(), id);
            trail.add(
                    organization.id(),
                    TrailEntry.ofRequest(clock.instant(), Action.NOT_GRANTED, Optional.empty(), request.person(), why));
        });
    }

    /** Why GitHub would refuse, or would do something else than meant, in words. */
    private Optional<String> obstacle(Organization organization) {
        try {
            CopilotPlan plan = copilot.plan(organization.access(), organization.login());
            return plan.assignsSelectedMembers()
                    ? Optional.empty()
                    : Optional.of("Seats can be given only where Copilot's access setting is *selected members*.");
        } catch (GitHubException refused) {
            if (refused.failure() instanceof Failure.Refused(int _, String what)) {
                return Optional.of(Markdown.text(what));
            }
            throw refused;
        }
    }

    private ReviewReply byHand(Organization organization, String login) {
        if (!access.mayName(organization)) {
            return new Refused(
                    "The app may read seats here, not write them.",
                    "An owner can give the seat under Settings, Copilot, Access; the request closes by itself when the"
                            + " seat is there.");
        }
        return new Refused(
                "The app may read seats here, not write them.",
                "An owner can run this with [GitHub's CLI](https://cli.github.com); the request closes by itself when"
                        + " the seat is there:\n\n" + ByHand.assignment(organization.login(), List.of(login)));
    }

    private ReviewReply granted(Organization organization, SeatRequest request) {
        Optional<Seat> seat = seats
                .ofPeople(organization.id(), List.of(request.person().personId()))
                .stream()
                .findFirst();
        SeatPlan plan = seat.map(Seat::plan).orElse(SeatPlan.UNKNOWN);
        String cost = policies.inForce(organization.id())
                .policy()
                .seats()
                .price(plan)
                .map(usd -> "It costs " + Numbers.usd(usd) + " a month and brings "
                        + Numbers.count(plan.includedCredits()) + " AI credits.")
                .orElse("");
        return new Done("The seat is given.", cost);
    }
}
