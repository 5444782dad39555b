package dev.flightlog.copilot;

import dev.flightlog.github.Access;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.RestClient;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads an organization's Copilot plan and seats (FACTS §4).
 *
 * @throws GitHubException from every method; forbidden where the app lacks {@code organization_copilot_seat_management}
 */
@Singleton
public class CopilotSeats {
    private static final String SEATS_A_PAGE = "100";

    private final RestClient rest;

    CopilotSeats(RestClient rest) {
        this.rest = rest;
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
    public void eachPage(Access access, String organization, String organizationPlan, Consumer<SeatPage> page) {
        rest.pages(
                access,
                path(organization) + "/seats?per_page=" + SEATS_A_PAGE,
                answer -> page.accept(SeatReader.page(answer, organizationPlan)));
    }

    private static String path(String organization) {
        return "/orgs/" + URLEncoder.encode(organization, StandardCharsets.UTF_8) + "/copilot/billing";
    }
}
