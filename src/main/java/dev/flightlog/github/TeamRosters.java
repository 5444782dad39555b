package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.ConcurrentRequests;
import dev.flightlog.github.rest.ConcurrentRequests.Went;
import dev.flightlog.github.rest.GraphQlClient;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The members of many teams with few requests, by GraphQL: one page of
 * <a href="https://docs.github.com/en/graphql/reference/objects#team">each of 25 teams</a> a request, where REST needs a
 * request for each team. A request costs
 * <a href="https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api">one point</a> and asks
 * for 2,500 nodes of the 500,000 that GitHub allows.
 */
@Singleton
public class TeamRosters {
    private static final Logger LOG = LoggerFactory.getLogger(TeamRosters.class);
    private static final int TEAMS_A_REQUEST = 25;
    /** With fewer, REST needs as many requests. */
    private static final int MIN_TEAMS = 2;

    private final GraphQlClient graphQl;
    private final ConcurrentRequests concurrent;

    TeamRosters(GraphQlClient graphQl, ConcurrentRequests concurrent) {
        this.graphQl = graphQl;
        this.concurrent = concurrent;
    }

    /**
     * Ids of the members, with those of child teams, by the team's id. A team is missing where GraphQL did not give all its
     * members: where it refuses, is not there, or does not show the team; REST is to be asked about it.
     */
    public Map<Long, List<Long>> of(Access.Installation access, Collection<TeamFacts> teams, Pace pace) {
        List<Roster> open = teams.stream()
                .filter(team -> !team.nodeId().isEmpty())
                .map(Roster::new)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Roster> all = List.copyOf(open);
        try {
            while (open.size() >= MIN_TEAMS
                    || (!open.isEmpty() && open.getFirst().begun())) {
                readNextPages(access, open, pace);
                open.removeIf(roster -> !roster.goesOn());
            }
        } catch (GitHubException refused) {
            LOG.info("GraphQL does not give the members of teams, REST is asked: {}", refused.getMessage());
        }
        Map<Long, List<Long>> whole = new HashMap<>();
        all.stream().filter(Roster::whole).forEach(roster -> whole.put(roster.team, roster.members));
        return whole;
    }

    private void readNextPages(Access.Installation access, List<Roster> rosters, Pace pace) {
        Stream<Supplier<Answer>> requests = IntStream.iterate(
                        0, from -> from < rosters.size(), from -> from + TEAMS_A_REQUEST)
                .mapToObj(from -> rosters.subList(from, Math.min(rosters.size(), from + TEAMS_A_REQUEST)))
                .map(some -> () -> ask(access, List.copyOf(some)));
        concurrent.inOrder(access, pace, requests.iterator(), answer -> {
            answer.addToRosters();
            return Went.WELL;
        });
    }

    private Answer ask(Access.Installation access, List<Roster> rosters) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        StringBuilder names = new StringBuilder();
        StringBuilder fields = new StringBuilder();
        for (int number = 0; number < rosters.size(); number++) {
            variables.put("team" + number, rosters.get(number).node);
            variables.put("after" + number, rosters.get(number).cursor);
            names.append("$team%1$d: ID!, $after%1$d: String ".formatted(number));
            fields.append("""
                team%1$d: node(id: $team%1$d) { ... on Team {
                  members(first: 100, after: $after%1$d, membership: ALL) {
                    totalCount nodes { databaseId } pageInfo { hasNextPage endCursor } } } }
                """.formatted(number));
        }
        return new Answer(rosters, graphQl.query(access, "query(" + names + ") {\n" + fields + "}", variables));
    }

    /** One page of each of some teams. */
    private record Answer(List<Roster> rosters, JsonNode data) {
        void addToRosters() {
            for (int number = 0; number < rosters.size(); number++) {
                rosters.get(number).add(data.path("team" + number).path("members"));
            }
        }
    }

    /** What is known of a team's members so far. */
    private static final class Roster {
        private final long team;
        private final String node;
        private final List<Long> members = new ArrayList<>();
        private @Nullable String cursor;
        private int total = -1;
        private boolean shown = true;

        private Roster(TeamFacts team) {
            this.team = team.id();
            this.node = team.nodeId();
        }

        private void add(JsonNode page) {
            shown = page.isObject();
            total = page.path("totalCount").asInt(-1);
            page.path("nodes")
                    .forEach(member -> members.add(member.path("databaseId").asLong()));
            JsonNode info = page.path("pageInfo");
            cursor = info.path("hasNextPage").asBoolean()
                    ? info.path("endCursor").asText()
                    : null;
        }

        private boolean begun() {
            return total >= 0;
        }

        private boolean goesOn() {
            return cursor != null;
        }

        /** GitHub says how many there are: fewer, or one without an id, are not believed. */
        private boolean whole() {
            return begun() && shown && cursor == null && members.size() == total && !members.contains(0L);
        }
    }
}
