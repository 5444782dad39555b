package dev.flightlog.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flightlog.cost.Saving.Condition;
import dev.flightlog.seat.SeatFacts;
import dev.flightlog.seat.SeatOverview;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.support.Golden;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each world is computed by hand beside it: P is the pool, U the projected use, both in credits at 0.01 USD. */
class SavingTest {
    private static final PoolUse ENTERPRISE = new PoolUse.SharedWithEnterprise();
    private static final List<String> TABLE = new ArrayList<>();
    private static final PoolUse NOT_PROJECTED = new PoolUse.NotProjected();

    @TestFactory
    Stream<DynamicTest> savesWhatIsLeftOfThePrice() {
        return Stream.of(
                world(
                        "pool not used",
                        "5 × 19 = 95. P = 60 × 1,900 = 114,000; nothing is used.",
                        business(5),
                        pool(114_000, 0),
                        "95",
                        Condition.CREDITS_LEFT_OVER,
                        "would save up to 95 USD a month"),
                world(
                        "pool used in part",
                        "P − U = 14,000 credits = 140 USD left over, more than 95.",
                        business(5),
                        pool(114_000, 100_000),
                        "95",
                        Condition.CREDITS_LEFT_OVER,
                        "would save up to 95 USD a month"),
                world(
                        "the smaller pool just suffices",
                        "The smaller pool is 114,000 − 9,500 = 104,500 and just suffices.",
                        business(5),
                        pool(114_000, 104_500),
                        "95",
                        Condition.CREDITS_LEFT_OVER,
                        "would save up to 95 USD a month"),
                world(
                        "one credit is bought again",
                        "One credit more is bought: 95 − 0.01.",
                        business(5),
                        pool(114_000, 104_501),
                        "94.99",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 94 USD a month: the rest of their price would be spent on the credits"
                                + " that these seats bring"),
                world(
                        "a part is left over",
                        "P − U = 4,000 credits = 40 USD.",
                        business(5),
                        pool(114_000, 110_000),
                        "40",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 40 USD a month: the rest of their price would be spent on the credits that"
                                + " these seats bring"),
                world(
                        "two credits are left over",
                        "P − U = 2 credits = 0.02 USD: cents of a projection are not promised.",
                        business(5),
                        pool(114_000, 113_998),
                        "0.02",
                        Condition.CREDITS_PARTLY_USED,
                        "would save less than 1 USD a month: the rest of their price would be spent on the credits"
                                + " that these seats bring"),
                world(
                        "two more seats end with this cycle",
                        "The next cycle's P = (58 − 2) × 1,900 = 106,400; k·c = 4 × 1,900: 76 − 0.01 × (105,198 −"
                                + " 98,800) = 12.02.",
                        business(4),
                        ending(58, 2, 105_198),
                        "12.02",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 12 USD a month: the rest of their price would be spent on the credits"
                                + " that these seats bring"),
                world(
                        "own price, pool used in part, both plans",
                        "3 × 15 + 1 × 30 = 75; c = 3 × 1,900 + 3,900 = 9,600; U − (P − c) = 35,000 − 30,400 = 4,600"
                                + " bought = 46; 75 − 46 = 29.",
                        EndedSeats.of(
                                Map.of(SeatPlan.BUSINESS, 3, SeatPlan.ENTERPRISE, 1),
                                prices(Map.of(
                                        SeatPlan.BUSINESS,
                                        new BigDecimal("15"),
                                        SeatPlan.ENTERPRISE,
                                        new BigDecimal("30")))),
                        pool(40_000, 35_000),
                        "29",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 29 USD a month: the rest of their price would be spent on the credits that"
                                + " these seats bring"),
                world(
                        "pool just used up",
                        "P − U = 0.",
                        business(5),
                        pool(114_000, 114_000),
                        "0",
                        Condition.CREDITS_USED_UP,
                        "would save nothing now: the credits that these seats bring are used"),
                world(
                        "pool overspent",
                        "Credits are bought already: 95 − 0.01 × ((200,000 − 104,500) − (200,000 − 114,000)) = 95 − 95"
                                + " = 0.",
                        business(5),
                        pool(114_000, 200_000),
                        "0",
                        Condition.CREDITS_USED_UP,
                        "would save nothing now: the credits that these seats bring are used"),
                world(
                        "one seat",
                        "1 × 19, P − U = 100.",
                        business(1),
                        pool(1_900, 1_800),
                        "1",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 1 USD a month: the rest of its price would be spent on the credits that"
                                + " this seat brings"),
                world(
                        "one seat whose credits are used",
                        "1 × 19; P − U = 0.",
                        business(1),
                        pool(1_900, 1_900),
                        "0",
                        Condition.CREDITS_USED_UP,
                        "would save nothing now: the credits that this seat brings are used"),
                world(
                        "Enterprise",
                        "3 × 39 = 117. P = 10 × 3,900 = 39,000; left 39,000 − 30,000 = 9,000 = 90 USD.",
                        enterprise(3),
                        pool(39_000, 30_000),
                        "90",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 90 USD a month: the rest of their price would be spent on the credits that"
                                + " these seats bring"),
                world(
                        "both plans",
                        "2 × 19 + 1 × 39 = 77; C = 2 × 1,900 + 3,900 = 7,700. P = 40,000; left 10,000.",
                        mixed(2, 1),
                        pool(40_000, 30_000),
                        "77",
                        Condition.CREDITS_LEFT_OVER,
                        "would save up to 77 USD a month"),
                world(
                        "both plans, used in part",
                        "The same; left 5,000 credits = 50 USD.",
                        mixed(2, 1),
                        pool(40_000, 35_000),
                        "50",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 50 USD a month: the rest of their price would be spent on the credits that"
                                + " these seats bring"),
                world(
                        "a lower price",
                        "4 × 15 = 60. Smaller pool 19,000 − 7,600 = 11,400; U = 15,000: 3,600 bought = 36. 60 − 36 ="
                                + " 24.",
                        priced(4, "15"),
                        pool(19_000, 15_000),
                        "24",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 24 USD a month: the rest of their price would be spent on the credits that"
                                + " these seats bring"),
                world(
                        "a lower price, pool overspent",
                        "60 − 0.01 × (8,600 − 1,000) = 60 − 76, below zero: giving back would cost more.",
                        priced(4, "15"),
                        pool(19_000, 20_000),
                        "0",
                        Condition.CREDITS_USED_UP,
                        "would save nothing now: the credits that these seats bring are used"),
                world(
                        "a higher price, pool overspent",
                        "4 × 25 = 100; credits worth 76 are bought again: 24 are saved even then.",
                        priced(4, "25"),
                        pool(19_000, 20_000),
                        "24",
                        Condition.CREDITS_PARTLY_USED,
                        "would save up to 24 USD a month: the rest of their price would be spent on the credits that"
                                + " these seats bring"),
                world(
                        "the enterprise's bill",
                        "5 × 19 = 95; P is the enterprise's and not known here.",
                        business(5),
                        ENTERPRISE,
                        "95",
                        Condition.ENTERPRISE_POOL_UNKNOWN,
                        "would save up to 95 USD a month if the enterprise's credits are not used up"),
                world(
                        "no projection",
                        "5 × 19 = 95; U is not known yet.",
                        business(5),
                        NOT_PROJECTED,
                        "95",
                        Condition.PROJECTION_UNKNOWN,
                        "would save up to 95 USD a month if this month's credits are not used up"),
                world(
                        "a pool that is not known",
                        "5 × 19 = 95; P is not known, because GitHub does not name the plan of another seat.",
                        business(5),
                        new PoolUse.PoolUnknown(),
                        "95",
                        Condition.POOL_UNKNOWN,
                        "would save up to 95 USD a month if this month's credits are not used up"),
                world(
                        "a plan that GitHub does not tell",
                        "2 × 0: no price, so no promise.",
                        EndedSeats.of(Map.of(SeatPlan.UNKNOWN, 2), SeatRules.DEFAULTS),
                        pool(1_900, 0),
                        "0",
                        Condition.NO_PRICE,
                        "would save nothing that is known: GitHub does not say what these seats cost"),
                // Without the permission to read the bill nobody knows whose pool it is.
                world(
                        "no billing permission",
                        "P = 10 × 1,900 = 19,000 by the seats; U = 18,000 by the reports; left 1,000 = 10 USD.",
                        business(5),
                        month(Billing.UNKNOWN, 10, 18_000L),
                        "10",
                        Condition.BILLER_UNKNOWN,
                        "would save up to 10 USD a month if the bill is the organization's own"),
                world(
                        "no billing permission, pool overspent",
                        "P = 19,000 by the seats; U = 20,000 by the reports: nothing left.",
                        business(5),
                        month(Billing.UNKNOWN, 10, 20_000L),
                        "0",
                        Condition.BILLER_UNKNOWN,
                        "would save nothing now if the bill is the organization's own, and up to 95 USD a month if an"
                                + " enterprise is billed whose credits are not used up"),
                world(
                        "the policy says that seats cost nothing",
                        "4 × 0: giving them back saves nothing, whatever the pool.",
                        priced(4, "0"),
                        pool(19_000, 0),
                        "0",
                        Condition.PRICE_ZERO,
                        "would save nothing: by the policy these seats cost nothing"),
                world(
                        "one cent more than the credits of a seat are worth",
                        "19.01 − 19 = 0.01: whole dollars of what is left over are shown, never more than it is.",
                        priced(1, "19.01"),
                        pool(1_900, 5_000),
                        "0.01",
                        Condition.CREDITS_PARTLY_USED,
                        "would save less than 1 USD a month: the rest of its price would be spent on the credits that"
                                + " this seat brings"),
                world(
                        "credits are bought, though the reports have fewer than the pool",
                        "P = 19,000; the bill says 12 USD beyond it, so U = 19,000 + 1,200: 95 − 95 = 0.",
                        business(5),
                        month(Months.billed(BigDecimal.valueOf(20_200), "12"), 10, 8_000L),
                        "0",
                        Condition.CREDITS_USED_UP,
                        "would save nothing now: the credits that these seats bring are used"),
                world(
                        "credits are bought, and no day is settled",
                        "The same; U = 20,200 by the bill alone.",
                        business(5),
                        month(Months.billed(BigDecimal.valueOf(20_200), "12"), 10, null),
                        "0",
                        Condition.CREDITS_USED_UP,
                        "would save nothing now: the credits that these seats bring are used"),
                world(
                        "credits were bought when the bill could be read last",
                        "The same: bought credits stay bought, however long ago the bill was read.",
                        business(5),
                        month(Billing.ofOrganization(new BigDecimal("12")), 10, 8_000L),
                        "0",
                        Condition.CREDITS_USED_UP,
                        "would save nothing now: the credits that these seats bring are used"),
                world(
                        "a bill without bought credits",
                        "P = 19,000; U = 8,000; left 11,000 = 110 USD, more than 95.",
                        business(5),
                        month(Months.billed(BigDecimal.valueOf(7_000), "0"), 10, 8_000L),
                        "95",
                        Condition.CREDITS_LEFT_OVER,
                        "would save up to 95 USD a month"),
                world(
                        "the enterprise's bill, whatever the reports say",
                        "5 × 19 = 95; that the reports are over the seats' own credits says nothing of the"
                                + " enterprise's.",
                        business(5),
                        month(Billing.OF_ENTERPRISE, 10, 25_000L),
                        "95",
                        Condition.ENTERPRISE_POOL_UNKNOWN,
                        "would save up to 95 USD a month if the enterprise's credits are not used up"),
                world(
                        "nothing idle",
                        "0 seats.",
                        EndedSeats.NONE,
                        pool(114_000, 0),
                        "0",
                        Condition.NO_SEATS,
                        "would save nothing: no seat is idle"));
    }

