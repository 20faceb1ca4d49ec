package dev.earshot.trends.why;

import dev.earshot.core.post.PostId;
import dev.earshot.core.statistics.Interval;
import dev.earshot.core.statistics.Share;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.episode.Explanation.Cause;
import dev.earshot.trends.episode.Explanation.Synchrony;
import dev.earshot.trends.why.Traits.Mark;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Explains an episode: of the posts beyond the expected number, which share has this word, link,
 * language and so on, beyond what these usually have. Only what is at least {@value #LIFT} times as
 * frequent as before, in posts of at least {@value #LEAST_AUTHORS} authors, is named. Stateless.
 */
public final class Why {
    private static final Duration BEFORE = Duration.ofDays(7);
    private static final double LIFT = 1.5;
    private static final int LEAST_AUTHORS = 5;
    private static final double LEAST_SHARE = 0.1;
    private static final int MOST_OF_A_KIND = 3;
    private static final double PRIOR_POSTS = 20;
    private static final int NAMED = 3;

    /** Kinds of causes that say what the posts are about, and of these at most so many in words. */
    private static final Set<String> SUBJECTS = Set.of("term", "hashtag", "link", "repost");

    private static final int NAMED_SUBJECTS = 2;

    private Why() {}

    /**
     * The reason of an episode.
     *
     * @param end of the episode, or the present
     * @param posts all that are known of the series, of the episode and of the week before it;
     *     others are passed over
     */
    public static Explanation of(Episode episode, Instant end, Collection<Traits> posts) {
        List<Traits> during = new ArrayList<>();
        List<Traits> before = new ArrayList<>();
        Instant from = episode.start().minus(BEFORE);
        for (Traits post : posts) {
            if (post.createdAt().isBefore(end) && !post.createdAt().isBefore(from)) {
                (post.createdAt().isBefore(episode.start()) ? before : during).add(post);
            }
        }
        if (during.isEmpty()) {
            return Explanation.NONE;
        }
        during.sort(Comparator.comparing(Traits::createdAt).thenComparing(p -> p.id().toString()));
        double expected = during.size() / Math.max(1, episode.ratio().value());
        List<Cause> causes = causes(during, before, expected);
        Optional<Synchrony> synchrony = InStep.of(during);
        return new Explanation(
                causes, telling(during, causes), synchrony, words(causes, synchrony));
    }

    private static List<Cause> causes(List<Traits> during, List<Traits> before, double expected) {
        Map<Mark, Integer> now = counts(during);
        Map<Mark, Integer> earlier = counts(before);
        Map<Mark, Set<String>> authors = authors(during);
        double excess = Math.max(1, during.size() - expected);
        List<Cause> all = new ArrayList<>();
        now.forEach(
                (mark, count) -> {
                    double share = (double) count / during.size();
                    double usual = earlier.getOrDefault(mark, 0) / (before.size() + PRIOR_POSTS);
                    double part = (count - usual * expected) / excess;
                    if (share >= LIFT * Math.max(usual, atMost(earlier.get(mark), before.size()))
                            && part >= LEAST_SHARE
                            && authors.getOrDefault(mark, Set.of()).size() >= LEAST_AUTHORS) {
                        all.add(new Cause(mark.kind(), cut(mark.name()), Math.min(1, part)));
                    }
                });
        newcomers(during, before, expected, excess).ifPresent(all::add);
        all.sort(
                Comparator.comparingDouble(Cause::share)
                        .reversed()
                        .thenComparing(cause -> -cause.name().length())
                        .thenComparing(Cause::name));
        return varied(all);
    }

    /**
     * How usual a mark may have been, with 95 % confidence: after a short past, a common word that
     * happened to be rare in it is no news. 0 if there is no past.
     */
    private static double atMost(@Nullable Integer count, int posts) {
        return new Share(count == null ? 0 : count, posts)
                .interval()
                .map(Interval::high)
                .orElse(0.0);
    }

    /** At most a few of each kind, and no word that stands in a pair of words already named. */
    private static List<Cause> varied(List<Cause> sorted) {
        List<Cause> chosen = new ArrayList<>();
        for (Cause cause : sorted) {
            long same = chosen.stream().filter(c -> c.kind().equals(cause.kind())).count();
            boolean told =
                    chosen.stream()
                            .anyMatch(
                                    c ->
                                            c.kind().equals(cause.kind())
                                                    && (" " + c.name() + " ")
                                                            .contains(" " + cause.name() + " "));
            if (same < MOST_OF_A_KIND && !told) {
                chosen.add(cause);
            }
        }
        return chosen;
    }

    private static Optional<Cause> newcomers(
            List<Traits> during, List<Traits> before, double expected, double excess) {
        var known = new HashSet<String>();
        before.forEach(post -> post.author().ifPresent(known::add));
        long fresh =
                during.stream()
                        .filter(post -> post.author().filter(a -> !known.contains(a)).isPresent())
                        .count();
        if (known.size() < LEAST_AUTHORS) {
            return Optional.empty();
        }
        double part = (fresh - expected / 2) / excess;
        return part < LEAST_SHARE
                ? Optional.empty()
                : Optional.of(
                        new Cause(
                                "author_group",
                                "accounts that had not posted about it in the week before",
                                Math.min(1, part)));
    }

    private static Map<Mark, Integer> counts(List<Traits> posts) {
        Map<Mark, Integer> counts = new HashMap<>();
        posts.forEach(post -> post.marks().forEach(mark -> counts.merge(mark, 1, Integer::sum)));
        return counts;
    }

    private static Map<Mark, Set<String>> authors(List<Traits> posts) {
        Map<Mark, Set<String>> authors = new HashMap<>();
        for (Traits post : posts) {
            // Where no author is known, each post stands for one.
            String author = post.author().orElse(post.id().toString());
            for (Mark mark : post.marks()) {
                Set<String> of = authors.computeIfAbsent(mark, m -> new HashSet<>());
                if (of.size() < LEAST_AUTHORS) {
                    of.add(author);
                }
            }
        }
        return authors;
    }

    /** Posts that have most of the causes, first by reach; no two of the same content. */
    private static List<PostId> telling(List<Traits> during, List<Cause> causes) {
        Set<Mark> named = new HashSet<>();
        causes.forEach(cause -> named.add(new Mark(cause.kind(), cause.name())));
        List<Traits> sorted = new ArrayList<>(during);
        sorted.sort(
                Comparator.comparingLong((Traits post) -> hits(post, named))
                        .reversed()
                        .thenComparing(Comparator.comparingLong(Traits::reach).reversed())
                        .thenComparing(Traits::createdAt));
        var seen = new HashSet<String>();
        return sorted.stream()
                .filter(post -> post.content().map(seen::add).orElse(true))
                .limit(Explanation.MAX_POSTS)
                .map(Traits::id)
                .toList();
    }

    private static long hits(Traits post, Set<Mark> named) {
        return post.marks().stream().filter(named::contains).count();
    }

    private static String words(List<Cause> causes, Optional<Synchrony> synchrony) {
        List<String> parts = new ArrayList<>();
        named(causes).forEach(cause -> parts.add(words(cause)));
        String reasons =
                parts.isEmpty()
                        ? "The posts beyond the usual have no word, link or source in common."
                        : "Of the posts beyond the usual, " + String.join(", ", parts) + ".";
        return reasons + synchrony.map(Why::words).orElse("");
    }

    /** First what the posts are about, then who writes them and how. */
    private static List<Cause> named(List<Cause> causes) {
        List<Cause> named =
                new ArrayList<>(
                        causes.stream()
                                .filter(cause -> SUBJECTS.contains(cause.kind()))
                                .limit(NAMED_SUBJECTS)
                                .toList());
        causes.stream()
                .filter(cause -> !SUBJECTS.contains(cause.kind()))
                .limit(NAMED - named.size())
                .forEach(named::add);
        return named;
    }

    private static String words(Cause cause) {
        String what =
                switch (cause.kind()) {
                    case "term" -> "have '" + cause.name() + "'";
                    case "hashtag" -> "have #" + cause.name();
                    case "link" -> "link to " + cause.name();
                    case "repost" -> "repeat or quote the post " + cause.name();
                    case "platform" -> "are on " + cause.name();
                    case "language" -> "are in '" + cause.name() + "'";
                    case "author_group" -> "are of " + cause.name();
                    default -> "are " + cause.name();
                };
        return percent(cause.share()) + " " + what;
    }

    private static String words(Synchrony synchrony) {
        String figures =
                percent(synchrony.share())
                        + " of the posts share the same content within 60 seconds of each other,"
                        + " again and again, where "
                        + percent(synchrony.expected())
                        + " were expected.";
        return synchrony.synchronised()
                ? " They came in step: " + figures + " Fans, news wires and campaigns do so too."
                : " Nothing says that they came in step: " + figures;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String cut(String name) {
        return name.length() <= 300 ? name : name.substring(0, 300);
    }
}
