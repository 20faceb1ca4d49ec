package dev.earshot.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.text.Target;
import dev.earshot.core.text.TargetSentiment;
import dev.earshot.reading.clause.Aspects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

final class TargetedSentimentTest {
    private final TargetedSentiment targeted = new TargetedSentiment(new WordModel());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Love the camera, battery is awful | camera | battery | positive | negative
                    I love Nivaro and hate Talvix     | Nivaro | Talvix  | positive | negative
                    Nivaro and Talvix are both great  | Nivaro | Talvix  | positive | positive
                    Nivaro is great, unlike Talvix    | Nivaro | Talvix  | positive | negative
                    Nivaro is a great deal better than Talvix | Nivaro | Talvix | positive | negative
                    Love the room but not the food    | room   | food    | positive | negative
                    The app is awful. The site works brilliant | app | site | negative | positive
                    """)
    void read_twoTargets_haveTheirOwnLabels(
            String text, String one, String other, String first, String second) {
        List<TargetSentiment> read = read(text, one, other);

        assertThat(read).extracting(t -> t.label().key()).containsExactly(first, second);
        assertThat(text.substring(read.getLast().start(), read.getLast().end())).isEqualTo(other);
    }

    @Test
    void question_targetPastTheEnd_isRefused() {
        assertThatThrownBy(
                        () ->
                                new TargetedSentiment.Question(
                                        "short", "en", List.of(new Target("x", 3, 9))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("9");
    }

    @Test
    void aspects_inAText_areFoundByTheirNames() {
        String text = "Customer support was slow, batteries die, nice photos!";

        assertThat(Aspects.common().find(text, List.of()))
                .extracting(t -> t.name() + "=" + text.substring(t.start(), t.end()))
                .contains("service=Customer support", "camera=photos");
    }

    private List<TargetSentiment> read(String text, String... names) {
        List<Target> targets = new ArrayList<>();
        for (String name : names) {
            targets.add(new Target(name, text.indexOf(name), text.indexOf(name) + name.length()));
        }
        return targeted.read(List.of(new TargetedSentiment.Question(text, "en", targets)))
                .getFirst();
    }
}
