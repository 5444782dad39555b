package dev.flightlog.fake.page;

import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Somebody as whom the visitor of the pages may write. */
record Persona(String role, Person person) {

    /** Longer without use than any seat that a policy leaves out of a review by default. */
    private static final Duration UNUSED = Duration.ofDays(60);

    /**
     * An admin, a team lead, a developer and an outsider; another admin, who approves what the first one started;
     * somebody whose seat is not used, and somebody without a seat. As far as there are such people.
     */
    static List<Persona> of(Organization organization) {
        List<Persona> personas = new ArrayList<>();
        Optional<Person> admin = first(organization, Member.Role.ADMIN);
        Optional<Person> lead = lead(organization);
        admin.ifPresent(person -> personas.add(new Persona("admin", person)));
        lead.ifPresent(person -> personas.add(new Persona("team lead", person)));
        organization.members().stream()
                .filter(each -> each.role() == Member.Role.MEMBER)
                .map(Member::person)
                .filter(person -> !person.equals(lead.orElse(null)))
                .findFirst()
                .ifPresent(person -> personas.add(new Persona("developer", person)));
        organization
                .world()
                .findPerson("mallory")
                .filter(person -> organization.member(person.id()).isEmpty())
                .ifPresent(person -> personas.add(new Persona("outsider", person)));
        with(organization, personas, Member.Role.ADMIN, _ -> true)
                .ifPresent(person -> personas.add(new Persona("another admin", person)));
        with(organization, personas, Member.Role.MEMBER, person -> unused(organization, person))
                .ifPresent(person -> personas.add(new Persona("does not use the seat", person)));
        with(
                        organization,
                        personas,
                        Member.Role.MEMBER,
                        person -> organization.seatOf(person).isEmpty())
                .ifPresent(person -> personas.add(new Persona("has no seat", person)));
        return personas;
    }

    private static Optional<Person> first(Organization organization, Member.Role role) {
        return with(organization, List.of(), role, _ -> true);
    }

    /** The first of this kind who is none of those that are there already. */
    private static Optional<Person> with(
            Organization organization, List<Persona> others, Member.Role role, Predicate<Person> kind) {
        return organization.members().stream()
                .filter(each -> each.role() == role)
                .map(Member::person)
                .filter(person ->
                        others.stream().noneMatch(other -> other.person().equals(person)))
                .filter(kind)
                .findFirst();
    }

    private static boolean unused(Organization organization, Person person) {
        Instant since = organization.world().now().minus(UNUSED);
        return organization
                .seatOf(person)
                .filter(seat -> seat.assigningTeam() == null && seat.pendingCancellationDate() == null)
                .filter(seat -> seat.createdAt().isBefore(since))
                .filter(seat ->
                        seat.lastActivityAt() == null || seat.lastActivityAt().isBefore(since))
                .isPresent();
    }

    private static Optional<Person> lead(Organization organization) {
        return organization.teams().stream()
                .flatMap(team -> team.ownMembers().stream())
                .filter(each -> each.role().equals("maintainer"))
                .map(Team.TeamMember::person)
                .filter(person -> organization
                        .member(person.id())
                        .filter(each -> each.role() == Member.Role.MEMBER)
                        .isPresent())
                .findFirst();
    }

    static String options(Organization organization) {
        StringBuilder options = new StringBuilder();
        for (Persona persona : of(organization)) {
            options.append("<option value=\"")
                    .append(Html.escape(persona.person().login()))
                    .append("\">")
                    .append(Html.escape(persona.person().login() + " (" + persona.role() + ")"))
                    .append("</option>");
        }
        return options.toString();
    }
}
