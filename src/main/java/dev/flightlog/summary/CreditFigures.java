package dev.flightlog.summary;

import dev.flightlog.cost.Biller;
import dev.flightlog.cost.CreditMonth;
import dev.flightlog.cost.ModelCredits;
import dev.flightlog.cost.UseStop;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * AI credits of the running month, or of the month in which the week ends once that is over. Consumption from
 * the usage reports, not the invoice (github.md: Credits).
 *
 * @param monthToDate credits used from the first of the month to {@code through}; null for a week of the past
 * @param through the last day counted; its month is the month; null where the month has no data yet
 * @param biller whose bill and so whose pool it is; null in summaries of earlier versions
 * @param included credits that come with the seats each month; null where seats are not known
 * @param projected credits expected by the end of the month; null where too few days are settled, and once the month is over
 * @param budget credits a month that the policy allows; null where it sets none
 * @param billedUsd what GitHub's billing report says so far; null where it may not be read
 * @param stopsAtUsd US dollars at which a budget on GitHub stops use before the month's end at this pace, zero with the
 *     pool; null where none does, and in summaries of earlier versions
 * @param byModel credits of each model by GitHub's billing report, most first; empty where it may not be read
 * @param monthBefore the month that ended within the week; null where none did, where nothing is known of it, and in
 *     summaries of earlier versions
 * @param outlook how sure the rest is; null in summaries of earlier versions
 */
public record CreditFigures(
        @Nullable BigDecimal monthToDate,
        @Nullable LocalDate through,
        @Nullable Biller biller,
        @Nullable Long included,
        @Nullable BigDecimal projected,
        @Nullable Long budget,
        @Nullable BigDecimal billedUsd,
        @Nullable Long stopsAtUsd,
        List<ModelCredits> byModel,
        @Nullable EndedMonth monthBefore,
        @Nullable Outlook outlook) {
    /** Where nothing stops use, and the bill is what it is. */
    public CreditFigures(
            @Nullable BigDecimal monthToDate,
            @Nullable LocalDate through,
            @Nullable Biller biller,
            @Nullable Long included,
            @Nullable BigDecimal projected,
            @Nullable Long budget,
            @Nullable BigDecimal billedUsd,
            @Nullable Long stopsAtUsd,
            List<ModelCredits> byModel,
            @Nullable EndedMonth monthBefore) {
        this(
                monthToDate,
                through,
                biller,
                included,
                projected,
                budget,
                billedUsd,
                stopsAtUsd,
                byModel,
                monthBefore,
                null);
    }

    /**
     * How sure the figures are.
     *
     * @param stop how sure it is that use stops at {@code stopsAtUsd}; null where it does not
     * @param pace what stops of use mean for the projection
     * @param billMoves whether the month is over and its bill may still lack its last days
     * @param atLeast whether days lack in what was used
     * @param billIsFinal whether the month is over and its bill has its last days; null in summaries of earlier versions
     */
    public record Outlook(
            UseStop.@Nullable Certainty stop,
            CreditMonth.Pace pace,
            boolean billMoves,
            boolean atLeast,
            @Nullable Boolean billIsFinal) {}

    /**
     * How a month ended.
     *
     * @param used by the usage reports
     * @param complete whether all days of it are known
     * @param biller whose bill and so whose pool it is
     * @param ownPool credits that came with the seats and were the organization's to use; null where that is not known
     * @param budget credits that the policy allowed; null where it set none
     * @param billedUsd what GitHub billed for credits beyond the pool; null where it may not be read
     * @param billMoves whether that may still lack the month's last days; null in summaries of earlier versions
     */
    public record EndedMonth(
            YearMonth month,
            BigDecimal used,
            boolean complete,
            Biller biller,
            @Nullable Long ownPool,
            @Nullable Long budget,
            @Nullable BigDecimal billedUsd,
            @Nullable Boolean billMoves) {
        /** What GitHub billed so far is compared with the usage; a bill that is final is not. */
        public boolean billIsFinal() {
            return billedUsd != null && (billMoves == null || !billMoves);
        }
    }

    /** Of a week that is over: the credits of the month that runs now are not its own. */
    public static final CreditFigures NOT_OF_THAT_TIME =
            new CreditFigures(null, null, null, null, null, null, null, null, List.of(), null);

    public CreditFigures {
        byModel = List.copyOf(byModel);
        if (included != null && included < 0) {
            throw new IllegalArgumentException("included must not be negative, but is " + included);
        }
    }

    /** Credits that come with the seats and are the organization's to use; null where the enterprise is billed. */
    public @Nullable Long ownPool() {
        return biller == Biller.ENTERPRISE ? null : included;
    }

    /** That a budget on GitHub stops use; null where none does. */
    public @Nullable UseStop stop() {
        return stopsAtUsd == null
                ? null
                : new UseStop(
                        stopsAtUsd,
                        outlook == null || outlook.stop() == null ? UseStop.Certainty.FORESEEN : outlook.stop());
    }

    /** Whether days lack, so that at least so much was used. */
    public boolean atLeast() {
        return outlook != null && outlook.atLeast();
    }

    /** Whether days on which use was stopped leave no pace to project with. */
    public boolean paceHidden() {
        return outlook != null && outlook.pace() == CreditMonth.Pace.HIDDEN_BY_STOPS;
    }

    /** Whether what is billed is all: of a month that is over, once its bill has its last days; in summaries of earlier versions always. */
    public boolean billIsFinal() {
        return billedUsd != null && (outlook == null || !outlook.billMoves());
    }

    /** Whether more may be billed: of the month that runs, and of one whose bill may lack its last days; in summaries of earlier versions always. */
    public boolean billMayGrow() {
        return outlook == null || !Boolean.TRUE.equals(outlook.billIsFinal());
    }

    /** Whether credits are bought: then the pool is used up, whatever the usage reports say. */
    public boolean buysCredits() {
        return billedUsd != null && billedUsd.signum() > 0;
    }
}
