package dev.earshot.video.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.video.VideoAction;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Five frames a second. */
final class ActionSpansTest {
    private static final double RATE = 5;

    @Test
    void gestures_forAMoment_areNotTold() {
        assertThat(labels(0.8, "gesturing")).isEmpty();
    }

    @Test
    void gestures_thatLast_areTold() {
        assertThat(labels(4, "gesturing")).containsExactly("gesturing");
    }

    @Test
    void gestures_ofSomebodyWhoDrinks_areNotTold() {
        assertThat(labels(4, "gesturing", "drinking")).containsExactly("drinking");
    }

    @Test
    void gestures_nowAndThen_areNotTold() {
        ActionSpans spans = new ActionSpans();
        for (int frame = 0; frame < 40; frame++) {
            spans.take(frame / RATE, frame % 3 == 0 ? cues("touching the face") : List.of());
        }

        assertThat(spans.finish()).isEmpty();
    }

    private static List<String> labels(double seconds, String... labels) {
        ActionSpans spans = new ActionSpans();
        for (int frame = 0; frame <= seconds * RATE; frame++) {
            spans.take(frame / RATE, cues(labels));
        }
        return spans.finish().stream().map(VideoAction::label).toList();
    }

    private static List<Cue> cues(String... labels) {
        List<Cue> cues = new ArrayList<>();
        for (String label : labels) {
            cues.add(new Cue(label, 0.7, "rule"));
        }
        return cues;
    }
}
