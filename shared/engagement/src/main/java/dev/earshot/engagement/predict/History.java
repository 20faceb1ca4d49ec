package dev.earshot.engagement.predict;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Past posts of one or several accounts in order, and what they say of the next. Immutable. */
final class History {
    /** Of an account with fewer posts, the others' level is taken. */
    static final int KNOWN_FROM = 3;

    private static final int NONE = -1;

    private final List<PastPost> posts;
    private final double[] targets;

    /** The account's post before each, {@value #NONE} for none. */
    private final int[] previous;

    private final Map<String, Integer> last = new HashMap<>();

    History(List<PastPost> posts) {
        this.posts = posts.stream().sorted(Comparator.comparing(PastPost::at)).toList();
        this.targets = this.posts.stream().mapToDouble(PastPost::target).toArray();
        this.previous = new int[targets.length];
        for (int i = 0; i < previous.length; i++) {
            Integer before = last.put(this.posts.get(i).post().account(), i);
            previous[i] = before == null ? NONE : before;
        }
    }

    int size() {
        return posts.size();
    }

    PastPost post(int place) {
        return posts.get(place);
    }

    double target(int place) {
        return targets[place];
    }

    /** What is known when a post is sent. */
    Before before(int place) {
        return new Before(place, previous[place]);
    }

    /** What is known of the next post of an account. */
    Before next(String account) {
        return new Before(posts.size(), last.getOrDefault(account, NONE));
    }

    /** The posts before one: those of its account, and where these are too few, all. */
    final class Before {
        private final int all;
        private final int own;

        private Before(int all, int own) {
            this.all = all;
            this.own = own;
        }

        /** The last targets, the newest first. */
        private double[] latest(int count) {
            double[] found = new double[count];
            int size = 0;
            for (int i = own; i != NONE && size < count; i = previous[i]) {
                found[size++] = targets[i];
            }
            if (size >= Math.min(KNOWN_FROM, count)) {
                return Arrays.copyOf(found, size);
            }
            int from = Math.max(0, all - Math.max(count, 30));
            return all == 0 ? new double[1] : Arrays.copyOfRange(targets, from, all);
        }

        int ownPosts(int most) {
            int size = 0;
            for (int i = own; i != NONE && size < most; i = previous[i]) {
                size++;
            }
            return size;
        }

        /** A quantile of the last posts. */
        double trailing(int count, double share) {
            return Statistics.quantile(latest(count), share);
        }

        /** What posts amount to lately; the model explains the difference to it. */
        double level() {
            return (trailing(10, 0.5) + trailing(30, 0.5)) / 2;
        }

        /** The account's last post; null before its first. */
        @Nullable PastPost lastOwn() {
            return own == NONE ? null : posts.get(own);
        }
    }
}
