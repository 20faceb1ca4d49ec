package dev.earshot.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.evidence.WeighedPosts;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.statistics.Normal;
import dev.earshot.influence.statistics.Robust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of what an author writes is about the brand's topic, compared with the creators of the
 * same language: words and picture labels, weighed by how typical they are of creators who speak of
 * the brand ({@link Lexicon}). The published words of the brand count only while nothing else is
 * known of a topic, and then lift nobody far; a post that lists them counts for nothing. A language
 * in which nobody speaks of the brand can't be judged: that widens the interval and lowers nothing.
 * Unsafe pictures and what the brand rejects take off a share. Replies and reposts do not count,
 * since they follow someone else's topic. The interval comes from the spread between posts; with
 * few posts the fit is drawn towards that of the language's middle. Immutable, thread-safe.
 */
public final class AlignmentComponent {

    private final BrandProfile brand;
    private final Population population;
    private final Map<String, Language> languages = new HashMap<>();

    /**
     * What is usual in one language.
     *
     * @param creators those that the language's mean and spread rest on
     * @param full the fit of the middle of those who speak of the brand
     * @param mean of ln fit over the creators
     * @param sigma its spread
     */
    private record Language(
            Lexicon lexicon, int creators, double middle, double full, double mean, double sigma) {
        double log(double fit) {
            return Math.log(Constants.ALIGNMENT_FLOOR + fit / full);
        }

        double z(double fit) {
            return (log(fit) - mean) / sigma;
        }

        /** What anyone can write says little: published words alone lift nobody far. */
        double bounded(double z) {
            return lexicon.isLearned() ? z : Math.min(z, Constants.ALIGNMENT_UNLEARNED_MOST);
        }

        /**
         * Standard error of {@link #z} because the mean and the spread of few creators are known
         * badly, so that a rare language says less and not worse.
         */
        double error(double z) {
            return Math.sqrt((1 + z * z / 2) / creators);
        }
    }

    AlignmentComponent(BrandProfile brand, Population population) {
        this.brand = brand;
        this.population = population;
        var byLanguage = new HashMap<String, List<AuthorSummary>>();
        for (AuthorSummary member : population.members()) {
            byLanguage.computeIfAbsent(member.language(), l -> new ArrayList<>()).add(member);
        }
        byLanguage.forEach((language, members) -> learn(language, members));
    }

    private void learn(String language, List<AuthorSummary> members) {
        var lexicon = new Lexicon(brand, members, population);
        if (!lexicon.isKnown()) {
            return;
        }
        double[] fits =
                members.stream().mapToDouble(m -> lexicon.fit(m.topics(), m.author())).toArray();
        double[] speaking =
                members.stream()
                        .filter(m -> lexicon.isSpeaker(m.author()))
                        .mapToDouble(m -> lexicon.fit(m.topics(), m.author()))
                        .toArray();
        double full = Robust.median(speaking);
        if (!(full > 0)) {
            return;
        }
        double mean = 0;
        double squares = 0;
        for (double fit : fits) {
            double log = Math.log(Constants.ALIGNMENT_FLOOR + fit / full);
            mean += log / fits.length;
            squares += log * log / fits.length;
        }
        double sigma = Math.sqrt(Math.max(0, squares - mean * mean));
        languages.put(
                language,
                new Language(
                        lexicon,
                        members.size(),
                        Robust.median(fits),
                        full,
                        mean,
                        Math.max(Constants.ALIGNMENT_MIN_SPREAD, sigma)));
    }

    private record Scored(PostFacts post, double weight, double fit) {}

