package dev.earshot.trends.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.why.Traits;
import dev.earshot.trends.why.Words;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

final class TopicWatchTest {
    private static final Duration BUCKET = Duration.ofMinutes(5);
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final int CAPACITY = 1024;

    /** A day of everyday posts, so that the watch knows what is usual. */
    private static final int LEARNED = 288;

    private final Random random = new Random(4);
    private final List<TopicChange> changes = new ArrayList<>();
    private TopicWatch watch = new TopicWatch(BUCKET, CAPACITY);
    private int bucket;
    private int posts;

    private static Instant start(int bucket) {
        return BEGIN.plus(BUCKET.multipliedBy(bucket));
    }

    private Traits post(String author, String text, String mood) {
        List<Traits.Mark> marks = new ArrayList<>();
        Words.terms(text).forEach(term -> marks.add(new Traits.Mark("term", term)));
        Words.hashtags(text).forEach(tag -> marks.add(new Traits.Mark("hashtag", tag)));
        Words.links(text).forEach(link -> marks.add(new Traits.Mark("link", link)));
        marks.add(new Traits.Mark("mood", mood));
        return new Traits(
                new PostId(Platform.X, "p" + posts++),
                start(bucket),
                Optional.of(author),
                marks,
                Optional.empty(),
                0);
    }

