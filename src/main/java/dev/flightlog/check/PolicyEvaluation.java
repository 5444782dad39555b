package dev.flightlog.check;

import dev.flightlog.directory.DirectoryStore;
import dev.flightlog.directory.Team;
import dev.flightlog.governance.AccessRules;
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
import dev.flightlog.review.act.OpenMatters;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of a policy file what is wrong with it or what it would change, by what is stored of the organization. */
@Singleton
class PolicyEvaluation {
    private final DirectoryStore directory;
    private final SourceStatusStore readings;
    private final AccessRules access;
    private final PolicyNames names;
    private final DryRuns dryRuns;
    private final OpenMatters matters;

    PolicyEvaluation(
            DirectoryStore directory,
            SourceStatusStore readings,
            AccessRules access,
            PolicyNames names,
            DryRuns dryRuns,
            OpenMatters matters) {
        this.names = names;
        this.directory = directory;
        this.readings = readings;
        this.access = access;
        this.dryRuns = dryRuns;
        this.matters = matters;
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
        boolean looksUpNames = !file.references().isEmpty() && looksUpNames(organization, proposer);
        return new PolicyReviewResult.Usable(
                comparison,
                present,
                warnings(base, file, looksUpNames ? unknownNames(organization, file) : List.of()),
                changes,
                changes.isEmpty() ? new DryRunResult.Nothing() : tried(organization, base, file.policy(), proposer),
                EffectivePolicy.of(file),
                OpenSeatWords.of(
                        matters.review(organization),
                        matters.requests(organization),
                        base.commands().prefix()),
                file.references().isEmpty() || looksUpNames);
    }

    private DryRunResult tried(Organization organization, Policy base, Policy head, Proposer proposer) {
        return switch (proposer) {
            case ANYBODY -> new DryRunResult.ForAdmins();
            case ADMIN ->
                isRead(organization.id(), Source.SEATS)
                        ? new DryRunResult.Done(dryRuns.of(
                                organization,
                                names.current(organization.id(), base),
                                names.current(organization.id(), head)))
                        : new DryRunResult.SeatsUnread();
        };
    }

    private static List<Problem> warnings(Policy base, PolicyResult.Valid file, List<Problem> unknownNames) {
        return Stream.of(
                        file.warnings().stream(),
                        NewAdmins.warnings(base, file).stream(),
                        unknownNames.stream(),
                        ScheduleAdvice.warning(file).stream())
                .flatMap(warnings -> warnings)
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    /** None while nobody knows who is in the organization. */
    private List<Problem> unknownNames(Organization organization, PolicyResult.Valid file) {
        if (!isRead(organization.id(), Source.DIRECTORY)) {
            return List.of();
        }
        Set<String> slugs =
                directory.teams(organization.id()).stream().map(Team::slug).collect(Collectors.toSet());
        return PolicyReferences.unknown(file, organization.login(), directory.memberLogins(organization.id()), slugs);
    }

    /**
     * Not for anybody but an admin, and not in a repository that is not private: anybody who opens a pull request would
     * learn who is a member and which teams there are.
     */
    private boolean looksUpNames(Organization organization, Proposer proposer) {
        return proposer == Proposer.ADMIN && access.isPrivate(organization);
    }

    private boolean isRead(long org, Source source) {
        SourceStatus reading = readings.of(org).get(source);
        return reading != null && reading.succeededAt() != null;
    }
}
