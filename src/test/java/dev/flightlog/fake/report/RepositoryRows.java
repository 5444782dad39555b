package dev.flightlog.fake.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Repository;
import java.io.IOException;
import java.time.LocalDate;

/** Writes repos-1-day for repositories with activity. */
final class RepositoryRows {
    private final Organization organization;

    RepositoryRows(Organization organization) {
        this.organization = organization;
    }

    void write(JsonGenerator json, LocalDate day) throws IOException {
        for (Repository repository : organization.repositories()) {
            if (PullRequests.merged(repository.id(), day, 20).total() > 0) {
                row(json, repository, day);
            }
        }
    }

    private void row(JsonGenerator json, Repository repository, LocalDate day) throws IOException {
        json.writeStartObject();
        json.writeStringField("day", day.toString());
        json.writeStringField("enterprise_id", InventedOrganization.ENTERPRISE);
        json.writeStringField("organization_id", Long.toString(organization.id()));
        json.writeNumberField("repo_id", repository.id());
        json.writeStringField("repo_owner_name", organization.login());
        json.writeStringField("repo_name", repository.name());
        json.writeStringField("repo_visibility", repository.isPrivate() ? "PRIVATE" : "PUBLIC");
        PullRequests.write(json, repository.id(), day, 20);
        json.writeArrayFieldStart("pull_request_review_times");
        json.writeStartObject();
        json.writeStringField("authored_by", "human");
        json.writeStringField("reviewed_by", "human");
        json.writeNumberField(
                "total_merged", PullRequests.merged(repository.id(), day, 20).total());
        for (String statistic : new String[] {"median_", "p90_"}) {
            json.writeNumberField(statistic + "minutes_ready_to_first_review", 31.0);
            json.writeNumberField(statistic + "minutes_first_to_final_review", 64.5);
            json.writeNumberField(statistic + "minutes_final_review_to_merge", 12.0);
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}
