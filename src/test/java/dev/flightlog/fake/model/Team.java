package dev.flightlog.fake.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A team of an organization, maybe with a parent. */
public final class Team {
    /** A person in a listing of the team; inherited when they come from a child team. */
    public record TeamMember(Person person, String role, boolean inherited) {}

    private final long id;
    private final Organization organization;
    private final Map<Long, TeamMember> own = new ConcurrentSkipListMap<>();
    private volatile String name;
    private volatile String slug;
    private final @Nullable Team parent;
    private volatile String description = "";
    private volatile boolean secret;

    Team(long id, Organization organization, String name, String slug, @Nullable Team parent) {
        this.id = id;
        this.organization = organization;
        this.name = name;
        this.slug = slug;
        this.parent = parent;
    }

    public long id() {
        return id;
    }

    public Organization organization() {
        return organization;
    }

    public String name() {
        return name;
    }

    public String slug() {
        return slug;
    }

    public String description() {
        return description;
    }

    public Optional<Team> parent() {
        return Optional.ofNullable(parent);
    }

    public void describe(String text) {
        description = text;
    }

    public boolean secret() {
        return secret;
    }

    /** Shows it to its members and to owners only. */
    public Team hide() {
        secret = true;
        return this;
    }

    public void rename(String newName, String newSlug) {
        name = newName;
        slug = newSlug;
    }

    public Team add(Person person) {
        return add(person, "member");
    }

    /** Adds somebody as {@code member} or {@code maintainer}. */
    public Team add(Person person, String role) {
        own.put(person.id(), new TeamMember(person, role, false));
        return this;
    }

    public void remove(Person person) {
        own.remove(person.id());
    }

    public List<TeamMember> ownMembers() {
        return List.copyOf(own.values());
    }

    public List<Team> children() {
        return organization.teams().stream()
                .filter(team -> team.parent().filter(this::equals).isPresent())
                .toList();
    }

    /** Own members and those of child teams, as GitHub lists them (github.md: Members and teams). */
    public List<TeamMember> members() {
        Map<Long, TeamMember> all = new TreeMap<>();
        children()
                .forEach(child -> child.members()
                        .forEach(
                                each -> all.put(each.person().id(), new TeamMember(each.person(), each.role(), true))));
        all.putAll(new LinkedHashMap<>(own));
        return List.copyOf(all.values());
    }

    public boolean has(Person person) {
        return members().stream().anyMatch(each -> each.person().id() == person.id());
    }
}
