package dev.earshot.core.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Reference;
import dev.earshot.core.post.Revision;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.Reading;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class OpinionSketchTest {
    private static final Instant AT = Instant.parse("2026-03-04T05:06:00Z");

    private static PostAnalysis post(String id, String author, String text, String repostOf) {
        List<Reference> references =
                repostOf.isEmpty()
                        ? List.of()
                        : List.of(
                                new Reference(
                                        Reference.Kind.REPOST, new PostId(Platform.X, repostOf)));
        return new PostAnalysis(
                new WorkspaceId("acme"),
                new PostId(Platform.X, id),
                List.of(),
                new Revision(0, AT, "d"),
                AT,
                AT,
                new Reading.Abstained("en", "no model"),
                List.of("acme"),
                Optional.of(Author.of(new AuthorRef(String.format("%032x", author.hashCode())))),
                Engagement.UNKNOWN,
                List.of(),
                Optional.empty(),
                List.of(),
                new PostContext(
                        references, List.of(), CommentSketch.of(text), TopicSketch.EMPTY, AT, AT));
    }

    private static WindowCounts counts(List<PostAnalysis> posts) {
        return posts.stream()
                .map(post -> WindowCounts.of(post, "acme"))
                .reduce(WindowCounts.NONE, WindowCounts::plus);
    }

    private static String text(int i) {
        return "the kettle number " + i + " leaks again on day " + 31 * i;
    }

    @Test
    void postsOfDistinctAuthorsAndTexts_areIndependent() {
        var posts = new ArrayList<PostAnalysis>();
        for (int i = 0; i < 2_000; i++) {
            posts.add(post("p" + i, "a" + i, text(i), ""));
        }

        // Twice the standard error of each of the two sketches.
        assertThat(OpinionSketch.independent(counts(posts)))
                .isCloseTo(2_000, within(2_000 * 2 * OpinionSketch.STANDARD_ERROR * 1.5));
    }

    @Test
    void postsOfOneAuthor_orCopiesOfOneText_areFewOpinions() {
        var loud = new ArrayList<PostAnalysis>();
        var copied = new ArrayList<PostAnalysis>();
        for (int i = 0; i < 1_000; i++) {
            loud.add(post("p" + i, "one", text(i), ""));
            copied.add(post("p" + i, "a" + i, text(7), i == 0 ? "" : "p0"));
        }

        assertThat(OpinionSketch.independent(counts(loud))).isLessThan(1.5);
        assertThat(OpinionSketch.independent(counts(copied))).isLessThan(1.5);
        assertThat(counts(copied).reposts()).isEqualTo(999);
    }

    @Test
    void clusters_ofEqualSize_areCountedWithinTheStatedError() {
        var posts = new ArrayList<PostAnalysis>();
        for (int i = 0; i < 5_000; i++) {
            posts.add(post("p" + i, "a" + i / 10, text(i), ""));
        }

        assertThat(OpinionSketch.independent(counts(posts)))
                .isCloseTo(500, within(500 * 3 * OpinionSketch.STANDARD_ERROR));
    }

    @Test
    void counts_addedAndTakenBackInAnyOrder_leaveNothing() {
        var posts = new ArrayList<PostAnalysis>();
        for (int i = 0; i < 300; i++) {
            posts.add(post("p" + i, "a" + i % 40, text(i % 90), i % 3 == 0 ? "x" + i % 5 : ""));
        }
        WindowCounts half = counts(posts.subList(0, 150));
        Collections.shuffle(posts, new Random(3));
        WindowCounts all = counts(posts);
        for (PostAnalysis post : posts) {
            if (Integer.parseInt(post.id().nativeId().substring(1)) >= 150) {
                all = all.plus(WindowCounts.of(post, "acme").negated());
            }
        }

        assertThat(all).isEqualTo(half);
        assertThat(all.plus(half.negated())).isEqualTo(WindowCounts.NONE);
    }

    @Test
    void counts_ofBefore_areTakenForIndependent() {
        assertThat(OpinionSketch.independent(new WindowCounts(Map.of("posts", 9L)))).isEqualTo(9);
        assertThat(OpinionSketch.independent(WindowCounts.NONE)).isZero();
    }
}
