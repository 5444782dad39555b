package dev.flightlog.fake;

import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Seat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Seats as they are given and taken by name: a call that names one wrong person changes nothing. */
final class SeatWrites {
    /** Longer lists are taken by GitHub; a client that is careful sends them in parts. */
    private static final int CAREFUL = 25;

    private SeatWrites() {}

    /** New seats, and seats whose cancellation is taken back; those look new afterwards. */
    static int assign(Call call, List<String> logins) {
        requireCareful(call, logins);
        Organization organization = call.organization();
        if (organization.copilot().givesNothing()) {
            return 0;
        }
        List<Person> people = logins.stream().map(login -> member(call, login)).toList();
        int created = 0;
        for (Person person : people) {
            Seat seat = organization.seatOf(person).orElse(null);
            if (seat == null) {
                organization.seat(Seat.direct(person, call.world().now()));
                created++;
            } else if (seat.pendingCancellationDate() != null) {
                organization.seat(seat.endingOn(null).createdAt(call.world().now()));
                created++;
            }
        }
        return created;
    }

    /** Whoever is no member would be invited, or given a seat as an outside collaborator. */
    private static Person member(Call call, String login) {
        return call.organization()
                .member(login)
                .filter(member -> !member.pending())
                .orElseThrow(() -> Refusal.violation(
                        Answer.message(422, login + " is not a member of this organization."),
                        "a seat for somebody who is no member"))
                .person();
    }

    static int cancelNamed(Call call, List<String> logins) {
        requireCareful(call, logins);
        Organization organization = call.organization();
        List<Seat> seats = logins.stream()
                .flatMap(login -> organization.seats().stream()
                        .filter(seat -> seat.assignee().login().equalsIgnoreCase(login)))
                .toList();
        for (Seat seat : seats) {
            if (seat.assigningTeam() != null) {
                throw Refusal.of(Answer.message(
                        422, "A seat of the users named was assigned through a team and cannot be cancelled here."));
            }
            if (organization.copilot().isAssignedByEnterprise(seat.assignee())) {
                throw Refusal.of(Answer.message(
                        422, "A seat of the users named was assigned by the enterprise and cannot be cancelled here."));
            }
        }
        int cancelled = cancel(call, seats);
        return cancelled + organization.copilot().miscount();
    }

    /** Seats set to end with the cycle now; those that end already are not counted. */
    static int cancel(Call call, List<Seat> seats) {
        Organization organization = call.organization();
        LocalDate cycleEnd = call.world()
                .now()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusMonths(1)
                .withDayOfMonth(1);
        List<Seat> running = seats.stream()
                .filter(seat -> seat.pendingCancellationDate() == null)
                .toList();
        running.forEach(seat -> organization.seat(seat.endingOn(cycleEnd)));
        if (!running.isEmpty()
                && organization.seats().stream().allMatch(seat -> seat.pendingCancellationDate() != null)) {
            call.violation("cancelled the last seat, and with it the organization's Copilot plan");
        }
        return running.size();
    }

    private static void requireCareful(Call call, List<String> logins) {
        if (logins.size() > CAREFUL) {
            call.violation("named " + logins.size() + " people in one call");
        }
    }
}
