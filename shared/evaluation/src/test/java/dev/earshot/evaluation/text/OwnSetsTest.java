package dev.earshot.evaluation.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.text.Target;
import dev.earshot.evaluation.text.LabelledPosts.Post;
import dev.earshot.evaluation.text.OwnSets.MaybeMixed;
import dev.earshot.evaluation.text.OwnSets.Targeted;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

final class OwnSetsTest {
    @Test
    void targeted_theSet_hasTwoHundredPostsOfTwoTargets() {
        List<Targeted> posts = OwnSets.targeted();
        assertThat(posts).hasSize(200).allMatch(post -> post.targets().size() == 2);
        assertThat(new HashSet<>(posts.stream().map(Targeted::text).toList())).hasSize(200);
    }

    @Test
    void targeted_theOffsets_pointAtTheTargets() {
        for (Targeted post : OwnSets.targeted()) {
            assertThat(post.text()).doesNotContain("[", "](");
            for (Target target : post.targets()) {
                assertThat(post.text().substring(target.start(), target.end()))
                        .isEqualTo(target.name());
            }
        }
    }

    @Test
    void targeted_theLabels_areAsTheReadmeCountsThem() {
        var counts =
                OwnSets.targeted().stream()
                        .flatMap(post -> post.labels().stream())
                        .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
        assertThat(counts)
                .containsEntry(SentimentLabel.POSITIVE, 153L)
                .containsEntry(SentimentLabel.NEGATIVE, 170L)
                .containsEntry(SentimentLabel.NEUTRAL, 77L);
    }

    @Test
    void intents_theSet_hasThirtyOfEach() {
        var counts =
                OwnSets.intents().posts().stream()
                        .collect(Collectors.groupingBy(Post::label, Collectors.counting()));
        assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(Head.INTENT.labels());
        assertThat(counts.values()).allMatch(count -> count == 30);
    }

    @Test
    void mixed_theSet_isHalfAndHalf() {
        assertThat(OwnSets.mixed()).hasSize(80).filteredOn(MaybeMixed::mixed).hasSize(40);
    }
}
