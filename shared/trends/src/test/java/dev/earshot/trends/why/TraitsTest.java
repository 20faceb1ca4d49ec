package dev.earshot.trends.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.post.Revision;
import dev.earshot.trends.why.Traits.Mark;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

final class TraitsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final PostId ORIGINAL = new PostId(Platform.MASTODON, "100");

    @Test
    void of_post_namesTermsHashtagsLinksPlatformAndLanguage() {
        Traits traits =
                Traits.of(
                        post(
                                "Refund now #NivaroFail https://example.org/a?x=1",
                                Optional.of("en"),
                                List.of()));

        assertThat(traits.marks())
                .containsExactly(
                        new Mark("term", "refund"),
                        new Mark("term", "now"),
                        new Mark("term", "refund now"),
                        new Mark("hashtag", "nivarofail"),
                        new Mark("link", "https://example.org/a"),
                        new Mark("platform", "mastodon"),
                        new Mark("language", "en"));
        assertThat(traits.content()).contains("https://example.org/a");
        assertThat(traits.author()).isEmpty();
    }

    @Test
    void of_repost_sharesTheOriginalAndNotItsLink() {
        Traits traits =
                Traits.of(
                        post(
                                "Look https://example.org/a",
                                Optional.empty(),
                                List.of(new Reference(Reference.Kind.REPOST, ORIGINAL))));

        assertThat(traits.content()).contains(ORIGINAL.toString());
        assertThat(traits.marks()).contains(new Mark("repost", ORIGINAL.toString()));
    }

    @Test
    void of_reply_sharesNothingOfWhatItAnswers() {
        Traits traits =
                Traits.of(
                        post(
                                "me too",
                                Optional.empty(),
                                List.of(new Reference(Reference.Kind.REPLY, ORIGINAL))));

        assertThat(traits.content()).isEmpty();
        assertThat(traits.marks()).noneMatch(mark -> mark.kind().equals("repost"));
    }

    @Test
    void of_textsOfTheSameWords_haveTheSameContent() {
        Optional<String> first = content("The new update is great!");

        assertThat(first).isPresent();
        assertThat(content("the NEW update, is great")).isEqualTo(first);
        assertThat(content("the new update is bad")).isNotEqualTo(first);
    }

    @Test
    void of_partlyKnownEngagement_addsWhatIsKnown() {
        assertThat(Traits.of(post("hello", Optional.empty(), List.of())).reach()).isEqualTo(7);
    }

    private static Optional<String> content(String text) {
        return Traits.of(post(text, Optional.empty(), List.of())).content();
    }

    private static Post post(String text, Optional<String> language, List<Reference> references) {
        return new Post(
                new PostId(Platform.MASTODON, "1"),
                List.of(),
                new Revision(0, NOON, "1"),
                NOON,
                text,
                language,
                Optional.empty(),
                new Engagement(
                        OptionalLong.of(5),
                        OptionalLong.empty(),
                        OptionalLong.of(2),
                        OptionalLong.of(90),
                        OptionalLong.empty()),
                references,
                List.of(),
                List.of());
    }
}
