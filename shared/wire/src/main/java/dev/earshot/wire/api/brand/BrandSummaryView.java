package dev.earshot.wire.api.brand;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was said about a brand. Maps keep their order.
 *
 * @param brand its id
 * @param from inclusive
 * @param to exclusive
 * @param posts all posts that mention it, without those of its own accounts
 * @param own posts of its own accounts that mention it; they count for nothing else
 * @param originals those that repeat no other post
 * @param reposts those that do
 * @param independentOpinions estimate of how many opinions the posts hold, given that authors
 *     repeat themselves and texts are copied; intervals are as wide as so few make them
 * @param sentiment by label
 * @param sentimentCorrected empty where it is not known what the model confuses
 * @param emotion by emotion, of the posts in which the model was sure of one
 * @param intent likewise by intent
 * @param signals {@code irony}, {@code offensive} and {@code hateful}
 * @param forReview posts that a person should look at
 * @param platform by platform, largest first
 * @param language by language, largest first
 * @param shareOfVoice the brand first, then its competitors, largest first
 */
public record BrandSummaryView(
        String brand,
        Instant from,
        Instant to,
        long posts,
        long own,
        long originals,
        long reposts,
        long independentOpinions,
        Map<String, CountedShareView> sentiment,
        Optional<CorrectedSentimentView> sentimentCorrected,
        Map<String, CountedShareView> emotion,
        Map<String, CountedShareView> intent,
        Map<String, CountedShareView> signals,
        long forReview,
        Map<String, CountedShareView> platform,
        Map<String, CountedShareView> language,
        List<Voice> shareOfVoice) {
    public BrandSummaryView {
        sentiment = ordered(sentiment);
        emotion = ordered(emotion);
        intent = ordered(intent);
        signals = ordered(signals);
        platform = ordered(platform);
        language = ordered(language);
        shareOfVoice = List.copyOf(shareOfVoice);
    }

    /**
     * One brand's part in what is said about it and its competitors.
     *
     * @param brand its id
     * @param posts that mention it
     * @param share 0 to 1; empty where nothing was counted
     * @param interval the lower and upper end of its 95 % interval; empty likewise
     */
    public record Voice(
            String brand,
            String name,
            long posts,
            OptionalDouble share,
            Optional<List<Double>> interval) {}

    private static Map<String, CountedShareView> ordered(Map<String, CountedShareView> shares) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }
}
