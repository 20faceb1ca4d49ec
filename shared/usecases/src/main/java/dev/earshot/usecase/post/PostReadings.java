package dev.earshot.usecase.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Mention;
import dev.earshot.core.count.ModelAge;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostContext;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.post.Post;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Target;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.reading.clause.Comparisons;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Posts in, results out, without any service: the part of the pipeline that the functions and the
 * command line share. Thread-safe.
 */
public final class PostReadings {
    /** A post that names more is a list, and a list says little about each. */
    private static final int MAX_TARGETS = 16;

    private final TextReader reader;
    private final InstantSource clock;

    public PostReadings(TextReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** Reads posts in one model call; result {@code i} belongs to post {@code i}. */
    public List<PostAnalysis> read(WorkspaceId workspace, List<Post> posts, BrandMatcher matcher) {
        List<List<Mention>> mentions = posts.stream().map(p -> matcher.mentions(p.text())).toList();
        List<TextReader.Text> texts = new ArrayList<>(posts.size());
        for (int i = 0; i < posts.size(); i++) {
            Post post = posts.get(i);
            texts.add(
                    new TextReader.Text(
                            post.text(),
                            post.declaredLanguage(),
                            targets(post.text(), mentions.get(i)),
                            post.author().map(author -> author.ref().pseudonym())));
        }
        List<Reading> readings = reader.read(texts);
        List<PostAnalysis> analyses = new ArrayList<>(posts.size());
        for (int i = 0; i < posts.size(); i++) {
            List<String> brands = brands(mentions.get(i)).toList();
            analyses.add(analysis(workspace, posts.get(i), readings.get(i), brands));
        }
        return analyses;
    }

    /** Whether the loaded models may read more from the same state than the stored result has. */
    public boolean outdated(PostAnalysis stored) {
        return ModelAge.outdated(stored, reader.versions());
    }

    private static Stream<String> brands(List<Mention> mentions) {
        return mentions.stream().map(Mention::brandId).distinct().sorted();
    }

    /**
     * The sentiment of a post about one brand is that of the whole; of several, or of one that is
     * compared, that of each mention.
     */
    private static List<Target> targets(String text, List<Mention> mentions) {
        return brands(mentions).count() < 2 && !Comparisons.in(text)
                ? List.of()
                : mentions.stream()
                        .limit(MAX_TARGETS)
                        .map(m -> new Target(m.brandId(), m.start(), m.end()))
                        .toList();
    }

    private PostAnalysis analysis(
            WorkspaceId workspace, Post post, Reading reading, List<String> brands) {
        return new PostAnalysis(
                workspace,
                post.id(),
                post.otherIds(),
                post.revision(),
                post.createdAt(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                reading,
                brands,
                post.author(),
                post.engagement(),
                post.media(),
                Optional.<SealedText>empty(),
                reading instanceof Reading.Read read
                        ? read.model().stream().toList()
                        : reader.versions(),
                new PostContext(
                        post.references(),
                        Hashtags.of(post.text()),
                        CommentSketch.of(post.text()),
                        TopicSketch.of(post.text()),
                        post.revision().observedAt(),
                        post.revision().observedAt()));
    }
}
