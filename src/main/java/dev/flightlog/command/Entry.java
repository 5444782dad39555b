package dev.flightlog.command;

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
record Entry(
        String name, Audience audience, List<Argument<?>> arguments, String sentence, Function<Given, Command> make) {
    Entry {
        arguments = List.copyOf(arguments);
    }

    /** Who may use it. */
    enum Audience {
        MEMBER(Role.MEMBER, "members"),
        OWN_TEAM(Role.MEMBER, "the team's members, admins"),
        ADMIN(Role.ADMIN, "admins");

        private final Role role;
        private final String words;

        Audience(Role role, String words) {
            this.role = role;
            this.words = words;
        }

        Role role() {
            return role;
        }

        String words() {
            return words;
        }
    }

    /** How it is written, such as {@code team [slug] [since=2026-10-01]}. */
    String usage() {
        return Stream.concat(Stream.of(name), arguments.stream().map(Argument::shown))
                .collect(Collectors.joining(" "));
    }
}
