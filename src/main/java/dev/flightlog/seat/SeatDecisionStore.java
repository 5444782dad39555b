package dev.flightlog.seat;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keeps what each seat was decided to be last, so that analysts' SQL says what posts and commands say. */
@Singleton
class SeatDecisionStore {
    private final Database database;

    SeatDecisionStore(Database database) {
        this.database = database;
    }

    /** Replaces what was kept of the organization. */
    void replace(long organizationId, List<DecidedSeat> seats, Instant now) {
        List<Long> people = new ArrayList<>();
        List<String> states = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        List<String> spends = new ArrayList<>();
        List<@Nullable String> prices = new ArrayList<>();
        seats.forEach(held -> {
            people.add(held.seat().personId());
            states.add(held.decision().state().key());
            reasons.add(held.decision().because());
            spends.add(held.decision().idleSpend().name().toLowerCase(Locale.ROOT));
            prices.add(held.decision()
                    .monthlyPriceUsd()
                    .map(BigDecimal::toPlainString)
                    .orElse(null));
        });
        database.transact(() -> {
            database.update(
                    "delete from seat_decision where org_id = ? and not person_id = any(?::bigint[])",
                    organizationId,
                    people);
            database.update("""
                insert into seat_decision (org_id, person_id, decided_at, state, reason, idle_spend, monthly_usd)
                select ?, person_id, ?, state, reason, idle_spend, monthly_usd::numeric
                from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[])
                          , cast(? as text[])) as decided (person_id, state, reason, idle_spend, monthly_usd)
                on conflict (org_id, person_id) do update
                set decided_at = excluded.decided_at, state = excluded.state, reason = excluded.reason
                  , idle_spend = excluded.idle_spend, monthly_usd = excluded.monthly_usd
                """, organizationId, now, people, states, reasons, spends, prices);
        });
    }
}
