package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.store.SeatTrailStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes down in the audit trail who asked to have seats given back, and what was not done of it. */
@Singleton
class UndoLog {
    private final SeatTrailStore trail;
    private final Database database;
    private final InstantSource clock;

    UndoLog(SeatTrailStore trail, Database database, InstantSource clock) {
        this.trail = trail;
        this.database = database;
        this.clock = clock;
    }

    /** By review: the people that this comment or click asked for before. */
    Map<Integer, Set<Long>> asked(long org, Actor actor) {
        Map<Integer, Set<Long>> asked = new TreeMap<>();
        for (TrailEntry entry : trail.by(org, actor.origin(), Action.UNDO_ASKED)) {
            entry.subject()
                    .ifPresent(who -> asked.computeIfAbsent(entry.review().orElse(0), _ -> new HashSet<>())
                            .add(who.personId()));
        }
        return asked;
    }

    void asked(long org, Actor actor, Map<Integer, List<ReviewItem>> people) {
        Instant now = clock.instant();
        database.transact(() -> people.forEach((number, list) -> list.forEach(item -> add(
                org,
                new SeatTrailStore.UndoAsked(number, who(item), actor.who(), actor.origin()),
                now,
                Action.UNDO_ASKED,
                ""))));
    }

    /** What was asked for and neither done nor found impossible yet; by review. */
    Map<Integer, List<SeatTrailStore.UndoAsked>> toDo(long org) {
        return trail.undosToDo(org).stream()
                .collect(Collectors.groupingBy(SeatTrailStore.UndoAsked::review, TreeMap::new, Collectors.toList()));
    }

    /** Why something that was asked for is not done, in words by person. */
    void notDone(long org, Collection<SeatTrailStore.UndoAsked> asked, Map<Long, String> reasons) {
        database.transact(() -> asked.forEach(each -> {
            String why = reasons.get(each.subject().personId());
            if (why != null) {
                add(org, each, clock.instant(), Action.NOT_UNDONE, why);
            }
        }));
    }

    /** Nothing is done for any of them. */
    void notDone(long org, Actor actor, Map<Integer, List<ReviewItem>> people, String why) {
        Map<Long, String> reasons = new HashMap<>();
        people.values().forEach(list -> list.forEach(item -> reasons.put(item.personId(), why)));
        notDone(org, actor, people, reasons);
    }

    /** Once for each person and comment or click, however often its job runs. */
    void notDone(long org, Actor actor, Map<Integer, List<ReviewItem>> people, Map<Long, String> reasons) {
        database.transact(() -> {
            Set<Long> logged = trail.by(org, actor.origin(), Action.NOT_UNDONE).stream()
                    .map(TrailEntry::subject)
                    .flatMap(Optional::stream)
                    .map(Who::personId)
                    .collect(Collectors.toSet());
            people.forEach((number, list) -> list.forEach(item -> {
                String why = reasons.get(item.personId());
                if (why != null && logged.add(item.personId())) {
                    add(
                            org,
                            new SeatTrailStore.UndoAsked(number, who(item), actor.who(), actor.origin()),
                            clock.instant(),
                            Action.NOT_UNDONE,
                            why);
                }
            }));
        });
    }

    private void add(long org, SeatTrailStore.UndoAsked asked, Instant at, Action action, String detail) {
        trail.add(
                org,
                TrailEntry.ofSeat(at, action, Optional.of(asked.by()), asked.review(), asked.subject(), detail),
                asked.origin());
    }

    private static Who who(ReviewItem item) {
        return new Who(item.personId(), item.login());
    }
}
