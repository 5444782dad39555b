package dev.flightlog.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flightlog.support.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A database that cannot serve ends the start, before a table is made. */
class PreconditionsTest {
    @Test
    void takesAFreshDatabaseOfItsOwner() throws SQLException {
        try (Connection connection = Postgres.fresh().connect()) {
            assertThat(Preconditions.writable(connection)).isTrue();
        }
    }

    @Test
    void seesThatAServerCanOnlyBeRead() throws SQLException {
        try (Connection connection = Postgres.fresh().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = on");
            assertThat(Preconditions.writable(connection)).isFalse();
        }
    }

    @Test
    void refusesAnEncodingThatCannotHoldOurWords() throws SQLException {
        Postgres.Database latin = Postgres.fresh("encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0");
        try (Connection connection = latin.connect()) {
            assertThatThrownBy(() -> Preconditions.writable(connection))
                    .hasMessageContaining("the encoding of database")
                    .hasMessageContaining("must be UTF8, it is LATIN1");
        }
    }

    @Test
    void namesTheRightThatTheRoleLacks() throws SQLException {
        Postgres.Database poor = Postgres.ofAnother();
        try (Connection connection = poor.connect()) {
            assertThatThrownBy(() -> Preconditions.writable(connection))
                    .hasMessageContaining("role flightlog may not create tables")
                    .hasMessageContaining("grant create on schema public to flightlog");
        }
    }
}
