package dev.flightlog.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightlog.fake.model.Installation;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import dev.flightlog.fake.model.Repository;
import dev.flightlog.fake.model.World;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends an event to the App if it is installed, not suspended, and subscribed. */
final class Events {
    /** Sent without subscription (github.md: Manifest). */
    private static final Set<String> ALWAYS = Set.of(
            "ping",
            "installation",
            "installation_repositories",
            "installation_target",
            "github_app_authorization",
            "check_run",
            "check_suite");

    private final World world;
    private final FakeApp app;
    private final Payloads payloads;
    private final Deliveries deliveries;

    Events(World world, FakeApp app, Payloads payloads, Deliveries deliveries) {
        this.world = world;
        this.app = app;
        this.payloads = payloads;
        this.deliveries = deliveries;
    }

    Shapes shapes() {
        return payloads.shapes();
    }

    /** An event of an organization as a whole. */
    Optional<Delivery> send(String event, Organization organization, Person sender, @Nullable Object... fields) {
        return listening(event, organization)
                .map(installation -> deliver(event, payloads.about(organization, installation, sender, fields)));
    }

    /** An event in a repository, if the installation sees it. */
    Optional<Delivery> send(String event, Repository repository, Person sender, @Nullable Object... fields) {
        return repository
                .organization()
                .flatMap(organization -> listening(event, organization))
                .filter(installation -> installation.sees(repository))
                .map(installation -> deliver(event, payloads.about(repository, installation, sender, fields)));
    }

    /** An event about the installation itself. */
    Delivery sendInstallation(String event, Installation installation, Person sender, @Nullable Object... fields) {
        return deliver(event, payloads.aboutInstallation(installation, sender, fields));
    }

    private Optional<Installation> listening(String event, Organization organization) {
        if (!ALWAYS.contains(event) && !app.events().contains(event)) {
            return Optional.empty();
        }
        return world.installationOf(organization)
                .filter(installation -> installation.suspendedAt().isEmpty());
    }

    private Delivery deliver(String event, JsonNode payload) {
        return deliveries.send(Webhook.of(event, payload));
    }
}
