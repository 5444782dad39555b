package dev.flightlog.seat;

import dev.flightlog.copilot.CreditBill.Billed;
import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What GitHub bills for AI credits, month by month. */
@Singleton
public class BillingStore {
    private final Database database;

    BillingStore(Database database) {
        this.database = database;
    }

    /** Keeps the latest word on a month. */
    public void put(long orgId, Billed bill, Instant readAt) {
        database.update(
                """
                insert into billing_month (org_id, month, gross_credits, gross_usd, net_credits, net_usd, read_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (org_id, month) do update
                set gross_credits = excluded.gross_credits
                  , gross_usd     = excluded.gross_usd
                  , net_credits   = excluded.net_credits
                  , net_usd       = excluded.net_usd
                  , read_at       = excluded.read_at
                """,
                orgId,
                bill.month().atDay(1),
                bill.grossCredits(),
                bill.grossUsd(),
                bill.netCredits(),
                bill.netUsd(),
                readAt);
    }

    /** The bill of a month; null where none could be read. */
    public @Nullable Billed of(long orgId, YearMonth month) {
        return database.first(
                "select * from billing_month where org_id = ? and month = ?",
                row -> new Billed(
                        YearMonth.from(row.date("month")),
                        row.decimal("gross_credits"),
                        row.decimal("gross_usd"),
                        row.decimal("net_credits"),
                        row.decimal("net_usd")),
                orgId,
                month.atDay(1));
    }
}