    /** Price 15, credits worth 19: once the pool is used, each seat more that is given back costs 4 USD. */
    @Test
    void whereGivingBackMoreSavesLessItIsNotAdvised() {
        PoolUse use = pool(110_200, 104_084);

        IdleSaving idle = new IdleSaving(Saving.of(priced(4, "15"), use), Saving.of(priced(7, "15"), use), null);

        assertEquals(
                "Removing the 4 assigned directly would save up to 45 USD a month: the rest of their price would be"
                        + " spent on the credits that these seats bring; 3 are held through a team, which would have to"
                        + " change (all together only up to 33 USD a month: the credits of those are used, and would cost"
                        + " more than the seats).",
                SavingWords.ofIdle(idle));
        assertEquals(
                Optional.of("only up to 33 USD with the 3 held through a team: the credits of those are used, and would"
                        + " cost more than the seats"),
                SavingWords.withTeams(idle));
        assertEquals("4 idle seats assigned directly, of 7", SavingWords.seats(idle));
        assertEquals("4 idle seats", SavingWords.seats(new IdleSaving(idle.direct(), idle.direct(), idle.nextMonth())));
        assertEquals(new BigDecimal("45.16"), idle.mostUsd());
    }

    /** 108,305 of this month's 110,200 are used, but the next one has 106,400: 76 − 0.01 × (106,400 − 98,800) = 0. */
    @Test
    void seatsThatEndAreNamedWhereTheyChangeTheSaving() {
        SeatOverview seats = seats(58, 2, 7);
        PoolUse use = Months.of(
                        seats,
                        Months.credits(110_200, BigDecimal.ONE, BigDecimal.valueOf(108_305)),
                        Billing.ofOrganization(BigDecimal.ZERO))
                .poolUse();

        IdleSaving idle = IdleSaving.of(seats, use);

        assertEquals(
                "Removing them would save nothing now: the credits that these seats bring are used. That is computed"
                        + " with next month's pool of 106,400 AI credits, because 2 seats end with this month.",
                SavingWords.ofIdle(idle));
        assertEquals(
                new IdleSaving.NextMonth(2, BigDecimal.valueOf(106_400), BigDecimal.valueOf(108_305)),
                idle.nextMonth());
    }

