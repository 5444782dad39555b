package dev.flightlog.fake.model;

import java.util.List;
import java.util.Optional;

/** Something that people react to. */
public interface Reactable {
    long id();

    List<Reaction> reactions();

    void addReaction(Reaction reaction);

    void removeReaction(Reaction reaction);

    /** The reaction of that person with that content. */
    default Optional<Reaction> reaction(Person by, String content) {
        return reactions().stream()
                .filter(each -> each.by().id() == by.id() && each.content().equals(content))
                .findFirst();
    }

    /** The contents of the reactions of one account, in the order in which they were set. */
    default List<String> reactionsOf(Person by) {
        return reactions().stream()
                .filter(each -> each.by().id() == by.id())
                .map(Reaction::content)
                .toList();
    }
}
