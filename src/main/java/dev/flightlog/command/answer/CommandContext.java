package dev.flightlog.command.answer;

import dev.flightlog.governance.PolicyInForce;
import dev.flightlog.governance.Role;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.markdown.Markdown;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.Policy;
import dev.flightlog.seat.SeatsKnown;
import dev.flightlog.summary.DirectoryWords;
import dev.flightlog.summary.SeatWords;
import dev.flightlog.summary.UsageWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, where, and under which policy.
 *
 * @param mayName whether people may be named where the answer is posted
 * @param pages address of the organization's pages, without a slash at the end
 */
public record CommandContext(
        Organization organization,
        long personId,
        String login,
        Role role,
        PolicyInForce inForce,
        boolean mayName,
        Map<Source, SourceStatus> readings,
        Instant now,
        String pages) {
    public CommandContext {
        readings = Map.copyOf(readings);
    }

    Policy policy() {
        return inForce.policy();
    }

    /** Whether seats are known, and as of when. */
    SeatsKnown seatsKnown() {
        return SeatsKnown.of(readings.get(Source.SEATS), now);
    }

    /** Why there are no figures about teams, as a sentence of markdown; nothing where there are. */
    public Optional<String> teamsUnknown() {
        return directoryUnread()
                .or(() -> Optional.of(SeatWords.noTeams(seatsKnown())).filter(sentence -> !sentence.isEmpty()));
    }

    /** Why nothing can be said about people and teams, as a sentence of markdown; nothing where they were read. */
    Optional<String> directoryUnread() {
        return DirectoryWords.unread(readings.get(Source.DIRECTORY)).map(Markdown::text);
    }

    /** Why there is no usage, as a sentence of markdown; empty where nothing is wrong. */
    String noUsage() {
        return Markdown.text(UsageWords.why(readings.get(Source.USAGE)));
    }

    public String prefix() {
        return policy().commands().prefix();
    }

    LocalDate today() {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The last day that the usage reports have; null before the first. */
    @Nullable
    LocalDate dataThrough() {
        SourceStatus usage = readings.get(Source.USAGE);
        return usage == null ? null : usage.dataThrough();
    }
}
