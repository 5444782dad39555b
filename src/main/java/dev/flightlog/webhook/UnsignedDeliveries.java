package dev.flightlog.webhook;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says once for each cause in the log that deliveries are refused for their signature, until one is signed right again. A
 * cause each, so that a stranger who sends no signature does not hide that the webhook's secret is wrong.
 */
@Singleton
public class UnsignedDeliveries {
    private static final Logger LOG = LoggerFactory.getLogger(UnsignedDeliveries.class);

    private static final String OTHER_SECRET =
            "signed with another secret than FLIGHTLOG_GITHUB_WEBHOOK_SECRET. Set it to"
                    + " the secret on the App's settings page (Webhook secret), or write a new one in both places.";

    private final AtomicBoolean saidMissing = new AtomicBoolean();
    private final AtomicBoolean saidWrong = new AtomicBoolean();

    void missingSignature() {
        if (!saidMissing.getAndSet(true)) {
            LOG.warn("a delivery is refused with 401: it carries no signature. If GitHub sent it, the App has no"
                    + " webhook secret: write FLIGHTLOG_GITHUB_WEBHOOK_SECRET into the App's settings. Further"
                    + " refusals are only counted, in flightlog_deliveries_total{outcome=\"unsigned\"}");
        }
    }

    /** A signature of the right form that does not sign the body. */
    void wrongSignature() {
        if (!saidWrong.getAndSet(true)) {
            LOG.warn("a delivery is refused with 401: it is " + OTHER_SECRET + " Further refusals are only counted, in"
                    + " flightlog_deliveries_total{outcome=\"unsigned\"}");
        }
    }

    /** Cause and remedy while deliveries come that another secret signs, and none that ours does; else empty. */
    public Optional<String> otherSecret() {
        return saidWrong.get() ? Optional.of("A delivery was refused: it is " + OTHER_SECRET) : Optional.empty();
    }

    void signed() {
        saidMissing.set(false);
        saidWrong.set(false);
    }
}
