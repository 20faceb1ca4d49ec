package dev.earshot.usecase.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Mention;
import dev.earshot.core.brand.Subject;
import dev.earshot.core.count.ContextReading;
import dev.earshot.core.count.ModelAge;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostContext;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.post.Passage;
import dev.earshot.core.post.Post;
import dev.earshot.core.privacy.MaskedText;
import dev.earshot.core.privacy.Masking;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Target;
import dev.earshot.core.text.TextSpan;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.reading.clause.Comparisons;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Posts in, results out, without any service: the part of the pipeline that the functions and the
 * command line share. Thread-safe.
 */
public final class PostReadings {
    /** A post that names more is a list, and a list says little about each. */
    private static final int MAX_TARGETS = 16;

    private final TextReader reader;
    private final Masking masking;
    private final InstantSource clock;

    /** Reads texts as they are posted. */
    public PostReadings(TextReader reader, InstantSource clock) {
        this(reader, Masking.NONE, clock);
    }

    /**
     * Reads texts masked.
     *
     * @param masking also says what is stored of them
     */
    public PostReadings(TextReader reader, Masking masking, InstantSource clock) {
        this.reader = reader;
        this.masking = masking;
        this.clock = clock;
    }

    /**
     * The result of a post.
     *
     * @param text what is to be stored of its text; empty for nothing
     */
    record Result(PostAnalysis analysis, Optional<String> text) {}

    /**
     * Reads posts in one model call; result {@code i} belongs to post {@code i}. What stands beside
     * an author's words (quoted lines, alt texts, link cards) counts for the brands that it names,
     * and is read by itself.
     */
    public List<PostAnalysis> read(WorkspaceId workspace, List<Post> posts, BrandMatcher matcher) {
        return results(workspace, posts, matcher).stream().map(Result::analysis).toList();
    }

    /** Likewise, with what is to be stored of the texts. */
    List<Result> results(WorkspaceId workspace, List<Post> posts, BrandMatcher matcher) {
        List<Prepared> prepared = posts.stream().map(post -> prepared(post, matcher)).toList();
        List<TextReader.Text> texts = new ArrayList<>(posts.size());
        prepared.forEach(each -> texts.add(each.text()));
        // What stands beside posts is read in the same call, behind all of them.
        prepared.stream()
                .map(Prepared::post)
                .filter(post -> !post.context().isEmpty())
                .forEach(
                        post ->
                                texts.add(
                                        new TextReader.Text(
                                                besideMasked(post, matcher),
                                                post.declaredLanguage(),
                                                List.of())));
        List<Reading> readings = reader.read(texts);
        List<Result> results = new ArrayList<>(posts.size());
        int next = posts.size();
        for (int i = 0; i < posts.size(); i++) {
            Optional<ContextReading> beside = Optional.empty();
            Post post = posts.get(i);
            if (!post.context().isEmpty()) {
                List<String> named = brands(matcher.mentions(beside(post))).toList();
                beside = Optional.of(new ContextReading(readings.get(next++).label(), named));
            }
            results.add(result(workspace, prepared.get(i), readings.get(i), beside, matcher));
        }
        return results;
    }

    /** A post whose personal data is masked, as it is read and as it is kept. */
    private record Prepared(
            Post post, List<Mention> mentions, MaskedText masked, MaskedText readable) {
        TextReader.Text text() {
            return new TextReader.Text(
                    readable.text(),
                    post.declaredLanguage(),
                    targets(readable, mentions),
                    post.author().map(author -> author.ref().pseudonym()));
        }
    }

    private Prepared prepared(Post post, BrandMatcher matcher) {
        List<Mention> mentions = matcher.mentions(post.text());
        MaskedText masked = masking.read(post.text(), mentions);
        return new Prepared(post, mentions, masked, Masking.readable(post.text(), masked));
    }

    private Result result(
            WorkspaceId workspace,
            Prepared of,
            Reading read,
            Optional<ContextReading> beside,
            BrandMatcher matcher) {
        Post post = of.post();
        List<String> brands =
                Stream.concat(
                                brands(of.mentions()),
                                beside.stream().flatMap(context -> context.brands().stream()))
                        .distinct()
                        .sorted()
                        .toList();
        Reading reading =
                Leaving.settled(
                        Unmasking.reading(read, of.readable()),
                        post.text(),
                        of.mentions(),
                        matcher.registered());
        if (masking.pointsIntoMask()) {
            reading = Unmasking.masked(reading, of.masked());
        }
        return new Result(
                analysis(
                        workspace,
                        post,
                        of.masked().text(),
                        reading,
                        brands,
                        matcher.subjects(post.text(), of.mentions()),
                        beside),
                masking.stored(post.text(), of.masked()));
    }

    private String besideMasked(Post post, BrandMatcher matcher) {
        String text = beside(post);
        return Masking.readable(text, masking.read(text, matcher.mentions(text))).text();
    }

    /** All passages as one text. */
    private static String beside(Post post) {
        return post.context().stream().map(Passage::text).collect(Collectors.joining("\n"));
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
    private static List<Target> targets(MaskedText masked, List<Mention> mentions) {
        return brands(mentions).count() < 2 && !Comparisons.in(masked.text())
                ? List.of()
                : mentions.stream()
                        .limit(MAX_TARGETS)
                        .map(m -> target(m.brandId(), masked.toMasked(m.start(), m.end())))
                        .toList();
    }

    private static Target target(String name, TextSpan span) {
        return new Target(name, span.start(), span.end());
    }

    /**
     * @param text masked, so that no summary of it tells of a person
     */
    private PostAnalysis analysis(
            WorkspaceId workspace,
            Post post,
            String text,
            Reading reading,
            List<String> brands,
            List<Subject> subjects,
            Optional<ContextReading> beside) {
        PostContext context =
                new PostContext(
                                post.references(),
                                Hashtags.of(post.text()),
                                CommentSketch.of(text),
                                TopicSketch.of(text),
                                post.revision().observedAt(),
                                post.revision().observedAt())
                        .about(subjects);
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
                beside.map(context::with).orElse(context));
    }
}
