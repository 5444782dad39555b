package dev.flightlog.web.review;

import dev.flightlog.command.CommandLogStore;
import dev.flightlog.command.Outcome;
import dev.flightlog.github.GitHubException;
import dev.flightlog.governance.Role;
import dev.flightlog.review.Who;
import dev.flightlog.review.act.Actor;
import dev.flightlog.review.act.ReviewReply;
import dev.flightlog.session.PageRefusedException;
import dev.flightlog.session.SignedIn;
import dev.flightlog.web.Markup;
import dev.flightlog.web.Notice;
import dev.flightlog.web.Visit;
import dev.flightlog.web.Visits;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what a button asks for, by the rules of the command that asks for the same, and writes it into the audit trail. */
@Singleton
class Clicks {
    private static final Logger LOG = LoggerFactory.getLogger(Clicks.class);

    private final Visits visits;
    private final CommandLogStore log;
    private final InstantSource clock;

    Clicks(Visits visits, CommandLogStore log, InstantSource clock) {
        this.visits = visits;
        this.log = log;
        this.clock = clock;
    }

    /** What came of it, for the page that is shown next. */
    record Answer(Visit visit, HttpStatus status, Notice notice) {}

    /**
     * Asks GitHub who the visitor is at this moment, decides, and acts.
     *
     * @param command what follows the prefix, such as {@code keep ada}
     * @param act the same that the command does
     */
    Answer click(
            SignedIn person, String org, String command, Map<String, String> form, Function<Step, ReviewReply> act) {
        return click(person, org, command, command, form, act);
    }

    /**
     * As {@link #click(SignedIn, String, String, Map, Function)}, for what is asked by a rule of its own.
     *
     * @param rule the command whose rule decides whether the visitor may
     * @param command what was asked, as the audit trail records it
     */
    Answer click(
            SignedIn person,
            String org,
            String rule,
            String command,
            Map<String, String> form,
            Function<Step, ReviewReply> act) {
        Visit visit = visits.openForChange(person, org, rule);
        Actor actor = new Actor(
                new Who(person.personId(), person.login()),
                visit.admin(),
                "click " + person.personId() + " " + once(form));
        Answer answer = answer(visit, actor, act);
        String[] words = command.split(" ", 2);
        log.notePageAction(
                visit.org(),
                person.login(),
                person.personId(),
                visit.admin() ? Role.ADMIN : Role.MEMBER,
                words[0],
                words.length > 1 ? words[1] : "",
                switch (answer.status()) {
                    case OK -> Outcome.ANSWERED;
                    case CONFLICT -> Outcome.REFUSED;
                    default -> Outcome.FAILED;
                },
                clock.instant());
        return answer;
    }

    /** Who clicked where. */
    record Step(Visit visit, Actor actor) {}

    private static Answer answer(Visit visit, Actor actor, Function<Step, ReviewReply> act) {
        try {
            return switch (act.apply(new Step(visit, actor))) {
                case ReviewReply.Done(String sentence, String body) ->
                    answer(visit, HttpStatus.OK, "good", sentence, body);
                case ReviewReply.Nothing(String sentence, String body) ->
                    answer(visit, HttpStatus.OK, "info", sentence, body);
                case ReviewReply.Refused(String sentence, String body) ->
                    answer(visit, HttpStatus.CONFLICT, "bad", sentence, body);
            };
        } catch (GitHubException away) {
            LOG.warn("a click could not be finished: {}", away.getMessage());
            return answer(
                    visit,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "bad",
                    "GitHub did not answer.",
                    "Whatever was sent is looked up within minutes, and this page shows it. Nothing is done twice if"
                            + " you try again.");
        } catch (PageRefusedException nothingHere) {
            throw nothingHere;
        } catch (RuntimeException failure) {
            UUID id = UUID.randomUUID();
            LOG.error("a click failed, error {}", id, failure);
            return answer(
                    visit,
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "bad",
                    "Something failed here.",
                    "The server's log says more under error `" + id
                            + "`. This page shows what was done. Nothing is done twice if you try again.");
        }
    }

    private static Answer answer(Visit visit, HttpStatus status, String tone, String sentence, String body) {
        return new Answer(visit, status, new Notice(tone, Markup.inline(sentence, visit), Markup.of(body, visit)));
    }

    /** The number of a form; one sent without it counts as a click of its own. */
    private static String once(Map<String, String> form) {
        try {
            return UUID.fromString(form.getOrDefault(Buttons.ONCE, "")).toString();
        } catch (IllegalArgumentException none) {
            return UUID.randomUUID().toString();
        }
    }

    /** What somebody wrote, in one line and not endless; nothing where it is empty. */
    static Optional<String> words(Map<String, String> form, String field) {
        String text = form.getOrDefault(field, "").replaceAll("\\s+", " ").strip();
        String cut = text.codePointCount(0, text.length()) > Buttons.MAX_REASON_LENGTH
                ? text.substring(0, text.offsetByCodePoints(0, Buttons.MAX_REASON_LENGTH))
                : text;
        return cut.isEmpty() ? Optional.empty() : Optional.of(cut);
    }
}
