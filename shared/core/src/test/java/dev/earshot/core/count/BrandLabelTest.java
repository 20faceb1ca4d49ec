package dev.earshot.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Revision;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.TargetSentiment;
import dev.earshot.core.text.TextAnalysis;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a post counts as for one of its brands. */
final class BrandLabelTest {
    private static final Instant AT = Instant.parse("2026-03-04T05:06:00Z");
    private static final Sentiment GOOD = new Sentiment(0.1, 0.2, 0.7);
    private static final Sentiment BAD = new Sentiment(0.6, 0.3, 0.1);

    @Test
    void label_targetBothPraisedAndBlamed_isMixed() {
        PostAnalysis post = post(target("acme", GOOD, 0, true), target("zenith", BAD, 0, false));

        assertThat(post.label("acme")).isEqualTo(SentimentLabel.MIXED);
        assertThat(post.strongest("acme")).contains(SentimentLabel.POSITIVE);
        assertThat(post.label("zenith")).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void label_targetBelowItsOwnBound_abstains() {
        PostAnalysis post =
                post(target("acme", GOOD, 0.75, false), target("acme", BAD, 0.5, false));

        assertThat(post.label("acme")).isEqualTo(SentimentLabel.ABSTAIN);
        assertThat(post.strongest("acme")).contains(SentimentLabel.POSITIVE);
    }

    @Test
    void label_targetAboveItsBound_needNotBeAboveThePosts() {
        PostAnalysis post = post(target("acme", GOOD, 0.6, false));

        assertThat(post.label("acme")).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(post.reading().label()).isEqualTo(SentimentLabel.ABSTAIN);
    }

    private static TargetSentiment target(
            String name, Sentiment sentiment, double sureFrom, boolean mixed) {
        return new TargetSentiment(name, 0, 4, sentiment, sureFrom, mixed);
    }

    private static PostAnalysis post(TargetSentiment... targets) {
        Reading reading =
                new Reading.Read(
                        "en",
                        new TextAnalysis(BAD, 0.9),
                        Optional.empty(),
                        List.of(),
                        Arrays.asList(targets),
                        false);
        return new PostAnalysis(
                new WorkspaceId("acme"),
                new PostId(Platform.X, "1"),
                List.of(),
                new Revision(0, AT, "d"),
                AT,
                AT,
                reading,
                List.of("acme", "zenith"),
                Optional.empty(),
                Engagement.UNKNOWN,
                List.of(),
                Optional.empty(),
                List.of(),
                new PostContext(
                        List.of(), List.of(), CommentSketch.of("text"), TopicSketch.EMPTY, AT, AT));
    }
}
