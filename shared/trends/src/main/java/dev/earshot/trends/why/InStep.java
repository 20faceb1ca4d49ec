package dev.earshot.trends.why;

import dev.earshot.trends.episode.Explanation.Synchrony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether posts came in step: two accounts do so if they share the same content within a minute of
 * each other, at least {@value #LEAST_TIMES} times, and nearly whenever they share the same thing
 * at all. That is co-sharing as CooRTweet counts it (Righetti and Balluff 2023), with the second
 * condition so that news wires and a post that everybody repeats are not taken for it. Fans and
 * campaigns synchronise too: it is a property of the posts and no verdict on an account. Stateless.
 */
final class InStep {
    private static final long WINDOW_SECONDS = 60;
    private static final int LEAST_TIMES = 3;
    private static final double NEARLY_ALWAYS = 0.6;

    /** Fewer posts than this say nothing. */
    private static final int LEAST_POSTS = 20;

    /** From this share on, beyond what chance gives, an episode is called synchronised. */
    private static final double TELLING_SHARE = 0.1;

    /** Of one content, pairs further apart in the order of time than this are not compared. */
    private static final int MOST_NEIGHBOURS = 200;

    private static final long SEED = 17;

    private InStep() {}

    static Optional<Synchrony> of(Collection<Traits> posts) {
        if (posts.size() < LEAST_POSTS) {
            return Optional.empty();
        }
        List<Traits> ordered = new ArrayList<>(posts);
        ordered.sort(
                Comparator.comparing(Traits::createdAt)
                        .thenComparing(post -> post.id().toString()));
        double share = share(ordered);
        List<Instant> times = new ArrayList<>(ordered.stream().map(Traits::createdAt).toList());
        Collections.shuffle(times, new Random(SEED));
        List<Traits> shuffled = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            Traits post = ordered.get(i);
            shuffled.add(
                    new Traits(
                            post.id(),
                            times.get(i),
                            post.author(),
                            post.marks(),
                            post.content(),
                            post.reach()));
        }
        shuffled.sort(Comparator.comparing(Traits::createdAt));
        double expected = share(shuffled);
        return Optional.of(new Synchrony(share, expected, share - expected >= TELLING_SHARE));
    }

    /** Share of the posts whose account shares their content in step with another. */
    private static double share(List<Traits> ordered) {
        return (double) members(ordered).size() / ordered.size();
    }

    /** Places of the posts that stand in step. */
    static Set<Integer> members(List<Traits> ordered) {
        Map<String, List<Integer>> byContent = new HashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            Traits post = ordered.get(i);
            int place = i;
            if (post.author().isPresent()) {
                post.content()
                        .ifPresent(
                                content ->
                                        byContent
                                                .computeIfAbsent(content, c -> new ArrayList<>())
                                                .add(place));
            }
        }
        Map<Pair, Integer> inStep = new HashMap<>();
        Map<Pair, Integer> both = new HashMap<>();
        byContent.values().forEach(places -> count(ordered, places, inStep, both));
        var together = new HashSet<Pair>();
        inStep.forEach(
                (pair, times) -> {
                    if (times >= LEAST_TIMES
                            && times >= NEARLY_ALWAYS * both.getOrDefault(pair, times)) {
                        together.add(pair);
                    }
                });
        var members = new TreeSet<Integer>();
        byContent.values().forEach(places -> collect(ordered, places, together, members));
        return members;
    }

    private static void count(
            List<Traits> ordered,
            List<Integer> places,
            Map<Pair, Integer> inStep,
            Map<Pair, Integer> both) {
        var close = new HashSet<Pair>();
        var any = new HashSet<Pair>();
        for (int i = 0; i < places.size(); i++) {
            Traits first = ordered.get(places.get(i));
            int most = Math.min(places.size(), i + 1 + MOST_NEIGHBOURS);
            for (int j = i + 1; j < most; j++) {
                Traits second = ordered.get(places.get(j));
                Pair pair = Pair.of(first, second);
                if (!pair.isOne()) {
                    any.add(pair);
                    if (seconds(first, second) <= WINDOW_SECONDS) {
                        close.add(pair);
                    }
                }
            }
        }
        any.forEach(pair -> both.merge(pair, 1, Integer::sum));
        close.forEach(pair -> inStep.merge(pair, 1, Integer::sum));
    }

    private static void collect(
            List<Traits> ordered, List<Integer> places, Set<Pair> together, Set<Integer> members) {
        for (int i = 0; i < places.size(); i++) {
            Traits first = ordered.get(places.get(i));
            int most = Math.min(places.size(), i + 1 + MOST_NEIGHBOURS);
            for (int j = i + 1; j < most; j++) {
                Traits second = ordered.get(places.get(j));
                if (seconds(first, second) > WINDOW_SECONDS) {
                    break;
                }
                if (together.contains(Pair.of(first, second))) {
                    members.add(places.get(i));
                    members.add(places.get(j));
                }
            }
        }
    }

    private static long seconds(Traits first, Traits second) {
        return second.createdAt().getEpochSecond() - first.createdAt().getEpochSecond();
    }

    /** Two accounts, the lesser name first. */
    private record Pair(String first, String second) {
        static Pair of(Traits one, Traits other) {
            String a = one.author().orElse("");
            String b = other.author().orElse("");
            return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
        }

        boolean isOne() {
            return first.equals(second);
        }
    }
}
