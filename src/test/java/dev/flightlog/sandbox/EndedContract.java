package dev.flightlog.sandbox;

import dev.flightlog.fake.FakeGitHub;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Seat;
import dev.flightlog.fake.model.Team;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A contract ended, and twenty seats are left that nobody uses, with one more that is held through a team: what a seat
 * review needs to be seen whole, and what can happen to it from outside.
 */
final class EndedContract {
    private static final String SEATS = "organization_copilot_seat_management";
    private static final int DIRECT = 20;
    private static final int USES_IT = 2;
    private static final int REFUSED = 4;
    private static final int LEFT_OUT = 7;
    /** GitHub forgets the last activity after 90 days. */
    private static final Duration SEAT_SINCE = Duration.ofDays(200);

    private final FakeGitHub github;
    private final Organization organization;
    private final List<Person> contractors = new ArrayList<>();

    EndedContract(FakeGitHub github, Organization organization) {
        this.github = github;
        this.organization = organization;
    }

    /** The seats fall out of use, once. What to say about it. */
    String ends() {
        if (!contractors.isEmpty()) {
            return "The contract has ended before.";
        }
        Team team = github.administrators().createTeam(organization, "Contractors", null);
        for (int number = 1; number <= DIRECT + 1; number++) {
            String name = "%02d".formatted(number);
            Person person = github.administrators().addMember(organization, "contractor-" + name, "Contractor " + name);
            Seat seat =
                    Seat.direct(person, github.world().now().minus(SEAT_SINCE).plus(Duration.ofDays(number)));
            if (number > DIRECT) {
                github.administrators().addToTeam(team, person);
                organization.seat(seat.throughTeam(team));
            } else {
                organization.seat(seat);
            }
            contractors.add(person);
        }
        return "A contract ended: contractor-01 to contractor-20 do not use their seats, and contractor-21 holds one"
                + " through a team. Flightlog reads the seats within a minute.";
    }

    /** An owner lets the app write seats. */
    String grantWrite() {
        installation().forEach(each -> github.administrators().accept(each, SEATS, "write"));
        return "The app may write seats now: after a review it takes them back by itself.";
    }

    /** An owner takes that away. */
    String revokeWrite() {
        installation().forEach(each -> {
            github.administrators().revoke(each, SEATS);
            each.grant(SEATS, "read");
        });
        return "The app may only read seats: a review ends in commands for people to run.";
    }

    /** Somebody who is proposed uses the seat. */
    String oneIsUsed() {
        if (contractors.isEmpty()) {
            return "Nobody: let the contract end first.";
        }
        Person person = contractors.get(USES_IT);
        organization
                .seatOf(person)
                .ifPresent(
                        seat -> organization.seat(seat.activeAt(github.world().now(), "vscode/1.139.1")));
        return person.login() + " used Copilot. The review finds out when it looks at the seat again.";
    }

    /** A seat turns out to be one that the enterprise assigned. */
    String oneIsRefused() {
        if (contractors.isEmpty()) {
            return "Nobody: let the contract end first.";
        }
        organization.copilot().assignedByEnterprise(contractors.get(REFUSED));
        return "The seat of " + contractors.get(REFUSED).login()
                + " belongs to the enterprise: GitHub will refuse to take it back.";
    }

    /** The next listings of seats count one and do not name its holder. */
    String oneIsLeftOut() {
        if (contractors.isEmpty()) {
            return "Nobody: let the contract end first.";
        }
        organization.copilot().leaveOutOfListing(contractors.get(LEFT_OUT));
        return "GitHub's listing of seats leaves out "
                + contractors.get(LEFT_OUT).login()
                + ". Comment /copilot refresh: the seat stays, and /copilot status says why.";
    }

    private List<Installation> installation() {
        return github.world().installationOf(organization).stream().toList();
    }
}