    private String everyday() {
        var words = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            words.append("word").append((int) (40 * random.nextDouble() * random.nextDouble()));
            words.append(' ');
        }
        return words.toString();
    }

    /** One bucket: ten everyday posts and these. */
    private void add(List<Traits> more) {
        List<Traits> all = new ArrayList<>(more);
        for (int i = 0; i < 10; i++) {
            all.add(post("everybody" + random.nextInt(500), everyday(), "neutral"));
        }
        changes.addAll(watch.add(start(bucket++), all, 1));
    }

    private void learn() {
        while (bucket < LEARNED) {
            add(List.of());
        }
        assertThat(changes).isEmpty();
    }

    private List<Traits> about(int accounts, String words) {
        List<Traits> all = new ArrayList<>();
        for (int i = 0; i < accounts; i++) {
            all.add(post("ann" + posts, everyday() + words + " " + everyday(), "negative"));
        }
        return all;
    }

    @Test
    void add_newWordsOfSixAccounts_areOneTopicWithLabelMoodAndExamples() {
        learn();

        add(about(6, "battery fire #recall"));

        assertThat(changes).hasSize(1);
        Topic topic = changes.getFirst().topic();
        assertThat(changes.getFirst().state()).isEqualTo(EpisodeState.OPEN);
        assertThat(topic.label()).isEqualTo("battery fire, #recall");
        assertThat(topic.authors()).isEqualTo(6);
        assertThat(topic.posts()).isEqualTo(6);
        assertThat(topic.expected()).isLessThan(0.5);
        assertThat(topic.moods()).containsOnly(Map.entry("negative", 6L));
        assertThat(topic.examples()).hasSize(6);
        assertThat(topic.strength()).isEqualTo(Strength.WEAK);
        assertThat(watch.topics()).containsExactly(topic);
    }

    @Test
    void add_fourAccounts_areNoTopic() {
        learn();

        add(about(4, "battery fire #recall"));

        assertThat(changes).isEmpty();
    }

    @Test
    void add_oneTextThatManyPaste_isOneVoice() {
        learn();
        List<Traits> pasted = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String end = i % 2 == 0 ? "" : " indeed";
            pasted.add(post("fan" + i, "everybody must buy the golden teapot right now" + end, ""));
        }

        add(pasted);

        assertThat(changes).isEmpty();
    }

    @Test
    void add_oneTextThatManyPasteOverAnHour_isOneVoice() {
        learn();
        for (int b = 0; b < 12; b++) {
            String text = "everybody must buy the golden teapot right now";
            add(List.of(post("fan" + b, text, ""), post("fun" + b, text, "")));
        }

        assertThat(changes).isEmpty();
    }

    @Test
    void add_oneAccountThatFloods_isNoTopic() {
        learn();
        for (int b = 0; b < 6; b++) {
            List<Traits> flood = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                flood.add(post("flooder", everyday() + " golden teapot", ""));
            }
            add(flood);
        }

        assertThat(changes).isEmpty();
    }

    @Test
    void add_oneNewAccountEachBucket_isATopicWithinTheHour() {
        learn();
        for (int b = 0; b < 9; b++) {
            add(about(1, "#recall"));
        }

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().topic().start()).isEqualTo(start(LEARNED));
        assertThat(changes.getFirst().topic().authors()).isBetween(5L, 8L);
    }

    @Test
    void add_manyAccountsForAQuarterOfAnHour_becomesStrongThenNoiseThenEnds() {
        learn();
        for (int b = 0; b < 3; b++) {
            add(about(10, "#recall"));
        }

        assertThat(watch.topics().getFirst().strength()).isEqualTo(Strength.STRONG);
        assertThat(watch.topics().getFirst().recent()).isEqualTo(30);
        for (int b = 0; b < 14; b++) {
            add(List.of());
        }
        assertThat(watch.topics().getFirst().strength()).isEqualTo(Strength.NOISE);
        for (int b = 0; b < 36; b++) {
            add(List.of());
        }
        assertThat(watch.topics()).isEmpty();
        assertThat(changes)
                .extracting(TopicChange::state)
                .containsExactly(EpisodeState.OPEN, EpisodeState.GREW, EpisodeState.RESOLVED);
        assertThat(changes).extracting(change -> change.topic().version()).containsExactly(1, 2, 3);
        assertThat(changes)
                .extracting(change -> change.topic().id())
                .containsOnly(changes.getFirst().topic().id());
    }

    @Test
    void add_wordsThatAreUsual_areNoTopicHoweverManyPosts() {
        learn();
        List<Traits> more = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            more.add(post("new" + i, everyday(), ""));
        }

        add(more);

        assertThat(changes).isEmpty();
    }

    @Test
    void add_firstHoursOfABrand_tellNothing() {
        add(about(20, "#recall"));

        assertThat(changes).isEmpty();
    }

    @Test
    void decode_encodedAfterEachBucket_goesOnAsIfNothingHadHappened() {
        var undisturbed = new TopicWatch(BUCKET, CAPACITY);
        List<TopicChange> expected = new ArrayList<>();
        for (int b = 0; b < LEARNED + 60; b++) {
            bucket = b;
            List<Traits> all =
                    new ArrayList<>(b / 3 == LEARNED / 3 ? about(9, "#recall") : List.of());
            for (int i = 0; i < 10; i++) {
                all.add(post("everybody" + random.nextInt(500), everyday(), "neutral"));
            }
            expected.addAll(undisturbed.add(start(b), all, 1));
            changes.addAll(watch.add(start(b), all, 1));
            watch = TopicWatch.decode(watch.encoded(), BUCKET, CAPACITY);
        }

        assertThat(expected).hasSize(3);
        assertThat(changes)
                .extracting(change -> change.topic().id() + change.state())
                .isEqualTo(expected.stream().map(c -> c.topic().id() + c.state()).toList());
    }

    @Test
    void encoded_whateverComes_staysBounded() {
        for (int b = 0; b < 60; b++) {
            List<Traits> all = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                all.add(post("a" + posts, "new" + posts + " some" + posts + " #tag" + posts, ""));
            }
            bucket = b;
            watch.add(start(b), all, 1);
        }

        assertThat(watch.encoded().length).isLessThan(40_000);
        assertThatThrownBy(() -> TopicWatch.decode(new byte[] {1, 2}, BUCKET, CAPACITY))
                .hasMessageContaining("must be whole, got 2 bytes");
    }
}
