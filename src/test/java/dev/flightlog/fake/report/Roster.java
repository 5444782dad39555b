package dev.flightlog.fake.report;

import dev.flightlog.fake.model.Member;
import dev.flightlog.fake.model.Organization;
import dev.flightlog.fake.model.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Hires the invented people and decides how each of them uses Copilot. */
final class Roster {
    private static final List<String> IDES =
            List.of("vscode", "vscode", "vscode", "intellij", "intellij", "visualstudio", "neovim", "xcode", "zed");
    private static final List<String> LANGUAGES = List.of(
            "java",
            "typescript",
            "python",
            "go",
            "kotlin",
            "rust",
            "csharp",
            "sql",
            "markdown",
            "yaml",
            "swift",
            "cobol");
    private static final List<String> MODELS =
            List.of("claude-sonnet-5", "claude-sonnet-5", "gpt-5.4", "gemini-3-pro", "auto");

    private final long seed;
    private final LocalDate firstDay;
    private final LocalDate today;

    Roster(long seed, LocalDate firstDay, LocalDate today) {
        this.seed = seed;
        this.firstDay = firstDay;
        this.today = today;
    }

    List<Profile> hire(Organization organization, int count) {
        List<Profile> profiles = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            Person person = organization.world().addPerson(Names.login(index), Names.name(index));
            organization.addMember(person, index % 40 == 0 ? Member.Role.ADMIN : Member.Role.MEMBER);
            profiles.add(profile(index, person));
        }
        return profiles;
    }

    private Profile profile(int index, Person person) {
        Chance chance = Chance.of(seed, index, -1);
        Profile.Kind kind = kind(index, chance.fraction());
        LocalDate seatSince =
                kind == Profile.Kind.NEWCOMER ? today.minusDays(chance.between(5, 13)) : firstDay.minusDays(40);
        boolean often = kind != Profile.Kind.OCCASIONAL;
        boolean terminal = chance.likely(0.25);
        return new Profile(
                index,
                person,
                kind,
                seatSince,
                often ? 0.82 + chance.fraction() * 0.16 : 0.4,
                often ? 0.08 : 0.03,
                activeFrom(kind, seatSince),
                activeUntil(kind, chance),
                chance.likely(0.15) ? List.of("vscode", "intellij") : List.of(chance.of(IDES)),
                List.of(chance.of(LANGUAGES), chance.of(LANGUAGES), "markdown"),
                chance.of(MODELS),
                0.3 + chance.fraction() * 0.6,
                chance.likely(0.6) ? 0.2 + chance.fraction() * 0.6 : 0.02,
                terminal ? 0.5 : 0.01,
                chance.likely(0.1) ? 0.4 : 0,
                0.18 + chance.fraction() * 0.22);
    }

    /** The first dozen is fixed so that every organization, however small, has one of each kind. */
    private static Profile.Kind kind(int index, double fraction) {
        return switch (index) {
            case 0, 1, 2, 4 -> Profile.Kind.REGULAR;
            case 3 -> Profile.Kind.IDLE;
            case 5 -> Profile.Kind.NEVER_USED;
            case 6 -> Profile.Kind.NEWCOMER;
            case 7 -> Profile.Kind.SIGNED_IN_ONLY;
            case 8 -> Profile.Kind.ON_LEAVE;
            case 9 -> Profile.Kind.ENDING;
            case 10 -> Profile.Kind.NO_SEAT;
            default -> kind(fraction);
        };
    }

    private static Profile.Kind kind(double fraction) {
        double rest = fraction;
        for (Share share : Share.values()) {
            rest -= share.part;
            if (rest < 0) {
                return share.kind;
            }
        }
        return Profile.Kind.REGULAR;
    }

    private enum Share {
        NO_SEAT(Profile.Kind.NO_SEAT, 0.04),
        NEVER(Profile.Kind.NEVER_USED, 0.03),
        SIGNED_IN(Profile.Kind.SIGNED_IN_ONLY, 0.02),
        IDLE(Profile.Kind.IDLE, 0.04),
        ENDING(Profile.Kind.ENDING, 0.02),
        ON_LEAVE(Profile.Kind.ON_LEAVE, 0.03),
        NEWCOMER(Profile.Kind.NEWCOMER, 0.04),
        OCCASIONAL(Profile.Kind.OCCASIONAL, 0.15);

        private final Profile.Kind kind;
        private final double part;

        Share(Profile.Kind kind, double part) {
            this.kind = kind;
            this.part = part;
        }
    }

    private LocalDate activeFrom(Profile.Kind kind, LocalDate seatSince) {
        return kind == Profile.Kind.NEWCOMER ? seatSince : firstDay;
    }

    private LocalDate activeUntil(Profile.Kind kind, Chance chance) {
        return switch (kind) {
            case NO_SEAT, NEVER_USED, SIGNED_IN_ONLY -> LocalDate.EPOCH;
            case IDLE -> today.minusDays(chance.between(35, 60));
            case ON_LEAVE -> today.minusDays(chance.between(15, 26));
            case REGULAR, OCCASIONAL, NEWCOMER, ENDING -> LocalDate.MAX;
        };
    }
}
