package dev.flightlog.command.refresh;

import dev.flightlog.command.Outcome;
import dev.flightlog.command.answer.CommandContext;
import dev.flightlog.command.answer.Reply;
import dev.flightlog.command.answer.SeatPages;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.text.Numbers;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Words how far a refresh is: queued, reading, done. The same words for the same state, so that nothing is sent twice.
 * Pure.
 */
public final class RefreshMarkdown {
    private RefreshMarkdown() {}

    public static Reply queued() {
        return new Reply(Outcome.RUNNING, "Queued.", "- directory: queued\n- seats: queued\n- usage: queued");
    }

    public static Reply render(RefreshProgress progress, SeatPages pages) {
        String lines = RefreshProgress.READ.stream()
                .map(source -> "- " + source.word() + ": " + state(source, of(progress, source), pages))
                .collect(Collectors.joining("\n"));
        if (!progress.done()) {
            return new Reply(Outcome.RUNNING, sentence(progress, pages), lines);
        }
        String took = Numbers.plural(Math.max(0, progress.took().toSeconds()), "second");
        return progress.failed()
                ? new Reply(Outcome.FAILED, "Not everything could be read (" + took + ").", lines)
                : new Reply(Outcome.ANSWERED, "Done in " + progress.took().toSeconds() + " s.", lines);
    }

    /** What waits for GitHub goes on without us. */
    public static Reply goesOn(RefreshProgress progress, SeatPages pages, CommandContext question) {
        return new Reply(
                Outcome.FAILED,
                "Not everything has been read yet; it continues automatically.",
                render(progress, pages).body() + "\n\nProgress: " + Markdown.code(question.prefix() + " status"));
    }

    private static String sentence(RefreshProgress progress, SeatPages pages) {
        if (of(progress, Source.SEATS).isEmpty() && pages.read() > 0) {
            return "Reading seats " + pages(pages) + ".";
        }
        return RefreshProgress.READ.stream()
                .filter(source -> of(progress, source).isEmpty())
                .findFirst()
                .map(source -> "Reading " + source.word() + ".")
                .orElse("Waiting for GitHub.");
    }

    private static String state(Source source, Optional<SourceStatus> reading, SeatPages pages) {
        if (reading.isEmpty()) {
            return source == Source.SEATS && pages.read() > 0 ? "reading " + pages(pages) : "queued";
        }
        String detail = reading.get().detail();
        String why = detail == null ? "" : ": " + Markdown.text(detail);
        return switch (reading.get().outcome()) {
            case READ -> "read";
            case NO_DATA -> "nothing there yet" + why;
            case LATER -> "waits" + why;
            case ASK_A_PERSON -> "**needs a person**" + why;
            case FAILED -> "**failed**" + why;
        };
    }

    private static Optional<SourceStatus> of(RefreshProgress progress, Source source) {
        return progress.sources().getOrDefault(source, Optional.empty());
    }

    private static String pages(SeatPages pages) {
        return Numbers.count(pages.read()) + "/" + Numbers.count(pages.pages()) + " pages";
    }
}
