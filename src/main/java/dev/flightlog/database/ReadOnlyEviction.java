package dev.flightlog.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Closes a session whose server became read-only. After a failover such a session answers, so the pool would keep it
 * for half an hour, while a new one finds the new primary.
 */
public final class ReadOnlyEviction implements SQLExceptionOverride {
    @java.lang.Override // Override alone is the enum of the interface
    public Override adjudicate(SQLException failure) {
        return DatabaseException.READ_ONLY.equals(failure.getSQLState())
                ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }
}
