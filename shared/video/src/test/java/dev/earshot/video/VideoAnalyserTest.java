package dev.earshot.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.picture.Safety;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.Track;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoLimits;
import dev.earshot.core.video.VideoModel.Opening;
import dev.earshot.core.video.VideoModel.Run;
import dev.earshot.core.video.VideoModel.Step;
import dev.earshot.core.video.VideoText;
import dev.earshot.video.frame.FrameModel;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class VideoAnalyserTest {
    private static final Path FILE = Path.of("made-up");

    private final Footage.Model plain = new Footage.Model();

    private Run open(Footage footage, Optional<byte[]> checkpoint) {
        return open(footage, plain, checkpoint);
    }

    private static Run open(Footage footage, FrameModel model, Optional<byte[]> checkpoint) {
        VideoAnalyser analyser = new VideoAnalyser(footage, model, new Footage.Artist());
        return ((Opening.Opened) analyser.open(FILE, VideoLimits.STANDARD, checkpoint)).run();
    }

    private static Step.Finished finish(Run run) {
        Step step = run.step();
        while (step instanceof Step.Going) {
            step = run.step();
        }
        return (Step.Finished) step;
    }

    private VideoFindings analyse(Footage footage) {
        return analyse(footage, plain);
    }

    private static VideoFindings analyse(Footage footage, FrameModel model) {
        return finish(open(footage, model, Optional.empty())).findings();
    }

    /** A bright ball that goes from left to right in four seconds, and again. */
    private static Footage.Scene ball(Footage.Scene behind) {
        return (t, x, y) ->
                Math.hypot(x - t % 4 / 4, y - 0.5) < 0.08 ? 0xffffff : behind.colour(t, x, y);
    }

    private static Footage.Scene dark(long seed) {
        return Footage.dim(Footage.texture(seed, 0));
    }

    @Test
    void analyse_stillPicture_looksAtMostOnceInFourSeconds() {
        VideoFindings found = analyse(new Footage(60, Footage.noisy(dark(1), 4)));

        assertThat(found.framesAnalysed()).isBetween(1, 15);
        assertThat(found.shots()).hasSize(1);
    }

    @Test
    void analyse_threeScenes_givesShotsWithAKeyFrameAndFacesEach() {
        VideoFindings found = analyse(new Footage(9, Footage.dim(Footage.inTurn(20, 3, 3, 0))));

        assertThat(found.shots())
                .extracting(Shot::start, Shot::end)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0.0, 3.0),
                        org.assertj.core.groups.Tuple.tuple(3.0, 6.0),
                        org.assertj.core.groups.Tuple.tuple(6.0, 9.0));
        assertThat(found.shots()).allMatch(s -> s.faces() == 1);
        assertThat(found.shots())
                .allMatch(s -> s.keyframe() >= s.start() && s.keyframe() < s.end());
    }

    @Test
    void analyse_movingBall_isFollowedAcrossTheScreen() {
        VideoFindings found = analyse(new Footage(3.8, ball(dark(30))));

        assertThat(found.tracks()).hasSize(1);
        Track track = found.tracks().getFirst();
        assertThat(track.start()).isLessThan(0.7);
        assertThat(track.end()).isGreaterThan(3.3);
        assertThat(track.boxes().getLast().box().x())
                .isGreaterThan(track.boxes().getFirst().box().x() + 300);
    }

    @Test
    void analyse_textThatStays_isOneLineOverItsTime() {
        VideoFindings found = analyse(new Footage(20, Footage.noisy(dark(2), 4)));

        assertThat(found.text()).extracting(VideoText::text).containsExactly("chapter 0");
        assertThat(found.text().getFirst().end()).isGreaterThan(9);
    }

    @Test
    void run_resumedAfterEachStep_findsTheSame() {
        Footage footage = new Footage(14, ball(Footage.dim(Footage.inTurn(40, 3, 5, 0))));
        Step.Finished whole = finish(open(footage, Optional.empty()));

        Run run = open(footage, Optional.empty());
        Step step = run.step();
        int resumed = 0;
        while (step instanceof Step.Going) {
            byte[] checkpoint = run.checkpoint();
            run.close();
            run = open(footage, Optional.of(checkpoint));
            step = run.step();
            resumed++;
        }

        assertThat(resumed).isGreaterThan(5);
        assertThat(((Step.Finished) step).findings()).isEqualTo(whole.findings());
        assertThat(((Step.Finished) step).contactSheet()).isEqualTo(whole.contactSheet());
        assertThat(((Step.Finished) step).progress()).isEqualTo(whole.progress());
    }

    @Test
    void open_checkpointOfSomethingElse_beginsAgain() {
        Footage footage = new Footage(4, ball(dark(50)));
        Step.Finished whole = finish(open(footage, Optional.empty()));

        for (byte[] wrong : List.of(new byte[0], new byte[] {1, 2, 3}, whole.contactSheet())) {
            assertThat(finish(open(footage, Optional.of(wrong))).findings())
                    .isEqualTo(whole.findings());
        }
    }

    @Test
    void analyse_shotsInTwoPlaces_tellsWhereEachWasTaken() {
        Footage.Model model =
                new Footage.Model() {
                    @Override
                    Scenery scenery(double seconds) {
                        String place = seconds < 3 ? "kitchen" : "street";
                        return new Scenery(
                                Optional.of(new Scored(place, 0.75)),
                                List.of(new Scored(seconds < 3 ? "indoor" : "outdoor", 0.9)),
                                Optional.empty());
                    }
                };

        VideoFindings found =
                analyse(new Footage(9, Footage.dim(Footage.inTurn(20, 3, 6, 0))), model);

        assertThat(found.shots().getFirst().scenery().scene())
                .contains(new Scored("kitchen", 0.75));
        assertThat(found.shots().getLast().scenery().settings())
                .extracting(Scored::label)
                .containsExactly("outdoor");
    }

    @Test
    void analyse_oneFrameFlagged_isNoUnsafeSpanAndSeveralAre() {
        Footage still = new Footage(40, Footage.noisy(dark(1), 4));

        assertThat(analyse(still, flagging(10, 14)).unsafe()).isEmpty();
        assertThat(analyse(still, flagging(9, 26)).unsafe())
                .singleElement()
                .satisfies(
                        span -> {
                            assertThat(span.start()).isBetween(9.0, 15.0);
                            assertThat(span.end()).isBetween(20.0, 31.0);
                        });
    }

    private static Footage.Model flagging(double from, double to) {
        return new Footage.Model() {
            @Override
            Safety safety(double seconds) {
                boolean flagged = seconds >= from && seconds < to;
                return new Safety(flagged ? "porn" : "neutral", 0.95, flagged);
            }
        };
    }
}
