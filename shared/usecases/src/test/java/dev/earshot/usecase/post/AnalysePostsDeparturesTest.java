package dev.earshot.usecase.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.AuthorEnd;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.count.Ledger;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.StoredPost;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.wire.PostReader;

import org.junit.jupiter.api.Test;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Posts that are deleted, and accounts that end or come back. */
final class AnalysePostsDeparturesTest extends PostsFixture {
    @Test
    void handle_deletionBeforeItsPost_keepsThePostOut() {
        AnalysePosts analyse = analyse(vault);
        analyse.handle(
                List.of(
                        message(
                                "m1",
                                "{\"delete\":{\"tweet\":{\"id\":\"1866\",\"author_id\":\"7\"},"
                                        + "\"event_at\":\"2026-03-01T09:00:00Z\"}}")));
        analyse.handle(
                List.of(
                        message(
                                "m2",
                                "{\"data\":{\"id\":\"1866\",\"text\":\"Acme is"
                                        + " bad\",\"author_id\":\"7\","
                                        + "\"created_at\":\"2026-03-01T08:00:00.000Z\"}}")));

        assertThat(store.post(WORKSPACE, new PostId(Platform.X, "1866"))).isEmpty();
        assertThat(counts().posts()).isZero();
    }

    @Test
    void handle_accountThatIsGone_takesAllItsPostsAlong() {
        AnalysePosts analyse = analyse(vault);
        analyse.handle(List.of(message("m1", byAuthor("1866")), message("m2", byAuthor("1867"))));
        assertThat(counts().posts()).isEqualTo(2);
        AuthorRef author =
                store.post(WORKSPACE, new PostId(Platform.X, "1866"))
                        .flatMap(PostAnalysis::author)
                        .orElseThrow()
                        .ref();
        List<AnalysePosts.Records> deletion =
                List.of(
                        new AnalysePosts.Records(
                                message("m3", ""), List.of(new Decoded.AuthorGone(author, NOW))));

        List<Outcome> outcomes = analyse.take(deletion);

        assertThat(outcomes).containsExactly(new Outcome.Done(false));
        assertThat(counts().posts()).isZero();
        assertThat(analyse.take(deletion)).containsExactly(new Outcome.Done(true));
    }

    private static List<AnalysePosts.Records> account(String id, Decoded record) {
        return List.of(new AnalysePosts.Records(message(id, ""), List.of(record)));
    }

    private static AuthorRef author(String id) {
        return new Pseudonymiser(KEY).pseudonym(WORKSPACE, Platform.X, id);
    }

    @Test
    void handle_postThatComesAfterItsAuthorIsGone_isNotStoredAndNotReported() {
        AnalysePosts analyse = analyse(vault);
        analyse.take(account("m1", new Decoded.AuthorGone(author("7"), NOW)));

        assertThat(analyse.handle(List.of(message("m2", byAuthor("1866")))))
                .containsExactly(new Outcome.Done(true));
        assertThat(counts().posts()).isZero();
        assertThat(store.find(WORKSPACE, List.of(new PostId(Platform.X, "1866")))).isEmpty();
        assertThat(parked.list(WORKSPACE, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void handle_endAndPostInOneBatch_storesNothingWhateverTheirOrder() {
        AnalysePosts analyse = analyse(vault);
        var post = new AnalysePosts.Records(message("m1", ""), decode(byAuthor("1866")));
        var end =
                new AnalysePosts.Records(
                        message("m2", ""), List.of(new Decoded.AuthorGone(author("7"), NOW)));

        analyse.take(List.of(post, end));

        assertThat(counts().posts()).isZero();
    }

    private static List<Decoded> decode(String body) {
        return new PostReader(new Pseudonymiser(KEY)).decode(message("m", body));
    }

    @Test
    void handle_accountThatIsBackWithinThePlatformsGrace_isTakenAgain() {
        AnalysePosts analyse = analyse(vault);
        analyse.handle(List.of(message("m1", byAuthor("1866"))));
        analyse.take(account("m2", new Decoded.AuthorGone(author("7"), NOW)));
        analyse.take(account("m3", new Decoded.AuthorBack(author("7"), NOW.plusSeconds(60))));

        assertThat(analyse.handle(List.of(message("m4", byAuthor("1866")))))
                .containsExactly(new Outcome.Done(false));
        assertThat(counts().posts()).isEqualTo(1);
    }

    @Test
    void handle_accountThatIsGone_leavesNoIdOfItsPosts() {
        AnalysePosts analyse = analyse(vault);
        analyse.handle(List.of(message("m1", byAuthor("1866"))));

        analyse.take(account("m2", new Decoded.AuthorGone(author("7"), NOW)));

        assertThat(store.find(WORKSPACE, List.of(new PostId(Platform.X, "1866")))).isEmpty();
    }

    @Test
    void handle_authorWhoEndsWhileABatchIsStored_isRemovedByThatBatch() {
        var meanwhile =
                new CountedStore(store) {
                    @Override
                    public List<Ledger.Effect> update(
                            WorkspaceId workspace,
                            Collection<PostId> ids,
                            Function<Map<PostId, StoredPost>, List<PostChange>> decide) {
                        List<Ledger.Effect> effects = super.update(workspace, ids, decide);
                        ends.end(
                                workspace,
                                new AuthorEnd(
                                        ErasureMark.of(author("7")),
                                        NOW,
                                        AuthorEnd.Reason.REQUEST));
                        return effects;
                    }
                };

        analyse(meanwhile, brands).handle(List.of(message("m1", byAuthor("1866"))));

        assertThat(counts().posts()).isZero();
        assertThat(store.posts(WORKSPACE, author("7"))).isEmpty();
    }

    @Test
    void handle_repliesAndRepostsOfSomebodyGone_loseTheLinkOrAreLeftOut() {
        AnalysePosts analyse = analyse(vault);
        analyse.take(account("m1", new Decoded.AuthorGone(author("7"), NOW)));

        analyse.handle(
                List.of(
                        message("m2", referring("20", "replied_to")),
                        message("m3", referring("21", "retweeted"))));

        assertThat(store.post(WORKSPACE, new PostId(Platform.X, "20")))
                .get()
                .satisfies(post -> assertThat(post.context().references()).isEmpty());
        assertThat(store.post(WORKSPACE, new PostId(Platform.X, "21"))).isEmpty();
    }

    private static String referring(String id, String kind) {
        return """
                {"data":{"id":"%s","text":"Acme is good","author_id":"8",
                "created_at":"2026-03-01T08:00:00.000Z",
                "referenced_tweets":[{"type":"%s","id":"1866"}]},
                "includes":{"tweets":[{"id":"1866","author_id":"7","text":"Acme",
                "created_at":"2026-03-01T07:00:00.000Z"}]}}
                """
                .formatted(id, kind);
    }
}
