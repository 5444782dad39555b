package dev.flightlog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flightlog.cost.IdleSaving;
import dev.flightlog.cost.SavingWords;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The idle seats, and what giving them back would save: a seat brings AI credits worth its price, so its price is saved
 * only as far as credits are left over.
 *
 * @param seats idle and never used together
 * @param savesUsdAMonth at most, by removing those that were assigned directly; null where they have no known price
 * @param savesWithTeamChangesUsdAMonth at most, if the teams that hold the others change too; null as above
 * @param condition credits_left_over, credits_partly_used, credits_used_up, enterprise_pool_unknown,
 *     biller_unknown, pool_unknown, projection_unknown, no_price, price_zero or no_seats
 * @param nextMonth what the saving is computed with; null where no pool of AI credits is known
 * @param inWords the same in words
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record IdleSaved(
        int seats,
        @JsonProperty("saves_usd_a_month") @Nullable BigDecimal savesUsdAMonth,

        @JsonProperty("saves_with_team_changes_usd_a_month") @Nullable
        BigDecimal savesWithTeamChangesUsdAMonth,

        String condition,
        @JsonProperty("next_month") @Nullable NextMonth nextMonth,
        @JsonProperty("in_words") String inWords) {
    static IdleSaved of(IdleSaving saving) {
        return new IdleSaved(
                saving.all().seats(),
                saving.direct().knownUsd().orElse(null),
                saving.all().knownUsd().orElse(null),
                saving.main().condition().key(),
                NextMonth.of(saving.nextMonth()),
                SavingWords.ofIdle(saving));
    }

    /**
     * The month from which on a saving takes effect.
     *
     * @param endingSeats seats that end with the month that runs
     * @param included AI credits that come with the other seats
     * @param projected AI credits that it is expected to use: as many as the month that runs
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    public record NextMonth(int endingSeats, BigDecimal included, BigDecimal projected) {
        static @Nullable NextMonth of(IdleSaving.@Nullable NextMonth next) {
            return next == null ? null : new NextMonth(next.endingSeats(), next.included(), next.projected());
        }
    }
}
