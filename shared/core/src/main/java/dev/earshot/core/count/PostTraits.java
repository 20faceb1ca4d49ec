package dev.earshot.core.count;

import dev.earshot.core.post.Platform;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Signal;
import dev.earshot.core.text.TextAnalysis;

import java.util.Optional;

/**
 * Filter on posts beside their sentiment; an empty trait matches every post.
 *
 * @param ironic true for posts that the model is sure are ironic, false for those it is sure are
 *     not
 * @param forReview whether a person should review them
 * @param language BCP-47 tag
 * @param platform where it was posted
 * @param own whether the brand's own account wrote them
 */
public record PostTraits(
        Optional<Intent> intent,
        Optional<Emotion> emotion,
        Optional<Boolean> ironic,
        Optional<Boolean> forReview,
        Optional<String> language,
        Optional<Platform> platform,
        Optional<Boolean> own) {
    /** Matches every post. */
    public static final PostTraits ANY =
            new PostTraits(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** Matches the posts of a brand's own accounts. */
    public static final PostTraits OWN =
            new PostTraits(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(true));

    /** Those that are known without reading a post, of where it is listed and by whom it is. */
    public PostTraits listed() {
        return new PostTraits(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                platform,
                own);
    }

    /** Whether a post that is listed so has those of {@link #listed}. */
    public boolean listedAs(Platform where, boolean isOwn) {
        return (platform.isEmpty() || platform.get() == where)
                && (own.isEmpty() || own.get() == isOwn);
    }

    /** Whether a post that mentions a brand has all of them. */
    public boolean of(PostAnalysis post, String brandId) {
        Optional<TextAnalysis> analysis =
                post.reading() instanceof Reading.Read read
                        ? Optional.of(read.analysis())
                        : Optional.empty();
        return (intent.isEmpty()
                        || intent.equals(
                                analysis.flatMap(TextAnalysis::intent)
                                        .flatMap(intents -> intents.verdict())))
                && (emotion.isEmpty() || emotion.equals(post.emotion()))
                && (ironic.isEmpty()
                        || analysis.flatMap(TextAnalysis::irony)
                                .map(Signal::state)
                                .equals(
                                        ironic.map(
                                                wanted ->
                                                        wanted
                                                                ? Signal.State.YES
                                                                : Signal.State.NO)))
                && (forReview.isEmpty()
                        || forReview.equals(
                                Optional.of(analysis.filter(TextAnalysis::flagged).isPresent())))
                && (language.isEmpty() || language.get().equals(post.reading().language()))
                && listedAs(post.id().platform(), post.isOwn(brandId));
    }
}
