package dev.flightlog.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences as Postgres 15, its driver and PgBouncer give them, and what becomes of each. */
class ConnectionFaultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "28P01|FATAL: password authentication failed for user \"flightlog\"|FLIGHTLOG_DATABASE_PASSWORD",
                "28000|FATAL: no pg_hba.conf entry for host \"127.0.0.1\", user \"flightlog\", database \"flightlog\","
                        + " no encryption|sslmode=verify-full",
                "28000|FATAL: no pg_hba.conf entry for host \"127.0.0.1\", user \"flightlog\", database \"flightlog\","
                        + " SSL encryption|pg_hba.conf needs a line",
                "28000|FATAL: role \"nobody\" is not permitted to log in|FLIGHTLOG_DATABASE_USERNAME",
                "3D000|FATAL: database \"nodb\" does not exist|FLIGHTLOG_DATABASE_URL",
                "42501|FATAL: permission denied for database \"flightlog\"|FLIGHTLOG_DATABASE_USERNAME",
                "22023|FATAL: invalid value for parameter \"TimeZone\": \"US/Pacific\"|US/Pacific",
                "0A000|FATAL: unsupported frontend protocol 3.2|FLIGHTLOG_DATABASE_URL",
                "08P01|FATAL: unsupported startup parameter: search_path|ignore_startup_parameters",
                "08P01|FATAL: SASL authentication failed|FLIGHTLOG_DATABASE_PASSWORD",
                "08P01|FATAL: no such user: flightlog|FLIGHTLOG_DATABASE_USERNAME",
                "08004|The server requested SCRAM-based authentication, but no password was"
                        + " provided.|FLIGHTLOG_DATABASE_PASSWORD is missing",
                "08004|The server requested SCRAM-based authentication, but the password is an empty"
                        + " string.|FLIGHTLOG_DATABASE_PASSWORD is missing",
                "08004|The server does not support SSL.|ssl = on",
                "08006|Could not open SSL root certificate file /nowhere/ca.crt.|sslrootcert=/path/ca.crt",
            })
    void whatOnlyAPersonMendsEndsTheStart(String state, String message, String named) {
        ConnectionFault fault = ConnectionFault.of(inPool(new SQLException(message, state)));

        assertThat(fault).isInstanceOf(ConnectionFault.Lasting.class);
        assertThat(fault.sentence())
                .contains(named)
                .contains(message.replaceFirst("^FATAL: ", "").substring(0, 15));
        assertThat(fault.sentence().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "57P03|FATAL: the database system is starting up",
                "53300|FATAL: sorry, too many clients already",
                "08P01|FATAL: server login has been failing, try again later (server_login_retry)",
                "08P01|FATAL: query_wait_timeout",
                "08P01|FATAL: no more connections allowed (max_client_conn)",
            })
    void whatPassesIsWaitedForWithItsWords(String state, String message) {
        ConnectionFault fault = ConnectionFault.of(inPool(new SQLException(message, state)));

        assertThat(fault).isInstanceOf(ConnectionFault.Passing.class);
        assertThat(fault.sentence())
                .startsWith("waiting for Postgres (FLIGHTLOG_DATABASE_URL): ")
                .contains(message.replace("FATAL: ", ""))
                .endsWith("(SQL state " + state + ")");
    }

    @Test
    void aNameThatIsNotKnownYetIsWaitedFor() {
        SQLException failure = new SQLException(
                "The connection attempt failed.", "08001", new UnknownHostException("db.nowhere.invalid"));

        assertThat(ConnectionFault.of(inPool(failure)))
                .isEqualTo(new ConnectionFault.Passing("waiting for Postgres (FLIGHTLOG_DATABASE_URL): The connection"
                        + " attempt failed: unknown host db.nowhere.invalid (SQL state 08001)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flightlog:hush@localhost",
                "flightlog:hu/sh@localhost",
                "Connection to flightlog:hush@localhost:5432 refused",
                "jdbc:postgresql://db/flightlog?user=flightlog&password=hush&sslmode=require"
            })
    void neverQuotesAPassword(String words) {
        SQLException failure = new SQLException(words, "08001", new UnknownHostException(words + " x"));

        assertThat(ConnectionFault.of(inPool(failure)).sentence())
                .doesNotContain("hush")
                .doesNotContain("hu/sh")
                .contains("***");
    }

    @Test
    void aServerThatIsAwayIsWaitedFor() {
        SQLException failure = new SQLException(
                "Connection to localhost:5432 refused.", "08001", new ConnectException("Connection refused"));

        assertThat(ConnectionFault.of(inPool(failure))).isInstanceOf(ConnectionFault.Passing.class);
    }

    @Test
    void aCertificateThatIsNotTrustedIsNotWaitedFor() {
        SSLHandshakeException handshake = new SSLHandshakeException("PKIX path validation failed");
        handshake.initCause(new CertificateException("unable to find valid certification path"));
        SQLException failure = new SQLException("SSL error: PKIX path validation failed", "08006", handshake);

        ConnectionFault fault = ConnectionFault.of(inPool(failure));

        assertThat(fault).isInstanceOf(ConnectionFault.Lasting.class);
        assertThat(fault.sentence()).contains("PKIX path validation failed").contains("sslrootcert");
    }

    @Test
    void aHandshakeThatBreaksOffIsWaitedFor() {
        SSLHandshakeException handshake = new SSLHandshakeException("Remote host terminated the handshake");
        handshake.initCause(new EOFException("SSL peer shut down incorrectly"));
        SQLException failure = new SQLException("SSL error: Remote host terminated the handshake", "08006", handshake);

        assertThat(ConnectionFault.of(inPool(failure))).isInstanceOf(ConnectionFault.Passing.class);
    }

    @Test
    void withoutAReasonThePoolsOwnWordsAreUsed() {
        assertThat(ConnectionFault.of(inPool(null)).sentence()).contains("request timed out after 3000ms");
    }

    /** As the pool throws it after its time-out. */
    private static SQLException inPool(@Nullable SQLException failure) {
        return new SQLTransientConnectionException(
                "HikariPool-1 - Connection is not available, request timed out after 3000ms",
                failure == null ? null : failure.getSQLState(),
                failure);
    }
}