    /** On the second of a month none of its days is known: 200 a day before it make 6,000, more than the pool. */
    @Test
    void beforeAMonthHasADayThePaceOfTheDaysBeforeItCounts() {
        CostOfMonth month = Months.of(
                        Months.credits(5_700, BigDecimal.ZERO, null), Billing.ofOrganization(BigDecimal.ZERO))
                .withUsual(Optional.of(BigDecimal.valueOf(6_000)));

        assertEquals(pool(5_700, 6_000), month.poolUse());
        assertEquals(Optional.empty(), month.projectedOverageUsd());
    }

    /** Without the condition nobody may read that nothing would be saved: an enterprise's pool may not be used up. */
    @Test
    void nothingIsNotSaidForSureWhereTheBillerIsUnknown() {
        PoolUse use = month(Billing.UNKNOWN, 10, 20_000L);
        IdleSaving idle = new IdleSaving(Saving.of(business(1), use), Saving.of(business(2), use), null);

        assertEquals(
                "removing the one assigned directly would save nothing now if the bill is the organization's own",
                SavingWords.headline(idle));
        assertEquals("perhaps nothing", SavingWords.briefly(idle.direct()));
        assertEquals("perhaps nothing", SavingWords.together(List.of(idle.direct(), idle.direct())));
    }

