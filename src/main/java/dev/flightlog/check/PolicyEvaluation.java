package dev.flightlog.check;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Team;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.PolicyInForce;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.EffectivePolicy;
import dev.flightlog.policy.Policy;
import dev.flightlog.policy.PolicyDiff;
import dev.flightlog.policy.PolicyReferences;
import dev.flightlog.policy.PolicyResult;
import dev.flightlog.policy.Problem;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of a policy file what is wrong with it or what it would change, by what is stored of the organization. */
@Singleton
class PolicyEvaluation {
    private final DirectoryStore directory;
    private final SourceStatusStore readings;
    private final GovernanceStore governance;
    private final DryRuns dryRuns;

    PolicyEvaluation(
            DirectoryStore directory, SourceStatusStore readings, GovernanceStore governance, DryRuns dryRuns) {
        this.directory = directory;
        this.readings = readings;
        this.governance = governance;
        this.dryRuns = dryRuns;
    }

    PolicyReviewResult of(
            Organization organization, Comparison comparison, Policy base, PolicyAtCommit head, PolicyInForce inForce) {
        return switch (head.result()) {
            case PolicyResult.Invalid invalid ->
                new PolicyReviewResult.Broken(comparison, invalid.problems(), inForce.describe());
            case PolicyResult.Valid valid -> usable(organization, comparison, base, head.present(), valid);
        };
    }

    private PolicyReviewResult usable(
            Organization organization, Comparison comparison, Policy base, boolean present, PolicyResult.Valid file) {
        List<PolicyDiff.Change> changes = PolicyDiff.between(base, file.policy());
        boolean known = !changes.isEmpty() && isRead(organization.id(), Source.SEATS);
        Optional<DryRun> dryRun =
                known ? Optional.of(dryRuns.of(organization.id(), base, file.policy())) : Optional.empty();
        return new PolicyReviewResult.Usable(
                comparison,
                present,
                warnings(organization, file),
                changes,
                dryRun,
                EffectivePolicy.of(file),
                file.references().isEmpty() || confidential(organization.id()));
    }

    private List<Problem> warnings(Organization organization, PolicyResult.Valid file) {
        return Stream.concat(file.warnings().stream(), unknownNames(organization, file).stream())
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    /**
     * None while nobody knows who is in the organization. None in a public repository either: anybody may open a pull
     * request there, and would be told who is a member and which teams there are.
     */
    private List<Problem> unknownNames(Organization organization, PolicyResult.Valid file) {
        if (file.references().isEmpty()
                || !isRead(organization.id(), Source.DIRECTORY)
                || !confidential(organization.id())) {
            return List.of();
        }
        Set<String> slugs =
                directory.teams(organization.id()).stream().map(Team::slug).collect(Collectors.toSet());
        return PolicyReferences.unknown(file, organization.login(), directory.memberLogins(organization.id()), slugs);
    }

    private boolean confidential(long org) {
        GovernanceRepository repository = governance.repository(org);
        return repository != null && repository.confidential();
    }

    private boolean isRead(long org, Source source) {
        SourceStatus reading = readings.of(org).get(source);
        return reading != null && reading.succeededAt() != null;
    }
}
