package dev.flightlog.erasure;

/**
 * A person named in an organization's data.
 *
 * @param organization its login
 * @param id GitHub's id of the person
 * @param login the newest name that is stored; the number where only numbers are
 * @param current true while GitHub lists the person as a member or as holding a seat: the next reading stores both
 * again
 */
public record StoredPerson(long organizationId, String organization, long id, String login, boolean current) {}
