package dev.flightlog.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flightlog.cost.Saving.Condition;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.support.Golden;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each world is computed by hand in its comment: P is the pool, U the projected use, both in credits at 0.01 USD. */
class SavingTest {
    private static final PoolUse ENTERPRISE = new PoolUse.SharedWithEnterprise();
    private static final List<String> TABLE = new ArrayList<>();
    private static final PoolUse NOT_PROJECTED = new PoolUse.NotProjected();

    @TestFactory
    Stream<DynamicTest> savesWhatIsLeftOfThePrice() {
        return Stream.of(
                // 5 × 19 = 95. P = 60 × 1,900 = 114,000; nothing is used.
                world(
                        "pool not used",
                        business(5),
                        pool(114_000, 0),
                        "95",
                        Condition.CREDITS_LEFT_OVER,
                        "would save up to 95 USD a month"),
                // P − U = 14,000 credits = 140 USD left over, more than 95.
                world(
                        "pool used in part",
                        business(5),
                        pool(114_000, 100_000),
                        "95",
                        Condition.CREDITS_LEFT_OVER,
                        "would save up to 95 USD a month"),
                // The smaller pool is 114,000 − 9,500 = 104,500 and just suffices.
                world(
                        "the smaller pool just suffices",
                        business(5),
                        pool(114_000, 104_500),
                        "95",
                        Condition.CREDITS_LEFT_OVER,
                        "would save up to 95 USD a month"),
                // One credit more is bought: 95 − 0.01.
                world(
                        "one credit is bought again",
                        business(5),
                        pool(114_000, 104_501),
                        "94.99",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 94.99 USD a month: the rest of their price would be spent on the credits"
                                + " that these seats bring"),
                // P − U = 4,000 credits = 40 USD.
                world(
                        "a part is left over",
                        business(5),
                        pool(114_000, 110_000),
                        "40",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 40 USD a month: the rest of their price would be spent on the credits that"
                                + " these seats bring"),
                // P − U = 0.
                world(
                        "pool just used up",
                        business(5),
                        pool(114_000, 114_000),
                        "0",
                        Condition.CREDITS_USED_UP,
                        "would save nothing now: the credits that these seats bring are used"),
                // Credits are bought already: 95 − 0.01 × (95,500 − 86,000) = 0.
                world(
                        "pool overspent",
                        business(5),
                        pool(114_000, 200_000),
                        "0",
                        Condition.CREDITS_USED_UP,
                        "would save nothing now: the credits that these seats bring are used"),
                // 1 × 19, P − U = 100.
                world(
                        "one seat",
                        business(1),
                        pool(1_900, 1_800),
                        "1",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 1 USD a month: the rest of its price would be spent on the credits that"
                                + " this seat brings"),
                world(
                        "one seat whose credits are used",
                        business(1),
                        pool(1_900, 1_900),
                        "0",
                        Condition.CREDITS_USED_UP,
                        "would save nothing now: the credits that this seat brings are used"),
                // 3 × 39 = 117. P = 10 × 3,900 = 39,000; left 39,000 − 30,000 = 9,000 = 90 USD.
                world(
                        "Enterprise",
                        enterprise(3),
                        pool(39_000, 30_000),
                        "90",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 90 USD a month: the rest of their price would be spent on the credits that"
                                + " these seats bring"),
                // 2 × 19 + 1 × 39 = 77; C = 2 × 1,900 + 3,900 = 7,700. P = 40,000; left 10,000.
                world(
                        "both plans",
                        mixed(2, 1),
                        pool(40_000, 30_000),
                        "77",
                        Condition.CREDITS_LEFT_OVER,
                        "would save up to 77 USD a month"),
                // The same; left 5,000 credits = 50 USD.
                world(
                        "both plans, used in part",
                        mixed(2, 1),
                        pool(40_000, 35_000),
                        "50",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 50 USD a month: the rest of their price would be spent on the credits that"
                                + " these seats bring"),
                // 4 × 15 = 60. Smaller pool 19,000 − 7,600 = 11,400; U = 15,000: 3,600 bought = 36. 60 − 36 = 24.
                world(
                        "a lower price",
                        priced(4, "15"),
                        pool(19_000, 15_000),
                        "24",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 24 USD a month: the rest of their price would be spent on the credits that"
                                + " these seats bring"),
                // 60 − 0.01 × (8,600 − 1,000) = 60 − 76, below zero: giving back would cost more.
                world(
                        "a lower price, pool overspent",
                        priced(4, "15"),
                        pool(19_000, 20_000),
                        "0",
                        Condition.CREDITS_USED_UP,
                        "would save nothing now: the credits that these seats bring are used"),
                // 4 × 25 = 100; credits worth 76 are bought again: 24 are saved even then.
                world(
                        "a higher price, pool overspent",
                        priced(4, "25"),
                        pool(19_000, 20_000),
                        "24",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 24 USD a month: the rest of their price would be spent on the credits that"
                                + " these seats bring"),
                world(
                        "the enterprise's bill",
                        business(5),
                        ENTERPRISE,
                        "95",
                        Condition.ENTERPRISE_POOL_UNKNOWN,
                        "would save up to 95 USD a month if the enterprise's credits are not used up"),
                world(
                        "no projection",
                        business(5),
                        NOT_PROJECTED,
                        "95",
                        Condition.PROJECTION_UNKNOWN,
                        "would save up to 95 USD a month if this month's credits are not used up"),
                world(
                        "a plan that GitHub does not tell",
                        EndedSeats.of(Map.of(SeatPlan.UNKNOWN, 2), SeatRules.DEFAULTS),
                        pool(1_900, 0),
                        "0",
                        Condition.NO_PRICE,
                        "would save nothing that is known: GitHub does not say what these seats cost"),
                world(
                        "nothing idle",
                        EndedSeats.NONE,
                        pool(114_000, 0),
                        "0",
                        Condition.NO_SEATS,
                        "would save nothing: no seat is idle"));
    }

