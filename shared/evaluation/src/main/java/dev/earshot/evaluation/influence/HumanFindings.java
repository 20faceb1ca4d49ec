package dev.earshot.evaluation.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.statistics.Interval;
import dev.earshot.evaluation.DataFolder;
import dev.earshot.evaluation.measure.Bootstrap;
import dev.earshot.evaluation.measure.Estimate;
import dev.earshot.evaluation.measure.Ranks;
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
    private static final String[] FEATURES = {
        "follower_count", "following_count", "listed_count", "mentions_received",
                "retweets_received",
        "mentions_sent", "retweets_sent", "posts", "network_feature_1", "network_feature_2",
        "network_feature_3"
    };
    private static final int SPLITS = 10;
    private static final DateTimeFormatter TWITTER =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ROOT);
    private static final DateTimeFormatter SHEET =
            DateTimeFormatter.ofPattern("M/d/yyyy H:mm", Locale.ROOT);

    private HumanFindings() {}

    public static List<Finding> run(Path data) throws IOException {
        var findings = new ArrayList<Finding>();
        Optional<Path> pairs = DataFolder.find(data, PAIRS);
        if (pairs.isPresent()) {
            findings.addAll(pairs(Table.read(pairs.get())));
        } else {
            findings.add(
                    Finding.note(
                            "human judgement of pairs",
                            "skipped: " + DataFolder.missing(data, PAIRS),
                            ""));
        }
        for (String[] set :
                new String[][] {
                    {
                        "accounts_mib_genuine_vs_fake.tsv.gz",
                        "fake",
                        "2015-01-01T00:00:00Z",
                        "friends_count"
                    },
                    {
                        "accounts_twitter_bots_jubins.tsv.gz",
                        "bot",
                        "2018-01-01T00:00:00Z",
                        "friends_count"
                    }
                }) {
            Optional<Path> file = DataFolder.find(data, set[0]);
            findings.addAll(
                    file.isPresent()
                            ? accounts(
                                    set[0],
                                    Table.read(file.get()),
                                    set[1],
                                    Instant.parse(set[2]),
                                    set[3])
                            : List.of(
                                    Finding.note(
                                            set[0],
                                            "skipped: " + DataFolder.missing(data, set[0]),
                                            "")));
        }
        return findings;
    }

    /**
     * Features are differences of logarithms: of size, of response relative to size, of list
     * memberships, of posts sent. The weights are fitted here, on the training split only, and not
     * kept.
     */
    private static List<Finding> pairs(Table table) {
        int n = table.size();
        double[][] rows = new double[n][];
        double[] followers = new double[n];
        boolean[] first = new boolean[n];
        for (int i = 0; i < n; i++) {
            double[] a = features(table, i, "A_");
            double[] b = features(table, i, "B_");
            rows[i] = new double[a.length];
            for (int k = 0; k < a.length; k++) {
                rows[i][k] = a[k] - b[k];
            }
            followers[i] =
                    table.number(i, "A_follower_count") - table.number(i, "B_follower_count");
            first[i] = table.number(i, "Choice") > .5;
        }
        double[] held = new double[SPLITS];
        double low = 0;
        double high = 0;
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
            held[split] = auc.value();
            low += auc.interval().low() / SPLITS;
            high += auc.interval().high() / SPLITS;
            rule += Ranks.auc(followers, first, test) / SPLITS;
        }
        double mean = Arrays.stream(held).average().orElse(0);
        return List.of(
                Finding.of(
                        "human judgement, "
                                + n
                                + " pairs, 30 % held out, mean of "
                                + SPLITS
                                + " splits: AUC",
                        new Estimate(mean, new Interval(low, high)),
                        ">= 0.86",
                        mean >= .86),
                Finding.note(
                        "  the same by followers", String.format(Locale.ROOT, "%.3f", rule), ""));
    }

    private static double[] features(Table table, int row, String side) {
        double[] logs = new double[FEATURES.length];
        for (int k = 0; k < logs.length; k++) {
            logs[k] = Math.log1p(Math.max(0, table.number(row, side + FEATURES[k])));
        }
        double followers = logs[0];
        double response =
                Math.log(
                        table.number(row, side + "mentions_received")
                                + 2 * table.number(row, side + "retweets_received"));
        double[] all = Arrays.copyOf(logs, logs.length + 5);
        all[logs.length] = response - followers;
        // Diminishing returns of size and of response: what is already large counts less.
        all[logs.length + 1] = Math.min(followers, 7);
        all[logs.length + 2] = Math.min(response, 2);
        all[logs.length + 3] = Math.max(0, followers - 12);
        all[logs.length + 4] = Math.min(logs[2], 3);
        return all;
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

    private static List<Finding> accounts(
            String name, Table table, String fakeLabel, Instant asOf, String following) {
        int n = table.size();
        double[] doubt = new double[n];
        double[] rule = new double[n];
        boolean[] fake = new boolean[n];
        for (int i = 0; i < n; i++) {
            Account account =
                    new Account(
                            new AuthorRef(String.format("%032x", i)),
                            count(table.number(i, "followers_count")),
                            count(table.number(i, following)),
                            count(table.number(i, "statuses_count")),
                            created(table.text(i, "created_at")),
                            Optional.empty(),
                            Optional.empty());
            doubt[i] = -account.plausibility(asOf);
            rule[i] = (account.following().orElse(0) + 1.0) / (account.followers().orElse(0) + 1.0);
            fake[i] = table.text(i, "label").equals(fakeLabel);
        }
        Estimate own = Bootstrap.standard().estimate(n, items -> Ranks.auc(doubt, fake, items));
        Estimate thumb = Bootstrap.standard().estimate(n, items -> Ranks.auc(rule, fake, items));
        String set = name.substring(0, name.indexOf('.'));
        return List.of(
                Finding.of(set + " (" + n + "): AUC of plausibility", own, "", true),
                Finding.of("  the same by following over followers", thumb, "", true));
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
