package dev.flightlog.policy;

/**
 * A person or team that a policy names, and where. Teams of a mention carry their organization: {@code acme/platform}.
 */
public record Reference(Kind kind, String name, String path, Span span) {
    /** What a name refers to. */
    public enum Kind {
        USER,
        TEAM
    }
}
