package dev.flightlog.cost;

import dev.flightlog.copilot.CreditBill.Billed;
import dev.flightlog.copilot.CreditBill.OfModel;
import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What GitHub bills for AI credits, month by month. */
@Singleton
public class BillingStore {
    private final Database database;

    BillingStore(Database database) {
        this.database = database;
    }

    /** Keeps the latest word on a month. */
    public void put(long organizationId, Billed bill, Instant readAt) {
        database.transact(() -> {
            putMonth(organizationId, bill, readAt);
            putModels(organizationId, bill);
        });
    }

    private void putMonth(long organizationId, Billed bill, Instant readAt) {
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
                organizationId,
                bill.month().atDay(1),
                bill.grossCredits(),
                bill.grossUsd(),
                bill.netCredits(),
                bill.netUsd(),
                readAt);
    }

    private void putModels(long organizationId, Billed bill) {
        LocalDate month = bill.month().atDay(1);
        database.update("delete from billing_month_model where org_id = ? and month = ?", organizationId, month);
        database.update(
                """
                insert into billing_month_model (org_id, month, model, gross_credits, gross_usd)
                select ?, ?, * from unnest(?::text[], ?::numeric[], ?::numeric[])
                """,
                organizationId,
                month,
                bill.models().stream().map(OfModel::model).toList(),
                bill.models().stream().map(OfModel::grossCredits).toList(),
                bill.models().stream().map(OfModel::grossUsd).toList());
    }

    /** Keeps whose bill it is. */
    public void putBiller(long organizationId, Biller biller, Instant knownAt) {
        database.update("""
            insert into billing_entity (org_id, biller, known_at) values (?, ?, ?)
            on conflict (org_id) do update set biller = excluded.biller, known_at = excluded.known_at
            """, organizationId, biller.name().toLowerCase(Locale.ROOT), knownAt);
    }

    /** Whose bill it is, is not known any more. */
    public void forgetBiller(long organizationId) {
        database.update("delete from billing_entity where org_id = ?", organizationId);
    }

    /** Whose bill it is, by the last answer that said so. */
    public Biller biller(long organizationId) {
        String word = database.first(
                "select biller from billing_entity where org_id = ?", row -> row.text("biller"), organizationId);
        return word == null ? Biller.UNKNOWN : Biller.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** US dollars billed beyond the pool when the month's bill was last read; zero where it never was. */
    public BigDecimal boughtUsd(long organizationId, YearMonth month) {
        BigDecimal usd = database.first(
                "select greatest(net_usd, 0) as usd from billing_month where org_id = ? and month = ?",
                row -> row.decimal("usd"),
                organizationId,
                month.atDay(1));
        return usd == null ? BigDecimal.ZERO : usd;
    }

    /** When the month's bill was last read; none where it never was. */
    Optional<Instant> readAt(long organizationId, YearMonth month) {
        return Optional.ofNullable(database.first(
                "select read_at from billing_month where org_id = ? and month = ?",
                row -> row.instant("read_at"),
                organizationId,
                month.atDay(1)));
    }

    /** AI credits used, those of the pool too, when the month's bill was last read; zero where it never was. */
    BigDecimal grossCredits(long organizationId, YearMonth month) {
        BigDecimal credits = database.first(
                "select gross_credits from billing_month where org_id = ? and month = ?",
                row -> row.decimal("gross_credits"),
                organizationId,
                month.atDay(1));
        return credits == null ? BigDecimal.ZERO : credits;
    }

    /** The bill of a month; null where none could be read at that time or later. */
    public @Nullable Billed of(long organizationId, YearMonth month, Instant notBefore) {
        return database.first(
                "select * from billing_month where org_id = ? and month = ? and read_at >= ?",
                row -> new Billed(
                        YearMonth.from(row.date("month")),
                        row.decimal("gross_credits"),
                        row.decimal("gross_usd"),
                        row.decimal("net_credits"),
                        row.decimal("net_usd"),
                        models(organizationId, month)),
                organizationId,
                month.atDay(1),
                notBefore);
    }

    private List<OfModel> models(long organizationId, YearMonth month) {
        return database
                .list(
                        "select model, gross_credits, gross_usd from billing_month_model where org_id = ? and month ="
                                + " ?",
                        row -> new OfModel(row.text("model"), row.decimal("gross_credits"), row.decimal("gross_usd")),
                        organizationId,
                        month.atDay(1))
                .stream()
                .sorted(OfModel.ORDER)
                .toList();
    }
}
