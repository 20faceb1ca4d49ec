package dev.earshot.engagement.segment;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostContext;
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
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.TextAnalysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** People who speak of acme, for tests. Not thread-safe. */
final class Crowd {
    static final LocalDate DAY = LocalDate.parse("2026-03-04");
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private final List<PostAnalysis> posts = new ArrayList<>();

    static AuthorRef author(int number) {
        return new AuthorRef(String.format(Locale.ROOT, "%032x", number));
    }

    static PostId id(int number) {
        return new PostId(Platform.X, "p" + number);
    }

    /** A post of somebody, with a hashtag, in a language, that perhaps answers another post. */
    Crowd says(int author, String hashtag, String language, int... answered) {
        List<Reference> references = new ArrayList<>();
        for (int target : answered) {
            references.add(new Reference(Reference.Kind.REPLY, id(target)));
        }
        posts.add(
                new PostAnalysis(
                        new WorkspaceId("acme"),
                        id(posts.size()),
                        List.of(),
                        new Revision(0, AT, "0".repeat(64)),
                        AT,
                        AT,
                        new Reading.Read(
                                language, new TextAnalysis(new Sentiment(0.1, 0.1, 0.8), 0.0)),
                        List.of("acme"),
                        Optional.of(Author.of(author(author))),
                        Engagement.UNKNOWN,
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        new PostContext(
                                references,
                                List.of(hashtag),
                                CommentSketch.of(""),
                                TopicSketch.EMPTY,
                                AT,
                                AT)));
        return this;
    }

    /** So many people, one after the other, each with one post. */
    Crowd people(int from, int count, String hashtag, String language) {
        for (int i = 0; i < count; i++) {
            says(from + i, hashtag, language);
        }
        return this;
    }

    Population population() {
        return new Population("acme", DAY, true, posts);
    }

    static SegmentRule about(String... terms) {
        return new SegmentRule(
                List.of(terms), Optional.empty(), Optional.empty(), Optional.empty(), 1, 0);
    }

    static SegmentRule speaking(String language) {
        return new SegmentRule(
                List.of(), Optional.empty(), Optional.of(language), Optional.empty(), 1, 0);
    }

    static Segment saved(SegmentRule rule) {
        return new Segment("saved", "Saved", "acme", rule);
    }
}
