package dev.flightlog.fake.page;

import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody as whom the visitor of the pages may write. */
record Persona(String role, Person person) {

    /** An admin, a team lead, a developer and an outsider, as far as there are such people. */
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
        return personas;
    }

    private static Optional<Person> first(Organization organization, Member.Role role) {
        return organization.members().stream()
                .filter(each -> each.role() == role)
                .map(Member::person)
                .findFirst();
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
