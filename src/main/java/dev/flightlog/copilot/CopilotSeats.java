package dev.flightlog.copilot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Access;
import dev.flightlog.github.Failure;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.Pace;
import dev.flightlog.github.rest.Listings;
import dev.flightlog.github.rest.RestClient;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads an organization's Copilot plan and seats (github.md: Seats).
 *
 * @throws GitHubException from every method; forbidden where the app lacks {@code organization_copilot_seat_management}
 */
@Singleton
public class CopilotSeats {
    private static final String SEATS_A_PAGE = "100";

    private final RestClient rest;
    private final Listings listings;
    private final InstantSource clock;

    CopilotSeats(RestClient rest, Listings listings, InstantSource clock) {
        this.rest = rest;
        this.listings = listings;
        this.clock = clock;
    }

    /** Plan, breakdown and settings. Refused (422) where the account's payment method has a problem. */
    public CopilotPlan plan(Access access, String organization) {
        return CopilotPlan.of(rest.get(access, path(organization)));
    }

    /**
     * Hands over every page of the listing, one at a time; a person may be on two pages when the listing moved between
     * them.
     *
     * @param organizationPlan plan of seats that name none
     */
    public void eachPage(
            Access access, String organization, String organizationPlan, Pace pace, Consumer<SeatPage> page) {
        listings.pages(
                access,
                path(organization) + "/seats?per_page=" + SEATS_A_PAGE,
                pace,
                answer -> page.accept(SeatReader.page(answer, organizationPlan, clock.instant())));
    }

    /**
     * One member's seat; nothing where they hold none, are no member, or are invited only.
     *
     * @param organizationPlan plan of a seat that names none
     */
    public Optional<CopilotSeat> seatOf(Access access, String organization, String login, String organizationPlan) {
        return answer(access, organization, login)
                .flatMap(seat -> SeatReader.one(seat, organizationPlan, clock.instant()));
    }

    /**
     * As {@link #seatOf}, where nothing is to mean that they hold none: an answer that cannot be read does not say so.
     *
     * @throws GitHubException also for an answer without a person or a date
     */
    public Optional<CopilotSeat> provenSeatOf(
            Access access, String organization, String login, String organizationPlan) {
        return answer(access, organization, login)
                .map(seat -> SeatReader.one(seat, organizationPlan, clock.instant())
                        .orElseThrow(() -> new GitHubException(
                                new Failure.Refused(200, "a seat without a person or a date"), "a member's seat")));
    }

    private Optional<JsonNode> answer(Access access, String organization, String login) {
        try {
            return Optional.of(
                    rest.get(access, "/orgs/" + encoded(organization) + "/members/" + encoded(login) + "/copilot"));
        } catch (GitHubException refused) {
            return switch (refused.failure()) {
                case Failure.NotFound _ -> Optional.empty();
                case Failure.Refused(int status, String _) when status == 422 -> Optional.empty();
                case Failure.Refused _,
                        Failure.Forbidden _,
                        Failure.MetricsPolicyOff _,
                        Failure.Suspended _,
                        Failure.Unauthorized _,
                        Failure.RateLimited _,
                        Failure.Unavailable _ -> throw refused;
            };
        }
    }

    private static String path(String organization) {
        return "/orgs/" + encoded(organization) + "/copilot/billing";
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
