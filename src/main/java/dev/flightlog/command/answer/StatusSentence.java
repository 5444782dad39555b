package dev.flightlog.command.answer;

import dev.flightlog.cost.BillingSync;
import dev.flightlog.digest.DigestStatus;
import dev.flightlog.health.DataProblem;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.text.Dates;
import dev.flightlog.text.Numbers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong, in one line; the same for command and page. Pure. */
public final class StatusSentence {
    private StatusSentence() {}

    /** What is wrong, or that all is well. */
    public static String of(CommandContext question, ServiceStatus service) {
        List<String> wrong = question.readings().values().stream()
                .filter(StatusSentence::needsAPerson)
                .map(SourceStatus::source)
                .filter(source -> isWanted(source, question))
                .sorted()
                .map(Source::word)
                .toList();
        int missing = StatusMarkdown.lacking(question).size();
        boolean broken = question.inForce().broken();
        int dead = service.dead().values().stream().mapToInt(Integer::intValue).sum();
        String unread = unread(question);
        String old = old(question);
        String waiting = waiting(question);
        boolean digest = service.digest().state() == DigestStatus.State.NEEDS_A_PERSON;
        if (!digest
                && wrong.isEmpty()
                && missing == 0
                && !broken
                && dead == 0
                && unread.isEmpty()
                && old.isEmpty()
                && waiting.isEmpty()) {
            return pastIsRead(question) ? "All is well." : "Nothing is wrong; older days are still to be read.";
        }
        List<String> words = Stream.of(
                        wrong.isEmpty()
                                ? ""
                                : Numbers.plural(wrong.size(), "source") + (wrong.size() == 1 ? " needs" : " need")
                                        + " a person (" + String.join(", ", wrong) + ")",
                        missing == 0 ? "" : Numbers.plural(missing, "permission") + " missing",
                        broken ? "the policy file is broken" : "",
                        dead == 0 ? "" : Numbers.plural(dead, "job") + " given up",
                        digest ? "the digest needs a person" : "",
                        old,
                        waiting,
                        unread)
                .filter(part -> !part.isEmpty())
                .toList();
        return capital(String.join(", ", words)) + ".";
    }

    /** Sources that could not be read, or posted to, the last time: a rate limit, an outage, a broken report. */
    private static String waiting(CommandContext question) {
        List<Source> sources = question.readings().values().stream()
                .filter(reading -> reading.outcome() == SourceStatus.Outcome.LATER)
                .filter(reading -> isWanted(reading.source(), question))
                .filter(reading -> reading.succeededAt() != null || isOptionalAtFirst(reading.source()))
                .map(SourceStatus::source)
                .sorted()
                .toList();
        String read = sources.stream()
                .filter(source -> source != Source.POSTS)
                .map(Source::word)
                .collect(Collectors.joining(", "));
        return Stream.of(
                        read.isEmpty() ? "" : "waiting to be read again: " + read,
                        sources.contains(Source.POSTS) ? "posts wait for GitHub" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** What an owner did not grant is not missed. */
    private static boolean isWanted(Source source, CommandContext question) {
        return source != Source.BILLING || question.organization().grants(BillingSync.PERMISSION);
    }

    /** Of sources that the first load waits for, {@link #unread} says that they were never read; the past has words of its own. */
    private static boolean isOptionalAtFirst(Source source) {
        return source != Source.HISTORY && !SourceStatusStore.FIRST_LOAD.contains(source);
    }

    /** Sources of the first load that were never read and are waited for; GitHub having nothing yet is an answer. */
    private static String unread(CommandContext question) {
        List<String> sources = SourceStatusStore.FIRST_LOAD.stream()
                .filter(source -> {
                    SourceStatus reading = question.readings().get(source);
                    return reading == null || reading.succeededAt() == null && !needsAPerson(reading);
                })
                .map(Source::word)
                .toList();
        return sources.isEmpty() ? "" : "never read yet: " + String.join(", ", sources);
    }

    /** Sources whose data stopped though nothing refuses them, as the check and the alert decide. */
    private static String old(CommandContext question) {
        return stale(question)
                .filter(stale -> stale.last() != null)
                .map(stale -> "no new " + stale.source().word() + " data since " + Dates.day(stale.last()))
                .collect(Collectors.joining(", "));
    }

    static Stream<DataProblem.Stale> stale(CommandContext question) {
        return DataProblem.of(question.readings(), question.organization().permissions(), question.now()).stream()
                .filter(DataProblem.Stale.class::isInstance)
                .map(DataProblem.Stale.class::cast);
    }

    /** False while the first reading of the past has not come to its end. */
    private static boolean pastIsRead(CommandContext question) {
        SourceStatus history = question.readings().get(Source.HISTORY);
        return history != null && history.succeededAt() != null;
    }

    private static boolean needsAPerson(SourceStatus reading) {
        return reading.outcome() == SourceStatus.Outcome.ASK_A_PERSON
                || reading.outcome() == SourceStatus.Outcome.FAILED;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
