package dev.earshot.usecase.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Account;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.text.SentimentLabel;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts by a brand's own accounts. */
final class AnalysePostsOwnAccountsTest extends PostsFixture {
    @Test
    void handle_postOfTheBrandsOwnAccount_isKeptMarkedAndCountedApart() {
        brands.put(WORKSPACE, withAccount("@acme"));

        analyse(vault).handle(List.of(message("m1", byHandle("p1", "@Acme"))));

        assertThat(counts().counts()).isEqualTo(Map.of("own", 1L));
        PostAnalysis stored = store.post(WORKSPACE, new PostId(Platform.X, "p1")).orElseThrow();
        assertThat(stored.isOwn("acme")).isTrue();
        assertThat(stored.reading().label()).isEqualTo(SentimentLabel.POSITIVE);
    }

    @Test
    void handle_ownAccountDeclaredLater_movesWithTheNextSightingAndBackWithoutIt() {
        AnalysePosts analyse = analyse(vault);
        analyse.handle(List.of(message("m1", byHandle("p1", "@acme"))));
        assertThat(counts().posts()).isEqualTo(1);

        brands.put(WORKSPACE, withAccount("https://x.com/acme"));
        analyse.handle(List.of(later("m2", byHandle("p1", "@acme"), 1)));
        assertThat(counts().counts()).isEqualTo(Map.of("own", 1L));

        brands.put(WORKSPACE, withAccount("@acme_uk"));
        analyse.handle(List.of(later("m3", byHandle("p1", "@acme"), 2)));
        assertThat(counts().posts()).isEqualTo(1);
        assertThat(counts().own()).isZero();
    }

    private static PostMessage later(String id, String body, int hours) {
        return new PostMessage(
                id, WORKSPACE, Optional.empty(), body, NOW.plus(Duration.ofHours(hours)));
    }

    private static String byHandle(String id, String handle) {
        return "{\"id\":\"%s\",\"text\":\"Acme is good\",\"platform\":\"x\",\"createdAt\":\"2026-03-01T08:00:00Z\",\"author\":{\"id\":\"7\",\"handle\":\"%s\"}}"
                .formatted(id, handle);
    }

    private static Brand withAccount(String handle) {
        List<String> none = List.of();
        return new Brand(
                "acme",
                "Acme",
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                List.of(new Account(Platform.X, handle)));
    }
}
