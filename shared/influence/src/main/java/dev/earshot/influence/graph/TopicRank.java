package dev.earshot.influence.graph;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.score.Constants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * TwitterRank (Weng, Lim, Jiang and He 2010), a topic-sensitive PageRank: a reader walks from
 * account to account along the responses, prefers accounts whose interest in the topic is similar
 * to the current one's, and sometimes restarts at an account chosen in proportion to its share of
 * the topic's posts.
 *
 * <p>From i the walk goes to j with probability proportional to {@code weight(i, j) * (1 - |s_i -
 * s_j|)}, where {@code s} is the share of an account's posts that are on the topic; the paper's
 * weight is the number of j's posts. With probability {@code 1 - }{@value
 * Constants#AUTHORITY_DAMPING} it restarts. It also restarts at an account that responds to nobody,
 * so the ranks sum to 1. As a walk only starts at accounts that publish on the topic, accounts made
 * only to respond have no rank to pass on.
 *
 * <p>Edges are stored in compressed rows, 12 bytes each; the power iteration stops when the ranks
 * change by less than 1e-12 in total. Immutable.
 */
public final class TopicRank {

    private static final double STILL = 1e-12;
    private static final int MAX_ROUNDS = 1_000;

    private final List<AuthorRef> accounts;
    private final Map<AuthorRef, Integer> index;
    private final double[] ranks;
    private final int[] endorsers;

    private TopicRank(
            List<AuthorRef> accounts,
            Map<AuthorRef, Integer> index,
            double[] ranks,
            int[] endorsers) {
        this.accounts = accounts;
        this.index = index;
        this.ranks = ranks;
        this.endorsers = endorsers;
    }

    /**
     * Ranks all accounts that endorse, are endorsed, or publish on the topic.
     *
     * @param topicPosts posts on the topic, by account; the walk starts in proportion to them
     * @param topicShare share of an account's posts that are on the topic, 0 to 1; 0 where absent
     */
    public static TopicRank of(
            Collection<Endorsement> endorsements,
            Map<AuthorRef, Double> topicPosts,
            Map<AuthorRef, Double> topicShare) {
        var accounts = new ArrayList<AuthorRef>();
        var index = new HashMap<AuthorRef, Integer>();
        for (Endorsement endorsement : endorsements) {
            number(endorsement.from(), accounts, index);
            number(endorsement.to(), accounts, index);
        }
        topicPosts.keySet().stream()
                .sorted(java.util.Comparator.comparing(AuthorRef::pseudonym))
                .forEach(account -> number(account, accounts, index));
        int n = accounts.size();
        double[] start = new double[n];
        double[] share = new double[n];
        for (int i = 0; i < n; i++) {
            start[i] = Math.max(0, topicPosts.getOrDefault(accounts.get(i), 0.0));
            share[i] = Math.clamp(topicShare.getOrDefault(accounts.get(i), 0.0), 0, 1);
        }
        Rows rows = Rows.of(endorsements, index, share);
        return new TopicRank(accounts, index, walk(rows, start), rows.incoming());
    }

    private static void number(
            AuthorRef account, List<AuthorRef> accounts, Map<AuthorRef, Integer> index) {
        if (index.putIfAbsent(account, accounts.size()) == null) {
            accounts.add(account);
        }
    }

