package dev.flightlog.review.act;

import dev.flightlog.github.GitHubException;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.ItemState;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.store.ReviewItemStore;
import dev.flightlog.review.store.SeatTrailStore;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives back what people asked for: by a page, or by a comment whose own job did not get to the end. Whatever was asked for
 * stays to be done until the audit trail says that it was, or why not.
 */
@Singleton
class AskedUndos {
    private final UndoLog log;
    private final SeatUndo undo;
    private final WriteAccess write;
    private final ReviewItemStore items;

    AskedUndos(UndoLog log, SeatUndo undo, WriteAccess write, ReviewItemStore items) {
        this.log = log;
        this.undo = undo;
        this.write = write;
        this.items = items;
    }

    /** Reviews of which seats are to be given back. */
    Set<Integer> reviews(long org) {
        return log.toDo(org).keySet();
    }

    /** What kept some of it from being done now; nothing where all is done, or is looked up later. */
    Optional<GitHubException> giveBack(Organization organization) {
        Optional<GitHubException> away = Optional.empty();
        for (Map.Entry<Integer, List<SeatTrailStore.UndoAsked>> review :
                log.toDo(organization.id()).entrySet()) {
            try {
                giveBack(organization, review.getKey(), review.getValue());
            } catch (GitHubException failed) {
                away = Optional.of(failed);
            }
        }
        return away;
    }

    private void giveBack(Organization organization, int number, List<SeatTrailStore.UndoAsked> asked) {
        long org = organization.id();
        Set<Long> removed = items.of(org, number).stream()
                .filter(item -> item.state() instanceof ItemState.Removed)
                .map(ReviewItem::personId)
                .collect(Collectors.toSet());
        List<SeatTrailStore.UndoAsked> next = asked.stream()
                .filter(each -> removed.contains(each.subject().personId()))
                .toList();
        if (next.isEmpty()) {
            return;
        }
        Set<Long> people = next.stream().map(each -> each.subject().personId()).collect(Collectors.toSet());
        if (write.now(organization)) {
            undo.giveBack(organization, number, people).ifPresent(why -> log.notDone(org, next, why));
        } else {
            Map<Long, String> why = new HashMap<>();
            people.forEach(person -> why.put(person, "the app may read seats, not write them"));
            log.notDone(org, next, why);
        }
    }
}
