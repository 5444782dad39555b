package dev.flightlog.ingest.load;

import dev.flightlog.copilot.RowReader;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One report on its way into the database: first it takes rows, without a transaction; then it stores them, inside one.
 * Closing forgets what waits.
 */
sealed interface Load extends AutoCloseable permits OrganizationLoad, RepositoriesLoad, TeamMembersLoad, UserDaysLoad {
    /** Where rows go while the files are read. */
    RowReader reader();

    /** Fields met that Flightlog does not know. */
    List<String> unknownFields();

    /** Values of optional fields that were left empty. */
    default long oddValues() {
        return 0;
    }

    /** What was wrong with the first of them; null where there was none. */
    default @Nullable String firstOddValue() {
        return null;
    }

    /** Something was there twice: from now on it is stored once. */
    default void mergeTwice() {}

    /** True where the rows are about the whole period and no days can be made of them. */
    default boolean perPeriod() {
        return false;
    }

    /** What is to be read before the transaction, once it is known that the report is a new one. */
    default void prepare() throws IOException {}

    /** Puts the rows in the place of the days' old ones. Gives the days whose figures changed. */
    List<LocalDate> store() throws IOException, SQLException;

    @Override
    void close();
}
