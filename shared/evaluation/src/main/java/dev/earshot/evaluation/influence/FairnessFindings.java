package dev.earshot.evaluation.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.evaluation.influence.world.Creator;
import dev.earshot.evaluation.influence.world.RawAccount;
import dev.earshot.evaluation.influence.world.RawPost;
import dev.earshot.evaluation.influence.world.World;
import dev.earshot.evaluation.measure.Ranks;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.influence.Receipt;
import dev.earshot.influence.score.InfluencerScore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Measures whether alignment finds the right authors, whether language and name leave ranks alone,
 * and whether receipts add up.
 */
public final class FairnessFindings {
    private static final int BRANDS = 10;

    private FairnessFindings() {}

    /** Mean reciprocal rank of the first author who writes about the brand's values. */
    public static List<Figure> alignment(int authors) {
        Planted planted = Planted.of(4_000, new World.Setup(authors, 300, .6, 0, false), true);
        List<Creator> creators = planted.world().creators();
        double own = 0;
        double other = 0;
        double random = 0;
        for (int brand = 0; brand < BRANDS; brand++) {
            int topic = brand;
            double[] values =
                    creators.stream()
                            .mapToDouble(
                                    c ->
                                            planted.score(c.account().ref(), topic)
                                                    .component(
                                                            dev.earshot.influence.score.Component
                                                                    .Name.ALIGNMENT)
                                                    .value())
                            .toArray();
            own += reciprocalRank(values, creators, topic) / BRANDS;
            other += reciprocalRank(values, creators, (topic + 1) % BRANDS) / BRANDS;
            random += randomRank(authors, authors / BRANDS) / BRANDS;
        }
        return List.of(
                Figure.of("alignment, 10 brands: MRR of their authors", authors, "authors", own)
                        .aimedAt(">= 3 x random", own >= 3 * random)
                        .beside(
                                String.format(
                                        Locale.ROOT,
                                        "random %.3f; another brand's authors %.3f",
                                        random,
                                        other)));
    }

    /** Reciprocal rank of the first of a topic's authors; ties share their mean rank. */
    private static double reciprocalRank(double[] values, List<Creator> creators, int topic) {
        double best = 0;
        for (int i = 0; i < values.length; i++) {
            if (creators.get(i).topic() == topic) {
                int above = 0;
                for (double value : values) {
                    above += value > values[i] ? 1 : 0;
                }
                int ties = 0;
                for (double value : values) {
                    ties += value == values[i] ? 1 : 0;
                }
                best = Math.max(best, 1 / (above + (ties + 1) / 2.0));
            }
        }
        return best;
    }

    private static double randomRank(int authors, int relevant) {
        double expected = 0;
        double none = 1;
        for (int rank = 1; rank <= authors - relevant + 1; rank++) {
            double here = (double) relevant / (authors - rank + 1);
            expected += none * here / rank;
            none *= 1 - here;
        }
        return expected;
    }

    /** Shift in ranks when languages are permuted, and when every account gets another name. */
    public static List<Figure> permutations(World.Setup setup) {
        World world = World.of(4_100, setup, dev.earshot.core.post.Platform.X, false);
        Planted plain = new Planted(world);
        List<AuthorRef> creators = world.creators().stream().map(c -> c.account().ref()).toList();
        double[] before = scores(plain.workspace(), plain, creators);
        Map<AuthorRef, String> languages = dealt(world, new SplittableRandom(7));
        PlantedHistories tagged =
                new PlantedHistories(
                        world.platform(),
                        world.posts().stream()
                                .map(
                                        p ->
                                                p.tagged(
                                                        languages.getOrDefault(
                                                                p.author(), p.language())))
                                .toList(),
                        retagged(world, languages),
                        creators,
                        World.end());
        double[] otherLanguage = scores(tagged, plain, creators);
        double noise = largestShift(before, scoresOfHalf(world, plain, creators));
        double language = largestShift(before, otherLanguage);
        Map<AuthorRef, AuthorRef> names = renamed(world, new SplittableRandom(8));
        PlantedHistories anonymous =
                new PlantedHistories(
                        world.platform(),
                        world.posts().stream().map(p -> named(p, names)).toList(),
                        renamedAccounts(world, names),
                        creators.stream().map(c -> names.getOrDefault(c, c)).toList(),
                        World.end());
        double[] otherName =
                scores(
                        anonymous,
                        plain,
                        creators.stream().map(c -> names.getOrDefault(c, c)).toList());
        double name = largestShift(before, otherName);
        String comparison =
                String.format(Locale.ROOT, "dropping one post in ten: up to %.0f", noise);
        return List.of(
                Figure.of(
                                "fairness, languages permuted: largest shift in rank",
                                creators.size(),
                                "authors",
                                language)
                        .aimedAt("within noise", language <= noise)
                        .beside(comparison),
                Figure.of(
                                "fairness, names permuted: largest shift in rank",
                                creators.size(),
                                "authors",
                                name)
                        .aimedAt("within noise", name <= noise)
                        .beside(comparison));
    }

