package dev.flightlog.database;

import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** What is wrong with a JDBC URL before anything connects. Never shows the URL, which may hold a password. */
public final class DatabaseUrl {
    private static final int MAX_SHOWN_LENGTH = 40;
    private static final Pattern SEARCH_PATH = Pattern.compile("[?&](currentSchema=|options=[^&]*search_path)");
    private static final Pattern READ_ONLY = Pattern.compile("[?&]readOnly=true");
    private static final Pattern SECONDARY = Pattern.compile("[?&]targetServerType=(secondary|slave|preferS)");
    private static final Pattern USER = Pattern.compile("[?&](user|sslcert|sslkey)=");
    private static final Pattern SECRET = Pattern.compile("[?&](password|sslcert|sslkey)=[^&]");
    /** As other drivers have it: {@code user:password@host}, where this one reads the name of a host or a database. */
    private static final Pattern LOGIN = Pattern.compile("^[^?]*@|[?&][^=&]*@");

    /** These take more than one number or choice. */
    private static final Set<PGProperty> FREE =
            Set.of(PGProperty.REQUIRE_AUTH, PGProperty.PROTOCOL_VERSION, PGProperty.PG_PORT);

    private DatabaseUrl() {}

    /** What to say after the variable's name; empty when the URL can be used. */
    public static Optional<String> problem(String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            return Optional.of("is wrong: it should be a JDBC URL of Postgres, such as"
                    + " jdbc:postgresql://host:5432/database, but starts with \"" + start(url) + "\"");
        }
        if (LOGIN.matcher(url).find()) {
            return Optional.of("has an @ before the host or in it: it should be jdbc:postgresql://host:5432/database,"
                    + " with user and password in FLIGHTLOG_DATABASE_USERNAME and FLIGHTLOG_DATABASE_PASSWORD");
        }
        Properties parameters = Driver.parseURL(url, new Properties());
        if (parameters == null) {
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
        return Stream.of(PGProperty.values())
                .filter(property -> !FREE.contains(property) && parameters.containsKey(property.getName()))
                .flatMap(property -> complaint(property, parameters.getProperty(property.getName())).stream())
                .findFirst();
    }

    /** The driver takes some wrong values in silence, and words others as if something else were wrong. */
    private static Optional<String> complaint(PGProperty property, String value) {
        String[] choices = property.getChoices();
        String usual = property.getDefaultValue();
        if (choices != null) {
            return Stream.of(choices).anyMatch(value::equalsIgnoreCase)
                    ? Optional.empty()
                    : Optional.of("has a wrong " + property.getName() + ": it should be one of "
                            + String.join(", ", choices) + ", but is \"" + shown(value) + "\"");
        }
        return usual != null && usual.matches("-?\\d+") && !value.matches("-?\\d{1,9}")
                ? Optional.of("has a wrong " + property.getName() + ": it should be a number, such as " + usual
                        + ", but is \"" + shown(value) + "\"")
                : Optional.empty();
    }

    private static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > MAX_SHOWN_LENGTH ? line.substring(0, MAX_SHOWN_LENGTH) + "…" : line;
    }

    /** True for a URL that names the user itself, or the certificate of one. */
    public static boolean holdsUser(String url) {
        return USER.matcher(url).find();
    }

    /** True for a URL that brings the password itself, or a client's certificate. */
    public static boolean holdsSecret(String url) {
        return SECRET.matcher(url).find();
    }

    /** The scheme at most. */
    private static String start(String url) {
        int colon = url.indexOf("://");
        return colon < 0 ? url.substring(0, Math.min(4, url.length())) + "…" : url.substring(0, colon + 3);
    }
}
