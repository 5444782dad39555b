package dev.flightlog.seat;

import dev.flightlog.copilot.CopilotSeat;
import dev.flightlog.copilot.CopilotSeats;
import dev.flightlog.github.Access;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.Memberships;
import dev.flightlog.github.Person;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Asks GitHub about one person's seat: by id, although GitHub wants a login, because logins change hands. */
@Singleton
public class SingleSeats {
    private final CopilotSeats copilot;
    private final Memberships memberships;

    SingleSeats(CopilotSeats copilot, Memberships memberships) {
        this.copilot = copilot;
        this.memberships = memberships;
    }

    /**
     * The seat that the person holds now.
     *
     * @param person with the login that was last known
     * @param organizationPlan plan of a seat that names none
     * @throws GitHubException when GitHub does not say
     */
    public Optional<CopilotSeat> of(Access access, String organization, Person person, String organizationPlan) {
        String login = memberships
                .ofPerson(access, organization, person.id(), person.login())
                .login();
        return copilot.provenSeatOf(access, organization, login, organizationPlan)
                .filter(seat -> seat.personId() == person.id());
    }
}
