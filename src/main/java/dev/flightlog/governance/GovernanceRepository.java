package dev.flightlog.governance;

import dev.flightlog.github.RepositoryFacts;
import dev.flightlog.github.RepositoryName;

/**
 * The repository of an organization that gets the posts and holds the policy.
 *
 * @param id GitHub's id, which stays when it is renamed
 * @param confidential private; in a public one, or an internal one, which every organization of the enterprise
 *     reads, no person is ever named
 */
public record GovernanceRepository(long id, RepositoryName name, boolean confidential, String defaultBranch) {
    static GovernanceRepository of(RepositoryFacts facts) {
        return new GovernanceRepository(
                facts.id(), facts.name(), facts.visibility().equals("private"), facts.defaultBranch());
    }
}
