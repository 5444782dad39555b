package dev.flightlog.health;

import dev.flightlog.database.Database;
import dev.flightlog.database.Row;
import dev.flightlog.github.Failure;
import dev.flightlog.jobs.CausesSaid;
import dev.flightlog.jobs.JobQueue;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledger of readings: how fresh each source of an organization is, and what went wrong last. */
@Singleton
public class SourceStatusStore {
    /** What a first load reads. While one of them was never read, not all is well. */
    public static final List<Source> FIRST_LOAD =
            List.of(Source.GOVERNANCE, Source.DIRECTORY, Source.SEATS, Source.USAGE);

    private static final Logger LOG = LoggerFactory.getLogger(SourceStatusStore.class);

    private final Database database;
    private final JobQueue jobs;
    private final CausesSaid said;
    private final InstantSource clock;

    SourceStatusStore(Database database, JobQueue jobs, CausesSaid said, InstantSource clock) {
        this.said = said;
        this.database = database;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The source is here, whole. */
    public void read(long org, Source source, @Nullable LocalDate dataThrough) {
        record(org, new Note(source, SourceStatus.Outcome.READ, null, null, dataThrough));
    }

    /** The source is here; {@code note} says what of it was left out, null for nothing. */
    public void read(long org, Source source, @Nullable LocalDate dataThrough, @Nullable String note) {
        record(org, new Note(source, SourceStatus.Outcome.READ, null, note, dataThrough));
    }

    /** GitHub has nothing to read yet; {@code detail} says what. */
    public void noData(long org, Source source, String detail) {
        record(org, new Note(source, SourceStatus.Outcome.NO_DATA, null, detail, null));
    }

    /**
     * GitHub did not give it. What to do follows from why.
     *
     * @return true when only a person can help: that is noted and logged, and asking again at once would change nothing
     */
    public boolean failed(long org, Source source, Failure failure) {
        SourceProblem problem = SourceProblem.of(failure);
        failed(org, source, problem);
        return problem.lasts() && !(problem instanceof SourceProblem.Suspended);
    }

    /** As {@link #failed(long, Source, Failure)}, for what was found out without a refusal. */
    public void failed(long org, Source source, SourceProblem problem) {
        String sentence = problem.sentence(source);
        // Who marks the organization as suspended says so, with its name.
        boolean lasts = problem.lasts() && !(problem instanceof SourceProblem.Suspended)
                || problem instanceof SourceProblem.Refused;
        boolean isNews = database.inTransaction(() -> {
            database.one(
                    "select cast(pg_advisory_xact_lock(hashtextextended('flightlog source ' || ?, 0)) as text) as"
                            + " locked",
                    row -> row.text("locked"),
                    org);
            boolean unsaid = lasts && isUnsaid(org, source, problem, sentence);
            record(org, new Note(source, problem.outcome(), problem.cause(), sentence, null));
            return unsaid;
        });
        if (isOfTheServer(problem)) {
            said.warnOnceADay(LOG, sentence, clock.instant());
        } else if (isNews) {
            LOG.warn("{}: {}", problem.concernsEverySource() ? "all sources" : source.word(), sentence);
        }
    }

    /** One line for all organizations. */
    private static boolean isOfTheServer(SourceProblem problem) {
        return problem.lasts()
                && (problem instanceof SourceProblem.AppKey || problem instanceof SourceProblem.ClockWrong);
    }

    /** What concerns every source is said for the first that meets it. */
    private boolean isUnsaid(long org, Source source, SourceProblem problem, String sentence) {
        Map<Source, SourceStatus> known = of(org);
        if (problem.concernsEverySource()) {
            return known.values().stream().noneMatch(status -> status.cause() == problem.cause());
        }
        SourceStatus before = known.get(source);
        return before == null || !sentence.equals(before.detail());
    }

    /** Reading resumes automatically; {@code detail} says what it waits for. */
    public void later(long org, Source source, String detail) {
        record(org, new Note(source, SourceStatus.Outcome.LATER, null, detail, null));
    }

    /** How far a reading is that goes on: nothing follows from it. */
    public void progress(long org, Source source, String detail) {
        upsert(org, new Note(source, SourceStatus.Outcome.LATER, null, detail, null));
    }

    /** Something was posted: nothing follows from it. */
    public void posted(long org) {
        upsert(org, new Note(Source.POSTS, SourceStatus.Outcome.READ, null, null, null));
    }

    /** A person must do something; {@code detail} says what. */
    public void askAPerson(long org, Source source, String detail) {
        record(org, new Note(source, SourceStatus.Outcome.ASK_A_PERSON, null, detail, null));
    }

    /** An internal error stopped the reading. */
    public void broke(long org, Source source, String detail) {
        record(org, new Note(source, SourceStatus.Outcome.FAILED, null, detail, null));
    }

    /** Data are here up to a day, though not all that was asked for; null changes nothing. */
    public void reached(long org, Source source, @Nullable LocalDate dataThrough) {
        database.update(
                "update source_read set data_through = greatest(data_through, ?) where org_id = ? and source = ?",
                dataThrough,
                org,
                source.word());
    }

    public Map<Source, SourceStatus> of(long org) {
        Map<Source, SourceStatus> readings = new EnumMap<>(Source.class);
        database.each("""
            select source, attempted_at, succeeded_at, outcome
                 , case when outcome = 'ask_a_person' -- an older server does not clear it
                        then coalesce(problem, cause) end as cause
                 , detail, data_through
            from source_read where org_id = ? order by source
            """, SourceStatusStore::reading, reading -> readings.put(reading.source(), reading), org);
        return readings;
    }

    /** True once the source was read as a whole, however long ago. */
    public boolean everRead(long org, Source source) {
        return database.exists(
                "select 1 from source_read where org_id = ? and source = ? and succeeded_at is not null",
                org,
                source.word());
    }

    /** True when every source of the first load was read, or cannot be read without a person's help. */
    public boolean firstLoadComplete(long org) {
        Map<Source, SourceStatus> known = of(org);
        return FIRST_LOAD.stream().allMatch(source -> {
            SourceStatus reading = known.get(source);
            return reading != null && reading.settled();
        });
    }

    /** What is noted of a source. */
    private record Note(
            Source source,
            SourceStatus.Outcome outcome,
            SourceStatus.@Nullable Cause cause,
            @Nullable String detail,
            @Nullable LocalDate dataThrough) {
        boolean success() {
            return outcome == SourceStatus.Outcome.READ || outcome == SourceStatus.Outcome.NO_DATA;
        }
    }

    /** Further work follows from it. */
    private void record(long org, Note note) {
        database.transact(() -> {
            upsert(org, note);
            jobs.enqueue(SourceReadEvent.TYPE, new SourceReadEvent(org));
        });
    }

    private void upsert(long org, Note note) {
        Instant now = clock.instant();
        SourceStatus.Cause cause = note.cause();
        database.update(
                """
                insert into source_read as known
                    (org_id, source, attempted_at, succeeded_at, outcome, cause, problem, detail, data_through)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (org_id, source) do update
                set attempted_at = excluded.attempted_at
                  , succeeded_at = coalesce(excluded.succeeded_at, known.succeeded_at)
                  , outcome      = excluded.outcome
                  , cause        = excluded.cause
                  , problem      = excluded.problem
                  , detail       = excluded.detail
                  , data_through = greatest(excluded.data_through, known.data_through)
                """,
                org,
                note.source().word(),
                now,
                note.success() ? now : null,
                note.outcome().name().toLowerCase(Locale.ROOT),
                cause == null || !cause.isOfOlderServers() ? null : word(cause),
                cause == null ? null : word(cause),
                note.detail(),
                note.dataThrough());
    }

    private static String word(SourceStatus.Cause cause) {
        return cause.name().toLowerCase(Locale.ROOT);
    }

    private static SourceStatus reading(Row row) throws SQLException {
        String cause = row.textOrNull("cause");
        return new SourceStatus(
                Source.valueOf(row.text("source").toUpperCase(Locale.ROOT)),
                row.instant("attempted_at"),
                row.instantOrNull("succeeded_at"),
                SourceStatus.Outcome.valueOf(row.text("outcome").toUpperCase(Locale.ROOT)),
                cause == null ? null : SourceStatus.Cause.valueOf(cause.toUpperCase(Locale.ROOT)),
                row.textOrNull("detail"),
                row.dateOrNull("data_through"));
    }
}
