package dev.earshot.usecase.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostTraits;
import dev.earshot.core.post.Platform;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.BrandWalk;
import dev.earshot.core.store.TextVault;
import dev.earshot.engagement.predict.EngagementModel;
import dev.earshot.engagement.predict.Forecast;
import dev.earshot.engagement.predict.PastPost;
import dev.earshot.engagement.predict.Planned;
import dev.earshot.engagement.timing.Published;
import dev.earshot.reading.TextReader;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Predicts what a post that a brand plans may come to, from the posts of the brand's own accounts:
 * their responses, what the encoder read in them when they came in, and the words of those whose
 * text is still kept. Thread-safe.
 */
public final class EngagementForecasts {
    private static final Duration LOOK_BACK = Duration.ofDays(366);

    /** With so many a model is fitted in about two seconds. */
    private static final int MAX_POSTS = 1_500;

    /** Texts are opened for so long, the newest first; API Gateway waits for 30 seconds. */
    private static final Duration READING = Duration.ofSeconds(6);

    private final AnalysisStore posts;
    private final TextVault texts;
    private final TextReader reader;
    private final InstantSource clock;

    public EngagementForecasts(
            AnalysisStore posts, TextVault texts, TextReader reader, InstantSource clock) {
        this.posts = posts;
        this.texts = texts;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * A post that a brand plans.
     *
     * @param platform where; empty for wherever the brand posts most
     * @param at empty for now
     */
    public record Plan(
            String text, Optional<Platform> platform, Optional<Instant> at, Planned.Form form) {}

    /** What came of the question. */
    public sealed interface Outcome {
        /**
         * A forecast.
         *
         * @param at when the post is sent
         * @param account pseudonym of the account that sends it
         * @param posts how many were learned from, of all the brand's accounts
         * @param ofAccount how many of them are the account's
         * @param texts of how many the text is still kept
         */
        record Told(
                Instant at, String account, int posts, int ofAccount, int texts, Forecast forecast)
                implements Outcome {}

        /**
         * Too little to learn from.
         *
         * @param posts by the brand's own accounts, with known responses
         */
        record TooFew(int posts) implements Outcome {}

        /** None of the brand's own accounts posts there. */
        record NoAccount(Platform platform) implements Outcome {}
    }

    /** Predicts; takes seconds. */
    public Outcome of(WorkspaceId workspace, String brand, Plan plan) {
        Instant now = clock.instant();
        List<PostAnalysis> own =
                BrandWalk.of(
                                posts,
                                new BrandPosts(
                                        workspace,
                                        brand,
                                        Optional.empty(),
                                        PostTraits.OWN,
                                        now.minus(LOOK_BACK),
                                        now,
                                        Optional.empty(),
                                        100),
                                MAX_POSTS,
                                post -> Published.of(post).isPresent())
                        .posts();
        if (own.size() < EngagementModel.LEAST_POSTS) {
            return new Outcome.TooFew(own.size());
        }
        Optional<String> account = account(own, plan.platform());
        return account.isEmpty()
                ? new Outcome.NoAccount(plan.platform().orElseThrow())
                : told(own, account.get(), plan, now);
    }

    /** The account that posts most there. */
    private static Optional<String> account(List<PostAnalysis> own, Optional<Platform> platform) {
        Map<String, Long> byAccount =
                own.stream()
                        .filter(
                                post ->
                                        platform.isEmpty()
                                                || post.id().platform() == platform.get())
                        .collect(
                                Collectors.groupingBy(
                                        post -> Published.of(post).orElseThrow().account(),
                                        TreeMap::new,
                                        Collectors.counting()));
        return byAccount.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey);
    }

    private Outcome told(List<PostAnalysis> own, String account, Plan plan, Instant now) {
        List<PastPost> past = past(own, now.plus(READING));
        Instant at = plan.at().orElse(now);
        Forecast forecast =
                EngagementModel.fit(past)
                        .forecast(
                                new Planned(
                                        account,
                                        at,
                                        Optional.of(plan.text()),
                                        plan.form(),
                                        Optional.empty()),
                                asked ->
                                        reader.read(
                                                asked.stream()
                                                        .map(EngagementForecasts::asked)
                                                        .toList()));
        return new Outcome.Told(
                at,
                account,
                past.size(),
                (int) past.stream().filter(each -> each.post().account().equals(account)).count(),
                (int) past.stream().filter(each -> each.post().text().isPresent()).count(),
                forecast);
    }

    private static TextReader.Text asked(String text) {
        return new TextReader.Text(text, Optional.empty());
    }

    /** The posts with their texts, as many as can be opened in time; the newest come first. */
    private List<PastPost> past(List<PostAnalysis> own, Instant until) {
        List<PastPost> past = new ArrayList<>(own.size());
        for (PostAnalysis post : own) {
            Published published = Published.of(post).orElseThrow();
            Optional<String> text =
                    clock.instant().isBefore(until)
                            ? post.text().flatMap(texts::open)
                            : Optional.empty();
            past.add(
                    new PastPost(
                            new Planned(
                                    published.account(),
                                    published.at(),
                                    text,
                                    form(published.format()),
                                    Optional.of(post.reading())),
                            published.responses()));
        }
        return past;
    }

    private static Planned.Form form(String format) {
        return switch (format) {
            case "picture" -> Planned.Form.PICTURE;
            case "clip" -> Planned.Form.CLIP;
            default -> Planned.Form.TEXT;
        };
    }
}
