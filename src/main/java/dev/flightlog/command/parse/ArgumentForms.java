package dev.flightlog.command.parse;

import dev.flightlog.calendar.IsoWeek;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How values are written in a comment. Never throws, whatever is written. */
public final class ArgumentForms {
    /** GitHub's logins; those of enterprise managed users hold an underscore. */
    private static final Pattern LOGIN = Pattern.compile("@?([A-Za-z0-9][A-Za-z0-9_-]{0,99}(\\[bot])?)");

    private static final Pattern TEAM =
            Pattern.compile("(?:@?([A-Za-z0-9][A-Za-z0-9-]{0,99})/|@)?((?:ent:)?[A-Za-z0-9_][A-Za-z0-9._-]{0,99})");
    private static final Pattern BACK = Pattern.compile("([1-9]\\d{0,3})([dDwW])");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WEEK_NUMBER = Pattern.compile("[Ww](0?[1-9]|[1-4]\\d|5[0-3])");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    /** In straight or typographic marks, with none of them inside. */
    private static final Pattern QUOTED = Pattern.compile("[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]");

    private static final int WEEK = 7;

    private ArgumentForms() {}

    static Optional<String> login(String written) {
        Matcher login = LOGIN.matcher(written);
        return login.matches() ? Optional.of(login.group(1)) : Optional.empty();
    }

    static Optional<TeamName> team(String written) {
        Matcher team = TEAM.matcher(written);
        return team.matches()
                ? Optional.of(new TeamName(Optional.ofNullable(team.group(1)), team.group(2)))
                : Optional.empty();
    }

    /** An ISO week, or any day of it; its number alone, or {@code latest}. */
    static Optional<WrittenWeek> week(String written) {
        if (written.equalsIgnoreCase("latest") || written.equalsIgnoreCase("last")) {
            return Optional.of(new WrittenWeek.Latest());
        }
        Matcher number = WEEK_NUMBER.matcher(written);
        if (number.matches()) {
            return Optional.of(new WrittenWeek.Numbered(Integer.parseInt(number.group(1))));
        }
        return IsoWeek.parse(written).or(() -> date(written).map(IsoWeek::of)).map(WrittenWeek.Exact::new);
    }

    /** A day, a week's Monday, or so many days or weeks back. */
    static Optional<Since> since(String written) {
        Matcher back = BACK.matcher(written);
        if (back.matches()) {
            int number = Integer.parseInt(back.group(1));
            return Optional.of(new Since.DaysBack(back.group(2).equalsIgnoreCase("w") ? number * WEEK : number));
        }
        return date(written)
                .or(() -> IsoWeek.parse(written).map(IsoWeek::monday))
                .map(Since.Day::new);
    }

    /** Anything that is not blank; quotation marks around the whole are not part of it. */
    static Optional<String> words(String written) {
        Matcher quoted = QUOTED.matcher(written.strip());
        String words = quoted.matches() ? quoted.group(1).strip() : written.strip();
        return words.isBlank() ? Optional.empty() : Optional.of(words);
    }

    /** A number alone is that of a request; a login of digits is written with {@code @}. */
    static Optional<WhoseRequest> request(String written) {
        return NUMBER.matcher(written).matches()
                ? Optional.of(new WhoseRequest.Numbered(Integer.parseInt(written)))
                : login(written).map(WhoseRequest.OfPerson::new);
    }

    /** Several logins; none of them for {@code all}. */
    static Optional<Set<String>> logins(String written) {
        if (written.strip().equalsIgnoreCase("all")) {
            return Optional.of(Set.of());
        }
        List<Optional<String>> read = Stream.of(written.strip().split("[ ,]+"))
                .map(ArgumentForms::login)
                .toList();
        return read.isEmpty() || read.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(read.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
    }

    static Optional<YearMonth> month(String written) {
        return MONTH.matcher(written).matches() ? dated(written, YearMonth::parse) : Optional.empty();
    }

    static Function<String, Optional<Integer>> number(int min, int max) {
        return written -> Optional.of(written)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Integer::parseInt)
                .filter(number -> number >= min && number <= max);
    }

    /** One of some constants, by its name in small letters. */
    static <E extends Enum<E>> Function<String, Optional<E>> choice(Class<E> constants) {
        return written -> List.of(constants.getEnumConstants()).stream()
                .filter(constant -> word(constant).equalsIgnoreCase(written))
                .findFirst();
    }

    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<LocalDate> date(String written) {
        Optional<LocalDate> date =
                DATE.matcher(written).matches() ? dated(written, LocalDate::parse) : Optional.empty();
        return date.filter(day -> day.getYear() > 1);
    }

    private static <T> Optional<T> dated(String written, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(written));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
