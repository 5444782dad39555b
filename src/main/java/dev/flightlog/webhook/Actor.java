package dev.flightlog.webhook;

/**
 * Who did something on GitHub.
 *
 * @param human false for bots and apps, this one among them
 */
public record Actor(long id, String login, boolean human) {}
