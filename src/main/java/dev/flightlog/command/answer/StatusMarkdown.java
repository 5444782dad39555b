package dev.flightlog.command.answer;

import dev.flightlog.cost.BillingSync;
import dev.flightlog.digest.DigestStatus;
import dev.flightlog.health.NeededPermission;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.jobs.JobStore;
import dev.flightlog.markdown.Cell;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.markdown.Table;
import dev.flightlog.markdown.Table.Column;
import dev.flightlog.organization.Organization;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words the status: what is wrong in one line, then every source, permissions, queue and rate limits. Pure. */
public final class StatusMarkdown {
    private static final int MAX_DETAIL_LENGTH = 300;
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private StatusMarkdown() {}

    static Reply render(CommandContext question, ServiceStatus service) {
        String body = sources(question) + "\n" + permissions(question) + policy(question) + digest(service)
                + queue(question, service) + budgets(question, service);
        return Reply.answered(StatusSentence.of(question, service), body);
    }

    private static String sources(CommandContext question) {
        List<List<Cell>> rows = Arrays.stream(Source.values())
                .map(source -> row(source, question))
                .toList();
        return new Table(
                        List.of(
                                Column.left("Source"),
                                Column.left("State"),
                                Column.left("Last read"),
                                Column.left("Data to"),
                                Column.left("What to do")),
                        rows)
                .render();
    }

    private static List<Cell> row(Source source, CommandContext question) {
        SourceStatus reading = question.readings().get(source);
        Instant now = question.now();
        if (reading == null) {
            return List.of(
                    Cell.ours(source.word()),
                    Cell.ours(unread(source, question.organization())),
                    Cell.NONE,
                    Cell.NONE,
                    Cell.NONE);
        }
        Instant read = reading.succeededAt();
        LocalDate through = reading.dataThrough();
        String detail = reading.detail();
        return List.of(
                Cell.ours(source.word()),
                Cell.ours(word(reading, question)),
                read == null ? neverRead(reading) : Cell.ours(ago(read, now)),
                through == null ? Cell.NONE : Cell.ours(Dates.day(through)),
                detail == null ? Cell.NONE : Cell.text(detail, MAX_DETAIL_LENGTH));
    }

    /** How it is with a source of which nothing is noted. */
    public static String unread(Source source, Organization organization) {
        return switch (source) {
            case BILLING -> organization.grants(BillingSync.PERMISSION) ? "not read yet" : "not permitted (optional)";
            case HISTORY -> "follows the first load";
            case POSTS -> organization.firstSummaryAt() == null ? "nothing posted yet" : "posted";
            case DIRECTORY, GOVERNANCE, POLICY, SEATS, USAGE -> "not read yet";
        };
    }

    /** Whoever is still at the past for the first time has not read all of it, and yet not nothing. */
    private static Cell neverRead(SourceStatus reading) {
        return reading.source() == Source.HISTORY && reading.outcome() == SourceStatus.Outcome.LATER
                ? Cell.NONE
                : Cell.ours("never");
    }

    /** The outcome of a reading, and whether what it gave is old; as markdown. */
    public static String word(SourceStatus reading, CommandContext question) {
        boolean old = StatusSentence.stale(question)
                .anyMatch(stale -> stale.source() == reading.source() && stale.last() != null);
        return old && reading.outcome() == SourceStatus.Outcome.READ ? "**no new data**" : word(reading);
    }

    private static String word(SourceStatus reading) {
        Instant succeeded = reading.succeededAt();
        return switch (reading.source()) {
            case HISTORY -> reading.outcome() == SourceStatus.Outcome.LATER ? "reading" : word(reading.outcome());
            case POSTS ->
                reading.outcome() == SourceStatus.Outcome.READ && succeeded != null
                        ? "last on " + Dates.day(LocalDate.ofInstant(succeeded, ZoneOffset.UTC))
                        : word(reading.outcome());
            case DIRECTORY, GOVERNANCE, POLICY, SEATS, USAGE, BILLING -> word(reading.outcome());
        };
    }

    private static String word(SourceStatus.Outcome outcome) {
        return switch (outcome) {
            case READ -> "read";
            case NO_DATA -> "nothing there yet";
            case LATER -> "waiting, will resume automatically";
            case ASK_A_PERSON -> "**needs a person**";
            case FAILED -> "**failed**";
        };
    }

    static List<NeededPermission> lacking(CommandContext question) {
        return NeededPermission.lacking(question.organization().permissions(), question.readings());
    }

