package dev.earshot.usecase.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaAnalysis.Status;
import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.Safety;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.store.MediaResults;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

final class PicturesTest {
    private static final WorkspaceId ACME = new WorkspaceId("acme");

    private final Counted results = new Counted();
    private final Pictures pictures = new Pictures(ACME, results);

    @Test
    void unsafe_isTrueWhereAnyIsFlagged() {
        results.seen("safe.jpg", false);
        results.seen("unsafe.jpg", true);

        assertThat(pictures.unsafe(List.of())).isFalse();
        assertThat(pictures.unsafe(List.of("safe.jpg", "gone.jpg"))).isFalse();
        assertThat(pictures.unsafe(List.of("safe.jpg", "unsafe.jpg"))).isTrue();
    }

    @Test
    void topics_areTheLabelsOfAllPicturesOnceEach() {
        results.seen("a.jpg", false, "cup", "kettle");
        results.seen("b.jpg", false, "cup");

        assertThat(pictures.topics(List.of("a.jpg", "b.jpg")))
                .isEqualTo(TopicSketch.of("cup\nkettle"));
        assertThat(pictures.topics(List.of("gone.jpg"))).isEqualTo(TopicSketch.EMPTY);
        assertThat(pictures.topics(List.of())).isEqualTo(TopicSketch.EMPTY);
    }

    @Test
    void topics_ofWhatIsNoPicture_areNone() {
        results.put("clip.mp4", new Status.Queued("job"));
        results.put("x.zip", new Status.Rejected("no picture"));

        assertThat(pictures.topics(List.of("clip.mp4", "x.zip"))).isEqualTo(TopicSketch.EMPTY);
        assertThat(pictures.unsafe(List.of("clip.mp4", "x.zip"))).isFalse();
    }

    @Test
    void results_areLookedUpOnceEach() {
        results.seen("a.jpg", false, "cup");
        pictures.topics(List.of("a.jpg", "gone.jpg"));
        pictures.topics(List.of("a.jpg"));
        pictures.unsafe(List.of("a.jpg", "gone.jpg"));

        assertThat(results.reads).hasValue(2);
    }

    /** For one thread. */
    private static final class Counted implements MediaResults {
        private final Map<String, MediaAnalysis> kept = new HashMap<>();
        private final AtomicInteger reads = new AtomicInteger();

        void seen(String key, boolean flagged, String... labels) {
            put(
                    key,
                    new Status.Analysed(
                            new ImageFindings(
                                    640,
                                    480,
                                    Stream.of(labels)
                                            .map(l -> new Detection(l, 0.9, new Box(0, 0, 9, 9)))
                                            .toList(),
                                    List.of(),
                                    List.of(),
                                    new Safety(flagged ? "explicit" : "neutral", 0.9, flagged))));
        }

        void put(String key, Status status) {
            put(
                    new MediaAnalysis(
                            ACME,
                            key,
                            "",
                            Instant.EPOCH,
                            status,
                            Optional.empty(),
                            List.of(),
                            List.of()));
        }

        @Override
        public boolean put(MediaAnalysis analysis) {
            kept.put(analysis.key(), analysis);
            return true;
        }

        @Override
        public void delete(WorkspaceId workspace, String key, String version) {
            kept.remove(key);
        }

        @Override
        public Optional<MediaAnalysis> get(WorkspaceId workspace, String key) {
            reads.incrementAndGet();
            return Optional.ofNullable(kept.get(key));
        }
    }
}
