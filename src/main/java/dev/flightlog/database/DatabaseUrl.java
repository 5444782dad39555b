package dev.flightlog.database;

import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/** What is wrong with a JDBC URL before anything connects. Never shows the URL, which may hold a password. */
public final class DatabaseUrl {
    private static final Pattern SEARCH_PATH = Pattern.compile("[?&](currentSchema=|options=[^&]*search_path)");
    private static final Pattern READ_ONLY = Pattern.compile("[?&]readOnly=true");
    private static final Pattern SECONDARY = Pattern.compile("[?&]targetServerType=(secondary|slave|preferS)");
    private static final Pattern CREDENTIALS = Pattern.compile("[?&](user|password|sslcert|sslkey)=");

    private DatabaseUrl() {}

    /** What to say after the variable's name; empty when the URL can be used. */
    public static Optional<String> problem(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            return Optional.of("is wrong: it should be a JDBC URL of Postgres, such as"
                    + " jdbc:postgresql://host:5432/database, but starts with \"" + start(url) + "\"");
        }
        if (Driver.parseURL(url, new Properties()) == null) {
            return Optional.of("is wrong: it should look like jdbc:postgresql://host:5432/database?sslmode=verify-full,"
                    + " but Postgres' driver cannot read it");
        }
        if (SEARCH_PATH.matcher(url).find()) {
            return Optional.of("sets currentSchema or search_path, which is not supported: the tables are in the schema"
                    + " public. Take it out, and use a database of its own");
        }
        if (READ_ONLY.matcher(url).find() || SECONDARY.matcher(url).find()) {
            return Optional.of("asks for a server that can only be read: it should lead to the primary"
                    + " (targetServerType=primary, and no readOnly=true)");
        }
        return Optional.empty();
    }

    /** True for a URL that brings user, password or a client's certificate itself. */
    public static boolean holdsCredentials(String url) {
        return CREDENTIALS.matcher(url).find();
    }

    /** The scheme at most. */
    private static String start(String url) {
        int colon = url.indexOf("://");
        return colon < 0 ? url.substring(0, Math.min(4, url.length())) + "…" : url.substring(0, colon + 3);
    }
}
