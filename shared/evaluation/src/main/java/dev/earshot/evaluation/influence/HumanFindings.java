package dev.earshot.evaluation.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.statistics.Interval;
import dev.earshot.evaluation.DataFolder;
import dev.earshot.evaluation.DataMissingException;
import dev.earshot.evaluation.measure.Bootstrap;
import dev.earshot.evaluation.measure.Estimate;
import dev.earshot.evaluation.measure.Ranks;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.influence.evidence.Account;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * Compares scores with people's judgement of who is influential, and with accounts known to be
 * fake.
 */
public final class HumanFindings {
    private static final String PAIRS = "influencer_pairs_kaggle_peerindex.tsv.gz";
    private static final int SPLITS = 10;
    private static final DateTimeFormatter TWITTER =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ROOT);
    private static final DateTimeFormatter SHEET =
            DateTimeFormatter.ofPattern("M/d/yyyy H:mm", Locale.ROOT);

    private HumanFindings() {}

    /**
     * Pairs of accounts, of which people chose the more influential one.
     *
     * @param data the folder of the data sets
     * @throws DataMissingException if the data set is missing
     */
    public static List<Figure> pairs(Path data) throws IOException {
        return pairs(Table.read(DataFolder.need(data, PAIRS)));
    }

    /**
     * Genuine accounts and bought followers, as of 2015.
     *
     * @param data the folder of the data sets
     * @throws DataMissingException if the data set is missing
     */
    public static List<Figure> boughtFollowers(Path data) throws IOException {
        return accounts(data, "accounts_mib_genuine_vs_fake", "fake", "2015-01-01T00:00:00Z");
    }

    /**
     * Accounts of people and of bots, as of 2018.
     *
     * @param data the folder of the data sets
     * @throws DataMissingException if the data set is missing
     */
    public static List<Figure> bots(Path data) throws IOException {
        return accounts(data, "accounts_twitter_bots_jubins", "bot", "2018-01-01T00:00:00Z");
    }

    /**
     * Features are differences of the product's own components, fed with what the data state of
     * each account. The weights of the two are fitted here, on the training split only, and not
     * kept.
     */
    private static List<Figure> pairs(Table table) {
        int n = table.size();
        List<double[]> accounts = new ArrayList<>();
        for (String side : List.of("A_", "B_")) {
            for (int i = 0; i < n; i++) {
                accounts.add(
                        new double[] {
                            table.number(i, side + "follower_count"),
                            table.number(i, side + "mentions_received"),
                            table.number(i, side + "retweets_received")
                        });
            }
        }
        double[][] features = PairAccounts.features(accounts);
        double[][] rows = new double[n][2];
        double[] audience = new double[n];
        double[] followers = new double[n];
        boolean[] first = new boolean[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < 2; k++) {
                rows[i][k] = features[i][k] - features[n + i][k];
            }
            audience[i] = rows[i][1];
            followers[i] = accounts.get(i)[0] - accounts.get(n + i)[0];
            first[i] = table.number(i, "Choice") > .5;
        }
        return figures(rows, audience, followers, first);
    }

    private static List<Figure> figures(
            double[][] rows, double[] audience, double[] followers, boolean[] first) {
        int n = rows.length;
        double mean = 0;
        double low = 0;
        double high = 0;
        double alone = 0;
        double rule = 0;
        for (int split = 0; split < SPLITS; split++) {
            int[] order = shuffled(n, split);
            int cut = n * 7 / 10;
            int[] train = Arrays.copyOf(order, cut);
            int[] test = Arrays.copyOfRange(order, cut, n);
            Logistic model =
                    Logistic.fit(
                            Arrays.stream(train).mapToObj(i -> rows[i]).toArray(double[][]::new),
                            chosen(first, train),
                            3);
            double[] scores = Arrays.stream(test).mapToDouble(i -> model.logit(rows[i])).toArray();
            boolean[] truth = chosen(first, test);
            Estimate auc =
                    Bootstrap.standard()
                            .estimate(test.length, items -> Ranks.auc(scores, truth, items));
            mean += auc.value() / SPLITS;
            low += auc.interval().low() / SPLITS;
            high += auc.interval().high() / SPLITS;
            alone += Ranks.auc(audience, first, test) / SPLITS;
            rule += Ranks.auc(followers, first, test) / SPLITS;
        }
        return List.of(
                Figure.of(
                                "human judgement: AUC of engagement and audience",
                                n,
                                "pairs",
                                new Estimate(mean, new Interval(low, high)))
                        .on("30 % held out, mean of " + SPLITS + " splits")
                        .atLeast(.86),
                Figure.of("  audience alone: AUC", n, "pairs", alone),
                Figure.of("  by followers: AUC", n, "pairs", rule));
    }

    private static boolean[] chosen(boolean[] values, int[] items) {
        boolean[] chosen = new boolean[items.length];
        for (int i = 0; i < items.length; i++) {
            chosen[i] = values[items[i]];
        }
        return chosen;
    }

    private static int[] shuffled(int n, long seed) {
        var random = new SplittableRandom(seed);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static List<Figure> accounts(Path data, String name, String fakeLabel, String collected)
            throws IOException {
        Table table = Table.read(DataFolder.need(data, name + ".tsv.gz"));
        Instant asOf = Instant.parse(collected);
        int n = table.size();
        double[] doubt = new double[n];
        double[] rule = new double[n];
        boolean[] fake = new boolean[n];
        for (int i = 0; i < n; i++) {
            Account account =
                    new Account(
                            new AuthorRef(String.format("%032x", i)),
                            count(table.number(i, "followers_count")),
                            count(table.number(i, "friends_count")),
                            count(table.number(i, "statuses_count")),
                            created(table.text(i, "created_at")),
                            Optional.empty(),
                            Optional.empty());
            doubt[i] = -account.plausibility(asOf);
            rule[i] = (account.following().orElse(0) + 1.0) / (account.followers().orElse(0) + 1.0);
            fake[i] = table.text(i, "label").equals(fakeLabel);
        }
        Estimate own = Bootstrap.standard().estimate(n, items -> Ranks.auc(doubt, fake, items));
        Estimate ratio = Bootstrap.standard().estimate(n, items -> Ranks.auc(rule, fake, items));
        return List.of(
                Figure.of("fake accounts: AUC of plausibility", n, "accounts", own).on(name),
                Figure.of("  by following / followers: AUC", n, "accounts", ratio).on(name));
    }

    private static OptionalLong count(double value) {
        return Double.isNaN(value) || value < 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) value);
    }

    private static Optional<Instant> created(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, TWITTER).toInstant());
        } catch (DateTimeParseException e) {
            try {
                return Optional.of(LocalDateTime.parse(text, SHEET).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException again) {
                return Optional.empty();
            }
        }
    }
}
