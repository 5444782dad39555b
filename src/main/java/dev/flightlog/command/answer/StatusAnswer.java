package dev.flightlog.command.answer;

import dev.flightlog.digest.Digests;
import dev.flightlog.github.rest.RateBudgets;
import dev.flightlog.jobs.JobStore;
import dev.flightlog.organization.Organization;
import dev.flightlog.organization.OrganizationStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How fresh every source is, and how the service itself is. */
@Singleton
public class StatusAnswer {
    private static final int MAX_DEAD = 1_000;

    private final JobStore jobs;
    private final RateBudgets budgets;
    private final Digests digests;
    private final OrganizationStore organizations;

    StatusAnswer(JobStore jobs, RateBudgets budgets, Digests digests, OrganizationStore organizations) {
        this.organizations = organizations;
        this.jobs = jobs;
        this.budgets = budgets;
        this.digests = digests;
    }

    public Reply answer(CommandContext question) {
        return StatusMarkdown.render(question, service(question));
    }

    /** How the service itself is, with the rate limits and the digest of the organization that asks. */
    public ServiceStatus service(CommandContext question) {
        Set<Long> others = others(question.organization().id());
        List<JobStore.DeadJob> dead = jobs.deadWithout(others, MAX_DEAD);
        Map<String, Integer> byName =
                dead.stream().collect(Collectors.toMap(JobStore.DeadJob::job, _ -> 1, Integer::sum));
        return new ServiceStatus(
                jobs.waitingWithout(others),
                byName,
                dead.isEmpty() ? null : dead.getFirst().failedAt(),
                budgets.of(question.organization().installationId()),
                digests.of(question.organization(), question.policy()));
    }

    /** How busy the server is with other organizations is nobody's business here. */
    private Set<Long> others(long org) {
        return organizations.all().stream()
                .map(Organization::id)
                .filter(id -> id != org)
                .collect(Collectors.toSet());
    }
}
