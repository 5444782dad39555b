package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.CheckRun;
import dev.flightlog.fake.model.Repository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** Check runs (github.md: Check runs). */
final class CheckRoutes {
    private static final String REPO = "/repos/{owner}/{repo}";
    private static final String RUN = REPO + "/check-runs/{id}";

    private final CheckShapes shapes;
    private final People people;
    private final Executor executor;
    private final Echo echo;
    private final long appId;

    CheckRoutes(CheckShapes shapes, People people, Executor executor, Echo echo, long appId) {
        this.appId = appId;
        this.shapes = shapes;
        this.people = people;
        this.executor = executor;
        this.echo = echo;
    }

    void addTo(Router router) {
        Access read = Access.read("checks");
        Access write = Access.write("checks");
        router.post(REPO + "/check-runs", write, this::create)
                .get(RUN, read, call -> Answer.ok(shapes.run(run(call))))
                .add("PATCH", RUN, write, this::update)
                .get(RUN + "/annotations", read, this::annotations)
                .post(RUN + "/rerequest", write, this::rerequest)
                .get(REPO + "/commits/{ref*}/check-runs", read, this::ofCommit);
    }

    /** The suite of a commit; GitHub keeps one for each App and commit. */
    static long suiteId(String sha) {
        return 5_000_000_000L + Math.abs((long) sha.hashCode());
    }

    private static CheckRun run(Call call) {
        return call.repository().checkRun(call.number("id")).orElseThrow(Refusal::notFound);
    }

    private Answer create(Call call) {
        Repository repository = call.repository();
        String sha = call.text("head_sha");
        if (repository.history().commit(sha).isEmpty()) {
            throw Refusal.of(Answer.message(422, "No commit found for SHA: " + sha));
        }
        CheckRun run = new CheckRun(
                call.world().nextId(),
                suiteId(sha),
                repository,
                sha,
                call.text("name"),
                call.world().now());
        apply(call, run);
        repository.add(run);
        echo.checked(run);
        return Answer.created(shapes.run(run));
    }

    private Answer update(Call call) {
        CheckRun run = run(call);
        if (run.otherApp().isPresent()) {
            throw Refusal.violation(
                    Answer.message(
                            403,
                            "Invalid app_id `" + appId + "` - check run can only be modified by the GitHub"
                                    + " App that created it."),
                    "check run " + run.id() + " of another App is changed");
        }
        call.optionalText("name").ifPresent(run::rename);
        apply(call, run);
        echo.checked(run);
        return Answer.ok(shapes.run(run));
    }

    private static void apply(Call call, CheckRun run) {
        JsonNode output = call.body().path("output");
        List<CheckRun.Annotation> annotations = CheckInput.annotations(output.path("annotations"));
        List<CheckRun.Action> actions = CheckInput.actions(call.body().path("actions"));
        Optional<CheckRun.Output> text = output.isObject() ? Optional.of(CheckInput.output(output)) : Optional.empty();
        call.optionalText("external_id").ifPresent(run::externalId);
        call.optionalText("details_url").ifPresent(run::detailsUrl);
        call.optionalText("started_at").map(Instant::parse).ifPresent(run::start);
        state(call, run);
        text.ifPresent(run::output);
        run.annotate(annotations);
        if (call.body().has("actions")) {
            run.actions(actions);
        }
    }

    private static void state(Call call, CheckRun run) {
        Optional<String> status = call.optionalText("status");
        Optional<String> conclusion = call.optionalText("conclusion");
        if (status.filter(each -> !CheckInput.STATUSES.contains(each)).isPresent()
                || conclusion
                        .filter(each -> !CheckInput.CONCLUSIONS.contains(each))
                        .isPresent()) {
            throw Refusal.malformed("status " + status + " or conclusion " + conclusion + " is unknown");
        }
        if (conclusion.isPresent()) {
            Instant at = call.optionalText("completed_at")
                    .map(Instant::parse)
                    .orElse(call.world().now());
            run.conclude(conclusion.get(), at);
        } else if (status.filter("completed"::equals).isPresent()) {
            throw Refusal.malformed("status is completed and there is no conclusion");
        } else {
            status.ifPresent(run::status);
        }
    }

    private Answer annotations(Call call) {
        CheckRun run = run(call);
        return Paging.list(call, run.annotations(), each -> shapes.annotation(run, each));
    }

    private Answer rerequest(Call call) {
        CheckRun run = run(call);
        run.status("queued");
        executor.execute(() -> people.rerequested(run));
        return Answer.created(java.util.Map.of());
    }

    private Answer ofCommit(Call call) {
        Repository repository = call.repository();
        String sha = repository
                .history()
                .resolve(call.variable("ref"))
                .orElseThrow(() -> Refusal.of(Answer.message(422, "No commit found for SHA: " + call.variable("ref"))))
                .sha();
        String name = call.query("check_name");
        String app = call.query("app_id");
        List<CheckRun> runs = repository.checkRunsOf(sha).stream()
                .filter(each -> name == null || each.name().equals(name))
                .filter(each ->
                        app == null || app.equals(Long.toString(each.otherApp().orElse(appId))))
                .toList();
        List<CheckRun> wanted = "all".equals(call.query("filter")) ? runs : newestOfEachName(runs);
        Paging.Page<CheckRun> page = Paging.page(call, wanted, 30, 100);
        return page.answer(Json.object(
                "total_count", wanted.size(),
                "check_runs", page.items().stream().map(shapes::run).toList()));
    }

    private static List<CheckRun> newestOfEachName(List<CheckRun> newestFirst) {
        Set<String> seen = new HashSet<>();
        List<CheckRun> newest = new ArrayList<>();
        for (CheckRun run : newestFirst) {
            if (seen.add(run.name())) {
                newest.add(run);
            }
        }
        return newest;
    }
}
