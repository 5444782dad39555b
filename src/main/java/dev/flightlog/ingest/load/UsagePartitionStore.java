package dev.flightlog.ingest.load;

import dev.flightlog.database.Database;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The monthly partitions of {@code usage_user_day}. */
@Singleton
public class UsagePartitionStore {
    private static final String PREFIX = "usage_user_day_";

    private final Database database;

    UsagePartitionStore(Database database) {
        this.database = database;
    }

    /** Makes what is missing, in a short transaction of its own: it locks the whole table for a moment. */
    void ensure(LocalDate first, LocalDate last) {
        for (YearMonth month = YearMonth.from(first);
                !month.isAfter(YearMonth.from(last));
                month = month.plusMonths(1)) {
            if (!exists(month)) {
                create(month);
            }
        }
    }

    private boolean exists(YearMonth month) {
        return database.exists("select where to_regclass(?) is not null", name(month));
    }

    private void create(YearMonth month) {
        database.transact(() -> {
            database.list(
                    "select cast(pg_advisory_xact_lock(hashtextextended('flightlog usage partitions', 0)) as text)",
                    _ -> true);
            if (!exists(month)) {
                database.update("create table " + name(month) + " partition of usage_user_day for values from ('"
                        + month.atDay(1) + "') to ('" + month.plusMonths(1).atDay(1) + "')");
                database.update("comment on table " + name(month)
                        + " is 'What each person did on each UTC day of one month: a partition of usage_user_day.'");
            }
        });
    }

    /** The monthly partitions that Flightlog made. One with any other name is the operator's and is never dropped. */
    public Map<YearMonth, String> partitions() {
        List<String> names = database.list("""
            select relation.relname
              from pg_inherits
              join pg_class relation on relation.oid = pg_inherits.inhrelid
             where pg_inherits.inhparent = cast('usage_user_day' as regclass)
               and relation.relname ~ '^usage_user_day_[0-9]{4}_(0[1-9]|1[0-2])$'
            """, row -> row.text("relname"));
        Map<YearMonth, String> partitions = new TreeMap<>();
        for (String name : names) {
            String[] yearAndMonth = name.substring(PREFIX.length()).split("_");
            partitions.put(YearMonth.of(Integer.parseInt(yearAndMonth[0]), Integer.parseInt(yearAndMonth[1])), name);
        }
        return partitions;
    }

    /** Drops a partition that holds rows of this organization only. False where it holds others' too. */
    public boolean dropIfOnlyOf(long organizationId, String partition) {
        return database.inTransaction(() -> {
            database.update("set local lock_timeout = '5s'");
            database.update("lock table " + partition + " in access exclusive mode");
            if (database.exists("select from " + partition + " where org_id <> ? limit 1", organizationId)) {
                return false;
            }
            database.update("drop table " + partition);
            return true;
        });
    }

    private static String name(YearMonth month) {
        return PREFIX + "%04d_%02d".formatted(month.getYear(), month.getMonthValue());
    }
}
