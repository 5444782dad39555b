package dev.flightlog.governance;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** Name of the repository that gets the posts and holds the policy, the same in every organization. */
@ConfigurationProperties("flightlog")
public record GovernanceConfiguration(
        @Bindable(defaultValue = "copilot-governance") String governanceRepository) {}
