package dev.flightlog.api;

import dev.flightlog.organization.Organization;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which organization a token speaks for.
 *
 * <p>A workflow's token names its repository: it must be the governance repository of the organization, and the owner's id
 * must be the organization's, so that a name somebody else took over opens nothing. A token of an issuer that knows no
 * repositories names organizations in {@code flightlog_org}, a text or a list of texts; in a token that names a repository
 * that claim says nothing.
 *
 * @param ownerId of the repository; null where the token does not say
 */
record TokenScope(@Nullable String repository, @Nullable String ownerId, List<String> organizations) {
    TokenScope {
        organizations = List.copyOf(organizations);
    }

    static TokenScope of(Map<String, Object> claims) {
        return new TokenScope(text(claims.get("repository")), text(claims.get("repository_owner_id")), list(claims));
    }

    /** Whether the token is about this name at all; only then may it learn that Flightlog does not know it. */
    boolean speaksFor(String login, String governanceRepository) {
        return repository == null
                ? organizations.stream().anyMatch(login::equalsIgnoreCase)
                : repository.equalsIgnoreCase(login + "/" + governanceRepository);
    }

    /** Whether the token opens this organization. */
    boolean opens(Organization organization, String governanceRepository) {
        return speaksFor(organization.login(), governanceRepository)
                && (repository == null || Long.toString(organization.id()).equals(ownerId));
    }

    private static @Nullable String text(@Nullable Object claim) {
        return claim == null ? null : claim.toString();
    }

    private static List<String> list(Map<String, Object> claims) {
        return switch (claims.get("flightlog_org")) {
            case String one -> List.of(one);
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }
}
