package dev.flightlog.ingest.stage;

import dev.flightlog.copilot.InvalidReportException;
import dev.flightlog.copilot.PullRequests;
import dev.flightlog.copilot.RepositoryDay;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parsed rows of {@code repos-1-day} in a temporary file, so that memory does not grow with them. */
public final class RepositoryStage implements AutoCloseable {
    /** Takes a row. */
    @FunctionalInterface
    public interface Rows<E extends Exception> {
        void take(RepositoryDay row) throws IOException, E;
    }

    private final LocalDate day;
    private final ScratchFile file;
    private final RowOutput output;
    private boolean firstOnly;

    public RepositoryStage(LocalDate day) throws IOException {
        this.day = day;
        this.file = ScratchFile.create();
        this.output = new RowOutput(file.output());
    }

    public void add(RepositoryDay row) throws IOException {
        if (row.day() != null && !row.day().equals(day)) {
            throw new InvalidReportException("day must be " + day + ", but is " + row.day());
        }
        PullRequests pulls = row.pullRequests();
        output.number(row.repositoryId());
        output.text(row.name());
        output.text(row.visibility());
        output.number(pulls.created());
        output.number(pulls.reviewed());
        output.number(pulls.merged());
        output.number(pulls.createdByCopilot());
        output.number(pulls.reviewedByCopilot());
        output.number(pulls.mergedCreatedByCopilot());
        output.number(pulls.mergedReviewedByCopilot());
        output.text(
                pulls.medianMinutesToMerge() == null
                        ? ""
                        : pulls.medianMinutesToMerge().toString());
        output.text(row.report());
    }

    /** From now on only the first of two rows of a repository is handed over. */
    public void mergeTwice() {
        firstOnly = true;
    }

    public <E extends Exception> void each(Rows<E> rows) throws IOException, E {
        output.flush();
        Set<Long> seen = new HashSet<>();
        try (RowInput input = new RowInput(file.input())) {
            while (!input.atEnd()) {
                RepositoryDay row = read(input);
                if (!firstOnly || seen.add(row.repositoryId())) {
                    rows.take(row);
                }
            }
        }
    }

    private RepositoryDay read(RowInput input) throws IOException {
        long repositoryId = input.number();
        String name = input.text();
        String visibility = input.text();
        PullRequests pulls = new PullRequests(
                (int) input.number(),
                (int) input.number(),
                (int) input.number(),
                (int) input.number(),
                (int) input.number(),
                (int) input.number(),
                (int) input.number(),
                minutes(input.text()));
        return new RepositoryDay(day, repositoryId, name, visibility, pulls, input.text());
    }

    private static @Nullable Double minutes(String text) {
        return text.isEmpty() ? null : Double.valueOf(text);
    }

    @Override
    public void close() {
        file.close();
    }
}
