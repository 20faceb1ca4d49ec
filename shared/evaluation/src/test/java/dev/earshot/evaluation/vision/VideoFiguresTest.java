package dev.earshot.evaluation.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.video.Track;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.evaluation.vision.VideoFigures.Analysed;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

class VideoFiguresTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private static Track track(String label, double start, double end) {
        return new Track(label, start, end, .9, .5, List.of());
    }

    private static VideoFindings findings(
            double seconds, int frames, List<Track> tracks, String... actions) {
        return new VideoFindings(
                seconds,
                320,
                240,
                frames,
                List.of(),
                tracks,
                java.util.Arrays.stream(actions)
                        .map(label -> new VideoAction(label, 0, 1, .9, "rule"))
                        .toList(),
                List.of(),
                List.of(),
                OptionalDouble.empty());
    }

    /**
     * Two of three boundaries are found within .3 s, and there is one false positive: F1 is 4 / 6.
     */
    @Test
    void cuts_someFound_isTheirF1() {
        Figure figure = VideoFigures.cuts(List.of(1.1, 5.0, 9.29), List.of(1.0, 3.0, 9.0));

        assertThat(figure.value()).isCloseTo(4 / 6.0, EXACT);
        assertThat(figure.count()).isEqualTo(3);
        assertThat(figure.met()).contains(false);
        assertThat(figure.comparison()).isEqualTo("found 2 of 3, and 1 where there is none");
    }

    @Test
    void cuts_oneFoundBetweenTwo_countsOnce() {
        assertThat(VideoFigures.cuts(List.of(1.1), List.of(1.0, 1.2)).value())
                .isCloseTo(2 / 3.0, EXACT);
    }

    /**
     * Two clips of 10 s with 30 and 10 frames read make 2 a second. One frame a second finds person
     * and dog, then person: two of these three labels are tracked. Of the annotated person, cat and
     * person, both persons are found, for half and for all of the time. One of two actions gets the
     * name of its rule. CPU time is 4 s in 20 s.
     */
    @Test
    void moving_twoClips_areCountedTogether() {
        var first =
                new Analysed(
                        Pictures.json("{'objects': ['person', 'cat'], 'action': 'baseball'}"),
                        findings(10, 30, List.of(track("person", 0, 5)), "playing baseball"),
                        Set.of("person", "dog"));
        var second =
                new Analysed(
                        Pictures.json("{'objects': ['person'], 'action': 'flying'}"),
                        findings(10, 10, List.of(track("person", 0, 10)), "waving"),
                        Set.of("person"));
        List<Figure> figures = VideoFigures.moving(List.of(first, second), 4_000_000_000L);

        assertThat(figures.get(0).value()).isCloseTo(2 / 3.0, EXACT);
        assertThat(figures.get(1).value()).isCloseTo(2, EXACT);
        assertThat(figures.get(2).value()).isCloseTo(2 / 3.0, EXACT);
        assertThat(figures.get(3).value()).isCloseTo(.75, EXACT);
        assertThat(figures.get(4).value()).isCloseTo(.5, EXACT);
        assertThat(figures.get(5).value()).isCloseTo(.2, EXACT);
        assertThat(figures.get(5).count()).isEqualTo(20);
    }

    /**
     * Two stills of 20 s: 10 frames in 40 s is exactly the target of .25; one of two labels is
     * found.
     */
    @Test
    void stills_twoClips_areCountedTogether() {
        var nothing = Pictures.json("{}");
        List<Figure> figures =
                VideoFigures.stills(
                        List.of(
                                new Analysed(
                                        nothing,
                                        findings(20, 4, List.of(track("cat", 0, 20))),
                                        Set.of("cat")),
                                new Analysed(nothing, findings(20, 6, List.of()), Set.of("dog"))));

        assertThat(figures.get(0).value()).isCloseTo(.25, EXACT);
        assertThat(figures.get(0).met()).contains(true);
        assertThat(figures.get(1).value()).isCloseTo(.5, EXACT);
        assertThat(figures.get(1).met()).contains(false);
    }

    /** The sampled moments are the middles of fiftieths: of 10 s, 15 lie between 2 and 5. */
    @Test
    void shareWithPerson_trackInTheMiddle_isItsShareOfTheTime() {
        var clip =
                new Analysed(
                        Pictures.json("{}"),
                        findings(10, 1, List.of(track("person", 2, 5), track("dog", 0, 10))),
                        Set.of());

        assertThat(clip.shareWithPerson()).isCloseTo(.3, EXACT);
    }
}
