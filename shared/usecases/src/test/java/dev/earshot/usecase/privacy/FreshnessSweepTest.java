package dev.earshot.usecase.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.privacy.Departures;
import dev.earshot.core.privacy.FreshnessSweep;
import dev.earshot.core.store.Parking;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.privacy.InMemoryAuthorEnds;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryParkedStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.usecase.post.AnalysePosts;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.PostReadings;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class FreshnessSweepTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant SEEN = Instant.parse("2026-03-04T12:00:00Z");
    private static final Pseudonymiser KEY = new Pseudonymiser(new byte[32]);

    private final InMemoryAnalysisStore posts = new InMemoryAnalysisStore();

    @Test
    void sweep_ofPostsThatNobodySawAgain_removesThemADayBeforeTheirTimeIsOver() {
        take("youtube", "1", 10, SEEN);
        take("tiktok", "2", 10, SEEN);
        take("x", "3", 10, SEEN);

        assertThat(sweepAt(SEEN.plus(Duration.ofDays(14)))).isZero();
        assertThat(sweepAt(SEEN.plus(Duration.ofDays(14)).plusSeconds(1))).isEqualTo(1);
        assertThat(stored(Platform.TIKTOK, "2")).isFalse();
        assertThat(sweepAt(SEEN.plus(Duration.ofDays(29)).plusSeconds(1))).isEqualTo(1);
        assertThat(stored(Platform.YOUTUBE, "1")).isFalse();
        assertThat(sweepAt(SEEN.plus(Duration.ofDays(399)))).isZero();
        assertThat(stored(Platform.X, "3")).isTrue();
    }

    @Test
    void sweep_ofAPostThatWasBroughtAgain_countsFromThen() {
        take("youtube", "1", 10, SEEN);
        take("youtube", "1", 12, SEEN.plus(Duration.ofDays(20)));

        assertThat(sweepAt(SEEN.plus(Duration.ofDays(45)))).isZero();
        assertThat(sweepAt(SEEN.plus(Duration.ofDays(50)))).isEqualTo(1);
    }

    @Test
    void post_thatWasSweptAndIsBroughtAgain_comesBack() {
        take("youtube", "1", 10, SEEN);
        sweepAt(SEEN.plus(Duration.ofDays(31)));

        take("youtube", "1", 10, SEEN.plus(Duration.ofDays(32)));

        assertThat(stored(Platform.YOUTUBE, "1")).isTrue();
    }

    private int sweepAt(Instant now) {
        return new FreshnessSweep(posts, posts, InstantSource.fixed(now)).sweep(WORKSPACE);
    }

    private boolean stored(Platform platform, String id) {
        return posts.post(WORKSPACE, new PostId(platform, id)).isPresent();
    }

    private void take(String platform, String id, int likes, Instant at) {
        String body =
                "{\"id\":\"%s\",\"platform\":\"%s\",\"text\":\"good\",\"createdAt\":\"2026-03-01T09:00:00Z\",\"likes\":%d}"
                        .formatted(id, platform, likes);
        new AnalysePosts(
                        new PostReader(KEY),
                        new PostReadings(
                                new TextReader(
                                        new KeywordTextModel(),
                                        (text, declared) -> new Language("en", .99),
                                        Set.of("en")),
                                InstantSource.fixed(at)),
                        new Brands(new InMemoryBrandStore(), KEY),
                        posts,
                        new Departures(
                                posts, posts, new InMemoryAuthorEnds(), (workspace, author) -> {}),
                        new InMemoryTextVault(),
                        new Parking(new InMemoryParkedStore(), "sqs"))
                .handle(List.of(new PostMessage(id + at, WORKSPACE, Optional.empty(), body, at)));
    }
}
