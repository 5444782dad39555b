package dev.flightlog.github;

import dev.flightlog.github.rest.RestClient;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's own log of what it delivered to the app, kept for three days (github.md: Delivery log).
 *
 * @throws GitHubException from every method
 */
@Singleton
public class HookDeliveries {
    private static final String PATH = "/app/hook/deliveries";
    private static final Access APP = new Access.App();

    private final RestClient rest;

    HookDeliveries(RestClient rest) {
        this.rest = rest;
    }

    /**
     * A hundred deliveries, newest first.
     *
     * @param from where the page before said the next one is, or null for the newest
     */
    public Page page(@Nullable URI from) {
        RestClient.Page page = from == null ? rest.page(APP, PATH + "?per_page=100") : rest.page(APP, from);
        return new Page(page.content().valueStream().map(HookDelivery::of).toList(), page.next());
    }

    /** Asks GitHub to deliver it again, under the same guid. */
    public void redeliver(long id) {
        rest.post(APP, PATH + "/" + id + "/attempts", Map.of());
    }

    /** Deliveries, and where older ones are. */
    public record Page(
            List<HookDelivery> deliveries, @Nullable URI next) {
        public Page {
            deliveries = List.copyOf(deliveries);
        }
    }
}