    private static double[] scores(
            PlantedHistories workspace, Planted planted, List<AuthorRef> creators) {
        var scorer = workspace.scorer(planted.brands());
        return creators.stream()
                .mapToDouble(c -> workspace.score(scorer, c, planted.brands().getFirst()).score())
                .toArray();
    }

    private static double[] scoresOfHalf(World world, Planted planted, List<AuthorRef> creators) {
        var random = new SplittableRandom(9);
        List<RawPost> kept = world.posts().stream().filter(p -> random.nextDouble() < .9).toList();
        return scores(
                new PlantedHistories(
                        world.platform(), kept, world.accounts(), creators, World.end()),
                planted,
                creators);
    }

    private static double largestShift(double[] one, double[] other) {
        double[] a = Ranks.of(one);
        double[] b = Ranks.of(other);
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }

    private static Map<AuthorRef, String> dealt(World world, SplittableRandom random) {
        String[] tags = {"en", "es", "hi", "ja", "ar", "und"};
        var languages = new HashMap<AuthorRef, String>();
        world.accounts().keySet().forEach(a -> languages.put(a, tags[random.nextInt(tags.length)]));
        return languages;
    }

    private static Map<AuthorRef, RawAccount> retagged(
            World world, Map<AuthorRef, String> languages) {
        var accounts = new HashMap<AuthorRef, RawAccount>();
        world.accounts()
                .forEach(
                        (ref, a) ->
                                accounts.put(
                                        ref,
                                        new RawAccount(
                                                ref,
                                                a.followers(),
                                                a.following(),
                                                a.posts(),
                                                a.createdAt(),
                                                languages.getOrDefault(ref, a.language()))));
        return accounts;
    }

    private static Map<AuthorRef, AuthorRef> renamed(World world, SplittableRandom random) {
        List<AuthorRef> sorted =
                new ArrayList<>(
                        world.accounts().keySet().stream()
                                .sorted(java.util.Comparator.comparing(AuthorRef::pseudonym))
                                .toList());
        var names = new HashMap<AuthorRef, AuthorRef>();
        for (AuthorRef ref : sorted) {
            names.put(
                    ref,
                    new AuthorRef(
                            String.format("%016x%016x", random.nextLong(), random.nextLong())));
        }
        return names;
    }

    private static RawPost named(RawPost post, Map<AuthorRef, AuthorRef> names) {
        return new RawPost(
                post.id(),
                names.getOrDefault(post.author(), post.author()),
                post.createdAt(),
                post.text(),
                post.reference(),
                post.likes(),
                post.replies(),
                post.reposts(),
                post.quotes(),
                post.views(),
                post.followers(),
                post.following(),
                post.language(),
                post.sentiment(),
                post.brands());
    }

    private static Map<AuthorRef, RawAccount> renamedAccounts(
            World world, Map<AuthorRef, AuthorRef> names) {
        var accounts = new HashMap<AuthorRef, RawAccount>();
        world.accounts()
                .forEach(
                        (ref, a) -> {
                            AuthorRef name = names.getOrDefault(ref, ref);
                            accounts.put(
                                    name,
                                    new RawAccount(
                                            name,
                                            a.followers(),
                                            a.following(),
                                            a.posts(),
                                            a.createdAt(),
                                            a.language()));
                        });
        return accounts;
    }

    /**
     * Deletes posts that a receipt lists, rebuilds everything from the remaining raw posts, and
     * compares the new score with the one that the receipt predicts.
     */
    public static List<Figure> receipts(World.Setup setup, int authors) {
        World world = World.of(4_200, setup, dev.earshot.core.post.Platform.X, false);
        Planted plain = new Planted(world);
        double largest = 0;
        int checked = 0;
        for (Creator creator : world.creators().subList(0, authors)) {
            AuthorRef author = creator.account().ref();
            var brand = plain.brands().get(creator.topic());
            InfluencerScore whole = plain.score(author, creator.topic());
            List<Receipt> receipts =
                    plain.scorer()
                            .receipts(
                                    plain.workspace().evidence(author, brand), brand, World.end());
            for (Receipt receipt : receipts.subList(0, Math.min(2, receipts.size()))) {
                PlantedHistories without = without(world, receipt.post());
                InfluencerScore rest =
                        plain.scorer()
                                .score(
                                        without.evidenceAs(author, brand, plain.workspace()),
                                        brand,
                                        World.end());
                largest =
                        Math.max(largest, Math.abs(whole.score() - rest.score() - receipt.worth()));
                checked++;
            }
        }
        return List.of(
                Figure.of(
                                "receipts: largest error of a score predicted without a post",
                                checked,
                                "receipts",
                                largest)
                        .aimedAt("< 1e-9", largest < 1e-9));
    }

    private static PlantedHistories without(World world, PostId dropped) {
        return new PlantedHistories(
                world.platform(),
                world.posts().stream().filter(p -> !p.id().equals(dropped)).toList(),
                world.accounts(),
                world.creators().stream().map(c -> c.account().ref()).toList(),
                World.end());
    }
}