    @Test
    void aSavingIsNeverMoreThanThePrice() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Saving(1, new BigDecimal("19"), new BigDecimal("20"), Condition.CREDITS_LEFT_OVER));
    }

    /** The worlds above as a table to read: what the post says, and what the API gives. */
    private static void row(String name, String byHand, EndedSeats ended, PoolUse use, Saving saving) {
        TABLE.add("| " + name + " | " + byHand + " | " + ended.seats() + " seats, "
                + ended.cost().usd().toPlainString() + " USD, "
                + ended.credits().toPlainString() + " credits | "
                + switch (use) {
                    case PoolUse.Projected(var included, var projected) ->
                        included.toPlainString() + " | " + projected.toPlainString();
                    case PoolUse.PerhapsOwn(var own) ->
                        own.included().toPlainString() + "? | "
                                + own.projected().toPlainString();
                    case PoolUse.SharedWithEnterprise _ -> "the enterprise's | –";
                    case PoolUse.PoolUnknown _, PoolUse.NotProjected _ -> "– | –";
                }
                + " | " + saving.upToUsd().stripTrailingZeros().toPlainString() + " | "
                + saving.condition().key() + " | … " + SavingWords.wouldSave(saving) + ". |");
    }

    @AfterAll
    static void theTableIsCommitted() {
        if (TABLE.size() > 12) {
            Golden.assertMatches(
                    "cost/savings.md",
                    "| world | by hand | given back | pool, credits | projected use | API: saves_usd_a_month |"
                            + " condition | post |\n"
                            + "| --- | --- | --- |"
                            + " --: | --: | --: |"
                            + " --- |"
                            + " --- |\n" + String.join("\n", TABLE) + "\n");
        }
    }

    private static DynamicTest world(
            String name, String byHand, EndedSeats ended, PoolUse use, String usd, Condition condition, String words) {
        return DynamicTest.dynamicTest(name, () -> {
            row(name, byHand, ended, use, Saving.of(ended, use));
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
        return EndedSeats.of(
                Map.of(SeatPlan.BUSINESS, seats), prices(Map.of(SeatPlan.BUSINESS, new BigDecimal(price))));
    }

    private static SeatRules prices(Map<SeatPlan, BigDecimal> usd) {
        SeatRules defaults = SeatRules.DEFAULTS;
        return new SeatRules(defaults.idleAfter(), defaults.grace(), defaults.exemptions(), usd);
    }

    /** The month of an organization of which some seats are pending cancellation. */
    private static PoolUse ending(int seats, int ending, long projected) {
        return Months.of(
                        seats(seats, ending, 0),
                        Months.credits(1_900L * seats, BigDecimal.ONE, BigDecimal.valueOf(projected)),
                        Billing.ofOrganization(BigDecimal.ZERO))
                .poolUse();
    }

    /** Business seats, of which the first are pending cancellation and the next were never used. */
    private static SeatOverview seats(int seats, int ending, int idle) {
        Instant now = Instant.parse("2026-11-20T12:00:00Z");
        List<SeatFacts> held = IntStream.range(0, seats)
                .mapToObj(number -> new SeatFacts(
                        number,
                        "person-" + number,
                        Instant.parse("2026-01-05T10:00:00Z"),
                        SeatPlan.BUSINESS,
                        number < ending ? Optional.of(LocalDate.of(2026, 12, 1)) : Optional.empty(),
                        number >= ending && number < ending + idle ? Optional.empty() : Optional.of(now),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty()))
                .toList();
        return SeatOverview.of(held, SeatRules.DEFAULTS, now);
    }

    private static PoolUse month(Billing billing, int seats, @Nullable Long projected) {
        return Months.of(
                        Months.credits(
                                1_900L * seats,
                                BigDecimal.ONE,
                                projected == null ? null : BigDecimal.valueOf(projected)),
                        billing)
                .poolUse();
    }

    private static PoolUse pool(long included, long projected) {
        return new PoolUse.Projected(BigDecimal.valueOf(included), BigDecimal.valueOf(projected));
    }
}
