package dev.earshot.evaluation.trends;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** A law by which the everyday posts among which topics are planted choose their words. */
enum TopicLaw {
    /** Each word by Zipf's law, whatever the others. */
    ZIPF("independent words"),
    /** Sixty subjects with words of their own, whose shares drift from hour to hour. */
    SUBJECTS("drifting subjects"),
    /**
     * Posts that answer each other and take words over, and names that are new each hour; watched,
     * but nothing was chosen because of it.
     */
    CONVERSATIONS("conversations, new names");

    private static final int WORDS = 30_000;
    private static final double EXPONENT = 1.05;
    private static final int SUBJECT_COUNT = 60;
    private static final int SUBJECT_WORDS = 800;

    private final String words;

    TopicLaw(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Draws texts; each call begins a new source. */
    Source source(Random random) {
        var zipf = new Zipf(WORDS);
        return switch (this) {
            case ZIPF -> (second, length) -> independent(zipf, length, random);
            case SUBJECTS -> new Subjects(zipf, random);
            case CONVERSATIONS -> new Conversations(zipf, random);
        };
    }

    /** The words of the next post. */
    @FunctionalInterface
    interface Source {
        List<String> next(long second, int length);
    }

    static String word(int rank) {
        return "w" + Integer.toString(rank + 1_296, 36);
    }

    private static List<String> independent(Zipf zipf, int length, Random random) {
        List<String> words = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            words.add(word(zipf.rank(random)));
        }
        return words;
    }

    /** Ranks by Zipf's law, by inversion of the cumulative law. */
    private static final class Zipf {
        private final double[] cumulative;

        Zipf(int size) {
            cumulative = new double[size];
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += 1 / Math.pow(i + 2.7, EXPONENT);
                cumulative[i] = sum;
            }
        }

        int rank(Random random) {
            double at = random.nextDouble() * cumulative[cumulative.length - 1];
            int place = Arrays.binarySearch(cumulative, at);
            return Math.min(cumulative.length - 1, place < 0 ? -place - 1 : place);
        }
    }

    private static final class Subjects implements Source {
        private final Zipf zipf;
        private final Zipf inner = new Zipf(SUBJECT_WORDS);
        private final Random random;
        private final double[] drift = new double[SUBJECT_COUNT];
        private long hour = Long.MIN_VALUE;

        Subjects(Zipf zipf, Random random) {
            this.zipf = zipf;
            this.random = random;
        }

        @Override
        public List<String> next(long second, int length) {
            if (second / 3_600 != hour) {
                hour = second / 3_600;
                for (int i = 0; i < drift.length; i++) {
                    drift[i] = 0.9 * drift[i] + 0.2 * random.nextGaussian();
                }
            }
            int subject = subject();
            List<String> words = new ArrayList<>(length);
            for (int i = 0; i < length; i++) {
                int rank =
                        random.nextBoolean()
                                ? zipf.rank(random)
                                : (inner.rank(random) * 37 + subject * 401) % WORDS;
                words.add(word(rank));
            }
            return words;
        }

        private int subject() {
            double sum = 0;
            for (double each : drift) {
                sum += Math.exp(each);
            }
            double at = random.nextDouble() * sum;
            int subject = 0;
            while (subject < drift.length - 1 && (at -= Math.exp(drift[subject])) > 0) {
                subject++;
            }
            return subject;
        }
    }

    private static final class Conversations implements Source {
        private static final int OPEN = 400;
        private final Zipf zipf;
        private final Random random;
        private final Deque<List<String>> open = new ArrayDeque<>();
        private int names;

        Conversations(Zipf zipf, Random random) {
            this.zipf = zipf;
            this.random = random;
        }

        @Override
        public List<String> next(long second, int length) {
            List<String> words = independent(zipf, length, random);
            if (random.nextDouble() < 0.02) {
                words.set(0, "name" + names++);
            }
            if (!open.isEmpty() && random.nextDouble() < 0.3) {
                List<List<String>> all = List.copyOf(open);
                List<String> answered = all.get(random.nextInt(all.size()));
                for (int i = 0; i < words.size(); i++) {
                    if (random.nextDouble() < 0.15) {
                        words.set(i, answered.get(random.nextInt(answered.size())));
                    }
                }
            }
            if (random.nextDouble() < 0.5) {
                open.add(List.copyOf(words));
                if (open.size() > OPEN) {
                    open.poll();
                }
            }
            return words;
        }
    }
}