    @Test
    void aSavingIsNeverMoreThanThePrice() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Saving(1, new BigDecimal("19"), new BigDecimal("20"), Condition.CREDITS_LEFT_OVER));
    }

    /** The worlds above as a table to read: what the post says, and what the API gives. */
    private static void row(String name, EndedSeats ended, PoolUse use, Saving saving) {
        TABLE.add("| " + name + " | " + ended.seats() + " seats, "
                + ended.priceUsd().toPlainString() + " USD, "
                + ended.credits().toPlainString() + " credits | "
                + switch (use) {
                    case PoolUse.Projected(var included, var projected) ->
                        included.toPlainString() + " | " + projected.toPlainString();
                    case PoolUse.SharedWithEnterprise _ -> "the enterprise's | –";
                    case PoolUse.NotProjected _ -> "– | –";
                }
                + " | " + saving.upToUsd().stripTrailingZeros().toPlainString() + " | "
                + saving.condition().key() + " | … " + SavingWords.wouldSave(saving) + ". |");
    }

    @AfterAll
    static void theTableIsCommitted() {
        if (TABLE.size() > 12) {
            Golden.assertMatches(
                    "cost/savings.md",
                    "| world | given back | pool, credits | projected use | API: saves_usd_a_month | condition | post"
                            + " |\n"
                            + "| --- | --- | --: |"
                            + " --: | --: | --- |"
                            + " --- |\n" + String.join("\n", TABLE) + "\n");
        }
    }

    private static DynamicTest world(
            String name, EndedSeats ended, PoolUse use, String usd, Condition condition, String words) {
        return DynamicTest.dynamicTest(name, () -> {
            row(name, ended, use, Saving.of(ended, use));
            Saving saving = Saving.of(ended, use);
            assertEquals(0, new BigDecimal(usd).compareTo(saving.upToUsd()), saving.toString());
            assertEquals(condition, saving.condition());
            assertEquals(words, SavingWords.wouldSave(saving));
        });
    }

    private static EndedSeats business(int seats) {
        return EndedSeats.of(Map.of(SeatPlan.BUSINESS, seats), SeatRules.DEFAULTS);
    }

    private static EndedSeats enterprise(int seats) {
        return EndedSeats.of(Map.of(SeatPlan.ENTERPRISE, seats), SeatRules.DEFAULTS);
    }

    private static EndedSeats mixed(int business, int enterprise) {
        return EndedSeats.of(Map.of(SeatPlan.BUSINESS, business, SeatPlan.ENTERPRISE, enterprise), SeatRules.DEFAULTS);
    }

    private static EndedSeats priced(int seats, String price) {
        SeatRules defaults = SeatRules.DEFAULTS;
        return EndedSeats.of(
                Map.of(SeatPlan.BUSINESS, seats),
                new SeatRules(
                        defaults.idleAfter(),
                        defaults.grace(),
                        defaults.exemptions(),
                        Map.of(SeatPlan.BUSINESS, new BigDecimal(price))));
    }

    private static PoolUse pool(long included, long projected) {
        return new PoolUse.Projected(BigDecimal.valueOf(included), BigDecimal.valueOf(projected));
    }
}
