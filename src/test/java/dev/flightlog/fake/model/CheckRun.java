package dev.flightlog.fake.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A check run of the App on a commit. */
public final class CheckRun {
    /** A remark at lines of a file; level is notice, warning or failure. */
    public record Annotation(
            String path,
            int startLine,
            int endLine,
            @Nullable Integer startColumn,
            @Nullable Integer endColumn,
            String level,
            String message,
            @Nullable String title,
            @Nullable String rawDetails) {}

    /** A button under the check run. */
    public record Action(String label, String description, String identifier) {}

    /** Title, summary and text as people read them. */
    public record Output(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String text) {
        public static final Output EMPTY = new Output(null, null, null);
    }

    private final long id;
    private final long suiteId;
    private final Repository repository;
    private final String headSha;
    private final List<Annotation> annotations = new CopyOnWriteArrayList<>();
    private volatile @Nullable Long otherApp;
    private volatile String name;
    private volatile String status = "queued";
    private volatile @Nullable String conclusion;
    private volatile @Nullable String externalId;
    private volatile @Nullable String detailsUrl;
    private volatile Instant startedAt;
    private volatile @Nullable Instant completedAt;
    private volatile Output output = Output.EMPTY;
    private volatile List<Action> actions = List.of();

    public CheckRun(long id, long suiteId, Repository repository, String headSha, String name, Instant startedAt) {
        this.id = id;
        this.suiteId = suiteId;
        this.repository = repository;
        this.headSha = headSha;
        this.name = name;
        this.startedAt = startedAt;
    }

    public long id() {
        return id;
    }

    /** The App that made it, where it is not ours. */
    public Optional<Long> otherApp() {
        return Optional.ofNullable(otherApp);
    }

    /** From now on it is another App's, and ours may not change it. */
    public void madeBy(long app) {
        otherApp = app;
    }

    public long suiteId() {
        return suiteId;
    }

    public Repository repository() {
        return repository;
    }

    public String headSha() {
        return headSha;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }

    public String status() {
        return status;
    }

    public Optional<String> conclusion() {
        return Optional.ofNullable(conclusion);
    }

    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    public Instant startedAt() {
        return startedAt;
    }

    public void start(Instant at) {
        startedAt = at;
    }

    public void status(String newStatus) {
        status = newStatus;
        conclusion = null;
        completedAt = null;
    }

    public void conclude(String newConclusion, Instant at) {
        status = "completed";
        conclusion = newConclusion;
        completedAt = at;
    }

    public Optional<String> externalId() {
        return Optional.ofNullable(externalId);
    }

    public void externalId(@Nullable String value) {
        externalId = value;
    }

    public Optional<String> detailsUrl() {
        return Optional.ofNullable(detailsUrl);
    }

    public void detailsUrl(@Nullable String value) {
        detailsUrl = value;
    }

    public Output output() {
        return output;
    }

    public void output(Output value) {
        output = value;
    }

    public List<Annotation> annotations() {
        return List.copyOf(annotations);
    }

    /** Adds annotations to those that are there, as GitHub does. */
    public void annotate(List<Annotation> more) {
        annotations.addAll(more);
    }

    public List<Action> actions() {
        return actions;
    }

    public void actions(List<Action> buttons) {
        actions = List.copyOf(buttons);
    }
}
