package dev.earshot.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Pseudonymiser;

import org.junit.jupiter.api.Test;

import java.util.Set;

class ErasedTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Pseudonymiser KEY = new Pseudonymiser(new byte[32]);

    private static Erased of(Platform platform, String account) {
        return new Erased(
                WORKSPACE,
                Set.of(ErasureMark.of(KEY.pseudonym(WORKSPACE, platform, account))),
                Set.of(),
                Set.of(),
                KEY);
    }

    @Test
    void isNamedIn_accountInAnyPlaceOfAMessage_isFound() {
        Erased ann = of(Platform.X, "998877665544");
        assertThat(ann.isNamedIn("{\"author\":{\"id\":\"998877665544\"}}")).isTrue();
        assertThat(ann.isNamedIn("{\"author_id\":998877665544,\"text\":\"hm\"}")).isTrue();
        assertThat(ann.isNamedIn("1;hm;998877665544\r\n")).isTrue();
    }

    @Test
    void isNamedIn_didBeforeARecordsKey_isFound() {
        Erased ann = of(Platform.BLUESKY, "did:plc:abc234");
        assertThat(ann.isNamedIn("at://did:plc:abc234/app.bsky.feed.post/3k2")).isTrue();
        assertThat(ann.isNamedIn("\"did:plc:abc234:3k2\"")).isTrue();
    }

    @Test
    void isNamedIn_anotherAccountOrALongerOne_isNotTaken() {
        Erased ann = of(Platform.X, "998877665544");
        assertThat(ann.isNamedIn("{\"id\":\"9988776655443\",\"author\":\"99887766554\"}"))
                .isFalse();
        assertThat(ann.isNamedIn("")).isFalse();
    }

    @Test
    void isNamedIn_theirPseudonym_isFoundAndNoLongerOne() {
        Erased ann = of(Platform.X, "998877665544");
        String pseudonym = KEY.pseudonym(WORKSPACE, Platform.X, "998877665544").pseudonym();
        assertThat(ann.isNamedIn("#/creators?author=" + pseudonym + "&range=7d")).isTrue();
        assertThat(ann.isNamedIn("#/creators?author=0" + pseudonym)).isFalse();
    }

    @Test
    void isNamedIn_theirHandle_isFoundWhereItIsOne() {
        var ann =
                new Erased(
                        WORKSPACE,
                        Set.of(
                                ErasureMark.of(
                                        KEY.pseudonym(WORKSPACE, Platform.X, "998877665544"))),
                        Set.of(),
                        Set.of(
                                KEY.handle(WORKSPACE, Platform.X, "coffee"),
                                KEY.handle(WORKSPACE, Platform.MASTODON, "ann@example.social")),
                        KEY);
        assertThat(ann.isNamedIn("like @Coffee.")).isTrue();
        assertThat(ann.isNamedIn("https://x.com/coffee")).isTrue();
        assertThat(ann.isNamedIn("see @ann@example.social!")).isTrue();
        assertThat(ann.isNamedIn("coffee with @coffeebar at @example.social")).isFalse();
    }
}
