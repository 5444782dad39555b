package dev.flightlog.command.answer;

import dev.flightlog.governance.PolicyInForce;
import dev.flightlog.governance.Role;
import dev.flightlog.health.Source;
import dev.flightlog.health.SourceStatus;
import dev.flightlog.organization.Organization;
import dev.flightlog.policy.PolicyParser;
import dev.flightlog.policy.PolicyResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questions of people of the organization acme, on Wednesday 2026-11-18 at nine. */
final class Questions {
    static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");

    static final Map<String, String> ALL_PERMISSIONS = Map.of(
            "members", "read",
            "organization_copilot_seat_management", "read",
            "organization_copilot_metrics", "read",
            "issues", "write",
            "discussions", "write",
            "checks", "write",
            "contents", "read",
            "pull_requests", "read");

    private static final PolicyInForce NO_FILE =
            new PolicyInForce(PolicyResult.Valid.DEFAULTS, null, Instant.parse("2026-11-02T10:00:00Z"), List.of());

    private Questions() {}

    static CommandContext admin() {
        return question("ada", Role.ADMIN, NO_FILE, true, ALL_PERMISSIONS, readings());
    }

    static CommandContext member() {
        return question("grace", Role.MEMBER, NO_FILE, true, ALL_PERMISSIONS, readings());
    }

    /** In a public repository. */
    static CommandContext inPublic(CommandContext of) {
        return question(
                of.login(), of.role(), of.inForce(), false, of.organization().permissions(), of.readings());
    }

    static CommandContext with(CommandContext of, PolicyInForce policy) {
        return question(
                of.login(), of.role(), policy, of.mayName(), of.organization().permissions(), of.readings());
    }

    static CommandContext with(CommandContext of, Map<Source, SourceStatus> readings) {
        return question(
                of.login(),
                of.role(),
                of.inForce(),
                of.mayName(),
                of.organization().permissions(),
                readings);
    }

    static CommandContext withPermissions(CommandContext of, Map<String, String> permissions) {
        return question(of.login(), of.role(), of.inForce(), of.mayName(), permissions, of.readings());
    }

    static PolicyInForce policy(String yaml) {
        PolicyResult result = PolicyParser.parse(yaml.getBytes(StandardCharsets.UTF_8));
        if (!(result instanceof PolicyResult.Valid valid)) {
            throw new IllegalArgumentException("yaml must be a policy, but has " + result.problems());
        }
        return new PolicyInForce(valid, "4f2a9c1e7b", Instant.parse("2026-11-02T10:00:00Z"), List.of());
    }

    static PolicyInForce broken(String yaml) {
        PolicyResult result = PolicyParser.parse(yaml.getBytes(StandardCharsets.UTF_8));
        return new PolicyInForce(PolicyResult.Valid.DEFAULTS, null, null, result.problems());
    }

    static Map<Source, SourceStatus> readings() {
        Map<Source, SourceStatus> readings = new EnumMap<>(Source.class);
        for (Source source : Source.values()) {
            readings.put(source, read(source, "2026-11-18T08:20:00Z"));
        }
        return readings;
    }

    static SourceStatus read(Source source, String at) {
        LocalDate through = source == Source.USAGE ? LocalDate.of(2026, 11, 15) : null;
        return reading(source, at, SourceStatus.Outcome.READ, null, through);
    }

    static SourceStatus reading(
            Source source,
            String at,
            SourceStatus.Outcome outcome,
            @Nullable String detail,
            @Nullable LocalDate through) {
        Instant attempted = Instant.parse(at);
        boolean succeeded = outcome == SourceStatus.Outcome.READ || outcome == SourceStatus.Outcome.NO_DATA;
        return new SourceStatus(source, attempted, succeeded ? attempted : null, outcome, null, detail, through);
    }

    private static CommandContext question(
            String login,
            Role role,
            PolicyInForce policy,
            boolean mayName,
            Map<String, String> permissions,
            Map<Source, SourceStatus> readings) {
        Organization acme = new Organization(
                9, "acme", 7, Organization.State.ACTIVE, permissions, Instant.parse("2026-01-05T10:00:00Z"), null);
        return new CommandContext(
                acme, 1, login, role, policy, mayName, readings, NOW, "https://flightlog.example.com/orgs/acme");
    }
}
