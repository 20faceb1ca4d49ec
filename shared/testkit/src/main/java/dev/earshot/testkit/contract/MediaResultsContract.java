package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaAnalysis.Status;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.model.MagicNumberVisionModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link MediaResults} must do. Each test uses a store that holds nothing. */
public abstract class MediaResultsContract {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final String KEY = "media/a b+c#\u00e9🚀.jpg";

    /** The store under test, empty. */
    protected abstract MediaResults store();

    @Test
    void result_ofEachStatus_isReadBackWhole() {
        MediaResults store = store();
        for (Status status :
                List.of(
                        new Status.Analysed(MagicNumberVisionModel.FINDINGS),
                        new Status.Queued("job-1"),
                        new Status.Rejected("the file is empty; upload it again"))) {
            MediaAnalysis analysis = analysis("0055AED6DCD90281E5", status);

            assertThat(store.put(analysis)).isTrue();

            assertThat(store.get(WORKSPACE, KEY)).contains(analysis);
        }
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
