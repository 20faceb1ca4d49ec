package dev.earshot.engagement.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

final class MovementTest {
    /** 40 English and 40 German people; the English answer post 0 (tips), the Germans post 1. */
    private static Crowd crowd(int englishOnTips, int germansOnTips) {
        Crowd crowd = new Crowd().says(900, "tips", "fr").says(901, "news", "fr");
        for (int i = 0; i < 100; i++) {
            crowd.says(i, "x", "en", i < englishOnTips ? 0 : 1);
            crowd.says(200 + i, "x", "de", i < germansOnTips ? 0 : 1);
        }
        return crowd;
    }

    @Test
    void of_oneTopicAnsweredMoreByOne_isItsLift() {
        List<Movement> moves = Movement.of(crowd(60, 30).population(), Crowd.speaking("en"));

        assertThat(moves).extracting(Movement::topic).containsExactly("tips", "news");
        assertThat(moves.getFirst().lift()).isCloseTo(2.0, within(1e-9));
        assertThat(moves.getFirst().interval().low()).isCloseTo(1.43, within(0.01));
        assertThat(moves.getFirst().interval().high()).isCloseTo(2.80, within(0.01));
    }

    @Test
    void of_noDifference_isNothing() {
        assertThat(Movement.of(crowd(50, 50).population(), Crowd.speaking("en"))).isEmpty();
    }

    @Test
    void of_fewPeople_isNothing() {
        assertThat(Movement.of(crowd(19, 80).population(), Crowd.speaking("en")))
                .extracting(Movement::topic)
                .doesNotContain("tips");
    }
}
