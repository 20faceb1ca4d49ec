package dev.earshot.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Revision;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When a stored result is read again. */
final class ModelAgeTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
                    # stored by            | at hand                | outdated
                    text@2026.11.5         | text@2026.11.5         | false
                    text@2026.11.5         | text@2026.11.6         | true
                    text@2026.11.10        | text@2026.11.9         | false
                    text@2026.11.5         | text@2026.11.5 multi@9 | false
                    multi@2026.11.1        | text@2026.11.6         | false
                    multi@2026.11.1        | text@2026.11.6 multi@2026.11.1 | false
                    multi@2026.11.1        | text@2026.11.6 multi@2026.11.2 | true
                    none                   | text@2026.11.6         | true
                    """)
    void outdated_postThatAModelRead_onlyByANewerOneOfItsName(
            @Nullable String storedBy, String atHand, boolean outdated) {
        Reading read = new Reading.Read("de", new TextAnalysis(new Sentiment(0.4, 0.3, 0.3), 0.9));

        assertThat(ModelAge.outdated(stored(read, storedBy), models(atHand))).isEqualTo(outdated);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
                    # looked at by         | at hand                | outdated
                    text@2026.11.6         | text@2026.11.6         | false
                    text@2026.11.5         | text@2026.11.6         | true
                    text@2026.11.6         | text@2026.11.6 multi@2026.11.1 | true
                    text@2026.11.6 multi@1 | text@2026.11.6         | false
                    text@2026.11.6 multi@1 | text@2026.11.6 multi@2 | true
                    none                   | text@2026.11.6         | true
                    """)
    void outdated_postThatNoModelRead_byAnyNewerOrFurtherOne(
            @Nullable String lookedAtBy, String atHand, boolean outdated) {
        Reading unread = new Reading.Abstained("de", "a language that the model does not know");

        assertThat(ModelAge.outdated(stored(unread, lookedAtBy), models(atHand)))
                .isEqualTo(outdated);
    }

    @Test
    void outdated_readPostAtWhichAnotherModelLooked_isNotReadForANewerOneOfThat() {
        Reading read = new Reading.Read("de", new TextAnalysis(new Sentiment(0.4, 0.3, 0.3), 0.9));
        PostAnalysis stored = stored(read, "multi@2026.11.1");
        PostAnalysis looked = stored.with(stored.context().with(Map.of("text", "2026.11.5")));

        assertThat(ModelAge.outdated(looked, models("text@2026.11.6 multi@2026.11.1"))).isFalse();
        assertThat(ModelAge.outdated(looked, models("text@2026.11.5 multi@2026.11.2"))).isTrue();
    }

    private static List<ModelVersion> models(String names) {
        return Arrays.stream(names.split(" ", -1))
                .map(name -> name.split("@", -1))
                .map(name -> new ModelVersion(name[0], name[1], "0".repeat(64)))
                .toList();
    }

    private static PostAnalysis stored(Reading reading, @Nullable String by) {
        return new PostAnalysis(
                new WorkspaceId("acme"),
                new PostId(Platform.X, "1"),
                List.of(),
                new Revision(0, NOON, "0".repeat(64)),
                NOON,
                NOON,
                reading,
                List.of("acme"),
                Optional.empty(),
                Engagement.UNKNOWN,
                List.of(),
                Optional.empty(),
                by == null ? List.of() : models(by));
    }
}
