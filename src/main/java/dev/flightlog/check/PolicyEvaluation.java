package dev.flightlog.check;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Team;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.governance.PolicyInForce;
import dev.flightlog.governance.PolicyNames;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.EffectivePolicy;
import dev.flightlog.policy.NewAdmins;
import dev.flightlog.policy.Policy;
import dev.flightlog.policy.PolicyDiff;
import dev.flightlog.policy.PolicyReferences;
import dev.flightlog.policy.PolicyResult;
import dev.flightlog.policy.Problem;
import dev.flightlog.policy.ScheduleAdvice;
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
    private final PolicyNames names;
    private final DryRuns dryRuns;

    PolicyEvaluation(
            DirectoryStore directory,
            SourceStatusStore readings,
            GovernanceStore governance,
            PolicyNames names,
            DryRuns dryRuns) {
        this.names = names;
        this.directory = directory;
        this.readings = readings;
        this.governance = governance;
        this.dryRuns = dryRuns;
    }

    PolicyReviewResult of(
            Organization organization,
            Comparison comparison,
            Policy base,
            PolicyAtCommit head,
            PolicyInForce inForce,
            Proposer proposer) {
        return switch (head.result()) {
            case PolicyResult.Invalid invalid ->
                new PolicyReviewResult.Broken(comparison, invalid.problems(), inForce.describe());
            case PolicyResult.Valid valid -> usable(organization, comparison, base, head.present(), valid, proposer);
        };
    }

    private PolicyReviewResult usable(
            Organization organization,
            Comparison comparison,
            Policy base,
            boolean present,
            PolicyResult.Valid file,
            Proposer proposer) {
        List<PolicyDiff.Change> changes = PolicyDiff.between(base, file.policy());
        boolean known = !changes.isEmpty() && isRead(organization.id(), Source.SEATS);
        Optional<DryRun> dryRun = known
                ? Optional.of(dryRuns.of(
                        organization.id(),
                        names.current(organization.id(), base),
                        names.current(organization.id(), file.policy()),
                        proposer))
                : Optional.empty();
        return new PolicyReviewResult.Usable(
                comparison,
                present,
                warnings(organization, base, file, proposer),
                changes,
                dryRun,
                EffectivePolicy.of(file),
                file.references().isEmpty() || looksUpNames(organization.id(), proposer));
    }

    private List<Problem> warnings(Organization organization, Policy base, PolicyResult.Valid file, Proposer proposer) {
        return Stream.of(
                        file.warnings().stream(),
                        NewAdmins.warnings(base, file).stream(),
                        unknownNames(organization, file, proposer).stream(),
                        ScheduleAdvice.warning(file).stream())
                .flatMap(warnings -> warnings)
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    /**
     * None while nobody knows who is in the organization. None for anybody but an admin, and none in a public
     * repository: anybody who opens a pull request would learn who is a member and which teams there are.
     */
    private List<Problem> unknownNames(Organization organization, PolicyResult.Valid file, Proposer proposer) {
        if (file.references().isEmpty()
                || !isRead(organization.id(), Source.DIRECTORY)
                || !looksUpNames(organization.id(), proposer)) {
            return List.of();
        }
        Set<String> slugs =
                directory.teams(organization.id()).stream().map(Team::slug).collect(Collectors.toSet());
        return PolicyReferences.unknown(file, organization.login(), directory.memberLogins(organization.id()), slugs);
    }

    private boolean looksUpNames(long org, Proposer proposer) {
        return proposer == Proposer.ADMIN && confidential(org);
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
