package dev.flightlog.seat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.flightlog.text.CsvText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Seats as CSV: the first five columns are those of GitHub's activity report (github.md: Activity report), then ours. A
 * row names a person, so it is for readers who may see names.
 *
 * <p>Times are UTC; money is US dollars a month, empty where it is not known. Cells that a spreadsheet would take for formulas are defused.
 */
public final class SeatCsv {
    private static final List<String> COLUMNS = List.of(
            "report_time",
            "login",
            "last_authenticated_at",
            "last_activity_at",
            "last_surface_used",
            "state",
            "reason",
            "plan_type",
            "assigning_team",
            "created_at",
            "pending_cancellation_date",
            "last_known_activity_at",
            "monthly_cost_usd",
            "idle_spend_usd",
            "teams");

    private final Instant reportTime;
    private final SeatCsvCells more;

    /** @param more what follows our own columns */
    public SeatCsv(Instant reportTime, SeatCsvCells more) {
        this.reportTime = reportTime.truncatedTo(ChronoUnit.SECONDS);
        this.more = more;
    }

    /** The first line. */
    public String header() {
        return text(writer -> writer.writeRecord(
                Stream.concat(COLUMNS.stream(), more.columns().stream()).toList()));
    }

    /** One line a seat. */
    public String rows(List<DecidedSeat> seats) {
        return text(writer -> seats.forEach(seat -> writer.writeRecord(cells(seat))));
    }

    private List<String> cells(DecidedSeat decided) {
        Seat seat = decided.seat();
        SeatDecision decision = decided.decision();
        return Stream.concat(
                        Stream.of(
                                text(reportTime),
                                seat.login(),
                                text(seat.lastAuthenticatedAt()),
                                text(seat.lastActivityAt()),
                                SurfaceName.of(seat.lastActivityEditor()),
                                decision.state().key(),
                                decision.because(),
                                seat.plan().key(),
                                text(seat.assigningTeamSlug()),
                                text(seat.createdAt()),
                                text(seat.pendingCancellationDate()),
                                text(seat.lastKnownActivity().orElse(null)),
                                money(decision.monthlyPriceUsd()),
                                money(decision.idleSpendUsd()),
                                String.join(" ", seat.teams().stream().sorted().toList())),
                        more.of(decided).stream())
                .map(CsvText::safe)
                .toList();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String money(Optional<BigDecimal> usd) {
        return usd.map(BigDecimal::toPlainString).orElse("");
    }

    private static String text(Consumer<CsvWriter> writing) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            writing.accept(writer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
