package dev.flightlog.github;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a person's own token shows about their membership of an organization. */
public sealed interface OwnMembership {
    /** A member or owner. */
    record Active() implements OwnMembership {}

    /** Invited, and has not accepted yet. */
    record Pending() implements OwnMembership {}

    /** Not a member, or the organization is not there: GitHub does not say which. */
    record None() implements OwnMembership {}

    /**
     * The organization wants its own sign-in first (SAML).
     *
     * @param url where to do that; null where GitHub does not say
     */
    record SingleSignOn(@Nullable URI url) implements OwnMembership {}

    /** The organization does not let this App's user tokens in. */
    record Blocked() implements OwnMembership {}
}
