package dev.flightlog.database;

import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why no connection could be had, in the driver's or Postgres' own words, which hold names of hosts, roles and
 * databases and never a password.
 */
public sealed interface ConnectionFault {
    /** Waiting helps: the server is unavailable, is starting, or has no connection left. */
    record Passing(String sentence) implements ConnectionFault {}

    /** Only a person helps; the sentence names the variable and what to do. */
    record Lasting(String sentence) implements ConnectionFault {}

    /** PgBouncer gives most of its own refusals this one state, temporary ones too; only the message differs. */
    Pattern PGBOUNCER_LOGIN =
            Pattern.compile("(authentication|auth|login) failed|no such (user|database)", Pattern.CASE_INSENSITIVE);

    Pattern TLS = Pattern.compile(
            "does not support SSL|root certificate|certificate|hostname .* could not be verified|PKIX|sslmode|SSL"
                    + " error",
            Pattern.CASE_INSENSITIVE);

    Pattern CREDENTIALS =
            Pattern.compile("[^\\s/\"]*:[^\\s\"]*(?=@)|(?<=password=)[^&\\s\"]*", Pattern.CASE_INSENSITIVE);

    String sentence();

    /** What to say of a failure in one line, for who does not wait. */
    static String sentence(DatabaseException refused) {
        return refused.lost() && refused.getCause() instanceof SQLException failure
                ? of(failure).sentence()
                : String.valueOf(refused.getMessage());
    }

    static ConnectionFault of(SQLException failure) {
        List<Throwable> chain = chain(failure);
        SQLException said = said(chain);
        String state = String.valueOf(said.getSQLState());
        String words = words(said, chain);
        return switch (state) {
            case "28P01" ->
                new Lasting("Postgres refuses FLIGHTLOG_DATABASE_USERNAME or FLIGHTLOG_DATABASE_PASSWORD: " + words);
            case "28000" -> new Lasting("Postgres does not let this server in: " + words + admission(words));
            case "3D000" ->
                new Lasting("FLIGHTLOG_DATABASE_URL names a database that does not exist: " + words
                        + ". Create it, owned by FLIGHTLOG_DATABASE_USERNAME");
            case "42501" -> new Lasting("FLIGHTLOG_DATABASE_USERNAME lacks a right: " + words);
            case "08P01" -> protocol(words);
            default -> other(state, words, chain);
        };
    }

    private static ConnectionFault other(String state, String words, List<Throwable> chain) {
        if (words.contains("no password was provided") || words.contains("password is an empty string")) {
            return new Lasting("FLIGHTLOG_DATABASE_PASSWORD is missing, and Postgres asks for one: " + words);
        }
        if (state.startsWith("22") || state.startsWith("42") || state.equals("0A000")) {
            return new Lasting(
                    "Postgres does not take a setting of FLIGHTLOG_DATABASE_URL or of this machine: " + words);
        }
        return tls(words, chain)
                ? new Lasting("FLIGHTLOG_DATABASE_URL: no encrypted connection: " + words + certificate(words))
                : new Passing("waiting for Postgres (FLIGHTLOG_DATABASE_URL): " + words + " (SQL state " + state + ")");
    }

    private static ConnectionFault protocol(String words) {
        if (words.contains("unsupported startup parameter")) {
            return new Lasting("PgBouncer refuses the connection: " + words
                    + ". Name that parameter in ignore_startup_parameters of its configuration");
        }
        if (PGBOUNCER_LOGIN.matcher(words).find() && !words.contains("has been failing")) {
            return new Lasting(
                    "PgBouncer refuses FLIGHTLOG_DATABASE_USERNAME, FLIGHTLOG_DATABASE_PASSWORD or the database: "
                            + words);
        }
        return new Passing("waiting for Postgres (FLIGHTLOG_DATABASE_URL): " + words + " (SQL state 08P01)");
    }

    private static String admission(String words) {
        if (!words.contains("pg_hba.conf")) {
            return ". The role FLIGHTLOG_DATABASE_USERNAME must exist and may log in";
        }
        return words.contains("no encryption")
                ? ". pg_hba.conf may allow encrypted connections only: add sslmode=verify-full (or require) to"
                        + " FLIGHTLOG_DATABASE_URL; else it needs a line for this address, role and database"
                : ". pg_hba.conf needs a line for this address, role and database";
    }

    private static boolean tls(String words, List<Throwable> chain) {
        return TLS.matcher(words).find()
                        && chain.stream()
                                .noneMatch(cause -> cause instanceof java.net.SocketException
                                        || cause instanceof java.io.EOFException
                                        || cause instanceof java.net.SocketTimeoutException)
                || chain.stream().anyMatch(cause -> cause instanceof GeneralSecurityException);
    }

    private static String certificate(String words) {
        if (words.contains("does not support SSL")) {
            return ". Switch TLS on in Postgres (ssl = on), or take sslmode out of the URL";
        }
        return words.contains("root certificate") || words.contains("PKIX")
                ? ". Name the file with the CA that signed the server's certificate:"
                        + " sslmode=verify-full&sslrootcert=/path/ca.crt"
                : ". Look at sslmode, sslrootcert and the host in the URL: the certificate must be for that host";
    }

    /** The innermost failure of Postgres or its driver; the pool's exception around it only says that time ran out. */
    private static SQLException said(List<Throwable> chain) {
        SQLException said = null;
        for (Throwable cause : chain) {
            if (cause instanceof SQLException failure && (said == null || failure.getSQLState() != null)) {
                said = failure;
            }
        }
        return said == null ? new SQLException("no connection") : said;
    }

    /** One line, with the underlying reason where the driver's own sentence has none. */
    private static String words(SQLException said, List<Throwable> chain) {
        String words = withoutPoint(firstLine(said.getMessage()).replaceFirst("^(FATAL|ERROR): ", ""));
        Throwable root = chain.getLast();
        if (root == said || root instanceof SQLException || words.contains(firstLine(root.getMessage()))) {
            return redacted(words);
        }
        String reason = root instanceof UnknownHostException ? "unknown host " : "";
        return redacted(words + ": " + reason + firstLine(root.getMessage()));
    }

    /** Any text at the place of a URL's credentials. */
    private static String redacted(String words) {
        return CREDENTIALS.matcher(words).replaceAll("***");
    }

    private static String withoutPoint(String words) {
        return words.replaceFirst("[.]+$", "");
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "no reason given"
                : message.lines().findFirst().orElse("").strip();
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null && chain.size() < 20; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
