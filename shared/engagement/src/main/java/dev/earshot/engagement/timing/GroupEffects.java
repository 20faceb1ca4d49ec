package dev.earshot.engagement.timing;

import dev.earshot.core.statistics.Interval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Compares groups of posts. The p-value of a group comes from {@value #SHUFFLES} shuffles of the
 * posts within each account and week, each judged by the largest statistic of all groups (Westfall
 * and Young 1993, the maximum of t): it holds over all groups together and needs no law of the
 * responses. Effects are shrunk by the variance between groups (a normal prior, its variance by
 * moments). Deterministic, stateless.
 */
final class GroupEffects {
    static final int SHUFFLES = 999;

    private static final double Z = 1.959963984540054;
    private static final long WEEK_SECONDS = 7 * 86_400L;
    private static final long SEED = 19;

    private final double[] values;
    private final int[][] groups;
    private final int[] sizes;
    private final double deviation;

    private GroupEffects(double[] values, int[][] groups, int[] sizes, double deviation) {
        this.values = values;
        this.groups = groups;
        this.sizes = sizes;
        this.deviation = deviation;
    }

    /**
     * The effects of all groups with enough posts, the best first.
     *
     * @param of the groups of a post, perhaps several
     * @param least posts that a group must have
     */
    static List<Effect> of(Surplus surplus, Function<Published, List<String>> of, int least) {
        Map<String, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < surplus.posts().size(); i++) {
            for (String group : of.apply(surplus.posts().get(i))) {
                members.computeIfAbsent(group, key -> new ArrayList<>()).add(i);
            }
        }
        members.values().removeIf(places -> places.size() < least);
        double deviation = surplus.deviation();
        if (members.isEmpty() || deviation == 0) {
            return List.of();
        }
        List<String> names = List.copyOf(members.keySet());
        int[][] groups =
                members.values().stream()
                        .map(places -> places.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
        int[] sizes = Arrays.stream(groups).mapToInt(group -> group.length).toArray();
        return new GroupEffects(surplus.values(), groups, sizes, deviation)
                .effects(names, blocks(surplus.posts()));
    }

    private List<Effect> effects(List<String> names, List<int[]> blocks) {
        double[] observed = statistics(values);
        int[] asGood = new int[observed.length];
        SplittableRandom random = new SplittableRandom(SEED);
        double[] shuffled = values.clone();
        for (int round = 0; round < SHUFFLES; round++) {
            for (int[] block : blocks) {
                shuffle(shuffled, block, random);
            }
            double largest = Arrays.stream(statistics(shuffled)).map(Math::abs).max().orElse(0);
            for (int g = 0; g < observed.length; g++) {
                asGood[g] += largest >= Math.abs(observed[g]) ? 1 : 0;
            }
        }
        double between = between(observed);
        List<Effect> effects = new ArrayList<>();
        for (int g = 0; g < observed.length; g++) {
            double error = deviation / Math.sqrt(sizes[g]);
            double trust = between / (between + error * error);
            double mean = observed[g] * error * trust;
            double half = Z * error * Math.sqrt(trust);
            effects.add(
                    new Effect(
                            names.get(g),
                            sizes[g],
                            Math.expm1(mean),
                            new Interval(Math.expm1(mean - half), Math.expm1(mean + half)),
                            (1.0 + asGood[g]) / (SHUFFLES + 1)));
        }
        effects.sort((one, other) -> Double.compare(other.rise(), one.rise()));
        return effects;
    }

    private double[] statistics(double[] of) {
        double[] statistics = new double[groups.length];
        for (int g = 0; g < groups.length; g++) {
            double sum = 0;
            for (int place : groups[g]) {
                sum += of[place];
            }
            statistics[g] = sum / sizes[g] / (deviation / Math.sqrt(sizes[g]));
        }
        return statistics;
    }

    /** Variance of the groups' true means, by moments; never below a hundredth of the posts'. */
    private double between(double[] observed) {
        double sum = 0;
        for (int g = 0; g < observed.length; g++) {
            double error = deviation / Math.sqrt(sizes[g]);
            sum += (observed[g] * observed[g] - 1) * error * error;
        }
        return Math.max(deviation * deviation / 100, sum / observed.length);
    }

    /** Posts of one account in one week change places with one another alone. */
    private static List<int[]> blocks(List<Published> posts) {
        Map<String, List<Integer>> blocks = new HashMap<>();
        for (int i = 0; i < posts.size(); i++) {
            Instant at = posts.get(i).at();
            blocks.computeIfAbsent(
                            posts.get(i).account()
                                    + " "
                                    + Math.floorDiv(at.getEpochSecond(), WEEK_SECONDS),
                            key -> new ArrayList<>())
                    .add(i);
        }
        return blocks.values().stream()
                .map(places -> places.stream().mapToInt(Integer::intValue).toArray())
                .sorted((one, other) -> Integer.compare(one[0], other[0]))
                .toList();
    }

    private static void shuffle(double[] of, int[] places, SplittableRandom random) {
        for (int i = places.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = of[places[i]];
            of[places[i]] = of[places[j]];
            of[places[j]] = kept;
        }
    }
}