    private static double[] walk(Rows rows, double[] start) {
        int n = start.length;
        double total = Arrays.stream(start).sum();
        double[] restart = new double[n];
        for (int i = 0; i < n; i++) {
            restart[i] = total > 0 ? start[i] / total : 1.0 / n;
        }
        double[] ranks = restart.clone();
        double[] next = new double[n];
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Arrays.fill(next, 0);
            double walked = rows.spread(ranks, next);
            double moved = 0;
            for (int i = 0; i < n; i++) {
                double rank =
                        Constants.AUTHORITY_DAMPING * next[i]
                                + (1 - Constants.AUTHORITY_DAMPING * walked) * restart[i];
                moved += Math.abs(rank - ranks[i]);
                ranks[i] = rank;
            }
            if (moved < STILL) {
                break;
            }
        }
        return ranks;
    }

    /** An account's share of the walk; 0 if it is not in the graph. */
    public double rank(AuthorRef account) {
        Integer at = index.get(account);
        return at == null ? 0 : ranks[at];
    }

    /** Accounts, in no particular order. */
    public List<AuthorRef> accounts() {
        return List.copyOf(accounts);
    }

    /**
     * The standings, among themselves, of the accounts that get any response; ties share their mean
     * place. Accounts that only respond are not ranked, since being above them means nothing.
     */
    public Map<AuthorRef, Standing> standings() {
        double[] sorted =
                java.util.stream.IntStream.range(0, ranks.length)
                        .filter(i -> endorsers[i] > 0)
                        .mapToDouble(i -> ranks[i])
                        .sorted()
                        .toArray();
        var standings = new HashMap<AuthorRef, Standing>();
        for (int i = 0; i < ranks.length; i++) {
            if (endorsers[i] == 0) {
                continue;
            }
            double below = place(sorted, ranks[i] * (1 - 1e-9));
            double notAbove = place(sorted, ranks[i] * (1 + 1e-9));
            standings.put(
                    accounts.get(i),
                    new Standing(
                            Math.clamp(ranks[i], 0, 1),
                            (below + notAbove) / 2 / sorted.length,
                            endorsers[i],
                            sorted.length));
        }
        return standings;
    }

    /** Number of values that are at most {@code limit}. */
    private static int place(double[] sorted, double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The transition matrix in compressed rows. */
    private record Rows(int[] from, int[] to, double[] probability, int[] incoming) {
        static Rows of(
                Collection<Endorsement> endorsements,
                Map<AuthorRef, Integer> index,
                double[] share) {
            int n = share.length;
            int[] from = new int[n + 1];
            int[] sources = new int[endorsements.size()];
            int[] targets = new int[endorsements.size()];
            double[] weights = new double[endorsements.size()];
            int edges = 0;
            for (Endorsement endorsement : endorsements) {
                int i = at(index, endorsement.from());
                int j = at(index, endorsement.to());
                double weight = endorsement.weight() * (1 - Math.abs(share[i] - share[j]));
                if (i != j && weight > 0) {
                    sources[edges] = i;
                    targets[edges] = j;
                    weights[edges++] = weight;
                    from[i + 1]++;
                }
            }
            for (int i = 0; i < n; i++) {
                from[i + 1] += from[i];
            }
            int[] next = from.clone();
            int[] to = new int[edges];
            double[] probability = new double[edges];
            for (int e = 0; e < edges; e++) {
                int slot = next[sources[e]]++;
                to[slot] = targets[e];
                probability[slot] = weights[e];
            }
            int[] incoming = new int[n];
            for (int i = 0; i < n; i++) {
                normalise(to, probability, from[i], from[i + 1], incoming);
            }
            return new Rows(from, to, probability, incoming);
        }

        /**
         * Normalises a row's probabilities to a sum of 1, and counts each endorser once per
         * endorsed account.
         */
        private static void normalise(
                int[] to, double[] probability, int begin, int end, int[] incoming) {
            double sum = 0;
            for (int e = begin; e < end; e++) {
                sum += probability[e];
            }
            int[] distinct = Arrays.copyOfRange(to, begin, end);
            Arrays.sort(distinct);
            for (int e = begin; e < end; e++) {
                probability[e] /= sum;
                int at = e - begin;
                incoming[distinct[at]] += at == 0 || distinct[at] != distinct[at - 1] ? 1 : 0;
            }
        }

        private static int at(Map<AuthorRef, Integer> index, AuthorRef account) {
            Integer at = index.get(account);
            if (at == null) {
                throw new IllegalStateException("every account has a number");
            }
            return at;
        }

        /** Adds each account's rank to its successors; returns the total rank passed on. */
        double spread(double[] ranks, double[] into) {
            double walked = 0;
            for (int i = 0; i < ranks.length; i++) {
                if (from[i + 1] > from[i]) {
                    walked += ranks[i];
                    for (int e = from[i]; e < from[i + 1]; e++) {
                        into[to[e]] += ranks[i] * probability[e];
                    }
                }
            }
            return walked;
        }
    }
}
