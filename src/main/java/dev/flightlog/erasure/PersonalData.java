package dev.flightlog.erasure;

import dev.flightlog.webhook.SetAsidePayloads;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/** What is stored about one person: to be handed out, and to be erased when the person asks for it. */
@Singleton
public class PersonalData {
    private final Retention usage;
    private final ErasureStore store;
    private final SetAsidePayloads payloads;

    PersonalData(Retention usage, ErasureStore store, SetAsidePayloads payloads) {
        this.usage = usage;
        this.store = store;
        this.payloads = payloads;
    }

    /**
     * The people that an id or a login means, in every organization; former logins count too.
     *
     * @param word GitHub's id of the person, or a login in any case
     */
    public List<StoredPerson> find(String word) {
        return word.matches("[0-9]{1,18}") ? store.byId(Long.parseLong(word)) : store.byLogin(word);
    }

    /** Rows of each table that is about the person; tables without any are left out. */
    public SortedMap<String, Integer> count(StoredPerson person) {
        return store.rowsOf(person.organizationId(), person.id());
    }

    /** Hands over every row, as one JSON object a line with the table's name in {@code table}. */
    public void export(StoredPerson person, Consumer<String> line) {
        store.export(person.organizationId(), person.id(), line);
    }

    /**
     * Erases every row, takes the person out of the archived reports, and forgets payloads of webhooks that were set
     * aside and name the person. Figures about groups stay as they were
     * counted.
     *
     * @return rows that were erased, by table
     */
    public Map<String, Integer> forget(StoredPerson person) {
        SortedMap<String, Integer> found = count(person);
        Set<String> logins = store.loginsOf(person.organizationId(), person.id());
        try {
            usage.erasePeople(person.organizationId(), Set.of(person.id()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        store.erasePeople(person.organizationId(), Set.of(person.id()));
        int setAside = payloads.forget(Set.of(person.id()), logins);
        if (setAside > 0) {
            found.put("delivery", setAside);
        }
        return found;
    }
}
