package dev.flightlog.web;

import dev.flightlog.command.answer.CommandContext;
import dev.flightlog.governance.PolicyInForce;
import dev.flightlog.governance.Role;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.session.SignedIn;
import dev.flightlog.summary.UsageWords;
import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may see an organization looks at one of its pages.
 *
 * @param mayName whether people other than the visitor may be named
 */
public record Visit(
        SignedIn person,
        Organization organization,
        Role role,
        PolicyInForce inForce,
        boolean mayName,
        Map<Source, SourceStatus> sources,
        Instant now) {
    public Visit {
        sources = Map.copyOf(sources);
    }

    public long org() {
        return organization.id();
    }

    public boolean admin() {
        return role == Role.ADMIN;
    }

    public Policy policy() {
        return inForce.policy();
    }

    /** The UTC day. */
    public LocalDate today() {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Whether seats are known, and as of when. */
    public SeatsKnown seatsKnown() {
        return SeatsKnown.of(sources.get(Source.SEATS), now);
    }

    /** Why nothing can be said about teams; nothing where they and their seats were read. */
    public Optional<Content> teamsUnknown() {
        return context().teamsUnknown().map(sentence -> Markup.inline(sentence, this));
    }

    /** Why there is no usage, and what to do. */
    public String noUsage() {
        return (UsageWords.NONE + " " + UsageWords.why(sources.get(Source.USAGE))).strip();
    }

    /** The last day that the usage reports have; null before the first. */
    public @Nullable LocalDate dataThrough() {
        SourceStatus usage = sources.get(Source.USAGE);
        return usage == null ? null : usage.dataThrough();
    }

    /** The same for the rules and words of commands. */
    public CommandContext context() {
        return new CommandContext(
                organization, person.personId(), person.login(), role, inForce, mayName, sources, now, path(""));
    }

    /** A path below the organization's, such as {@code /teams}; its own for an empty text. */
    public String path(String below) {
        return "/orgs/" + Query.segment(organization.login()) + below;
    }

    /** A page of the organization, with the tabs that this person may open. */
    public Frame frame(String title, Tab current) {
        return new Frame(
                title,
                new Frame.Viewer(person.login(), person.csrfToken()),
                new Frame.Subject(organization.login(), Tab.of(this, current)),
                now);
    }
}
