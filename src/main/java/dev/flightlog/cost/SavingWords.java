package dev.flightlog.cost;

import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Says what giving seats back would save: the same words in posts, answers, checks, pages and the API. */
public final class SavingWords {
    private SavingWords() {}

    /**
     * What follows "removing them": "would save up to 95 USD a month", or why it would not. Plain text without names;
     * ends without a full stop.
     */
    public static String wouldSave(Saving saving) {
        return switch (saving.condition()) {
            case NO_SEATS -> "would save nothing: no seat is idle";
            case NO_PRICE ->
                "would save nothing that is known: GitHub does not say what " + these(saving) + " cost"
                        + (saving.seats() == 1 ? "s" : "");
            case CREDITS_LEFT_OVER -> upTo(saving);
            case CREDITS_PARTLY_USED ->
                upTo(saving) + ": the rest of " + its(saving) + " price would be spent on the credits that "
                        + these(saving) + " bring" + s(saving);
            case CREDITS_USED_UP ->
                "would save nothing now: the credits that " + these(saving) + " bring" + s(saving) + " are used";
            case ENTERPRISE_POOL_UNKNOWN -> upTo(saving) + " if the enterprise's credits are not used up";
            case BILLER_UNKNOWN -> upTo(saving) + " if the bill is the organization's own";
            case PROJECTION_UNKNOWN -> upTo(saving) + " if this month's credits are not used up";
        };
    }

    /** The condition alone, as one sentence; for places with the figure beside it. */
    public static String condition(Saving saving) {
        return switch (saving.condition()) {
            case NO_SEATS -> "There is no such seat.";
            case NO_PRICE -> "GitHub does not say what " + these(saving) + " cost" + s(saving) + ".";
            case CREDITS_LEFT_OVER -> "At this month's pace credits are left over without " + these(saving) + ".";
            case CREDITS_PARTLY_USED ->
                "At this month's pace some of the credits that " + these(saving) + " bring" + s(saving)
                        + " are used: without " + these(saving) + " they would be bought, or use would stop earlier.";
            case CREDITS_USED_UP ->
                "At this month's pace the credits that " + these(saving) + " bring" + s(saving) + " are used: without "
                        + these(saving) + " they would be bought, or use would stop earlier.";
            case ENTERPRISE_POOL_UNKNOWN ->
                "Only if the enterprise's credits are not used up, which an organization cannot see.";
            case BILLER_UNKNOWN ->
                "Only if the organization is billed itself: whether it or an enterprise is, is not known here.";
            case PROJECTION_UNKNOWN -> "Only if this month's credits are not used up: too few days are known.";
        };
    }

    /**
     * What giving idle seats back would save, as one sentence: first those that a click removes, then those that a team
     * holds.
     */
    public static String ofIdle(IdleSaving idle) {
        if (idle.all().seats() == 0) {
            return "No seat is idle.";
        }
        if (idle.direct().seats() == 0) {
            return (idle.all().seats() == 1 ? "It is held through a team" : "All are held through teams")
                    + ", which would have to change; that " + wouldSave(idle.all()) + ".";
        }
        if (idle.throughTeams() == 0) {
            return "Removing " + (idle.all().seats() == 1 ? "it " : "them ") + wouldSave(idle.all()) + ".";
        }
        return "Removing the " + counted(idle.direct()) + " assigned directly " + wouldSave(idle.direct())
                + "; " + Numbers.count(idle.throughTeams())
                + (idle.throughTeams() == 1 ? " is" : " are") + " held through a team, which would have to change"
                + together(idle) + ".";
    }

    private static String counted(Saving saving) {
        return saving.seats() == 1 ? "one" : Numbers.count(saving.seats());
    }

    private static String together(IdleSaving idle) {
        return idle.all().upToUsd().compareTo(idle.direct().upToUsd()) == 0
                ? ""
                : " (all together " + upTo(idle.all().upToUsd()) + " a month" + condition(idle) + ")";
    }

