package dev.flightlog.check;

import dev.flightlog.cost.CostOfMonth;
import dev.flightlog.cost.SeatDecisionsKept;
import dev.flightlog.github.check.CheckRun;
import dev.flightlog.github.check.Checks;
import dev.flightlog.governance.GovernanceRepository;
import dev.flightlog.governance.Policies;
import dev.flightlog.governance.PolicyInForce;
import dev.flightlog.governance.PolicyNameWords;
import dev.flightlog.health.DataProblem;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.health.SourceStatusStore;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.organization.Organization;
import dev.flightlog.review.act.OpenMatters;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what the seats check says, and puts it on a commit. */
@Singleton
class SeatChecks {
    private final Policies policies;
    private final SeatDecisionsKept decisions;
    private final SourceStatusStore readings;
    private final OpenMatters matters;
    private final Checks checks;
    private final CheckConfiguration configuration;
    private final InstantSource clock;

    SeatChecks(
            Policies policies,
            SeatDecisionsKept decisions,
            SourceStatusStore readings,
            OpenMatters matters,
            Checks checks,
            CheckConfiguration configuration,
            InstantSource clock) {
        this.policies = policies;
        this.decisions = decisions;
        this.readings = readings;
        this.matters = matters;
        this.checks = checks;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** Does nothing while no seat listing was ever tried: there is nothing to say yet. */
    void put(Organization organization, GovernanceRepository repository, String commit, @Nullable ButtonAnswer answer) {
        Map<Source, SourceStatus> known = readings.of(organization.id());
        if (known.get(Source.SEATS) == null) {
            return;
        }
        CheckText text = SeatCheckOutput.render(look(organization, known), answer);
        checks.put(
                organization.access(),
                repository.name(),
                new CheckRun(
                        SeatCheckOutput.NAME,
                        commit,
                        text.state(),
                        text.output(),
                        SeatCheckButton.actions(),
                        configuration.installationPage()));
    }

    private SeatCheck look(Organization organization, Map<Source, SourceStatus> known) {
        PolicyInForce inForce = policies.inForce(organization.id());
        CostOfMonth cost = decisions.renew(organization.id(), inForce.policy());
        return new SeatCheck(
                inForce.policy(),
                inForce.describe(),
                inForce.broken(),
                cost,
                open(organization, inForce),
                List.copyOf(known.values()),
                DataProblem.of(known, organization.permissions(), clock.instant()));
    }

    private List<String> open(Organization organization, PolicyInForce inForce) {
        String prefix = inForce.policy().commands().prefix();
        List<String> open =
                new ArrayList<>(OpenSeatWords.of(matters.review(organization), matters.requests(organization), prefix));
        matters.over(organization).ifPresent(over -> open.add(OpenSeatWords.over(over, prefix)));
        if (!inForce.unmatched().isEmpty()) {
            open.add(PolicyNameWords.nobody(inForce.unmatched().size()) + ": " + PolicyNameWords.EFFECT + ". See "
                    + Markdown.code(prefix + " policy") + ".");
        }
        return open;
    }
}
