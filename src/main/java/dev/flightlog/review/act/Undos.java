package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An admin wants seats of a review given back. */
@Singleton
public class Undos {
    private final SeatUndo undo;
    private final ReviewItemStore items;
    private final ReviewIssue issue;
    private final SeatTrailStore trail;
    private final WriteAccess write;
    private final AccessRules access;
    private final Database database;
    private final InstantSource clock;

    Undos(
            SeatUndo undo,
            ReviewItemStore items,
            ReviewIssue issue,
            SeatTrailStore trail,
            WriteAccess write,
            AccessRules access,
            Database database,
            InstantSource clock) {
        this.undo = undo;
        this.items = items;
        this.issue = issue;
        this.trail = trail;
        this.write = write;
        this.access = access;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Gives seats back that have not ended.
     *
     * @param logins whose; none means everybody of the last review that took any
     * @throws dev.flightlog.github.GitHubException where the outcome is not known: the same comment or click asks again
     */
    public ReviewReply undo(Organization organization, Actor actor, Set<String> logins) {
        long org = organization.id();
        if (!actor.admin()) {
            return ReviewReply.adminsOnly();
        }
        Map<Integer, Set<Long>> wanted = asked(org, actor);
        if (wanted.isEmpty()) {
            Map<Integer, List<ReviewItem>> found = find(org, logins);
            if (found.isEmpty()) {
                return new Nothing("No such seat was taken back, or it has ended already.", "");
            }
            if (!WriteAccess.known(organization) || !write.now(organization)) {
                return byHand(organization, found);
            }
            ask(org, actor, found);
            wanted = asked(org, actor);
        }
        Map<Long, String> left = new HashMap<>();
        for (Map.Entry<Integer, Set<Long>> review : wanted.entrySet()) {
            left.putAll(undo.giveBack(organization, review.getKey(), review.getValue()));
            issue.publish(organization, review.getKey());
        }
        return told(organization, wanted, left);
    }

    /** By review: the people that this comment or click asked for before. */
    private Map<Integer, Set<Long>> asked(long org, Actor actor) {
        Map<Integer, Set<Long>> asked = new TreeMap<>();
        for (TrailEntry entry : trail.by(org, actor.origin(), Action.UNDO_ASKED)) {
            entry.subject()
                    .ifPresent(who -> asked.computeIfAbsent(entry.review().orElse(0), _ -> new HashSet<>())
                            .add(who.personId()));
        }
        return asked;
    }

    private Map<Integer, List<ReviewItem>> find(long org, Set<String> logins) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<Integer, List<ReviewItem>> running = items.removedAndRunning(org, today);
        Map<Integer, List<ReviewItem>> found = new TreeMap<>();
        Set<String> wanted = logins.stream()
                .map(login -> login.toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toSet());
        for (Map.Entry<Integer, List<ReviewItem>> review : running.entrySet()) {
            List<ReviewItem> those = review.getValue().stream()
                    .filter(item -> item.state() instanceof ItemState.Removed)
                    .filter(item ->
                            wanted.isEmpty() || wanted.contains(item.login().toLowerCase(java.util.Locale.ROOT)))
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

    private void ask(long org, Actor actor, Map<Integer, List<ReviewItem>> found) {
        database.transact(() -> found.forEach((number, list) -> list.forEach(item -> trail.add(
                org,
                TrailEntry.ofSeat(
                        clock.instant(),
                        Action.UNDO_ASKED,
                        Optional.of(actor.who()),
                        number,
                        new Who(item.personId(), item.login()),
                        ""),
                actor.origin()))));
    }

    private ReviewReply byHand(Organization organization, Map<Integer, List<ReviewItem>> found) {
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

    private ReviewReply told(Organization organization, Map<Integer, Set<Long>> wanted, Map<Long, String> left) {
        int asked = wanted.values().stream().mapToInt(Set::size).sum();
        int back = asked - left.size();
        String sentence = Numbers.plural(back, "seat") + (back == 1 ? " goes" : " go") + " on.";
        String rest = left.isEmpty() ? "" : rest(organization, wanted, left);
        return back == 0 ? new Refused("No seat was given back.", rest) : new Done(sentence, rest);
    }

    private String rest(Organization organization, Map<Integer, Set<Long>> wanted, Map<Long, String> left) {
        boolean named = access.mayName(organization);
        List<String> lines = new ArrayList<>();
        wanted.keySet()
                .forEach(number -> items.of(organization.id(), number).stream()
                        .filter(item -> left.containsKey(item.personId()))
                        .forEach(item -> lines.add("- " + (named ? Markdown.code(item.login()) + ": " : "")
                                + Markdown.text(left.getOrDefault(item.personId(), "")))));
        return lines.stream().distinct().collect(Collectors.joining("\n"));
    }
}
