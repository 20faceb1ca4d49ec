package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaAnalysis.Status;
import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Scenery;
import dev.earshot.core.picture.Scored;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.Track;
import dev.earshot.core.video.UnsafeSpan;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoText;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.model.MagicNumberVisionModel;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** What every {@link MediaResults} must do. Each test uses an empty store. */
public abstract class MediaResultsContract {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final String KEY = "media/a b+c#\u00e9🚀.jpg";

    /** The store under test, empty. */
    protected abstract MediaResults store();

    @Test
    void result_ofEachStatus_isReadBackWhole() {
        MediaResults store = store();
        int version = 1;
        for (Status status :
                List.of(
                        new Status.Analysed(MagicNumberVisionModel.FINDINGS),
                        new Status.Queued("job-1"),
                        new Status.Watched(video(3)),
                        new Status.Rejected("the file is empty; upload it again"))) {
            MediaAnalysis analysis = analysis("0055AED6DCD90281E" + version++, status);

            assertThat(store.put(analysis)).isTrue();

            assertThat(store.get(WORKSPACE, KEY)).contains(analysis);
        }
    }

    @Test
    void result_ofALongVideo_isReadBackWhole() {
        MediaResults store = store();
        MediaAnalysis analysis = analysis("0055B", new Status.Watched(video(40_000)));

        assertThat(store.put(analysis)).isTrue();

        assertThat(store.get(WORKSPACE, KEY)).contains(analysis);
    }

    @Test
    void put_queuedAfterAResultOfTheSameVersion_isNotKept() {
        MediaResults store = store();
        MediaAnalysis result = analysis("0055B", new Status.Watched(video(1)));
        store.put(analysis("0055B", new Status.Queued("job")));
        assertThat(store.put(result)).isTrue();

        assertThat(store.put(analysis("0055B", new Status.Queued("job")))).isFalse();

        assertThat(store.get(WORKSPACE, KEY)).contains(result);
        assertThat(store.put(analysis("0055C", new Status.Queued("job 2")))).isTrue();
    }

    private static VideoFindings video(int boxes) {
        var random = new Random(boxes);
        List<Track.TimedBox> places = new ArrayList<>();
        for (int i = 0; i < boxes; i++) {
            places.add(
                    new Track.TimedBox(
                            i / 8.0,
                            new Box(
                                    random.nextInt(1920),
                                    random.nextInt(1080),
                                    random.nextInt(400) + 0.5,
                                    random.nextInt(400))));
        }
        return new VideoFindings(
                6_000.25,
                1920,
                1080,
                17,
                List.of(
                        new Shot(
                                0,
                                2.5,
                                1,
                                2,
                                new Scenery(
                                        Optional.of(new Scored("kitchen", 0.75)),
                                        List.of(new Scored("indoor", 0.9), new Scored("food", 0.5)),
                                        Optional.of(new Scored("dress", 0.625)))),
                        new Shot(2.5, 6_000.25, 3, 0)),
                List.of(new Track("person", 0, boxes / 8.0, 0.75, 0.125, places)),
                List.of(new VideoAction("walking", 1, 2, 0.6, "the person's pose and path")),
                List.of(new VideoText("worst \u00e9ver 🚀", 0, 1, 0.9)),
                List.of(new UnsafeSpan("porn", 3, 4, 0.95)),
                OptionalDouble.empty(),
                Optional.of("12 frames are damaged"));
    }

    @Test
    void result_unknownKeyOrWorkspace_isEmpty() {
        MediaResults store = store();
        store.put(analysis("1", new Status.Queued("job")));

        assertThat(store.get(WORKSPACE, "media/other")).isEmpty();
        assertThat(store.get(new WorkspaceId("acme2"), KEY)).isEmpty();
    }

    @Test
    void put_earlierVersion_isNotKept() {
        MediaResults store = store();
        MediaAnalysis later = analysis("0055B", new Status.Queued("later"));
        assertThat(store.put(later)).isTrue();

        assertThat(store.put(analysis("0055AED6", new Status.Queued("earlier")))).isFalse();
        assertThat(store.put(analysis("", new Status.Queued("unversioned")))).isFalse();

        assertThat(store.get(WORKSPACE, KEY)).contains(later);
    }

    @Test
    void delete_laterVersion_forgetsAndStaysForgotten() {
        MediaResults store = store();
        store.put(analysis("0055A", new Status.Queued("first")));

        store.delete(WORKSPACE, KEY, "0055C");

        assertThat(store.get(WORKSPACE, KEY)).isEmpty();
        assertThat(store.put(analysis("0055B", new Status.Queued("late")))).isFalse();
        assertThat(store.get(WORKSPACE, KEY)).isEmpty();
        assertThat(store.put(analysis("0055D", new Status.Queued("new")))).isTrue();
    }

    @Test
    void delete_earlierVersion_changesNothing() {
        MediaResults store = store();
        MediaAnalysis analysis = analysis("0055B", new Status.Queued("first"));
        store.put(analysis);

        store.delete(WORKSPACE, KEY, "0055A");

        assertThat(store.get(WORKSPACE, KEY)).contains(analysis);
    }

    private static MediaAnalysis analysis(String version, Status status) {
        return new MediaAnalysis(
                WORKSPACE,
                KEY,
                version,
                Instant.parse("2026-03-04T05:06:07.123456Z"),
                status,
                Optional.of(Posts.read(SentimentLabel.POSITIVE, Emotion.JOY)),
                List.of("acme", "zenith"),
                List.of(new ModelVersion("objects", "3", "cd".repeat(32))));
    }
}
