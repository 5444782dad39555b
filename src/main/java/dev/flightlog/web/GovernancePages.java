package dev.flightlog.web;

import dev.flightlog.command.answer.PolicyAnswer;
import dev.flightlog.command.answer.ServiceStatus;
import dev.flightlog.command.answer.StatusAnswer;
import dev.flightlog.command.answer.StatusMarkdown;
import dev.flightlog.command.answer.StatusSentence;
import dev.flightlog.github.GitHubConfiguration;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.GovernanceStore;
import dev.flightlog.policy.EffectivePolicy.Setting;
import dev.flightlog.policy.Policy;
import dev.flightlog.policy.Problem;
import dev.flightlog.text.Numbers;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The pages of the policy and of the status. */
@Singleton
class GovernancePages {
    private final GovernanceStore governance;
    private final StatusAnswer status;
    private final String github;

    GovernancePages(GovernanceStore governance, StatusAnswer status, GitHubConfiguration github) {
        this.governance = governance;
        this.status = status;
        this.github = github.webUrl().toString();
    }

    PolicyPage policy(Visit visit) {
        return new PolicyPage(
                Markup.inline(PolicyAnswer.sentence(visit.inForce()), visit),
                file(governance.repository(visit.org())),
                visit.inForce().problems().stream().map(Problem::describe).toList(),
                visit.inForce().effective().settings().stream()
                        .map(setting -> row(setting, visit))
                        .toList());
    }

    private @Nullable String file(@Nullable GovernanceRepository repository) {
        return repository == null ? null : github + "/" + repository.name() + "/blob/HEAD/" + Policy.FILE;
    }

    private static PolicyPage.Row row(Setting setting, Visit visit) {
        return new PolicyPage.Row(
                setting.path(),
                Markup.inline(PolicyAnswer.value(setting, visit.mayName()).toString(), visit),
                setting.origin(),
                setting.line().isPresent(),
                setting.description());
    }

    StatusPage status(Visit visit) {
        ServiceStatus service = status.service(visit.context());
        int waiting = service.queue().stream().mapToInt(job -> job.jobs()).sum();
        return new StatusPage(
                StatusSentence.of(visit.context(), service),
                SourceRows.of(visit),
                Markup.of(StatusMarkdown.permissions(visit.context()), visit),
                service.digest().sentence(),
                Numbers.plural(waiting, "job"),
                service.queue().stream()
                        .filter(job -> StatusMarkdown.isOverdue(job, visit.now()))
                        .map(job -> new StatusPage.Job(job.job(), Numbers.count(job.jobs()), job.oldestDue()))
                        .toList(),
                Markup.of(StatusMarkdown.dead(visit.context(), service), visit),
                service.budgets().stream()
                        .map(left -> new StatusPage.Limit(
                                left.resource(),
                                Numbers.count(left.remaining()) + " of " + Numbers.count(left.limit()),
                                left.reset()))
                        .toList());
    }
}
