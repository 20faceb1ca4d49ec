package dev.earshot.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UprightTest {
    private static final int ONE = 1 << 16;

    /** Two adjacent pixels, 1 and 2, three channels each. */
    private static final byte[] PAIR = {1, 1, 1, 2, 2, 2};

    private static Upright of(int a, int b, int c, int d) {
        return Upright.of(new int[] {a, b, 0, c, d, 0, 0, 0, 1 << 30});
    }

    @Test
    void turn_identity_leavesTheFrame() {
        assertThat(of(ONE, 0, 0, ONE)).isEqualTo(Upright.NONE);
        assertThat(Upright.NONE.turn(PAIR, 2, 1)).isSameAs(PAIR);
    }

    @Test
    void turn_halfTurn_swapsTheEnds() {
        assertThat(of(-ONE, 0, 0, -ONE).turn(PAIR, 2, 1)).containsExactly(2, 2, 2, 1, 1, 1);
    }

    @Test
    void turn_quarterTurnClockwise_putsTheLeftOnTop() {
        Upright clockwise = of(0, ONE, -ONE, 0);

        assertThat(clockwise.width(2, 1)).isEqualTo(1);
        assertThat(clockwise.height(2, 1)).isEqualTo(2);
        assertThat(clockwise.turn(PAIR, 2, 1)).containsExactly(1, 1, 1, 2, 2, 2);
    }

    @Test
    void turn_quarterTurnAgainstTheClock_putsTheRightOnTop() {
        assertThat(of(0, -ONE, ONE, 0).turn(PAIR, 2, 1)).containsExactly(2, 2, 2, 1, 1, 1);
    }
}
