package dev.flightlog.policy;

import dev.flightlog.policy.YamlNode.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of values a policy is made of. */
final class PolicyForm {
    private static final String DURATION = "^(0|[1-9][0-9]{0,3})[dw]$";
    private static final String TIME = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
    private static final String DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private static final String ZONE = "^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$";
    private static final String WHOLE = "[0-9]{1,15}";
    private static final String AMOUNT = "[0-9]{1,12}(\\.[0-9]{1,2})?";
    private static final Set<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds());

    private PolicyForm() {}

    /** One of some words. */
    static <E> Form<E> choice(List<E> values, Function<E, String> word) {
        List<String> words = values.stream().map(word).toList();
        String wanted = words.size() == 1 ? words.getFirst() : "one of " + String.join(", ", words);
        return ScalarForm.text(
                        wanted,
                        text -> values.stream()
                                .filter(value -> word.apply(value).equals(text))
                                .findFirst(),
                        word,
                        Schemas.of("enum", words))
                .withCandidates(words);
    }

    static Form<Boolean> flag() {
        return new ScalarForm<>(
                "true or false",
                Set.of(Kind.FLAG),
                text -> matching("true|True|TRUE|false|False|FALSE", text).map(Boolean::valueOf),
                String::valueOf,
                Schemas.of("type", "boolean"),
                List.of());
    }

    static Form<Long> wholeNumber(long min, long max) {
        String wanted = min == max ? String.valueOf(min) : "a whole number from " + min + " to " + max;
        return new ScalarForm<>(
                wanted,
                Set.of(Kind.WHOLE_NUMBER),
                text -> matching(WHOLE, text).map(Long::valueOf).filter(number -> number >= min && number <= max),
                String::valueOf,
                Schemas.of("type", "integer", "minimum", min, "maximum", max),
                List.of());
    }

    /** US dollars, with cents at most. */
    static Form<BigDecimal> usd(long min, long max) {
        BigDecimal from = BigDecimal.valueOf(min);
        BigDecimal to = BigDecimal.valueOf(max);
        return new ScalarForm<>(
                "US dollars from " + min + " to " + max + ", such as 19 or 17.50",
                Set.of(Kind.WHOLE_NUMBER, Kind.DECIMAL),
                text -> matching(AMOUNT, text)
                        .map(number -> plain(new BigDecimal(number)))
                        .filter(number -> number.compareTo(from) >= 0 && number.compareTo(to) <= 0),
                BigDecimal::toPlainString,
                Schemas.of("type", "number", "minimum", min, "maximum", max),
                List.of());
    }

    /** Equal amounts have to be equal values: 17.5 is 17.50. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Days ({@code 30d}) or weeks ({@code 4w}). */
    static Form<Duration> duration(int leastDays, int mostDays, String example) {
        return ScalarForm.text(
                "days or weeks from " + leastDays + "d to " + mostDays + "d, such as " + example,
                text -> matching(DURATION, text)
                        .map(PolicyForm::days)
                        .filter(days -> days.toDays() >= leastDays && days.toDays() <= mostDays),
                days -> days.toDays() + "d",
                Schemas.of("type", "string", "pattern", DURATION));
    }

    private static Duration days(String text) {
        int number = Integer.parseInt(text.substring(0, text.length() - 1));
        return Duration.ofDays(text.endsWith("w") ? 7L * number : number);
    }

    static Form<LocalTime> time() {
        return ScalarForm.text(
                "a time of the day such as \"08:00\"",
                text -> matching(TIME, text).map(LocalTime::parse),
                LocalTime::toString,
                Schemas.of("type", "string", "pattern", TIME));
    }

    static Form<LocalDate> date() {
        return ScalarForm.text(
                "a date such as 2027-01-31",
                text -> matching(DATE, text).flatMap(PolicyForm::existingDate),
                LocalDate::toString,
                Schemas.of("type", "string", "format", "date", "pattern", DATE));
    }

    private static Optional<LocalDate> existingDate(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException thirtiethOfFebruary) {
            return Optional.empty();
        }
    }

    static Form<ZoneId> zone() {
        return ScalarForm.text(
                        "a time zone of the IANA list such as UTC or Europe/Berlin",
                        text -> ZONES.contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty(),
                        ZoneId::getId,
                        Schemas.of("type", "string", "pattern", ZONE))
                .withCandidates(ZONES);
    }

    /** Text of one line that a pattern describes. */
    static Form<String> text(String pattern, String wanted) {
        return ScalarForm.text(
                wanted,
                text -> matching(pattern, text),
                text -> text,
                Schemas.of("type", "string", "pattern", pattern));
    }

    /** A form whose value names a person or team. */
    static Form<String> naming(Form<String> form, Function<String, Stream<Map.Entry<Reference.Kind, String>>> names) {
        return new Form<>() {
            @Override
            public Optional<String> read(YamlNode node, String path, NodeReading reading) {
                Optional<String> value = form.read(node, path, reading);
                value.stream()
                        .flatMap(names)
                        .forEach(name ->
                                reading.refer(new Reference(name.getKey(), name.getValue(), path, node.span())));
                return value;
            }

            @Override
            public String show(String value) {
                return form.show(value);
            }

            @Override
            public Map<String, Object> schema() {
                return form.schema();
            }
        };
    }

    /** A value that a policy may leave open. */
    static <T> Form<Optional<T>> optional(Form<T> form) {
        return new Form<>() {
            @Override
            public Optional<Optional<T>> read(YamlNode node, String path, NodeReading reading) {
                return form.read(node, path, reading).map(Optional::of);
            }

            @Override
            public String show(Optional<T> value) {
                return value.map(form::show).orElse("none");
            }

            @Override
            public Map<String, Object> schema() {
                return form.schema();
            }
        };
    }

    private static Optional<String> matching(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}
