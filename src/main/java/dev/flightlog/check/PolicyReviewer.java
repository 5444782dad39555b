package dev.flightlog.check;

import dev.flightlog.github.Access;
import dev.flightlog.github.OpenPullRequest;
import dev.flightlog.github.PullRequests;
import dev.flightlog.github.RepoFiles;
import dev.flightlog.governance.AccessRules;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.Policies;
import dev.flightlog.governance.PolicyInForce;
import dev.flightlog.governance.Role;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.Policy;
import dev.flightlog.policy.PolicyParser;
import dev.flightlog.policy.PolicyResult;
import dev.flightlog.webhook.Actor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the policy file of a commit and of what it is compared with, and says what came of it. */
@Singleton
class PolicyReviewer {
    private final PullRequests pullRequests;
    private final RepoFiles files;
    private final PolicyCheckStore store;
    private final Policies policies;
    private final AccessRules access;
    private final PolicyEvaluation judgement;

    PolicyReviewer(
            PullRequests pullRequests,
            RepoFiles files,
            PolicyCheckStore store,
            Policies policies,
            AccessRules access,
            PolicyEvaluation judgement) {
        this.pullRequests = pullRequests;
        this.files = files;
        this.store = store;
        this.policies = policies;
        this.access = access;
        this.judgement = judgement;
    }

    /** @throws dev.flightlog.github.GitHubException when GitHub does not answer */
    PolicyReviewResult review(Organization organization, GovernanceRepository repository, PolicyCheckJob.Data asked) {
        String commit = asked.commit();
        List<OpenPullRequest> open = pullRequests.open(organization.access(), repository.name());
        Proposer asker = asker(organization, asked.asker());
        Place place = new Place(organization, repository, commit, head(organization, repository), asker);
        CommitOrigin origin = store.origin(organization.id(), commit);
        return switch (CheckSubject.of(origin, open, repository.defaultBranch(), place.defaultHead())) {
            case CheckSubject.Pull(OpenPullRequest pull) -> pull(place, pull, origin);
            case CheckSubject.OnDefaultBranch(String before) -> onDefaultBranch(place, before);
            case CheckSubject.OnBranch(String before) -> onBranch(place, before);
            case CheckSubject.Outdated(int number, String newer) -> new PolicyReviewResult.Superseded(number, newer);
            case CheckSubject.Closed(int number) -> new PolicyReviewResult.Closed(number);
        };
    }

    private String head(Organization organization, GovernanceRepository repository) {
        return files.head(organization.access(), repository.name(), repository.defaultBranch());
    }

    private PolicyReviewResult pull(Place place, OpenPullRequest pull, CommitOrigin origin) {
        Access.Installation access = place.organization().access();
        if (!pullRequests.touches(access, place.repository().name(), pull.number(), Policy.FILE)) {
            return new PolicyReviewResult.Untouched();
        }
        boolean governs = pull.base().equals(place.repository().defaultBranch());
        String base = governs
                ? place.defaultHead()
                : files.head(access, place.repository().name(), pull.base());
        return judge(
                place,
                pull.base(),
                false,
                proposer(place, pull.author(), origin.pusher()),
                read(place, place.commit()),
                read(place, base));
    }

    /** Whoever may push to an admin's branch asks questions there; they are answered as anybody's. */
    private Proposer proposer(Place place, OpenPullRequest.@Nullable Author author, @Nullable Long pusher) {
        return author != null && Objects.equals(author.id(), pusher)
                ? role(place.organization(), author.id(), author.login(), place.asker())
                : place.asker();
    }

    private Proposer asker(Organization organization, @Nullable Actor actor) {
        return actor == null || !actor.human()
                ? Proposer.ANYBODY
                : role(organization, actor.id(), actor.login(), Proposer.ANYBODY);
    }

    private Proposer role(Organization organization, long id, String login, Proposer otherwise) {
        return access.roleOf(organization, id, login) == Role.ADMIN ? Proposer.ADMIN : otherwise;
    }

    private PolicyReviewResult onDefaultBranch(Place place, @Nullable String before) {
        String branch = place.repository().defaultBranch();
        PolicyAtCommit head = read(place, place.commit());
        if (before == null) {
            return unknownBefore(place, branch, head);
        }
        PolicyAtCommit base = read(place, before);
        return head.sameFileAs(base)
                ? new PolicyReviewResult.Untouched()
                : judge(place, branch, true, place.asker(), head, base);
    }

    private PolicyReviewResult unknownBefore(Place place, String branch, PolicyAtCommit head) {
        PolicyInForce inForce = inForce(place);
        Comparison comparison = new Comparison(branch, true, true, inForce.describe(), false);
        return head.present()
                ? judgement.of(place.organization(), comparison, inForce.policy(), head, inForce, place.asker())
                : new PolicyReviewResult.Untouched();
    }

    /** A push is compared with what the branch had; its effect is compared with what is in force. */
    private PolicyReviewResult onBranch(Place place, @Nullable String before) {
        PolicyAtCommit head = read(place, place.commit());
        PolicyAtCommit base = read(place, place.defaultHead());
        PolicyAtCommit had = before == null ? base : read(place, before);
        return head.sameFileAs(had)
                ? new PolicyReviewResult.Untouched()
                : judge(place, place.repository().defaultBranch(), false, place.asker(), head, base);
    }

    private PolicyReviewResult judge(
            Place place, String branch, boolean pushed, Proposer proposer, PolicyAtCommit head, PolicyAtCommit base) {
        PolicyInForce inForce = inForce(place);
        boolean governs = branch.equals(place.repository().defaultBranch());
        return switch (base.result()) {
            case PolicyResult.Valid valid ->
                judgement.of(
                        place.organization(),
                        new Comparison(branch, governs, pushed, Comparison.shortCommit(base.commit()), false),
                        valid.policy(),
                        head,
                        inForce,
                        proposer);
            case PolicyResult.Invalid _ ->
                judgement.of(
                        place.organization(),
                        new Comparison(branch, governs, pushed, inForce.describe(), true),
                        inForce.policy(),
                        head,
                        inForce,
                        proposer);
        };
    }

    private PolicyInForce inForce(Place place) {
        return policies.inForce(place.organization().id());
    }

    /** Commits of forks are found through the repository they want to change. */
    private PolicyAtCommit read(Place place, String commit) {
        return PolicyAtCommit.of(
                commit,
                files.read(
                        place.organization().access(),
                        place.repository().name(),
                        Policy.FILE,
                        commit,
                        PolicyParser.MAX_BYTES));
    }

    /** Where a commit is looked at, and for whom. */
    private record Place(
            Organization organization,
            GovernanceRepository repository,
            String commit,
            String defaultHead,
            Proposer asker) {}
}
