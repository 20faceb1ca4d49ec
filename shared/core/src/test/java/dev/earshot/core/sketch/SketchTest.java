package dev.earshot.core.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class SketchTest {
    @Test
    void comment_fewWordsChanged_isSimilar() {
        var one = CommentSketch.of("love your content so much, check out my page for free gifts");
        var two = CommentSketch.of("Love your content so much! check out my page for free gifts 7");
        var other = CommentSketch.of("is the battery of this phone any better than last year's");
        assertThat(one.similarity(two)).isGreaterThan(.7);
        assertThat(one.similarity(other)).isLessThan(.2);
    }

    @Test
    void comment_stored_comesBackEqual() {
        for (String text :
                List.of("", "🔥🔥🔥", "nice pic", "これはとても良いですね", "a longer one of six words")) {
            var sketch = CommentSketch.of(text);
            assertThat(CommentSketch.decode(sketch.encoded())).isEqualTo(sketch);
        }
    }

    @Test
    void comment_emojiAlone_hasNoWordsAndMatchesItself() {
        assertThat(CommentSketch.of("🔥🔥").words()).isZero();
        assertThat(CommentSketch.of("🔥🔥").similarity(CommentSketch.of("🔥"))).isEqualTo(1);
        assertThat(CommentSketch.of("🔥").similarity(CommentSketch.of("😂"))).isLessThan(.2);
    }

    @Test
    void topics_formsOfAWord_areNearerThanStrangers() {
        var values = TopicSketch.of("sustainability");
        assertThat(values.cosine(TopicSketch.of("a sustainable jacket"), b -> 1))
                .isGreaterThan(values.cosine(TopicSketch.of("a leather jacket"), b -> 1));
    }

    @Test
    void topics_namesAndAddresses_leaveNoTrace() {
        assertThat(TopicSketch.of("@someone https://example.org/a www.example.org"))
                .isEqualTo(TopicSketch.EMPTY);
    }

    @Test
    void topics_stored_comesBackEqual() {
        var sketch = TopicSketch.of("Trail running #TrailRunning shoes 山を走る und Wälder");
        assertThat(sketch.isEmpty()).isFalse();
        assertThat(TopicSketch.decode(sketch.encoded())).isEqualTo(sketch);
        assertThat(TopicSketch.decode("")).isEqualTo(TopicSketch.EMPTY);
    }

    @Test
    void topics_longText_isBoundedAndMeanKeepsTheCommonPart() {
        var text = new StringBuilder("solar panels ");
        for (int i = 0; i < 5_000; i++) {
            text.append("word").append(i).append(' ');
        }
        assertThat(TopicSketch.of(text.toString()).buckets())
                .hasSizeLessThanOrEqualTo(TopicSketch.FEATURES);
        var mean =
                TopicSketch.mean(
                        List.of(
                                TopicSketch.of("solar panels roof"),
                                TopicSketch.of("solar panels sun")));
        assertThat(mean.cosine(TopicSketch.of("solar panels"), b -> 1)).isGreaterThan(.7);
    }
}
