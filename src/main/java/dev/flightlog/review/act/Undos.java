package dev.flightlog.review.act;

import dev.flightlog.governance.AccessRules;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.ReviewDecisions;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.act.ReviewReply.Done;
import dev.flightlog.review.act.ReviewReply.Nothing;
import dev.flightlog.review.act.ReviewReply.Refused;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.text.ByHand;
import dev.flightlog.text.Numbers;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    private final ReviewItemStore items;
    private final ReviewIssue issue;
    private final WriteAccess write;
    private final AccessRules access;
    private final InstantSource clock;

    Undos(
            SeatUndo undo,
            UndoLog log,
            ReviewItemStore items,
            ReviewIssue issue,
            WriteAccess write,
            AccessRules access,
            InstantSource clock) {
        this.undo = undo;
        this.log = log;
        this.items = items;
        this.issue = issue;
        this.write = write;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Gives seats back that a review took and that have not ended.
     *
     * @param number of the review; without one any review for people that are named, and for everybody the last review
     *     that took any
     * @param logins whose; none means everybody
     * @throws dev.flightlog.github.GitHubException where the outcome is not known: the same comment or click asks again
     */
    public ReviewReply undo(Organization organization, Actor actor, Optional<Integer> number, Set<String> logins) {
        long org = organization.id();
        if (!actor.admin()) {
            return ReviewReply.adminsOnly();
        }
        Map<Integer, Set<Long>> wanted = log.asked(org, actor);
        boolean mayKnow = logins.isEmpty() || access.mayName(organization);
        if (wanted.isEmpty()) {
            Map<Integer, List<ReviewItem>> found = find(org, number, logins);
            if (!mayKnow && (!WriteAccess.known(organization) || !write.now(organization))) {
                return byHand(organization, actor, found);
            }
            if (!mayKnow && found.isEmpty()) {
                return goesOnIfTaken();
            }
            if (found.isEmpty()) {
                return new Nothing(
                        logins.isEmpty() ? "No seat that a review took still runs." : "There is no seat to give back.",
                        unknown(org, number, logins, found));
            }
            if (!WriteAccess.known(organization) || !write.now(organization)) {
                return byHand(organization, actor, found);
            }
            log.asked(org, actor, found);
            wanted = log.asked(org, actor);
        }
        Map<Integer, List<ReviewItem>> asked = new TreeMap<>();
        Map<Long, String> left = new HashMap<>();
        for (Map.Entry<Integer, Set<Long>> review : wanted.entrySet()) {
            left.putAll(undo.giveBack(organization, review.getKey(), review.getValue()));
            asked.put(
                    review.getKey(),
                    items.of(org, review.getKey()).stream()
                            .filter(item -> review.getValue().contains(item.personId()))
                            .toList());
        }
        log.notDone(org, actor, asked, left);
        asked.keySet().forEach(review -> issue.publish(organization, review));
        if (!mayKnow) {
            return goesOnIfTaken();
        }
        return replyAbout(organization, asked, left, unknown(org, number, logins, asked));
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

    /** A line for each login that was written and whose seat is not among those that are given back. */
    private String unknown(
            long org, Optional<Integer> number, Set<String> logins, Map<Integer, List<ReviewItem>> found) {
        Set<String> known = found.values().stream()
                .flatMap(List::stream)
                .map(item -> lowerCase(item.login()))
                .collect(Collectors.toSet());
        return logins.stream()
                .filter(login -> !known.contains(lowerCase(login)))
                .sorted()
                .map(login -> "- " + Markdown.code(login) + ": "
                        + items.latestOf(org, number.orElse(null), login)
                                .map(item -> why(item.state()))
                                .orElse("no review took this seat"))
                .collect(Collectors.joining("\n"));
    }

    /** Why a seat that is in a review's list is not given back. */
    private String why(ItemState state) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return switch (state) {
            case ItemState.Undone _ -> "the seat was given back already";
            case ItemState.Undoing _ -> "the seat is being given back already";
            case ItemState.Removing _ ->
                "GitHub has not said yet whether it took this seat; write undo when it is removed";
            case ItemState.Kept _ -> "no review took this seat: it was kept";
            case ItemState.LeftOut(var why) -> "no review took this seat: " + why.text();
            case ItemState.Failed _ -> "no review took this seat: GitHub did not take it back";
            case ItemState.Candidate _ -> "no review took this seat yet";
            case ItemState.Removed(LocalDate endsOn, var by, var _) ->
                endsOn.isBefore(today)
                        ? "the seat has ended"
                        : switch (by) {
                            case PEOPLE ->
                                "the seat was cancelled by hand, not by a review; an owner can let it go on under"
                                        + " Settings, Copilot, Access";
                            case REVIEW -> "another review took this seat";
                        };
        };
    }

    private static Set<String> lowerCase(Set<String> logins) {
        return logins.stream().map(Undos::lowerCase).collect(Collectors.toSet());
    }

    private static String lowerCase(String login) {
        return login.toLowerCase(Locale.ROOT);
    }

    private ReviewReply byHand(Organization organization, Actor actor, Map<Integer, List<ReviewItem>> found) {
        log.notDone(organization.id(), actor, found, "the app may read seats, not write them");
        found.keySet().forEach(review -> issue.publish(organization, review));
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

    private ReviewReply replyAbout(
            Organization organization, Map<Integer, List<ReviewItem>> asked, Map<Long, String> left, String unknown) {
        int seats = asked.values().stream().mapToInt(List::size).sum();
        int back = seats - left.size();
        String sentence = Numbers.plural(back, "seat") + (back == 1 ? " goes" : " go") + " on.";
        String rest = List.of(rest(organization, asked, left), unknown).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        return back == 0 ? new Refused("No seat was given back.", rest) : new Done(sentence, rest);
    }

    private String rest(Organization organization, Map<Integer, List<ReviewItem>> asked, Map<Long, String> left) {
        boolean named = access.mayName(organization);
        List<String> lines = new ArrayList<>();
        asked.values().stream()
                .flatMap(List::stream)
                .filter(item -> left.containsKey(item.personId()))
                .forEach(item -> lines.add("- " + (named ? Markdown.code(item.login()) + ": " : "")
                        + Markdown.text(left.getOrDefault(item.personId(), ""))));
        return lines.stream().distinct().collect(Collectors.joining("\n"));
    }
}
