package dev.flightlog.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flightlog.cost.PoolUse;
import dev.flightlog.cost.SavingCells;
import dev.flightlog.seat.DecidedSeat;
import dev.flightlog.seat.IdleSpend;
import dev.flightlog.seat.Seat;
import dev.flightlog.seat.SeatCsv;
import dev.flightlog.seat.SeatDecision;
import dev.flightlog.seat.SeatPlan;
import dev.flightlog.seat.SeatRules;
import dev.flightlog.seat.SeatState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a seat tells where nobody may be named, though the policy file names who is exempt. */
class NamelessSeatTest {
    private static final SavingCells NO_SAVING = new SavingCells(new PoolUse.NotProjected(), SeatRules.DEFAULTS);

    private static final Instant ACTIVE = Instant.parse("2026-11-15T10:00:00Z");

    @Test
    void anExemptSeatTellsNoActivity() {
        SeatAnswer answer = SeatAnswer.of(seat(SeatState.EXEMPT), false);

        assertThat(answer.lastActivityAt()).isNull();
        assertThat(answer.lastActivityEditor()).isNull();
        assertThat(answer.lastAuthenticatedAt()).isNull();
        assertThat(answer.lastKnownActivityAt()).isNull();
        assertThat(answer.reason()).isNull();
        assertThat(new SeatCsv(ACTIVE, false, NO_SAVING).rows(List.of(seat(SeatState.EXEMPT))))
                .contains("exempt")
                .doesNotContain("2026-11-14", "vscode", "grace");
    }

    @Test
    void otherSeatsDo() {
        assertThat(SeatAnswer.of(seat(SeatState.ACTIVE), false).lastActivityAt())
                .isEqualTo(ACTIVE.minusSeconds(86_400));
        assertThat(new SeatCsv(ACTIVE, false, NO_SAVING).rows(List.of(seat(SeatState.ACTIVE))))
                .contains("2026-11-14")
                .doesNotContain("grace");
        assertThat(SeatAnswer.of(seat(SeatState.EXEMPT), true).lastActivityAt()).isNotNull();
    }

    private static DecidedSeat seat(SeatState state) {
        Instant yesterday = ACTIVE.minusSeconds(86_400);
        Seat seat = new Seat(
                7,
                "grace",
                SeatPlan.BUSINESS,
                null,
                null,
                Instant.parse("2026-01-05T10:00:00Z"),
                null,
                yesterday,
                "vscode/1.139.1",
                yesterday,
                LocalDate.parse("2026-11-14"),
                Set.of());
        return new DecidedSeat(seat, new SeatDecision("grace", state, "because", IdleSpend.NONE, new BigDecimal("19")));
    }
}
