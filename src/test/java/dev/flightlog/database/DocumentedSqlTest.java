package dev.flightlog.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.support.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that the documents tell an operator or a developer to run are about columns that are there. */
class DocumentedSqlTest {
    private static final Pattern STATEMENT =
            Pattern.compile("(?m)(?:^|`)((?:select .+? from|update [a-z_]+ set|delete from) [^`\n]+)");

    @ParameterizedTest
    @ValueSource(strings = {"CONTRIBUTING.md", "src/docs/operations.md"})
    void canBeRun(String document) throws IOException, SQLException {
        List<String> statements = STATEMENT
                .matcher(Files.readString(Path.of(document)))
                .results()
                .map(MatchResult::group)
                .map(text -> text.replace("`", "").replace(";", "").replace("…", "1"))
                .toList();

        assertThat(statements).hasSizeGreaterThan(2);
        try (Connection connection = Postgres.migrated().connect();
                Statement statement = connection.createStatement()) {
            for (String documented : statements) {
                assertThat(statement.execute("explain " + documented))
                        .as(documented)
                        .isTrue();
            }
        }
    }
}
