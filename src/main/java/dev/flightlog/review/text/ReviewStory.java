package dev.flightlog.review.text;

import dev.flightlog.markdown.Markdown;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.text.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What happened in a review, oldest first: who did what and when. What the same one did to many seats at about the same
 * time is one line, but two requests to GitHub are two lines, each before what came of it. Pure.
 */
final class ReviewStory {
    private static final Duration TOGETHER = Duration.ofHours(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private ReviewStory() {}

    /** A list of lines; empty where nothing happened yet. */
    static String render(List<TrailEntry> story, boolean named) {
        return steps(story, named).stream()
                .map(step -> "- " + when(step) + ": " + what(step, named))
                .collect(Collectors.joining("\n"));
    }

    /**
     * What was done to some seats.
     *
     * @param by nobody where Flightlog did it, or where everybody did it to their own seat
     */
    private record Deed(Action action, Optional<Who> by, boolean own, String detail) {
        static Deed of(TrailEntry entry, boolean named) {
            boolean own = entry.by().isPresent()
                    && entry.by().map(Who::personId).equals(entry.subject().map(Who::personId));
            boolean hidden = entry.action() == Action.KEPT || !named && entry.detailIsPersonal();
            return new Deed(entry.action(), own ? Optional.empty() : entry.by(), own, hidden ? "" : entry.detail());
        }
    }

    /** One line: a deed and the seats that it is about, by person; none where it is about all of the review. */
    private record Step(Deed deed, Instant from, Instant to, Map<Long, String> logins) {
        static Step of(Deed deed, TrailEntry entry) {
            return new Step(deed, entry.at(), entry.at(), Map.of()).with(entry);
        }

        Step with(TrailEntry entry) {
            Map<Long, String> all = new LinkedHashMap<>(logins);
            entry.subject().ifPresent(who -> all.put(who.personId(), who.login()));
            return new Step(deed, from, entry.at(), all);
        }

        /** All seats of one request, or of one wish, are written down with the same time; nobody is in it twice. */
        boolean takes(TrailEntry entry) {
            boolean again = entry.subject()
                    .map(Who::personId)
                    .filter(logins::containsKey)
                    .isPresent();
            Instant last = beginsARound(deed.action()) ? from : from.plus(TOGETHER);
            return !again && !entry.at().isAfter(last);
        }
    }

    /** What follows such a step came of it, and is told after it. */
    private static boolean beginsARound(Action action) {
        return action == Action.SENT || action == Action.UNDO_ASKED;
    }

    private static List<Step> steps(List<TrailEntry> story, boolean named) {
        List<Step> steps = new ArrayList<>();
        Map<Deed, Integer> running = new HashMap<>();
        for (TrailEntry entry : story) {
            if (entry.action() == Action.PROPOSED) {
                continue;
            }
            Deed deed = Deed.of(entry, named);
            Integer known = running.get(deed);
            if (known != null && steps.get(known).takes(entry)) {
                steps.set(known, steps.get(known).with(entry));
                continue;
            }
            if (entry.subject().isEmpty() || beginsARound(entry.action())) {
                running.clear();
            }
            if (entry.subject().isPresent()) {
                running.put(deed, steps.size());
            }
            steps.add(Step.of(deed, entry));
        }
        return steps;
    }

    private static String when(Step step) {
        String from = ReviewMarkdown.minute(step.from());
        return ReviewMarkdown.minute(step.to()).equals(from) ? from : from + ", until " + TIME.format(step.to());
    }

    private static String what(Step step, boolean named) {
        String detail = step.deed().detail();
        return words(step, named) + (detail.isBlank() ? "" : " (" + Markdown.text(detail) + ")");
    }

    private static String words(Step step, boolean named) {
        Deed deed = step.deed();
        String who = deed.by()
                .map(by -> named ? Markdown.code(by.login()) : "an admin")
                .orElse("Flightlog");
        if (step.logins().isEmpty()) {
            return who + " " + deed.action().words();
        }
        return switch (deed.action()) {
            case KEPT -> deed.own() ? kept(step, named) : who + " kept " + seats(step, named);
            case SENT -> "Flightlog asked GitHub to take back " + seats(step, named);
            case LOOKED_UP -> "Flightlog found out what became of " + seats(step, named);
            case UNDO_ASKED -> who + " asked to give back " + seats(step, named);
            case REMOVED -> passive(step, named, "taken back");
            case FAILED -> passive(step, named, "not taken back");
            case LEFT_OUT -> passive(step, named, "left out");
            case UNDONE -> passive(step, named, "given back");
            case NOT_UNDONE ->
                passive(step, named, "not given back")
                        + deed.by().map(_ -> ", as " + who + " had asked").orElse("");
            case STARTED,
                    PROPOSED,
                    ANNOUNCED,
                    APPROVED,
                    CANCELLED,
                    EXPIRED,
                    BEGUN,
                    BY_HAND,
                    WAITS,
                    GOES_ON,
                    HALTED,
                    DONE,
                    REQUESTED,
                    GRANT_ASKED,
                    GRANTED,
                    NOT_GRANTED,
                    DECLINED,
                    OVERTAKEN -> who + " " + deed.action().words() + ": " + seats(step, named);
        };
    }

    private static String kept(Step step, boolean named) {
        int people = step.logins().size();
        return people > 1
                ? Numbers.count(people) + " people kept their seats"
                : (named ? Markdown.code(onlyLogin(step)) : "somebody") + " kept their seat";
    }

    private static String passive(Step step, boolean named, String done) {
        String seats = seats(step, named);
        String be = step.logins().size() == 1 ? " was " : " were ";
        return seats.substring(0, 1).toUpperCase(Locale.ENGLISH) + seats.substring(1) + be + done;
    }

    private static String seats(Step step, boolean named) {
        int seats = step.logins().size();
        return named && seats == 1 ? "the seat of " + Markdown.code(onlyLogin(step)) : Numbers.plural(seats, "seat");
    }

    private static String onlyLogin(Step step) {
        return step.logins().values().iterator().next();
    }
}