    /** Which permissions are missing, as markdown. */
    public static String permissions(CommandContext question) {
        List<NeededPermission> missing = lacking(question);
        if (missing.isEmpty()) {
            return refused(question).isEmpty()
                    ? "Permissions: all granted.\n\n"
                    : "Permissions: all granted at the last check, but GitHub refuses "
                            + String.join(", ", refused(question)) + ": see there.\n\n";
        }
        return missing.stream()
                        .map(needed ->
                                "- " + Markdown.code(needed.key() + ": " + needed.level()) + " for " + needed.purpose())
                        .collect(Collectors.joining(
                                "\n",
                                "**Permissions missing** (an owner accepts them under Settings, GitHub Apps):\n",
                                ""))
                + "\n\n";
    }

    /** What GitHub refuses for want of a permission; billing is optional. */
    private static List<String> refused(CommandContext question) {
        return question.readings().values().stream()
                .filter(reading -> reading.cause() == SourceStatus.Cause.PERMISSION)
                .map(SourceStatus::source)
                .filter(source -> source != Source.BILLING)
                .map(Source::word)
                .toList();
    }

    private static String policy(CommandContext question) {
        return question.inForce().broken()
                ? "**The policy file is broken** on the default branch ("
                        + Numbers.plural(question.inForce().problems().size(), "problem")
                        + "); the last valid one stays in force: " + Markdown.code(question.prefix() + " policy")
                        + "\n\n"
                : "";
    }

    private static String digest(ServiceStatus service) {
        DigestStatus digest = service.digest();
        return switch (digest.state()) {
            case OFF -> "";
            case FINE, WAITS -> "Digest in the chat: " + Markdown.text(digest.sentence()) + "\n\n";
            case NEEDS_A_PERSON ->
                "**The digest in the chat needs a person.** " + Markdown.text(digest.sentence()) + "\n\n";
        };
    }

    private static String queue(CommandContext question, ServiceStatus service) {
        int waiting = service.queue().stream().mapToInt(job -> job.jobs()).sum();
        String due = service.queue().stream()
                .filter(job -> isOverdue(job, question.now()))
                .map(job ->
                        Markdown.code(job.job()) + " for " + span(Duration.between(job.oldestDue(), question.now())))
                .collect(Collectors.joining(", "));
        return "Queue: " + Numbers.plural(waiting, "job") + (due.isEmpty() ? ", none overdue" : "; due: " + due)
                + ".\n\n" + dead(question, service);
    }

    /** What became due in these seconds, as a comment that was just written, is not late. */
    public static boolean isOverdue(JobStore.Waiting job, Instant now) {
        return job.oldestDue().isBefore(now.minus(AT_ONCE));
    }

    /** Which jobs were given up, as markdown. */
    public static String dead(CommandContext question, ServiceStatus service) {
        Instant last = service.lastDeath();
        if (last == null) {
            return "Jobs given up: none.\n\n";
        }
        String names = service.dead().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(dead -> Numbers.count(dead.getValue()) + " " + Markdown.code(dead.getKey()))
                .collect(Collectors.joining(", "));
        return "Jobs given up: " + names + ", the last " + ago(last, question.now())
                + ". The operator sees why in the log and replays them.\n\n";
    }

    private static String budgets(CommandContext question, ServiceStatus service) {
        if (service.budgets().isEmpty()) {
            return "";
        }
        return service.budgets().stream()
                        .map(left ->
                                "- " + Markdown.code(left.resource()) + ": " + Numbers.count(left.remaining()) + " of "
                                        + Numbers.count(left.limit()) + " left, full again "
                                        + in(left.reset(), question.now()))
                        .collect(Collectors.joining("\n", "GitHub's rate limits:\n", ""))
                + "\n";
    }

    private static String ago(Instant moment, Instant now) {
        return span(Duration.between(moment, now)) + " ago";
    }

    private static String in(Instant moment, Instant now) {
        return moment.isAfter(now) ? "in " + span(Duration.between(now, moment)) : "now";
    }

    private static String span(Duration time) {
        if (time.toSeconds() < 90) {
            return Numbers.plural(Math.max(0, time.toSeconds()), "second");
        }
        if (time.toMinutes() < 90) {
            return Numbers.plural(time.toMinutes(), "minute");
        }
        return time.toHours() < 48 ? Numbers.plural(time.toHours(), "hour") : Numbers.plural(time.toDays(), "day");
    }
}
