package dev.flightlog.review.act;

import dev.flightlog.database.Database;
import dev.flightlog.review.ReviewItem;
import dev.flightlog.review.TrailEntry;
import dev.flightlog.review.TrailEntry.Action;
import dev.flightlog.review.Who;
import dev.flightlog.review.store.SeatTrailStore;
import jakarta.inject.Singleton;
import java.time.InstantSource;
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
        database.transact(() -> people.forEach(
                (number, list) -> list.forEach(item -> add(org, actor, Action.UNDO_ASKED, number, item, ""))));
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
                    add(org, actor, Action.NOT_UNDONE, number, item, why);
                }
            }));
        });
    }

    private void add(long org, Actor actor, Action action, int number, ReviewItem item, String detail) {
        Who subject = new Who(item.personId(), item.login());
        trail.add(
                org,
                TrailEntry.ofSeat(clock.instant(), action, Optional.of(actor.who()), number, subject, detail),
                actor.origin());
    }
}
