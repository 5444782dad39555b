package dev.flightlog.fake.model;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The App installed on an organization: what it may do, and in which repositories. */
public final class Installation {
    private final long id;
    private final Organization organization;
    private final Instant createdAt;
    private final Map<String, String> permissions;
    private final Set<String> onceGranted = ConcurrentHashMap.newKeySet();
    private final Set<Long> selected = ConcurrentHashMap.newKeySet();
    private volatile boolean allRepositories = true;
    private volatile @Nullable Instant suspendedAt;
    private volatile int hourlyBudget = 15_000;

    Installation(long id, Organization organization, Map<String, String> permissions, Instant createdAt) {
        this.id = id;
        this.organization = organization;
        this.permissions = new ConcurrentSkipListMap<>(permissions);
        this.createdAt = createdAt;
    }

    public long id() {
        return id;
    }

    public Organization organization() {
        return organization;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Map<String, String> permissions() {
        return new LinkedHashMap<>(permissions);
    }

    /** Gives a permission at {@code read} or {@code write}. */
    public void grant(String permission, String level) {
        permissions.put(permission, level);
        onceGranted.add(permission + ":" + level);
    }

    /** Whether somebody gave it beyond what the App asks for; a client may not know yet that it was taken back. */
    public boolean wasGranted(String permission, String level) {
        return onceGranted.contains(permission + ":" + level);
    }

    /** Takes a permission away, as an owner may; calls that need it get 403 without being a violation. */
    public void revoke(String permission) {
        permissions.remove(permission);
    }

    public Optional<Instant> suspendedAt() {
        return Optional.ofNullable(suspendedAt);
    }

    public void suspend(@Nullable Instant at) {
        suspendedAt = at;
    }

    public int hourlyBudget() {
        return hourlyBudget;
    }

    /** Sets the requests an hour that this installation may make. */
    public void hourlyBudget(int requests) {
        hourlyBudget = requests;
    }

    public boolean allRepositories() {
        return allRepositories;
    }

    /** From now on only these repositories are granted. */
    public void selectOnly(Repository... repositories) {
        allRepositories = false;
        selected.clear();
        for (Repository repository : repositories) {
            selected.add(repository.id());
        }
    }

    public void select(Repository repository) {
        selected.add(repository.id());
    }

    public void deselect(Repository repository) {
        selected.remove(repository.id());
    }

    public boolean sees(Repository repository) {
        return repository.organization().filter(organization::equals).isPresent()
                && (allRepositories || selected.contains(repository.id()));
    }

    public List<Repository> repositories() {
        return organization.repositories().stream().filter(this::sees).toList();
    }
}
