package dev.flightlog.github;

/**
 * How an account belongs to an organization, and what it is called now.
 *
 * @param login its name now; the one that was asked about where the account is gone
 */
public record PersonMembership(OrganizationMembership membership, String login) {}
