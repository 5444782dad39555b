package dev.flightlog.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as they are written in posts, each with its unit and the same in every locale. */
public final class Numbers {
    /** Shown where there is no value, which is never the same as zero. */
    public static final String NONE = "–";

    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final String UP = "▲ ";
    private static final String DOWN = "▼ ";
    private static final String SAME = "→ 0";

    private Numbers() {}

    /** "12,345" and "−3". */
    public static String count(long number) {
        return minus(String.format(Locale.ROOT, "%,d", number));
    }

    /** As {@link #count}, of an amount that may have a fraction: "12,346" for 12,345.5. */
    public static String whole(BigDecimal number) {
        return count(number.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /** "1 seat", "2 seats". */
    public static String plural(long number, String one) {
        return plural(number, one, one + "s");
    }

    /** "1 person", "2 people". */
    public static String plural(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** A share as "34.1 %" or "34 %", to a tenth; "–" when the whole is zero. */
    public static String percent(long part, long whole) {
        return whole == 0 ? NONE : percent((double) part / whole);
    }

    /** A ratio (1.0 is the whole) as "34.1 %" or "34 %", to a tenth. */
    public static String percent(double ratio) {
        return tenths(ratio * 100) + NO_BREAK_SPACE + "%";
    }

    /**
     * What is used of a limit, to a tenth: never rounded up, because a limit counts as reached, and people are warned, from
     * its exact amount on.
     *
     * @param limit above zero
     */
    public static String percentDown(BigDecimal used, BigDecimal limit) {
        return tenths(used.multiply(BigDecimal.valueOf(100))
                        .divide(limit, 1, RoundingMode.DOWN)
                        .doubleValue())
                + NO_BREAK_SPACE + "%";
    }

    /** Change of a count: "▲ +4", "▼ −3", "→ 0". */
    public static String change(long before, long now) {
        long difference = Math.subtractExact(now, before);
        return difference == 0 ? SAME : arrow(difference) + signed(difference);
    }

    /** Change of a count without an arrow, for numbers too small to point anywhere: "+4", "−3", "0". */
    public static String signed(long difference) {
        return (difference > 0 ? "+" : "") + count(difference);
    }

    /**
     * Change of a count of people. An arrow points only where enough people are behind it: among fewer a change is noise.
     *
     * @param least the policy's {@code privacy.min_team_size}
     */
    public static String changeOfPeople(long before, long now, int least) {
        return Math.max(before, now) < least ? signed(Math.subtractExact(now, before)) : change(before, now);
    }

    /** Change of a ratio in percentage points: "▲ +1.5 pts", "→ 0 pts". */
    public static String points(double before, double now) {
        BigDecimal difference = rounded((now - before) * 100, 1);
        return difference.signum() == 0
                ? SAME + NO_BREAK_SPACE + "pts"
                : arrow(difference.signum()) + signedPoints(before, now);
    }

    /** Change of a ratio in percentage points without an arrow: "+1.5 pts". */
    public static String signedPoints(double before, double now) {
        BigDecimal difference = rounded((now - before) * 100, 1);
        String sign = difference.signum() > 0 ? "+" : "";
        return sign + tenths(difference.doubleValue()) + NO_BREAK_SPACE + "pts";
    }

    /** "361 USD", "1,234.50 USD": cents only where there are some. */
    public static String usd(BigDecimal amount) {
        BigDecimal cents = amount.setScale(2, RoundingMode.HALF_UP);
        boolean whole = cents.stripTrailingZeros().scale() <= 0;
        return minus(String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", cents)) + " USD";
    }

    /** As {@link #usd}, of an estimate, whose cents say nothing: "513 USD", "less than 1 USD". */
    public static String wholeUsd(BigDecimal amount) {
        return amount.signum() > 0 && amount.compareTo(BigDecimal.ONE) < 0
                ? "less than 1 USD"
                : usd(amount.setScale(0, RoundingMode.HALF_UP));
    }

    /** A number to one decimal, without a useless zero: "12.3", "12". */
    public static String tenths(double number) {
        BigDecimal rounded = rounded(number, 1);
        boolean whole = rounded.stripTrailingZeros().scale() <= 0;
        return minus(String.format(Locale.ROOT, whole ? "%,.0f" : "%,.1f", rounded));
    }

    private static String arrow(long sign) {
        return sign > 0 ? UP : DOWN;
    }

    private static BigDecimal rounded(double number, int decimals) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("number must be finite, but is " + number);
        }
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
