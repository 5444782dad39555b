package dev.flightlog.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a URL before anything connects. */
class DatabaseUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:5432/flightlog",
                "jdbc:postgresql://a:5432,b:5432/flightlog?targetServerType=primary&sslmode=verify-full",
                "jdbc:postgresql://[::1]:5432/flightlog",
                "jdbc:postgresql://db/flightlog?user=flightlog@server&connectTimeout=5&sslmode=Require"
            })
    void takes(String url) {
        assertThat(DatabaseUrl.problem(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mysql://root:hush@localhost/flightlog|mysql://",
                "postgres://flightlog:hush@localhost/flightlog|jdbc:postgresql://host:5432/database",
                "jdbc:postgresql://localhost:port/flightlog?password=hush|cannot read it",
                "jdbc:postgresql://localhost/flightlog?currentSchema=app&password=hush|currentSchema",
                "jdbc:postgresql://localhost/flightlog?options=-c%20search_path=app&password=hush|search_path",
                "jdbc:postgresql://localhost/flightlog?readOnly=true&password=hush|can only be read",
                "jdbc:postgresql://a,b/flightlog?password=hush&targetServerType=secondary|targetServerType=primary",
                "jdbc:postgresql://flightlog:hush@localhost:5432/flightlog|FLIGHTLOG_DATABASE_PASSWORD",
                "jdbc:postgresql://flightlog:12/hush@localhost:5432/flightlog|FLIGHTLOG_DATABASE_PASSWORD",
                "jdbc:postgresql://flightlog:12?hush@localhost:5432/flightlog|FLIGHTLOG_DATABASE_PASSWORD",
                "jdbc:postgresql:flightlog:hush@localhost/flightlog|FLIGHTLOG_DATABASE_PASSWORD",
                "jdbc:postgresql://localhost/flightlog?password=hush&sslmode=nonsense|verify-full, but is \"nonsense\"",
                "jdbc:postgresql://localhost/flightlog?password=hush&connectTimeout=soon|a number",
            })
    void refusesAndShowsNoPassword(String url, String said) {
        assertThat(DatabaseUrl.problem(url))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .contains(said)
                        .doesNotContain("hush")
                        .doesNotContain("\n"));
    }
}
