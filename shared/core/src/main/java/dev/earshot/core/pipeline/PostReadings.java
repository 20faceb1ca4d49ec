package dev.earshot.core.pipeline;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.BrandMatcher;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostContext;
import dev.earshot.core.influence.sketch.CommentSketch;
import dev.earshot.core.influence.sketch.TopicSketch;
import dev.earshot.core.post.Post;
import dev.earshot.core.store.SealedText;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.TextReader;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Posts in, results out, without any service: the part of the pipeline that the functions and the
 * command line share. Thread-safe.
 */
public final class PostReadings {
    private final TextReader reader;
    private final InstantSource clock;

    public PostReadings(TextReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** Reads posts in one model call; result {@code i} belongs to post {@code i}. */
    public List<PostAnalysis> read(WorkspaceId workspace, List<Post> posts, BrandMatcher matcher) {
        List<Reading> readings =
                reader.read(
                        posts.stream()
                                .map(p -> new TextReader.Text(p.text(), p.declaredLanguage()))
                                .toList());
        var analyses = new java.util.ArrayList<PostAnalysis>(posts.size());
        for (int i = 0; i < posts.size(); i++) {
            analyses.add(analysis(workspace, posts.get(i), readings.get(i), matcher));
        }
        return analyses;
    }

    private PostAnalysis analysis(
            WorkspaceId workspace, Post post, Reading reading, BrandMatcher matcher) {
        return new PostAnalysis(
                workspace,
                post.id(),
                post.otherIds(),
                post.revision(),
                post.createdAt(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                reading,
                matcher.brands(post.text()),
                post.author(),
                post.engagement(),
                post.media(),
                Optional.<SealedText>empty(),
                List.of(reader.version()),
                new PostContext(
                        post.references(),
                        Hashtags.of(post.text()),
                        CommentSketch.of(post.text()),
                        TopicSketch.of(post.text()),
                        post.revision().observedAt(),
                        post.revision().observedAt()));
    }
}
