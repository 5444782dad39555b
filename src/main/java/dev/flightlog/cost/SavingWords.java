package dev.flightlog.cost;

import dev.flightlog.text.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what giving seats back would save: the same words in posts, answers, checks, pages and the API. */
public final class SavingWords {
    private static final String NOTHING_OF_OUR_OWN = "would save nothing now if the bill is the organization's own";

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
            case PRICE_ZERO -> "would save nothing: by the policy " + these(saving) + " cost" + s(saving) + " nothing";
            case CREDITS_LEFT_OVER -> upTo(saving);
            case CREDITS_PARTLY_USED ->
                upTo(saving) + ": the rest of " + its(saving) + " price would be spent on the credits that "
                        + these(saving) + " bring" + s(saving);
            case CREDITS_USED_UP ->
                "would save nothing now: the credits that " + these(saving) + " bring" + s(saving) + " are used";
            case ENTERPRISE_POOL_UNKNOWN -> upTo(saving) + onlyIf(saving.condition());
            case BILLER_UNKNOWN ->
                saving.upToUsd().signum() > 0
                        ? upTo(saving) + onlyIf(saving.condition())
                        : NOTHING_OF_OUR_OWN + ", and up to " + Numbers.usd(saving.priceUsd())
                                + " a month if an enterprise is billed whose credits are not used up";
            case POOL_UNKNOWN, PROJECTION_UNKNOWN -> upTo(saving) + onlyIf(saving.condition());
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
        return saved(idle) + nextMonth(idle);
    }

    private static String saved(IdleSaving idle) {
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

    /** Seats that end leave the pool too: without them nobody can compute the saving from the figures beside it. */
    private static String nextMonth(IdleSaving idle) {
        IdleSaving.NextMonth next = idle.nextMonth();
        if (next == null || next.endingSeats() == 0 || !restsOnThePool(idle)) {
            return "";
        }
        return " That is computed with next month's pool of " + Numbers.whole(next.included()) + " AI credits, because "
                + Numbers.plural(next.endingSeats(), "seat") + (next.endingSeats() == 1 ? " ends" : " end")
                + " with this month.";
    }

    private static boolean restsOnThePool(IdleSaving idle) {
        return Stream.of(idle.direct(), idle.all()).anyMatch(saving -> switch (saving.condition()) {
            case CREDITS_PARTLY_USED, CREDITS_USED_UP, BILLER_UNKNOWN ->
                saving.upToUsd().compareTo(saving.priceUsd()) < 0;
            case CREDITS_LEFT_OVER,
                    ENTERPRISE_POOL_UNKNOWN,
                    POOL_UNKNOWN,
                    PROJECTION_UNKNOWN,
                    NO_PRICE,
                    PRICE_ZERO,
                    NO_SEATS -> false;
        });
    }

    /** Seats whose credits are worth more than their price cost money once they are given back: no advice then. */
    private static String together(IdleSaving idle) {
        int more = idle.all().upToUsd().compareTo(idle.direct().upToUsd());
        if (more == 0) {
            return perhapsOfAnEnterprise(idle);
        }
        return more > 0
                ? " (all together " + most(idle.all()) + " a month" + condition(idle) + ")"
                : " (all together " + (idle.all().upToUsd().signum() == 0 ? "" : "only ") + most(idle.all())
                        + " a month: " + costsMore(idle) + ")";
    }

    /** Where nobody knows who is billed, the figure of the enterprise's case is that of all seats too. */
    private static String perhapsOfAnEnterprise(IdleSaving idle) {
        return idle.all().condition() == Saving.Condition.BILLER_UNKNOWN
                        && idle.all().upToUsd().signum() == 0
                        && idle.all().priceUsd().compareTo(idle.direct().priceUsd()) > 0
                ? " (all together up to " + Numbers.usd(idle.all().priceUsd()) + " a month if an enterprise is billed)"
                : "";
    }

    private static String costsMore(IdleSaving idle) {
        return idle.throughTeams() == 1
                ? "that one's credits are used, and would cost more than the seat"
                : "the credits of those are used, and would cost more than the seats";
    }

    /** What was said of those that a click removes holds for all together. */
    private static String condition(IdleSaving idle) {
        return switch (idle.all().condition()) {
            case ENTERPRISE_POOL_UNKNOWN, BILLER_UNKNOWN, POOL_UNKNOWN, PROJECTION_UNKNOWN ->
                idle.direct().condition() == idle.all().condition()
                        ? " on the same condition"
                        : onlyIf(idle.all().condition());
            case CREDITS_PARTLY_USED -> ", as the rest of their price would be spent on credits";
            case NO_SEATS, NO_PRICE, PRICE_ZERO, CREDITS_LEFT_OVER, CREDITS_USED_UP -> "";
        };
    }

    private static String onlyIf(Saving.Condition condition) {
        return switch (condition) {
            case ENTERPRISE_POOL_UNKNOWN -> " if the enterprise's credits are not used up";
            case BILLER_UNKNOWN -> " if the bill is the organization's own";
            case POOL_UNKNOWN, PROJECTION_UNKNOWN -> " if this month's credits are not used up";

            case NO_SEATS, NO_PRICE, PRICE_ZERO, CREDITS_LEFT_OVER, CREDITS_PARTLY_USED, CREDITS_USED_UP -> "";
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
                    case BILLER_UNKNOWN ->
                        " " + (direct.upToUsd().signum() > 0 ? wouldSave(direct) : NOTHING_OF_OUR_OWN);
                    case ENTERPRISE_POOL_UNKNOWN,
                            POOL_UNKNOWN,
                            PROJECTION_UNKNOWN,
                            CREDITS_USED_UP,
                            NO_PRICE,
                            PRICE_ZERO,
                            NO_SEATS -> " " + wouldSave(direct);
                };
    }

    private static String upTo(Saving saving) {
        return "would save " + most(saving) + " a month";
    }

    private static String most(Saving saving) {
        return saving.unpriced() > 0
                ? "at least " + Numbers.usd(saving.upToUsd())
                : most(saving.upToUsd(), saving.priceUsd());
    }

    /** Of a price its cents; of less than it, which rests on a projection, whole dollars and never more than it is. */
    private static String most(BigDecimal usd, BigDecimal priceUsd) {
        if (usd.compareTo(priceUsd) == 0) {
            return "up to " + Numbers.usd(usd);
        }
        return usd.signum() == 0
                ? "nothing"
                : usd.compareTo(BigDecimal.ONE) < 0
                        ? "less than 1 USD"
                        : "up to " + Numbers.usd(usd.setScale(0, RoundingMode.DOWN));
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
            case NO_SEATS, PRICE_ZERO -> Numbers.usd(BigDecimal.ZERO);
            case NO_PRICE -> Numbers.NONE;
            case CREDITS_USED_UP -> "nothing now";
            case CREDITS_LEFT_OVER, CREDITS_PARTLY_USED -> most(saving);
            case BILLER_UNKNOWN -> saving.upToUsd().signum() == 0 ? "perhaps nothing" : "perhaps " + most(saving);
            case ENTERPRISE_POOL_UNKNOWN, POOL_UNKNOWN, PROJECTION_UNKNOWN -> "perhaps " + most(saving);
        };
    }

    /** Whose saving {@link IdleSaving#direct} is: "6 idle seats", or "4 idle seats assigned directly, of 6". */
    public static String seats(IdleSaving idle) {
        return Numbers.plural(idle.direct().seats(), "idle seat")
                + (idle.throughTeams() == 0
                        ? ""
                        : " assigned directly, of " + Numbers.count(idle.all().seats()));
    }

    /**
     * "up to 133 USD with the 3 held through a team, which would have to change"; none where that saves as much as the
     * seats that a click removes.
     */
    public static Optional<String> withTeams(IdleSaving idle) {
        int more = idle.all().upToUsd().compareTo(idle.direct().upToUsd());
        return more == 0
                ? Optional.empty()
                : Optional.of((more > 0 || idle.all().upToUsd().signum() == 0 ? "" : "only ") + briefly(idle.all())
                        + " with the "
                        + (idle.throughTeams() == 1 ? "one" : Numbers.count(idle.throughTeams()))
                        + " held through a team"
                        + (more > 0 ? ", which would have to change" : ": " + costsMore(idle)));
    }

    /** As {@link #briefly}, of several organizations together: sure only where each of them is. */
    public static String together(List<Saving> savings) {
        if (savings.size() == 1) {
            return briefly(savings.getFirst());
        }
        boolean whole = savings.stream().allMatch(saving -> saving.knownUsd().isPresent());
        BigDecimal usd = savings.stream().map(Saving::upToUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal priceUsd = savings.stream().map(Saving::priceUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean sure = savings.stream().allMatch(saving -> switch (saving.condition()) {
            case ENTERPRISE_POOL_UNKNOWN, BILLER_UNKNOWN, POOL_UNKNOWN, PROJECTION_UNKNOWN -> false;
            case NO_SEATS, NO_PRICE, PRICE_ZERO, CREDITS_LEFT_OVER, CREDITS_PARTLY_USED, CREDITS_USED_UP -> true;
        });
        if (!whole) {
            return usd.signum() == 0 ? Numbers.NONE : (sure ? "" : "perhaps ") + "at least " + Numbers.usd(usd);
        }
        return (sure ? "" : "perhaps ") + (usd.signum() == 0 ? sure ? "nothing now" : "nothing" : most(usd, priceUsd));
    }
}