    Component of(AuthorHistory history, AuthorSummary summary, ScoreTable table, Instant asOf) {
        List<PostFacts> own =
                WeighedPosts.window(history, table, asOf).stream()
                        .filter(post -> post.kind() == PostFacts.Kind.ORIGINAL)
                        .filter(post -> !post.topics().isEmpty())
                        .toList();
        if (own.isEmpty()) {
            return ScoreText.unknown(
                    Component.Name.ALIGNMENT, "no original posts with words or picture labels");
        }
        Language language = languages.get(summary.language());
        if (language == null) {
            return ScoreText.unknown(
                    Component.Name.ALIGNMENT,
                    "too few creators who write in this language ("
                            + (summary.language().isEmpty() ? "unknown" : summary.language())
                            + ") speak of the brand to judge the fit");
        }
        AuthorRef author = summary.author();
        List<Scored> posts =
                own.stream()
                        .map(
                                post ->
                                        new Scored(
                                                post,
                                                WeighedPosts.halfLifeWeight(
                                                        post.createdAt(), table, asOf),
                                                language.lexicon()
                                                        .fitOfPost(post.topics(), author)))
                        .toList();
        double few = Constants.ALIGNMENT_FEW_POSTS;
        // Post by post, so that what is added to a post takes no room from the other words.
        double mean = posts.stream().mapToDouble(Scored::fit).sum() / posts.size();
        double fit = (mean * posts.size() + language.middle() * few) / (posts.size() + few);
        double error = error(posts, language.full());
        double kept = kept(history, own, summary);
        double z = language.bounded(language.z(fit));
        double doubt =
                Normal.Z90 * language.error(z)
                        + (language.lexicon().isLearned() ? 0 : Constants.ALIGNMENT_UNLEARNED);
        double low = Math.min(z, language.z(Math.max(0, fit - Normal.Z90 * error))) - doubt;
        double high = language.z(fit + Normal.Z90 * error) + doubt;
        return ScoreText.component(
                Component.Name.ALIGNMENT,
                table,
                100 * Normal.cumulative(z) * kept,
                100 * Normal.cumulative(low) * kept,
                100 * Normal.cumulative(high) * kept,
                reasons(language, fit, kept),
                evidence(posts));
    }

    private List<String> reasons(Language language, double fit, double kept) {
        var reasons = new ArrayList<String>();
        reasons.add(
                "writes "
                        + ScoreText.percent(fit / language.full())
                        + " as much about the brand's topic as the middle of "
                        + language.lexicon().speakers()
                        + " creators who speak of it in the same language");
        if (!language.lexicon().isLearned()) {
            reasons.add("judged by the brand's own words alone, since few speak of it yet");
        }
        if (kept < 1) {
            reasons.add(
                    "less "
                            + ScoreText.percent(1 - kept)
                            + " for unsafe pictures or for what the brand rejects");
        }
        return reasons;
    }

    /**
     * Standard error of the fit: the posts' spread, with that of two posts at the usual distance.
     */
    private static double error(List<Scored> posts, double full) {
        double weights = 0;
        double squares = 0;
        double mean = 0;
        for (Scored post : posts) {
            weights += post.weight();
            squares += post.weight() * post.weight();
            mean += post.weight() * post.fit();
        }
        mean /= weights;
        double variance = 0;
        for (Scored post : posts) {
            double distance = post.fit() - mean;
            variance += post.weight() * distance * distance / weights;
        }
        double effective = weights * weights / squares;
        double more = Constants.ALIGNMENT_SPREAD_POSTS;
        return Math.sqrt(
                (variance * effective + more * full * full) / (effective + more) / effective);
    }

    private static List<dev.earshot.core.post.PostId> evidence(List<Scored> posts) {
        return posts.stream()
                .filter(post -> post.fit() > 0)
                .sorted(
                        Comparator.comparingDouble((Scored post) -> -post.weight() * post.fit())
                                .thenComparing(post -> post.post().id().toString()))
                .limit(ScoreTable.EVIDENCE)
                .map(post -> post.post().id())
                .toList();
    }

    /** The share that remains after unsafe pictures and what the brand rejects. */
    private double kept(AuthorHistory history, List<PostFacts> posts, AuthorSummary summary) {
        double unsafe = posts.stream().filter(PostFacts::unsafe).count();
        // Pictures are read later than their posts, so some are known only from the daily counts.
        double unsafeByDay = history.days().stream().mapToDouble(AuthorDay::unsafePosts).sum();
        double share = Math.max(unsafe, Math.min(unsafeByDay, posts.size())) / posts.size();
        double alike = summary.topics().cosine(brand.rejected(), population::importance);
        return (1 - Math.min(Constants.ALIGNMENT_UNSAFE_MAX, Constants.ALIGNMENT_UNSAFE * share))
                * (1
                        - Math.min(
                                Constants.ALIGNMENT_REJECTED_MAX,
                                Constants.ALIGNMENT_REJECTED * alike));
    }
}