    /** What was said of those that a click removes holds for all together. */
    private static String condition(IdleSaving idle) {
        return switch (idle.all().condition()) {
            case ENTERPRISE_POOL_UNKNOWN, BILLER_UNKNOWN, PROJECTION_UNKNOWN -> " on the same condition";
            case CREDITS_PARTLY_USED -> ", as the rest of their price would be spent on credits";
            case NO_SEATS, NO_PRICE, CREDITS_LEFT_OVER, CREDITS_USED_UP -> "";
        };
    }

    /** The same in a few words for a headline, without its conditions but the one that nothing would be saved. */
    public static String headline(IdleSaving idle) {
        Saving direct = idle.direct();
        if (direct.seats() == 0) {
            return idle.all().seats() == 1 ? "held through a team" : "held through teams";
        }
        String removing = idle.throughTeams() == 0
                ? "removing " + (direct.seats() == 1 ? "it" : "them")
                : "removing the " + counted(direct) + " assigned directly";
        return removing
                + switch (direct.condition()) {
                    case CREDITS_LEFT_OVER, CREDITS_PARTLY_USED -> " " + upTo(direct);
                    case ENTERPRISE_POOL_UNKNOWN,
                            BILLER_UNKNOWN,
                            PROJECTION_UNKNOWN,
                            CREDITS_USED_UP,
                            NO_PRICE,
                            NO_SEATS -> " " + wouldSave(direct);
                };
    }

    private static String upTo(Saving saving) {
        return "would save " + upTo(saving.upToUsd()) + " a month";
    }

    /** Cents of a projection say nothing. */
    private static String upTo(BigDecimal usd) {
        return usd.signum() > 0 && usd.compareTo(BigDecimal.ONE) < 0 ? "less than 1 USD" : "up to " + Numbers.usd(usd);
    }

    private static String these(Saving saving) {
        return saving.seats() == 1 ? "this seat" : "these seats";
    }

    private static String its(Saving saving) {
        return saving.seats() == 1 ? "its" : "their";
    }

    private static String s(Saving saving) {
        return saving.seats() == 1 ? "s" : "";
    }

    /** "up to 95 USD", "nothing now" and the like, for a cell of a table; the condition is shown elsewhere. */
    public static String briefly(Saving saving) {
        return switch (saving.condition()) {
            case NO_SEATS -> Numbers.usd(BigDecimal.ZERO);
            case NO_PRICE -> Numbers.NONE;
            case CREDITS_USED_UP -> "nothing now";
            case CREDITS_LEFT_OVER, CREDITS_PARTLY_USED -> upTo(saving.upToUsd());
            case ENTERPRISE_POOL_UNKNOWN, BILLER_UNKNOWN, PROJECTION_UNKNOWN -> "perhaps " + upTo(saving.upToUsd());
        };
    }

    /**
     * "up to 133 USD with the 3 held through a team, which would have to change"; none where that saves no more than the
     * seats that a click removes.
     */
    public static Optional<String> withTeams(IdleSaving idle) {
        return idle.all().upToUsd().compareTo(idle.direct().upToUsd()) == 0
                ? Optional.empty()
                : Optional.of(briefly(idle.all()) + " with the "
                        + (idle.throughTeams() == 1 ? "one" : Numbers.count(idle.throughTeams()))
                        + " held through a team, which would have to change");
    }

    /** As {@link #briefly}, of several organizations together: sure only where each of them is. */
    public static String together(List<Saving> savings) {
        if (savings.size() == 1) {
            return briefly(savings.getFirst());
        }
        BigDecimal usd = savings.stream().map(Saving::upToUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean sure = savings.stream().allMatch(saving -> switch (saving.condition()) {
            case ENTERPRISE_POOL_UNKNOWN, BILLER_UNKNOWN, PROJECTION_UNKNOWN -> false;
            case NO_SEATS, NO_PRICE, CREDITS_LEFT_OVER, CREDITS_PARTLY_USED, CREDITS_USED_UP -> true;
        });
        return usd.signum() == 0 ? "nothing now" : (sure ? "" : "perhaps ") + upTo(usd);
    }
}
