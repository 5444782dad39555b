package dev.flightlog.fake;

import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.Team;
import dev.flightlog.fake.model.World;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What owners of an organization do in the settings; each act changes the model and sends its webhook. */
public final class Administrators {
    private final World world;
    private final FakeApp app;
    private final Tokens tokens;
    private final Events events;

    Administrators(World world, FakeApp app, Tokens tokens, Events events) {
        this.world = world;
        this.app = app;
        this.tokens = tokens;
        this.events = events;
    }

    private AccountShapes accounts() {
        return events.shapes().accounts();
    }

    private static Person owner(Organization organization) {
        return organization.members().stream()
                .filter(each -> each.role() == Member.Role.ADMIN)
                .findFirst()
                .or(() -> organization.members().stream().findFirst())
                .orElseThrow(() -> new IllegalStateException(organization.login() + " has no members"))
                .person();
    }

    /** Installs the App with all that it asks for, on all repositories. */
    public Installation installApp(Organization organization) {
        Installation installation = world.addInstallation(organization, app.permissions());
        sendInstallation("created", installation);
        return installation;
    }

    /** Installs the App on some repositories only. */
    public Installation installApp(Organization organization, Repository... repositories) {
        Installation installation = world.addInstallation(organization, app.permissions());
        installation.selectOnly(repositories);
        sendInstallation("created", installation);
        return installation;
    }

    public void uninstallApp(Installation installation) {
        world.remove(installation);
        tokens.revokeAllOf(installation);
        sendInstallation("deleted", installation);
    }

    public void suspend(Installation installation) {
        installation.suspend(world.now());
        sendInstallation("suspend", installation);
    }

    public void unsuspend(Installation installation) {
        installation.suspend(null);
        sendInstallation("unsuspend", installation);
    }

    /** Accepts a permission that the App newly asks for. */
    public void accept(Installation installation, String permission, String level) {
        installation.grant(permission, level);
        tokens.revokeAllOf(installation);
        sendInstallation("new_permissions_accepted", installation);
    }

    /** Takes a permission away; GitHub sends nothing then. */
    public void revoke(Installation installation, String permission) {
        installation.revoke(permission);
    }

    private void sendInstallation(String action, Installation installation) {
        events.sendInstallation(
                "installation",
                installation,
                owner(installation.organization()),
                "action",
                action,
                "repositories",
                installation.repositories().stream()
                        .map(events.shapes().repositories()::reference)
                        .toList(),
                "requester",
                null);
    }

    /** Grants the installation one more repository. */
    public void grant(Installation installation, Repository repository) {
        installation.select(repository);
        sendRepositories("added", installation, List.of(repository), List.of());
    }

    public void withdraw(Installation installation, Repository repository) {
        installation.deselect(repository);
        sendRepositories("removed", installation, List.of(), List.of(repository));
    }

    private void sendRepositories(
            String action, Installation installation, List<Repository> added, List<Repository> removed) {
        RepositoryShapes shapes = events.shapes().repositories();
        events.sendInstallation(
                "installation_repositories",
                installation,
                owner(installation.organization()),
                "action",
                action,
                "repository_selection",
                installation.allRepositories() ? "all" : "selected",
                "repositories_added",
                added.stream().map(shapes::reference).toList(),
                "repositories_removed",
                removed.stream().map(shapes::reference).toList(),
                "requester",
                null);
    }

    /** Makes a repository; an installation on all repositories is told of it. */
    public Repository createRepository(Organization organization, String name) {
        Repository repository = organization.addRepository(name);
        world.installationOf(organization)
                .filter(Installation::allRepositories)
                .ifPresent(installation -> sendRepositories("added", installation, List.of(repository), List.of()));
        events.send("repository", repository, owner(organization), "action", "created");
        return repository;
    }

    public void rename(Repository repository, String newName) {
        String before = repository.name();
        repository.rename(newName);
        sendRepository(
                repository, "renamed", Json.object("repository", Json.object("name", Json.object("from", before))));
    }

