package dev.flightlog.support;

import dev.flightlog.fake.FakeApp;
import dev.flightlog.fake.FakeGitHub;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole application on a database of its own, beside a simulated GitHub; jobs run when the test says so.
 *
 * <p>{@link #close} fails the test if a request was made that GitHub would refuse, if a job is due, or if one died.
 */
public final class TestApplication implements AutoCloseable {
    private static final int MAX_ROUNDS = 2_000;
    /** Keys take a second to make, and one pair serves every test. */
    private static final FakeApp APP = FakeApp.generate();

    private final SettableClock clock;
    private final FakeGitHub github;
    private final Postgres.Database database;
    private final TestStatements statements;
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private boolean careless;
    private boolean ownsDatabase;

    private TestApplication(
            SettableClock clock, FakeGitHub github, Postgres.Database database, Map<String, Object> extra)
            throws InterruptedException {
        this.clock = clock;
        this.github = github;
        this.database = database;
        this.statements = new TestStatements(database);
        this.context = ApplicationContext.builder(properties(github, database, extra))
                .singletons(clock)
                .start();
        this.server = context.getBean(EmbeddedServer.class).start();
        context.getBean(JobsByHand.class).awaitReady();
        github.webhookUrl(URI.create(server.getURL() + "/webhooks/github"));
    }

    /** With an app that asks for what {@code app-manifest.yml} asks for. */
    public static TestApplication start(SettableClock clock) {
        return start(clock, Map.of());
    }

    /** The same, with further settings. */
    public static TestApplication start(SettableClock clock, Map<String, Object> properties) {
        return start(clock, FakeGitHub.start(APP, clock), properties);
    }

    public static TestApplication start(SettableClock clock, FakeGitHub github, Map<String, Object> properties) {
        TestApplication app = startOn(clock, github, Postgres.migrated(), properties);
        app.ownsDatabase = true;
        return app;
    }

    /** On a database that is there already, as after a restart. */
    public static TestApplication startOn(
            SettableClock clock, FakeGitHub github, Postgres.Database database, Map<String, Object> properties) {
        try {
            return new TestApplication(clock, github, database, properties);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Map<String, Object> properties(
            FakeGitHub github, Postgres.Database database, Map<String, Object> extra) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "micronaut.server.port", -1,
                "endpoints.all.port", "",
                "flightlog.test.jobs", "by-hand",
                "flightlog.github.app-id", Long.toString(github.app().id()),
                "flightlog.github.private-key", github.app().privateKeyPem(),
                "flightlog.github.webhook-secret", github.app().webhookSecret(),
                "flightlog.github.api-url", github.apiUrl(),
                "flightlog.github.web-url", github.webUrl(),
                "flightlog.github.download-hosts", List.of(github.downloadHost())));
        // Tests play hours of work within a second.
        properties.put("flightlog.github.points-per-minute", 1_000_000);
        properties.put("datasources.default.url", database.url());
        properties.put("datasources.default.username", database.username());
        properties.put("datasources.default.password", database.password());
        properties.put("datasources.default.maximum-pool-size", 6);
        properties.put("datasources.default.minimum-idle", 0);
        properties.putAll(extra);
        return properties;
    }

    /** Runs jobs until none is due at the clock's time. */
    public void runJobs() {
        JobsByHand jobs = context.getBean(JobsByHand.class);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (due().isEmpty()) {
                return;
            }
            jobs.runDue();
        }
        throw new AssertionError("jobs are due again and again: " + due());
    }

    /**
     * As {@link #runJobs}, but many at the same time, as in a server.
     *
     * @return the most that ran at the same moment
     */
    public int runJobsAtOnce(int threads) {
        return context.getBean(JobsByHand.class).runAtOnce(threads, () -> due().isEmpty());
    }

    /** Turns the clock and runs what becomes due. */
    public void pass(Duration time) {
        clock.advance(time);
        runJobs();
    }

    public FakeGitHub github() {
        return github;
    }

    public SettableClock clock() {
        return clock;
    }

    public Postgres.Database database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public URI url(String path) {
        return URI.create(server.getURL() + path);
    }

    /** For a test that provokes what {@link #close} would complain about. */
    public TestApplication careless() {
        careless = true;
        return this;
    }

    /** Every first column of a statement, as text. */
    public List<String> query(String sql) {
        return statements.query(sql);
    }

    /** Runs a statement that gives nothing back. */
    public void execute(String sql) {
        statements.execute(sql);
    }

    private List<String> due() {
        return query("select task_name || ' ' || task_instance from scheduled_tasks where execution_time <= '"
                + clock.instant() + "' order by 1");
    }

    /** Stops the application as a crash would: GitHub and the database stay. */
    public void stop() {
        context.close();
        statements.close();
    }

    @Override
    public void close() {
        try {
            if (!careless) {
                complain();
            }
        } finally {
            stop();
            github.close();
            if (ownsDatabase) {
                Postgres.drop(database);
            }
        }
    }

    private void complain() {
        List<String> complaints = new ArrayList<>(github.violations());
        due().forEach(job -> complaints.add("a job is left: " + job));
        query("select job || ' ' || key || ': ' || problem from dead_job")
                .forEach(dead -> complaints.add("a job died: " + dead));
        if (!complaints.isEmpty()) {
            throw new AssertionError(String.join("\n", complaints));
        }
    }
}
