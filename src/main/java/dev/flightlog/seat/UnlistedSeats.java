package dev.flightlog.seat;

import dev.flightlog.copilot.CopilotSeat;
import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.Person;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Asks GitHub one by one about people who hold a seat as far as is known, and whom a listing that proves nothing does
 * not name. Who holds one is added to the listing; who holds none has lost it; of whom GitHub says nothing keeps it.
 *
 * <p>At most {@value #MAX_ASKED} in one reading, those first who were not seen for longest, so that the next readings
 * come to the others.
 */
@Singleton
class UnlistedSeats {
    static final int MAX_ASKED = 100;

    /** A later word than the first round's. */
    private static final int ROUND = 2;

    private final SingleSeats github;
    private final SeatListingStore listings;

    UnlistedSeats(SingleSeats github, SeatListingStore listings) {
        this.github = github;
        this.listings = listings;
    }

    /**
     * What GitHub said.
     *
     * @param held people who hold a seat
     * @param ended people who hold none any more
     * @param open ids of people of whom it is not known; their seats stay
     */
    record Answers(int held, int ended, List<Long> open) {
        /** @param counted empty where GitHub does not say how many seats there are */
        Shortfall shortfall(OptionalInt counted, int listed) {
            if (counted.isEmpty()) {
                return new Shortfall(null, listed, held, ended, open.size());
            }
            return listed + held >= counted.getAsInt() && open.isEmpty()
                    ? Shortfall.NONE
                    : new Shortfall(counted.getAsInt(), listed, held, ended, open.size());
        }
    }

    Answers ask(SeatListing listing, Access access, String organization, String organizationPlan) {
        List<Person> unlisted = listings.unlisted(listing);
        List<CopilotSeat> held = new ArrayList<>();
        List<Long> open = new ArrayList<>();
        unlisted.stream().skip(MAX_ASKED).map(Person::id).forEach(open::add);
        int ended = 0;
        for (Person person : unlisted.stream().limit(MAX_ASKED).toList()) {
            Optional<Optional<CopilotSeat>> answer = answer(access, organization, person, organizationPlan);
            if (answer.isEmpty()) {
                open.add(person.id());
            } else if (answer.get().isPresent()) {
                held.add(answer.get().get());
            } else {
                ended++;
            }
        }
        listings.add(listing, ROUND, held);
        return new Answers(held.size(), ended, open);
    }

    /** Nothing where GitHub does not say; a limit is one for everything that is asked next. */
    private Optional<Optional<CopilotSeat>> answer(
            Access access, String organization, Person person, String organizationPlan) {
        try {
            return Optional.of(github.of(access, organization, person, organizationPlan));
        } catch (GitHubException refused) {
            return switch (refused.failure()) {
                case Failure.RateLimited _, Failure.Suspended _, Failure.Unauthorized _ -> throw refused;
                case Failure.NotFound _,
                        Failure.Refused _,
                        Failure.Forbidden _,
                        Failure.MetricsPolicyOff _,
                        Failure.Unavailable _ -> Optional.empty();
            };
        }
    }
}
