package dev.flightlog.seat;

import dev.flightlog.database.BinaryRows;
import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes over every current seat with no more than its decision needs: thousands of them for each page that shows a sum.
 * Looking up everybody's teams takes most of the time, so only teams that somebody asks about are looked up.
 */
@Singleton
class SeatScanStore {
    private final Database database;

    SeatScanStore(Database database) {
        this.database = database;
    }

    @FunctionalInterface
    interface Reader {
        void take(long personId, SeatFacts facts);
    }

    /**
     * Hands over every current seat, in constant memory.
     *
     * @param slugs the teams that are asked about, in whatever case; the facts name no others
     */
    void each(long organizationId, SeatOrder order, Collection<String> slugs, Reader reader) {
        Map<Long, String> teams = teams(organizationId, slugs);
        BinaryRows.each(database, query(organizationId, order, teams.keySet()), row -> {
            SeatFacts facts = facts(row, teams);
            reader.take(facts.personId(), facts);
        });
    }

    private Map<Long, String> teams(long organizationId, Collection<String> slugs) {
        Map<Long, String> teams = new HashMap<>();
        if (!slugs.isEmpty()) {
            database.each(
                    "select team_id, slug from team where org_id = ? and lower(slug) = any(?::text[])",
                    row -> Map.entry(row.number("team_id"), row.text("slug")),
                    team -> teams.put(team.getKey(), team.getValue()),
                    organizationId,
                    slugs.stream().map(slug -> slug.toLowerCase(Locale.ROOT)).toList());
        }
        return teams;
    }

    /** COPY takes no parameters: numbers only are put into the text. */
    private static String query(long organizationId, SeatOrder order, Set<Long> teams) {
        return """
            select seat.person_id, seat.login, seat.plan_type, seat.created_at, seat.pending_cancellation_date
              , seat.last_activity_at, seat.last_authenticated_at, usage_person.last_active_day
              , %s as teams, seat.assigning_team_slug
            from seat
            left join usage_person
              on usage_person.org_id = seat.org_id and usage_person.person_id = seat.person_id
            where seat.org_id = %d and seat.ended_at is null
            order by %s\
            """.formatted(teamsOf(teams), organizationId, SeatFactsStore.orderBy(order));
    }

    private static String teamsOf(Set<Long> teams) {
        return teams.isEmpty()
                ? "null::text"
                : """
                (select string_agg(team_id::text, ' ') from team_member
                 where team_member.org_id = seat.org_id and team_member.person_id = seat.person_id
                   and team_id in (%s))\
                """.formatted(new TreeSet<>(teams)
                        .stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private static SeatFacts facts(BinaryRows row, Map<Long, String> teams) {
        long personId = row.bigint();
        String login = row.text();
        SeatPlan plan = SeatPlan.of(row.text());
        Instant createdAt = row.instant();
        Optional<LocalDate> pendingCancellation = Optional.ofNullable(row.dateOrNull());
        Instant lastActivityAt = row.instantOrNull();
        Optional<Instant> lastAuthenticatedAt = Optional.ofNullable(row.instantOrNull());
        Optional<LocalDate> lastActiveDay = Optional.ofNullable(row.dateOrNull());
        return new SeatFacts(
                personId,
                login,
                createdAt,
                plan,
                pendingCancellation,
                LastKnownActivity.of(lastActivityAt == null ? List.of() : List.of(lastActivityAt), lastActiveDay),
                lastAuthenticatedAt,
                slugs(row.textOrNull(), teams),
                Optional.ofNullable(row.textOrNull()));
    }

    private static Set<String> slugs(@Nullable String ids, Map<Long, String> teams) {
        return ids == null
                ? Set.of()
                : Stream.of(ids.split(" "))
                        .map(id -> teams.getOrDefault(Long.valueOf(id), ""))
                        .collect(Collectors.toSet());
    }
}
