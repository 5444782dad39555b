package dev.flightlog.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A seat for each person of the seeded organization, as GitHub writes them. */
final class SeededSeats {
    private SeededSeats() {}

    static String plan(SeededOrganization organization) {
        return """
            {"seat_breakdown":{"total":%d,"added_this_cycle":9,"pending_invitation":0,"pending_cancellation":0,\
            "active_this_cycle":12,"inactive_this_cycle":11},"seat_management_setting":"assign_selected",\
            "public_code_suggestions":"block","ide_chat":"enabled","platform_chat":"enabled","cli":"enabled",\
            "plan_type":"business"}\
            """.formatted(organization.people());
    }

    static String page(SeededOrganization organization, int first, int size) {
        return IntStream.range(first, Math.min(first + size, organization.people()))
                .mapToObj(person -> seat(organization, person))
                .collect(Collectors.joining(",", "{\"total_seats\":" + organization.people() + ",\"seats\":[", "]}"));
    }

    private static String seat(SeededOrganization organization, int person) {
        String login = "person-" + person + "_acme";
        String api = "https://api.github.com/users/" + login;
        return """
            {"created_at":"2025-08-03T18:00:00-06:00","updated_at":"2025-09-23T15:00:00-06:00",\
            "pending_cancellation_date":null,"last_activity_at":"%sT13:00:00Z",\
            "last_activity_editor":"vscode/1.139.1/copilot/1.86.82","last_authenticated_at":"%sT03:14:00Z",\
            "plan_type":"business","assignee":{"login":"%s","id":%d,"node_id":"U_%d","avatar_url":"%s/a",\
            "gravatar_id":"","url":"%s","html_url":"https://github.com/%s","followers_url":"%s/followers",\
            "following_url":"%s/following{/other_user}","gists_url":"%s/gists{/gist_id}",\
            "starred_url":"%s/starred{/owner}{/repo}","subscriptions_url":"%s/subscriptions",\
            "organizations_url":"%s/orgs","repos_url":"%s/repos","events_url":"%s/events{/privacy}",\
            "received_events_url":"%s/received_events","type":"User","site_admin":false},"assigning_team":null}\
            """.formatted(
                        organization.lastDay(),
                        organization.lastDay(),
                        login,
                        1_000 + person,
                        person,
                        api,
                        api,
                        login,
                        api,
                        api,
                        api,
                        api,
                        api,
                        api,
                        api,
                        api,
                        api);
    }
}
