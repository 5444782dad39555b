package dev.flightlog.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.github.rest.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the app is installed, and what it may do there.
 *
 * @param accountType Organization, User or Enterprise; an enterprise has no login
 * @param permissions key to read, write or admin; holds keys that GitHub's own description lacks (github.md:
 * Installations)
 * @param repositorySelection all or selected
 * @param createdAt null where GitHub does not say
 * @param suspendedAt null while it is not suspended
 */
public record InstallationFacts(
        long id,
        long accountId,
        String accountLogin,
        String accountType,
        Map<String, String> permissions,
        String repositorySelection,
        @Nullable Instant createdAt,
        @Nullable Instant suspendedAt) {

    public InstallationFacts {
        permissions = Map.copyOf(permissions);
    }

    /** True where an owner chose single repositories; false where it sees all, and those that members make. */
    public boolean onSelectedRepositories() {
        return repositorySelection.equals("selected");
    }

    static InstallationFacts of(JsonNode installation) {
        JsonNode account = installation.path("account");
        return new InstallationFacts(
                installation.path("id").asLong(),
                account.path("id").asLong(),
                Fields.text(account, "login"),
                installation.path("target_type").asText(Fields.text(account, "type")),
                Fields.texts(installation.path("permissions")),
                Fields.text(installation, "repository_selection"),
                Fields.instantOrNull(installation, "created_at"),
                Fields.instantOrNull(installation, "suspended_at"));
    }
}
