package dev.flightlog.fake.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Team;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** Writes user-teams-1-day: teams with fewer than five seated people are missing (github.md: Teams in reports). */
final class TeamRows {
    static final int MIN_SEATED = 5;

    private final Organization organization;

    TeamRows(Organization organization) {
        this.organization = organization;
    }

    /** Members who have a seat, those of child teams too. */
    static List<Person> seated(Team team) {
        return team.members().stream()
                .map(Team.TeamMember::person)
                .filter(person -> team.organization().hasSeat(person.id()))
                .toList();
    }

    void write(JsonGenerator json, LocalDate day) throws IOException {
        for (Team team : organization.teams()) {
            List<Person> seated = seated(team);
            if (seated.size() >= MIN_SEATED) {
                for (Person person : seated) {
                    row(json, team, person, day);
                }
            }
        }
    }

    private void row(JsonGenerator json, Team team, Person person, LocalDate day) throws IOException {
        json.writeStartObject();
        json.writeNumberField("user_id", person.id());
        json.writeStringField("user_login", person.login());
        json.writeStringField("day", day.toString());
        json.writeStringField("organization_id", Long.toString(organization.id()));
        json.writeNumberField("team_id", team.id());
        json.writeStringField("slug", team.slug());
        json.writeEndObject();
    }
}
