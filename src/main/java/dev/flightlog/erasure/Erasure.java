package dev.flightlog.erasure;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.webhook.SetAsidePayloads;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets what the policy no longer lets us keep: old days, people who left, organizations that are gone. */
@Singleton
public class Erasure {
    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    private final Retention usage;
    private final DirectoryStore directory;
    private final ErasureStore store;
    private final SetAsidePayloads payloads;

    Erasure(Retention usage, DirectoryStore directory, ErasureStore store, SetAsidePayloads payloads) {
        this.payloads = payloads;
        this.usage = usage;
        this.directory = directory;
        this.store = store;
    }

    /** @param retention how long usage is kept, and how long people and organizations after they left */
    public void apply(Organization organization, Duration retention, Instant now) {
        Instant limit = now.minus(retention);
        if (organization.state() == Organization.State.REMOVED && store.removedBefore(organization.id(), limit)) {
            usage.eraseOrganization(organization.id());
            store.eraseOrganization(organization.id());
            LOG.info("organization {} was removed long enough ago: all of its data are erased", organization.login());
            return;
        }
        usage.apply(organization.id(), LocalDate.ofInstant(limit, ZoneOffset.UTC));
        store.eraseBefore(organization.id(), limit);
        Set<Long> people = new HashSet<>(directory.leftBefore(organization.id(), limit));
        people.addAll(store.neverListed(organization.id(), limit));
        if (!people.isEmpty()) {
            erase(organization.id(), people);
        }
    }

    private void erase(long org, Set<Long> people) {
        try {
            usage.erasePeople(org, people);
            store.erasePeople(org, people);
            payloads.forget(people, Set.of());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
