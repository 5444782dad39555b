package dev.flightlog.copilot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.Access;
import dev.flightlog.github.GitHubException;
import dev.flightlog.github.rest.RestClient;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Cancels and assigns seats of people by name. Sends each request once: whether to send it again is the caller's to find
 * out.
 *
 * <p>See https://docs.github.com/en/rest/copilot/copilot-user-management (seen 2026-11-28): needs
 * {@code organization_copilot_seat_management: write}.
 *
 * @throws GitHubException from every method; refused with 422 where the access setting is not <i>selected members</i>, or
 *     where a seat was assigned through a team
 */
@Singleton
public class SeatAssignments {
    private final RestClient rest;

    SeatAssignments(RestClient rest) {
        this.rest = rest;
    }

    /**
     * Sets seats to end with the billing cycle.
     *
     * @return how many GitHub says it cancelled; 0 where it does not say
     */
    public int cancel(Access.Installation access, String organization, List<String> logins) {
        return number(rest.delete(access, path(organization), body(logins)), "seats_cancelled");
    }

    /**
     * Gives seats, and takes cancellations back.
     *
     * @return how many GitHub says are new or refreshed; 0 where it does not say
     */
    public int assign(Access.Installation access, String organization, List<String> logins) {
        return number(rest.post(access, path(organization), body(logins)), "seats_created");
    }

    /** The next request goes with a new token: an older one does not know a permission that was granted since. */
    public void renewToken(Access.Installation access) {
        rest.renewToken(access);
    }

    private static int number(JsonNode answer, String field) {
        return answer.path(field).asInt();
    }

    private static Map<String, List<String>> body(List<String> logins) {
        if (logins.isEmpty()) {
            throw new IllegalArgumentException("logins must not be empty");
        }
        return Map.of("selected_usernames", logins);
    }

    private static String path(String organization) {
        return "/orgs/" + URLEncoder.encode(organization, StandardCharsets.UTF_8) + "/copilot/billing/selected_users";
    }
}
