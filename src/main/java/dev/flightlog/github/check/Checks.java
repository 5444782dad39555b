package dev.flightlog.github.check;

import dev.flightlog.github.Access;
import dev.flightlog.github.OwnApp;
import dev.flightlog.github.RepositoryName;
import dev.flightlog.github.rest.Hub4jClient;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.github.GHCheckRun;
import org.kohsuke.github.GHCheckRunBuilder;
import org.kohsuke.github.GHRepository;

/**
 * Check runs on commits (github.md: Check runs).
 *
 * @throws GitHubException from every method
 */
@Singleton
public class Checks {
    private static final int ANNOTATIONS_AT_A_TIME = 50;

    private final Hub4jClient hub;
    private final OwnApp app;

    Checks(Hub4jClient hub, OwnApp app) {
        this.hub = hub;
        this.app = app;
    }

    /**
     * Makes the commit's latest run of this name say what is given. One that says so already is left alone; one that
     * was cut short is completed; one without annotations is changed; next to one with others a new run is made,
     * because GitHub can only add annotations.
     *
     * @return GitHub's id of the run
     */
    public long put(Access.Installation access, RepositoryName repository, CheckRun run) {
        return hub.with(access, repository, hubRepository -> {
            Optional<GHCheckRun> latest = latest(hubRepository, run);
            if (latest.isEmpty()) {
                return post(hubRepository, run);
            }
            int annotations = latest.get().getOutput().getAnnotationsCount();
            if (run.externalId().equals(latest.get().getExternalId())) {
                return says(latest.get(), run)
                        ? latest.get().getId()
                        : append(hubRepository, latest.get().getId(), run, annotations);
            }
            return annotations == 0 ? append(hubRepository, latest.get().getId(), run, 0) : post(hubRepository, run);
        });
    }

    /** Other apps may use the name too, so only runs of this App count. */
    private Optional<GHCheckRun> latest(GHRepository repository, CheckRun run) throws IOException {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("check_name", run.name());
        query.put("filter", "latest");
        query.put("app_id", app.id());
        GHCheckRun latest = null;
        for (GHCheckRun found : repository.getCheckRuns(run.headSha(), query)) {
            boolean ours = found.getApp() != null
                    && found.getApp().getId() == app.id()
                    && found.getExternalId() != null
                    && found.getExternalId().startsWith(CheckRun.OURS);
            if (ours && (latest == null || found.getId() > latest.getId())) {
                latest = found;
            }
        }
        return Optional.ofNullable(latest);
    }

    private static boolean says(GHCheckRun found, CheckRun run) {
        return found.getStatus() == run.state().status()
                && (run.state().conclusion() == null
                        || found.getConclusion() == run.state().conclusion())
                && found.getOutput().getAnnotationsCount()
                        == run.output().annotations().size();
    }

    private static long post(GHRepository repository, CheckRun run) throws IOException {
        List<CheckAnnotation> annotations = run.output().annotations();
        int first = Math.min(ANNOTATIONS_AT_A_TIME, annotations.size());
        GHCheckRunBuilder builder = repository.createCheckRun(run.name(), run.headSha());
        long id = fill(builder, run, annotations.subList(0, first), first == annotations.size())
                .create()
                .getId();
        return first == annotations.size() ? id : append(repository, id, run, first);
    }

    /** The state comes with the last annotations, so that a run that was cut short does not look finished. */
    private static long append(GHRepository repository, long id, CheckRun run, int there) throws IOException {
        List<CheckAnnotation> annotations = run.output().annotations();
        int from = Math.min(there, annotations.size());
        do {
            int to = Math.min(from + ANNOTATIONS_AT_A_TIME, annotations.size());
            fill(repository.updateCheckRun(id), run, annotations.subList(from, to), to == annotations.size())
                    .create();
            from = to;
        } while (from < annotations.size());
        return id;
    }

    private static GHCheckRunBuilder fill(
            GHCheckRunBuilder builder, CheckRun run, List<CheckAnnotation> annotations, boolean last) {
        GHCheckRunBuilder.Output output =
                new GHCheckRunBuilder.Output(run.output().title(), run.output().summary());
        if (run.output().text() instanceof String text) {
            output.withText(text);
        }
        annotations.forEach(annotation -> output.add(annotation(annotation)));
        builder.withExternalID(run.externalId()).add(output);
        if (run.detailsUrl() instanceof String url) {
            builder.withDetailsURL(url);
        }
        run.actions()
                .forEach(action -> builder.add(
                        new GHCheckRunBuilder.Action(action.label(), action.description(), action.identifier())));
        return last ? conclude(builder, run.state()) : builder.withStatus(GHCheckRun.Status.IN_PROGRESS);
    }

    private static GHCheckRunBuilder conclude(GHCheckRunBuilder builder, CheckState state) {
        builder.withStatus(state.status());
        if (state.conclusion() instanceof GHCheckRun.Conclusion conclusion) {
            builder.withConclusion(conclusion);
        }
        return builder;
    }

    private static GHCheckRunBuilder.Annotation annotation(CheckAnnotation annotation) {
        GHCheckRunBuilder.Annotation built = new GHCheckRunBuilder.Annotation(
                annotation.path(),
                annotation.startLine(),
                annotation.endLine(),
                GHCheckRun.AnnotationLevel.valueOf(annotation.level().name()),
                annotation.message());
        if (annotation.title() instanceof String title) {
            built.withTitle(title);
        }
        if (annotation.startColumn() instanceof Integer column) {
            built.withStartColumn(column);
        }
        if (annotation.endColumn() instanceof Integer column) {
            built.withEndColumn(column);
        }
        return built;
    }
}
