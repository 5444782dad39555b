package dev.flightlog.review.act;

import dev.flightlog.governance.AccessRules;
import dev.flightlog.jobs.JobQueue;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationJob;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.act.ReviewReply.Done;
import dev.flightlog.review.act.ReviewReply.Nothing;
import dev.flightlog.review.act.ReviewReply.Refused;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.store.SeatTrailStore;
import dev.flightlog.review.text.ByHand;
import dev.flightlog.text.Numbers;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An admin wants seats of a review given back. */
@Singleton
public class Undos {
    private final SeatUndo undo;
    private final UndoLog log;
    private final UndoWords words;
    private final ReviewItemStore items;
    private final ReviewIssue issue;
    private final WriteAccess write;
    private final AccessRules access;
    private final JobQueue jobs;
    private final InstantSource clock;

    Undos(
            SeatUndo undo,
            UndoLog log,
            UndoWords words,
            ReviewItemStore items,
            ReviewIssue issue,
            WriteAccess write,
            AccessRules access,
            JobQueue jobs,
            InstantSource clock) {
        this.undo = undo;
        this.log = log;
        this.words = words;
        this.items = items;
        this.issue = issue;
        this.write = write;
        this.access = access;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Notes who wants which seats given back: the review's job does it, and its issue tells what came of it. For pages.
     *
     * @param logins whose; none means everybody
     * @throws dev.flightlog.github.GitHubException when GitHub does not say whether seats may be written; nothing is noted
     */
    public ReviewReply ask(Organization organization, Actor actor, int number, Set<String> logins) {
        long org = organization.id();
        Optional<ReviewReply> answer = note(organization, actor, Optional.of(number), logins);
        moveOn(org);
        return answer.orElseGet(() -> mayKnow(organization, logins) ? asked(log.asked(org, actor)) : goesOnIfTaken());
    }

    private static ReviewReply asked(Map<Integer, Set<Long>> people) {
        int seats = people.values().stream().mapToInt(Set::size).sum();
        return new Done(
                "GitHub is asked to let " + Numbers.plural(seats, "seat") + " go on.",
                "That takes a minute or two; this page and the review's issue say what came of it.");
    }

    /**
     * Gives seats back that a review took and that have not ended. For a job, which is run again where it fails.
     *
     * @param number of the review; without one any review for people that are named, and for everybody the last review
     *     that took any
     * @param logins whose; none means everybody
     * @throws dev.flightlog.github.GitHubException where the outcome is not known: the same comment asks again
     */
    public ReviewReply undo(Organization organization, Actor actor, Optional<Integer> number, Set<String> logins) {
        Optional<ReviewReply> answer = note(organization, actor, number, logins);
        if (answer.isPresent()) {
            moveOn(organization.id());
            return answer.get();
        }
        long org = organization.id();
        Map<Integer, List<ReviewItem>> asked = new TreeMap<>();
        Map<Long, String> left = new HashMap<>();
        Map<Long, String> told = new HashMap<>();
        for (Map.Entry<Integer, Set<Long>> review : log.asked(org, actor).entrySet()) {
            Optional<Map<Long, String>> why = undo.giveBack(organization, review.getKey(), review.getValue());
            List<ReviewItem> items = items(org, review.getKey(), review.getValue());
            asked.put(review.getKey(), items);
            for (ReviewItem item : items) {
                if (item.state() instanceof ItemState.Removed) {
                    String reason = why.map(known -> known.getOrDefault(item.personId(), ""))
                            .orElse("GitHub's list of seats was not whole; ask again in a while");
                    left.put(item.personId(), reason.isEmpty() ? "GitHub's list shows that it was not" : reason);
                    if (!reason.isEmpty()) {
                        told.put(item.personId(), reason);
                    }
                }
            }
        }
        // What GitHub contradicts was written down when its list was read.
        log.notDone(org, actor, asked, told);
        asked.keySet().forEach(review -> issue.publish(organization, review));
        return mayKnow(organization, logins)
                ? words.about(organization, asked, left, words.unknown(org, number, logins, asked))
                : goesOnIfTaken();
    }

    private List<ReviewItem> items(long org, int number, Set<Long> people) {
        return items.of(org, number).stream()
                .filter(item -> people.contains(item.personId()))
                .toList();
    }

    /** Notes what is wanted, once for each comment or click. Why nothing is; nothing where seats are to be given back. */
    private Optional<ReviewReply> note(
            Organization organization, Actor actor, Optional<Integer> number, Set<String> logins) {
        long org = organization.id();
        if (!actor.admin()) {
            return Optional.of(ReviewReply.adminsOnly());
        }
        if (!log.asked(org, actor).isEmpty()) {
            return Optional.empty();
        }
        boolean mayKnow = mayKnow(organization, logins);
        Map<Integer, List<ReviewItem>> found = find(org, number, logins);
        if (found.isEmpty() && mayKnow) {
            return Optional.of(new Nothing(
                    logins.isEmpty() ? "No seat that a review took still runs." : "There is no seat to give back.",
                    words.unknown(org, number, logins, found)));
        }
        if (!write.now(organization)) {
            return Optional.of(byHand(organization, actor, found));
        }
        Map<Integer, List<ReviewItem>> news = withoutThoseAskedFor(org, found);
        if (news.isEmpty()) {
            return Optional.of(
                    mayKnow
                            ? new Done(
                                    "GitHub is asked to let " + (logins.size() == 1 ? "this seat" : "these seats")
                                            + " go on already.",
                                    "The review's issue says what came of it.")
                            : goesOnIfTaken());
        }
        log.asked(org, actor, news);
        return Optional.empty();
    }

    private Map<Integer, List<ReviewItem>> withoutThoseAskedFor(long org, Map<Integer, List<ReviewItem>> found) {
        Map<Integer, List<SeatTrailStore.UndoAsked>> toDo = log.toDo(org);
        Map<Integer, List<ReviewItem>> news = new TreeMap<>();
        found.forEach((number, list) -> {
            Set<Long> asked = toDo.getOrDefault(number, List.of()).stream()
                    .map(each -> each.subject().personId())
                    .collect(Collectors.toSet());
            List<ReviewItem> rest = list.stream()
                    .filter(item -> !asked.contains(item.personId()))
                    .toList();
            if (!rest.isEmpty()) {
                news.put(number, rest);
            }
        });
        return news;
    }

    private boolean mayKnow(Organization organization, Set<String> logins) {
        return logins.isEmpty() || access.mayName(organization);
    }

    private void moveOn(long org) {
        jobs.enqueue(ReviewJob.TYPE, new OrganizationJob(org));
    }

    /** The same for every login: where people are not named, nobody learns by it whose seat was taken. */
    private static ReviewReply goesOnIfTaken() {
        return new Done(
                "If a review took this person's seat and it still runs, GitHub was asked to let it go on.",
                "People are not named here, so this is said of every login. The figures show what was given back.");
    }

    private Map<Integer, List<ReviewItem>> find(long org, Optional<Integer> number, Set<String> logins) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Set<String> wanted = lowerCase(logins);
        Map<Integer, List<ReviewItem>> found = new TreeMap<>();
        for (Map.Entry<Integer, List<ReviewItem>> review :
                items.removedAndRunning(org, today).entrySet()) {
            List<ReviewItem> those = review.getValue().stream()
                    .filter(_ -> number.isEmpty() || number.get().equals(review.getKey()))
                    .filter(item -> ReviewDecisions.undoable(item.state(), today))
                    .filter(item -> wanted.isEmpty() || wanted.contains(lowerCase(item.login())))
                    .toList();
            if (!those.isEmpty()) {
                found.put(review.getKey(), those);
            }
            if (wanted.isEmpty() && !found.isEmpty()) {
                return found;
            }
        }
        return found;
    }

    private static Set<String> lowerCase(Set<String> logins) {
        return logins.stream().map(Undos::lowerCase).collect(Collectors.toSet());
    }

    static String lowerCase(String login) {
        return login.toLowerCase(Locale.ROOT);
    }

    private ReviewReply byHand(Organization organization, Actor actor, Map<Integer, List<ReviewItem>> found) {
        log.notDone(organization.id(), actor, found, "the app may read seats, not write them");
        List<String> logins = found.values().stream()
                .flatMap(List::stream)
                .map(ReviewItem::login)
                .toList();
        String how = access.mayName(organization)
                ? "An owner can run this with [GitHub's CLI](https://cli.github.com):\n\n"
                        + ByHand.assignment(organization.login(), logins)
                : "An owner can give the seats back under Settings, Copilot, Access.";
        return new Refused("The app may read seats here, not write them.", how);
    }
}
