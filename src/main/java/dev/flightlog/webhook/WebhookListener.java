package dev.flightlog.webhook;

/** Whoever acts on events; the root package's router. */
public interface WebhookListener {
    /** False when nothing is done about this event. Called again if it fails. */
    boolean on(WebhookEvent event);
}
