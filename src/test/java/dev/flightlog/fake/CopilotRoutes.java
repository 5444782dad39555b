package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.CopilotSettings;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.model.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Seats and the Copilot plan (github.md: Seats). */
final class CopilotRoutes {
    private static final String SEATS = "organization_copilot_seat_management";
    private static final String ADMINISTRATION = "organization_administration";
    private static final Access READ = Access.read(SEATS, ADMINISTRATION);
    private static final Access WRITE = Access.write(SEATS, ADMINISTRATION);
    private static final Duration CYCLE = Duration.ofDays(30);

    private final AccountShapes accounts;

    CopilotRoutes(AccountShapes accounts) {
        this.accounts = accounts;
    }

    void addTo(Router router) {
        router.get("/orgs/{org}/copilot/billing", READ, this::billing)
                .get("/orgs/{org}/copilot/billing/seats", READ, this::seats)
                .get("/orgs/{org}/members/{login}/copilot", READ, this::seatOf)
                .post("/orgs/{org}/copilot/billing/selected_users", WRITE, this::addUsers)
                .add("DELETE", "/orgs/{org}/copilot/billing/selected_users", WRITE, this::cancelUsers)
                .post("/orgs/{org}/copilot/billing/selected_teams", WRITE, this::addTeams)
                .add("DELETE", "/orgs/{org}/copilot/billing/selected_teams", WRITE, this::cancelTeams);
    }

    private Answer billing(Call call) {
        Organization organization = call.organization();
        if (organization.copilot().paymentProblem()) {
            throw Refusal.of(Answer.message(422, "There is a problem with your account's associated payment method."));
        }
        return Answer.ok(Json.object(
                "seat_breakdown", breakdown(organization, call.world().now()),
                "public_code_suggestions", "block",
                "ide_chat", "enabled",
                "platform_chat", "enabled",
                "cli", "enabled",
                "seat_management_setting", organization.copilot().seatManagement(),
                "plan_type", organization.copilot().planType()));
    }

    private static Map<String, @Nullable Object> breakdown(Organization organization, Instant now) {
        List<Seat> seats = organization.seats();
        Instant cycle = now.minus(CYCLE);
        long active = count(
                seats,
                each -> each.lastActivityAt() != null && each.lastActivityAt().isAfter(cycle));
        return Json.object(
                "total",
                seats.size(),
                "added_this_cycle",
                count(seats, each -> each.createdAt().isAfter(cycle)),
                "pending_invitation",
                0,
                "pending_cancellation",
                count(seats, each -> each.pendingCancellationDate() != null),
                "active_this_cycle",
                active,
                "inactive_this_cycle",
                seats.size() - active);
    }

    private static long count(List<Seat> seats, Predicate<Seat> which) {
        return seats.stream().filter(which).count();
    }

    private Answer seats(Call call) {
        CopilotSettings copilot = call.organization().copilot();
        List<Seat> all = call.organization().seats();
        List<Seat> listed = all.stream()
                .filter(seat -> !copilot.isLeftOutOfListing(seat.assignee()))
                .toList();
        Paging.Page<Seat> page = Paging.page(call, listed, 50, 100);
        return page.answer(Json.object(
                "total_seats",
                all.size() + copilot.countedMore(),
                "seats",
                page.items().stream().map(this::seat).toList()));
    }

    private Answer seatOf(Call call) {
        Organization organization = call.organization();
        return organization
                .member(call.variable("login"))
                .flatMap(member -> organization.seatOf(member.person()))
                .map(seat -> Answer.ok(seat(seat)))
                .orElseThrow(Refusal::notFound);
    }

    private Map<String, @Nullable Object> seat(Seat seat) {
        Team team = seat.assigningTeam();
        return Json.object(
                "created_at", withOffset(seat.createdAt()),
                "updated_at", withOffset(seat.createdAt()),
                "pending_cancellation_date", seat.pendingCancellationDate(),
                "last_activity_at", withOffset(seat.lastActivityAt()),
                "last_activity_editor", seat.lastActivityEditor(),
                "last_authenticated_at", withOffset(seat.lastAuthenticatedAt()),
                "plan_type", seat.planType(),
                "assignee", accounts.person(seat.assignee()),
                "assigning_team", team == null ? null : accounts.team(team));
    }

    /** GitHub's examples carry a zone offset that is not UTC (github.md: Seats). */
    private static @Nullable String withOffset(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.ofHours(-6)).toString();
    }

    private static List<Team> teams(Call call) {
        Organization organization = call.organization();
        return names(call, "selected_teams").stream()
                .map(name -> organization.teams().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst())
                .map(team -> team.orElseThrow(() -> Refusal.of(Answer.message(422, "no such team"))))
                .toList();
    }

    private Answer addTeams(Call call) {
        requireSelectedMembers(call);
        Organization organization = call.organization();
        int created = 0;
        for (Team team : teams(call)) {
            for (Team.TeamMember member : team.members()) {
                if (!organization.hasSeat(member.person().id())) {
                    organization.seat(
                            Seat.direct(member.person(), call.world().now()).throughTeam(team));
                    created++;
                }
            }
        }
        return Answer.created(Json.object("seats_created", created));
    }

    private Answer cancelTeams(Call call) {
        requireSelectedMembers(call);
        Organization organization = call.organization();
        List<Seat> seats = teams(call).stream()
                .flatMap(team -> team.members().stream())
                .flatMap(member -> organization.seatOf(member.person()).stream())
                .toList();
        return Answer.ok(Json.object("seats_cancelled", SeatWrites.cancel(call, seats)));
    }

    private Answer addUsers(Call call) {
        requireSelectedMembers(call);
        return Answer.created(Json.object("seats_created", SeatWrites.assign(call, names(call, "selected_usernames"))));
    }

    private Answer cancelUsers(Call call) {
        requireSelectedMembers(call);
        return Answer.ok(
                Json.object("seats_cancelled", SeatWrites.cancelNamed(call, names(call, "selected_usernames"))));
    }

    private static void requireSelectedMembers(Call call) {
        Organization organization = call.organization();
        if (organization.copilot().paymentProblem()) {
            throw Refusal.of(Answer.message(422, "Copilot Business is not enabled for this organization."));
        }
        if (!organization.copilot().seatManagement().equals("assign_selected")) {
            throw Refusal.of(Answer.message(
                    422, "The organization's Copilot access setting is not set to \"Selected teams/users\"."));
        }
    }

    /** One field, one array of names, none of them twice. */
    private static List<String> names(Call call, String field) {
        JsonNode names = call.body().path(field);
        if (!names.isArray() || names.isEmpty()) {
            throw Refusal.malformed(field + " must be an array with at least one name");
        }
        List<String> written = StreamSupport.stream(names.spliterator(), false)
                .map(name -> {
                    if (!name.isTextual() || name.asText().isBlank()) {
                        throw Refusal.malformed(field + " must hold names, but holds " + name);
                    }
                    return name.asText();
                })
                .toList();
        if (call.body().size() != 1) {
            throw Refusal.malformed("only " + field + " belongs in the body");
        }
        if (written.stream().distinct().count() != written.size()) {
            throw Refusal.malformed(field + " names somebody twice");
        }
        return written;
    }
}
