package dev.earshot.influence.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.history.BrandDay;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

final class AuthorEvidenceTest {
    private static final AuthorRef SELF = new AuthorRef("0".repeat(32));
    private static final AuthorRef FAN = new AuthorRef("1".repeat(32));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final PostId FIRST = new PostId(Platform.X, "1");
    private static final PostId SECOND = new PostId(Platform.X, "2");
    private static final Engagement TEN =
            new Engagement(
                    OptionalLong.of(4),
                    OptionalLong.of(3),
                    OptionalLong.of(2),
                    OptionalLong.of(1),
                    OptionalLong.of(1_000));

    private static PostFacts post(
            PostId id, PostFacts.Kind kind, SentimentLabel sentiment, boolean unsafe) {
        return new PostFacts(
                id,
                kind,
                NOON,
                NOON,
                TEN,
                OptionalLong.empty(),
                "en",
                sentiment,
                unsafe,
                List.of("acme", "unlisted"),
                TopicSketch.EMPTY);
    }

    private static AuthorDay day(LocalDate day, long posts, BrandDay acme) {
        return new AuthorDay(
                day,
                posts,
                1,
                1,
                30,
                OptionalLong.of(70),
                OptionalLong.empty(),
                Map.of("acme", acme));
    }

    private static Interaction response(
            PostId response, AuthorRef from, AuthorRef to, PostId target) {
        return new Interaction(
                response,
                from,
                to,
                target,
                true,
                Reference.Kind.REPLY,
                NOON,
                NOON,
                "en",
                Optional.empty());
    }

    private static AuthorEvidence evidence(
            List<AuthorDay> days, List<PostFacts> posts, List<Interaction> received) {
        return new AuthorEvidence(
                new AuthorHistory(
                        Account.unknown(SELF),
                        Platform.X,
                        days,
                        posts,
                        received,
                        List.of(
                                response(FIRST, SELF, FAN, new PostId(Platform.X, "91")),
                                response(SECOND, SELF, FAN, new PostId(Platform.X, "92")))),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void without_unknownPost_isTheSameEvidence() {
        AuthorEvidence evidence = evidence(List.of(), List.of(), List.of());

        assertThat(evidence.without(FIRST)).isSameAs(evidence);
    }

    @Test
    void without_post_leavesOutItsResponsesOnBothSides() {
        PostFacts first = post(FIRST, PostFacts.Kind.ORIGINAL, SentimentLabel.NEUTRAL, false);
        PostFacts second = post(SECOND, PostFacts.Kind.ORIGINAL, SentimentLabel.NEUTRAL, false);

        AuthorHistory rest =
                evidence(
                                List.of(day(DAY, 2, new BrandDay(2, 0, 0, 20))),
                                List.of(first, second),
                                List.of(
                                        response(new PostId(Platform.X, "11"), FAN, SELF, FIRST),
                                        response(new PostId(Platform.X, "12"), FAN, SELF, SECOND)))
                        .without(FIRST)
                        .history();

        assertThat(rest.posts()).containsExactly(second);
        assertThat(rest.received()).singleElement().matches(r -> r.target().equals(SECOND));
        assertThat(rest.given()).singleElement().matches(g -> g.response().equals(SECOND));
    }

    @Test
    void without_negativeUnsafePost_takesItsShareFromItsDayAlone() {
        AuthorDay other = day(DAY.plusDays(1), 3, new BrandDay(3, 1, 1, 9));

        List<AuthorDay> days =
                evidence(
                                List.of(day(DAY, 3, new BrandDay(2, 1, 1, 25)), other),
                                List.of(
                                        post(
                                                FIRST,
                                                PostFacts.Kind.ORIGINAL,
                                                SentimentLabel.NEGATIVE,
                                                true)),
                                List.of())
                        .without(FIRST)
                        .history()
                        .days();

        assertThat(days)
                .containsExactly(
                        new AuthorDay(
                                DAY,
                                2,
                                0,
                                0,
                                20,
                                OptionalLong.of(70),
                                OptionalLong.empty(),
                                Map.of("acme", new BrandDay(1, 0, 1, 15))),
                        other);
    }

    @Test
    void without_repost_takesNoInteractions() {
        List<AuthorDay> days =
                evidence(
                                List.of(day(DAY, 2, new BrandDay(2, 0, 1, 25))),
                                List.of(
                                        post(
                                                FIRST,
                                                PostFacts.Kind.REPOST,
                                                SentimentLabel.POSITIVE,
                                                false)),
                                List.of())
                        .without(FIRST)
                        .history()
                        .days();

        assertThat(days.getFirst().interactions()).isEqualTo(30);
        assertThat(days.getFirst().unsafePosts()).isEqualTo(1);
        assertThat(days.getFirst().negativePosts()).isEqualTo(1);
        assertThat(days.getFirst().brands()).containsEntry("acme", new BrandDay(1, 0, 0, 25));
    }

    @Test
    void without_onlyPostAboutTheBrand_takesTheBrandFromTheDay() {
        List<AuthorDay> days =
                evidence(
                                List.of(day(DAY, 2, new BrandDay(1, 0, 0, 10))),
                                List.of(
                                        post(
                                                FIRST,
                                                PostFacts.Kind.REPLY,
                                                SentimentLabel.NEUTRAL,
                                                false)),
                                List.of())
                        .without(FIRST)
                        .history()
                        .days();

        assertThat(days.getFirst().brands()).isEmpty();
    }

    @Test
    void without_onlyPostOfTheDay_takesTheDay() {
        AuthorEvidence rest =
                evidence(
                                List.of(day(DAY, 1, new BrandDay(1, 0, 0, 10))),
                                List.of(
                                        post(
                                                FIRST,
                                                PostFacts.Kind.ORIGINAL,
                                                SentimentLabel.NEUTRAL,
                                                false)),
                                List.of())
                        .without(FIRST);

        assertThat(rest.history().days()).isEmpty();
    }
}
