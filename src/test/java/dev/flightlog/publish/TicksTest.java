package dev.flightlog.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void aLineThatStaysKeepsItsTick() {
        String standing = "## Needs\r\n- [x] **7 idle seats.** See `x`.\r\n- [ ] open\r\n- [X] done\r\n";

        assertThat(Ticks.carry(standing, "- [ ] **7 idle seats.** See `x`.\n- [ ] open\n- [ ] new\n- [ ] done\n"))
                .isEqualTo("- [x] **7 idle seats.** See `x`.\n- [ ] open\n- [ ] new\n- [x] done\n");
    }

    @Test
    void aLineWithOtherFiguresIsANewOne() {
        assertThat(Ticks.carry("- [x] 7 idle seats\n", "- [ ] 8 idle seats\n")).isEqualTo("- [ ] 8 idle seats\n");
    }

    @Test
    void textWithoutTicksStaysAsItIs() {
        assertThat(Ticks.carry("- [ ] a\n", "- [ ] a\r\nb")).isEqualTo("- [ ] a\r\nb");
        assertThat(Ticks.mayHold("no list")).isFalse();
        assertThat(Ticks.mayHold("x\n- [ ] a")).isTrue();
    }
}
