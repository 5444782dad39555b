package dev.flightlog.command.parse;

import dev.flightlog.governance.Role;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One command of the registry.
 *
 * @param sentence what it answers
 */
public record CommandSpec(
        String name,
        Audience audience,
        List<Argument<?>> arguments,
        String sentence,
        Function<ArgumentValues, Command> make) {
    public CommandSpec {
        arguments = List.copyOf(arguments);
    }

    /** Who may use it. */
    public enum Audience {
        MEMBER(Role.MEMBER, "members"),
        HOLDER(Role.MEMBER, "the seat's holder, admins"),
        OWN_TEAM(Role.MEMBER, "the team's members, admins"),
        ADMIN(Role.ADMIN, "admins");

        private final Role role;
        private final String words;

        Audience(Role role, String words) {
            this.role = role;
            this.words = words;
        }

        public Role role() {
            return role;
        }

        public String words() {
            return words;
        }
    }

    /** How it is written, such as {@code team [slug] [since=2026-10-01]}. */
    public String usage() {
        return Stream.concat(Stream.of(name), arguments.stream().map(Argument::shown))
                .collect(Collectors.joining(" "));
    }
}