    public void renameDefaultBranch(Repository repository, String newName) {
        String before = repository.history().defaultBranch();
        repository.history().renameDefaultBranch(newName);
        sendRepository(repository, "edited", Json.object("default_branch", Json.object("from", before)));
    }

    public void delete(Repository repository) {
        sendRepository(repository, "deleted", null);
        repository.organization().ifPresent(organization -> organization.remove(repository));
    }

    public void archive(Repository repository) {
        repository.archive(true);
        sendRepository(repository, "archived", null);
    }

    /** Shows a repository to everybody. */
    public void publicize(Repository repository) {
        repository.setPrivate(false);
        sendRepository(repository, "publicized", null);
    }

    private void sendRepository(Repository repository, String action, @Nullable Object changes) {
        Person sender = owner(repository.organization().orElseThrow());
        if (changes == null) {
            events.send("repository", repository, sender, "action", action);
        } else {
            events.send("repository", repository, sender, "action", action, "changes", changes);
        }
    }

    /** Renames the organization: {@code organization.renamed} and {@code installation_target.renamed}. */
    public void rename(Organization organization, String newLogin) {
        String before = organization.login();
        organization.rename(newLogin);
        Object changes = Json.object("login", Json.object("from", before));
        events.send("organization", organization, owner(organization), "action", "renamed", "changes", changes);
        events.send(
                "installation_target",
                organization,
                owner(organization),
                "action",
                "renamed",
                "account",
                accounts().owner(organization),
                "changes",
                changes,
                "target_type",
                "Organization");
    }

    /** A new person joins the organization. */
    public Person addMember(Organization organization, String login, String name) {
        Person person = world.addPerson(login, name);
        return addMember(organization, person);
    }

    public Person addMember(Organization organization, Person person) {
        organization.addMember(person, Member.Role.MEMBER);
        sendMember(organization, "member_added", person);
        return person;
    }

    /** Somebody leaves: their teams' memberships end with webhooks of their own, then the membership itself. */
    public void removeMember(Organization organization, Person person) {
        organization.teams().stream()
                .filter(team -> team.ownMembers().stream()
                        .anyMatch(each -> each.person().id() == person.id()))
                .forEach(team -> removeFromTeam(team, person));
        Member before = organization.member(person.id()).orElseThrow();
        organization.remove(person);
        sendMembership(organization, "member_removed", before);
    }

    private void sendMember(Organization organization, String action, Person person) {
        sendMembership(organization, action, organization.member(person.id()).orElseThrow());
    }

    private void sendMembership(Organization organization, String action, Member member) {
        events.send(
                "organization",
                organization,
                owner(organization),
                "action",
                action,
                "membership",
                accounts().membership(organization, member));
    }

    public Team createTeam(Organization organization, String name, @Nullable Team parent) {
        Team team = organization.addTeam(name, parent);
        sendTeam(team, "created", null);
        return team;
    }

    public void renameTeam(Team team, String newName, String newSlug) {
        String before = team.name();
        team.rename(newName, newSlug);
        sendTeam(team, "edited", Json.object("name", Json.object("from", before)));
    }

    public void deleteTeam(Team team) {
        team.organization().remove(team);
        sendTeam(team, "deleted", null);
    }

    private void sendTeam(Team team, String action, @Nullable Object changes) {
        Organization organization = team.organization();
        Object shape = accounts().team(team);
        if (changes == null) {
            events.send("team", organization, owner(organization), "action", action, "team", shape);
        } else {
            events.send("team", organization, owner(organization), "action", action, "team", shape, "changes", changes);
        }
    }

    public void addToTeam(Team team, Person person) {
        team.add(person);
        sendTeamMembership(team, person, "added");
    }

    public void removeFromTeam(Team team, Person person) {
        team.remove(person);
        sendTeamMembership(team, person, "removed");
    }

    private void sendTeamMembership(Team team, Person person, String action) {
        Organization organization = team.organization();
        events.send(
                "membership",
                organization,
                owner(organization),
                "action",
                action,
                "scope",
                "team",
                "member",
                accounts().person(person),
                "team",
                accounts().team(team));
    }
}
