package dev.flightlog.governance;

import java.util.Locale;

/** A name in a policy: a person's login or a team's slug, in small letters, because GitHub compares without regard to case. */
public record PolicyName(Kind kind, String name) {
    public PolicyName {
        name = name.toLowerCase(Locale.ROOT);
    }

    static PolicyName user(String login) {
        return new PolicyName(Kind.USER, login);
    }

    static PolicyName team(String slug) {
        return new PolicyName(Kind.TEAM, slug);
    }

    /** What it names. */
    public enum Kind {
        USER,
        TEAM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
