package dev.flightlog.fake.report;

import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.model.Team;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Gives seats, with the activity that GitHub knows of: nothing that is older than 90 days. */
final class SeatMaker {
    private static final int REMEMBERED_DAYS = 90;

    private final Organization organization;
    private final Habits habits;
    private final long seed;

    SeatMaker(Organization organization, Habits habits, long seed) {
        this.organization = organization;
        this.habits = habits;
        this.seed = seed;
    }

    /** Gives seats to all people who are to have one, as they are on the morning of that day. */
    void make(List<Profile> people, LocalDate today) {
        refresh(people, today, profile -> true);
    }

    /** Brings the last activities up to the morning of that day; who lost the seat gets none, and what ends still ends. */
    void refresh(List<Profile> people, LocalDate today) {
        refresh(people, today, profile -> organization.seatOf(profile.person()).isPresent());
    }

    private void refresh(List<Profile> people, LocalDate today, Predicate<Profile> whose) {
        Map<Long, Team> teams = new HashMap<>();
        organization
                .teams()
                .forEach(team -> team.ownMembers()
                        .forEach(member -> teams.putIfAbsent(member.person().id(), team)));
        people.stream()
                .filter(Profile::hasSeat)
                .filter(whose)
                .forEach(profile -> organization.seat(asOwnersLeftIt(seat(
                        profile,
                        today,
                        Optional.ofNullable(teams.get(profile.person().id()))))));
    }

    /** Whoever cancelled a seat, or gave it again, did so whatever its holder does. */
    private Seat asOwnersLeftIt(Seat seat) {
        return organization
                .seatOf(seat.assignee())
                .filter(_ -> seat.pendingCancellationDate() == null)
                .map(before -> seat.createdAt(before.createdAt()).endingOn(before.pendingCancellationDate()))
                .orElse(seat);
    }

    private Seat seat(Profile profile, LocalDate today, Optional<Team> team) {
        Chance chance = Chance.of(seed, profile.index(), -3);
        Seat seat = Seat.direct(profile.person(), at(profile.seatSince(), chance))
                .onPlan(organization.copilot().planType());
        if (chance.likely(0.4)) {
            seat = team.map(seat::throughTeam).orElse(seat);
        }
        if (profile.kind() == Profile.Kind.ENDING) {
            seat = seat.endingOn(today.plusMonths(1).withDayOfMonth(1));
        }
        if (profile.kind() == Profile.Kind.SIGNED_IN_ONLY) {
            return seat.signedInAt(at(today.minusDays(3), chance));
        }
        Optional<LocalDate> last = lastActivity(profile, today);
        if (last.isEmpty()) {
            return seat;
        }
        Instant at = at(last.get(), chance);
        return seat.activeAt(at, editor(profile)).signedInAt(at);
    }

    private static Instant at(LocalDate day, Chance chance) {
        return day.atTime(LocalTime.of(8 + chance.between(0, 9), chance.between(0, 59)))
                .toInstant(ZoneOffset.UTC);
    }

    private static String editor(Profile profile) {
        return profile.ides().getFirst().equals("vscode")
                ? "vscode/1.139.1/copilot-chat/0.52.0"
                : profile.ides().getFirst() + "/2026.2.3/copilot-intellij/1.5.60";
    }

    private Optional<LocalDate> lastActivity(Profile profile, LocalDate today) {
        for (int back = 1; back <= REMEMBERED_DAYS; back++) {
            if ((habits.of(profile, today.minusDays(back)) & Habits.ACTIVITY) != 0) {
                return Optional.of(today.minusDays(back));
            }
        }
        return Optional.empty();
    }
}
