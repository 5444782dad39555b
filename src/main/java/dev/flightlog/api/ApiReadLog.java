package dev.flightlog.api;

import dev.flightlog.command.CommandLogStore;
import dev.flightlog.database.DatabaseException;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each answered read of the API into the audit trail, which {@code /copilot audit} shows: who, what, when. */
@ServerFilter("/api/orgs/**")
class ApiReadLog {
    private static final Logger LOG = LoggerFactory.getLogger(ApiReadLog.class);
    private static final int PATH_PARTS_BEFORE = 4; // "", api, orgs, the organization
    private static final int LONGEST = 200;

    private final CommandLogStore log;
    private final OrganizationStore organizations;
    private final InstantSource clock;

    ApiReadLog(CommandLogStore log, OrganizationStore organizations, InstantSource clock) {
        this.log = log;
        this.organizations = organizations;
        this.clock = clock;
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void note(HttpRequest<?> request, HttpResponse<?> response) {
        if (response.code() >= 400) {
            return;
        }
        request.getUserPrincipal(Authentication.class).ifPresent(caller -> note(request, caller));
    }

    private void note(HttpRequest<?> request, Authentication caller) {
        String[] path = request.getPath().split("/", PATH_PARTS_BEFORE + 1);
        Organization organization = path.length < PATH_PARTS_BEFORE ? null : organizations.byLogin(path[3]);
        if (organization == null) {
            return;
        }
        note(organization, caller, path.length > PATH_PARTS_BEFORE ? "/" + path[PATH_PARTS_BEFORE] : "/");
    }

    /** Notes a read of an organization; a database that is away costs the note, and not the answer. */
    void note(Organization organization, Authentication caller, String what) {
        try {
            log.noteApiRead(
                    organization.id(),
                    who(caller),
                    personId(caller.getAttributes()),
                    what.length() > LONGEST ? what.substring(0, LONGEST) : what,
                    clock.instant());
        } catch (DatabaseException away) {
            LOG.warn("a read of the API by {} is missing in the audit trail: {}", who(caller), away.getMessage());
        }
    }

    private static String who(Authentication caller) {
        return switch (TokenScope.of(caller.getAttributes())) {
            case TokenScope.Workflow workflow -> "workflow of " + workflow.repository();
            case TokenScope.Organizations _ -> caller.getName();
        };
    }

    /** Where the token is a person's own. */
    private static long personId(Map<String, Object> attributes) {
        return attributes.get("flightlog_person_id") instanceof Number id ? id.longValue() : 0;
    }
}
