package dev.earshot.evaluation.trends;

import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.evaluation.report.Figure;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.series.BrandBuckets;
import dev.earshot.trends.topic.TopicChange;
import dev.earshot.trends.topic.TopicWatch;
import dev.earshot.trends.why.Traits;
import dev.earshot.trends.why.Words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Ten topics planted among the everyday posts of a week, beside texts that many accounts paste and
 * floods of one account, which are no topics. The posts go through the reading of words and the
 * watch of the product, with its limits.
 */
public final class TopicFindings {
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final int BUCKETS = 7 * 288;
    private static final int FIRST_BUCKET = 2 * 288;
    private static final int TOPICS = 10;
    private static final int ACCOUNTS = 20_000;
    private static final long BUCKET_SECONDS = BrandBuckets.BUCKET.toSeconds();

    private TopicFindings() {}

    /**
     * Runs one week for each law.
     *
     * @param posts everyday posts in the week
     */
    public static List<Figure> run(int posts) {
        List<Figure> figures = new ArrayList<>();
        for (TopicLaw law : TopicLaw.values()) {
            figures.addAll(new Week(law, posts).run());
        }
        return figures;
    }

    /** A topic that is planted. */
    private static final class Planted {
        final Set<String> words;
        final long start;
        final long seconds;
        final int posts;
        final List<Long> authorTimes = new ArrayList<>();
        long told = Long.MAX_VALUE;

        Planted(List<String> all, long start, long seconds, int posts) {
            this.words = Set.copyOf(all);
            this.start = start;
            this.seconds = seconds;
            this.posts = posts;
        }

        /** When five accounts had used its own word. */
        long ripe() {
            return authorTimes.get(TopicWatch.LEAST_AUTHORS - 1);
        }
    }

    private record Line(long second, String author, String text) {}

    private static final class Week {
        private final TopicLaw law;
        private final int posts;
        private final Random random;
        private final List<Planted> planted = new ArrayList<>();
        private final List<Line> extra = new ArrayList<>();

        Week(TopicLaw law, int posts) {
            this.law = law;
            this.posts = posts;
            this.random = new Random(law.words().hashCode());
        }

        List<Figure> run() {
            plant();
            extra.sort(Comparator.comparingLong(Line::second));
            TopicLaw.Source source = law.source(random);
            var watch = new TopicWatch(BrandBuckets.BUCKET, TopicWatch.USUAL_CAPACITY);
            int told = 0;
            int right = 0;
            int largest = 0;
            int next = 0;
            double mean = (double) posts / BUCKETS;
            long started = System.nanoTime();
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                long from = bucket * BUCKET_SECONDS;
                List<Line> lines = new ArrayList<>();
                double season = 1 + 0.6 * Math.sin(2 * Math.PI * bucket / 288);
                int count = (int) Law.poisson(mean * season, random);
                for (int i = 0; i < count; i++) {
                    long second = from + random.nextLong(BUCKET_SECONDS);
                    List<String> words = source.next(second, 8 + random.nextInt(10));
                    lines.add(new Line(second, account(), String.join(" ", words)));
                }
                while (next < extra.size() && extra.get(next).second() < from + BUCKET_SECONDS) {
                    lines.add(extra.get(next++));
                }
                List<TopicChange> changes = add(watch, bucket, lines);
                for (TopicChange change : changes) {
                    if (change.state() == EpisodeState.OPEN) {
                        told++;
                        right += credit(change, from + BUCKET_SECONDS) ? 1 : 0;
                    }
                }
                if (bucket % 288 == 0) {
                    largest = Math.max(largest, watch.encoded().length);
                }
            }
            double micros = (System.nanoTime() - started) / 1e3 / (posts + extra.size());
            return figures(told, right, largest, micros);
        }

        private List<TopicChange> add(TopicWatch watch, int bucket, List<Line> lines) {
            List<Line> sample = new ArrayList<>(lines);
            Collections.shuffle(sample, random);
            int most = Math.min(sample.size(), TopicWatch.MOST_POSTS);
            List<Traits> traits = sample.subList(0, most).stream().map(Week::traits).toList();
            Instant start = BEGIN.plusSeconds(bucket * BUCKET_SECONDS);
            return watch.add(start, traits, Math.max(1, (double) lines.size() / Math.max(1, most)));
        }

        private List<Figure> figures(int told, int right, int largest, double micros) {
            int found = 0;
            int inTime = 0;
            List<Double> delays = new ArrayList<>();
            for (Planted topic : planted) {
                if (topic.told < Long.MAX_VALUE) {
                    found++;
                    delays.add((topic.told - topic.ripe()) / 60.0);
                    inTime += topic.told - topic.ripe() <= BUCKET_SECONDS ? 1 : 0;
                }
            }
            delays.sort(null);
            String name = String.format(Locale.ROOT, "topics, %s: ", law.words());
            List<Figure> figures = new ArrayList<>();
            figures.add(
                    Figure.share(
                                    name + "found within 5 minutes of the fifth account",
                                    inTime,
                                    TOPICS,
                                    "")
                            .atLeast(0.9));
            figures.add(Figure.share("  found at all", found, TOPICS, ""));
            figures.add(Figure.share("  of those told, planted", right, told, "").atLeast(0.8));
            if (!delays.isEmpty()) {
                figures.add(
                        Figure.of(
                                        "  delay after the fifth account, median",
                                        delays.size(),
                                        "topics",
                                        delays.get(delays.size() / 2))
                                .in("min"));
            }
            figures.add(
                    Figure.of("  memory at the most", BUCKETS, "buckets", largest / 1e3).in("KB"));
            figures.add(Figure.of("  time for a post", posts, "posts", micros).in("µs"));
            return figures;
        }

        private boolean credit(TopicChange change, long second) {
            boolean right = false;
            for (Planted topic : planted) {
                boolean now =
                        second >= topic.start && second <= topic.start + topic.seconds + 3_600;
                long common =
                        change.topic().marks().stream()
                                .filter(
                                        mark ->
                                                List.of(mark.name().split(" ")).stream()
                                                        .anyMatch(topic.words::contains))
                                .count();
                if (now && common > 0 && 2 * common >= change.topic().marks().size()) {
                    topic.told = Math.min(topic.told, second);
                    right = true;
                }
            }
            return right;
        }

        private void plant() {
            for (int i = 0; i < TOPICS; i++) {
                long start = second();
                List<String> words = new ArrayList<>();
                words.add(i % 2 == 0 ? "#planted" + i : "planted" + i);
                words.add(TopicLaw.word(300 + random.nextInt(4_000)));
                words.add(TopicLaw.word(300 + random.nextInt(4_000)));
                var topic =
                        new Planted(
                                words.stream().map(w -> w.replace("#", "")).toList(),
                                start,
                                3_600 + random.nextInt(3_600),
                                200 + random.nextInt(400));
                planted.add(topic);
                post(topic, words);
                paste(i);
                flood(i);
            }
        }

        private long second() {
            return (FIRST_BUCKET + random.nextInt(BUCKETS - FIRST_BUCKET - 30)) * BUCKET_SECONDS;
        }

        private void post(Planted topic, List<String> words) {
            TopicLaw.Source source = law.source(random);
            List<Long> times = new ArrayList<>();
            for (int p = 0; p < topic.posts; p++) {
                // Half of the topics are there at once, half grow: more posts late than early.
                double at = random.nextDouble();
                at = planted.size() % 2 == 0 ? at : Math.sqrt(at);
                times.add(topic.start + (long) (at * topic.seconds));
            }
            times.sort(null);
            var authors = new HashSet<String>();
            for (long second : times) {
                List<String> text = new ArrayList<>(source.next(second, 6 + random.nextInt(8)));
                for (String word : words) {
                    if (random.nextDouble() < 0.75) {
                        text.add(random.nextInt(text.size() + 1), word);
                    }
                }
                String author = account();
                if (text.contains(words.getFirst()) && authors.add(author)) {
                    topic.authorTimes.add(second);
                }
                extra.add(new Line(second, author, String.join(" ", text)));
            }
        }

        /** One text that two hundred accounts paste. */
        private void paste(int number) {
            long start = second();
            List<String> text = new ArrayList<>(law.source(random).next(start, 14));
            text.add("paste" + number);
            for (int p = 0; p < 200; p++) {
                List<String> own = new ArrayList<>(text);
                if (p % 2 == 1) {
                    own.add("wow");
                }
                extra.add(
                        new Line(start + random.nextInt(3_600), account(), String.join(" ", own)));
            }
        }

        /** A hundred posts of one account about one thing. */
        private void flood(int number) {
            long start = second();
            TopicLaw.Source source = law.source(random);
            for (int p = 0; p < 100; p++) {
                List<String> text = new ArrayList<>(source.next(start, 10));
                text.add("flood" + number);
                extra.add(
                        new Line(
                                start + random.nextInt(3_600),
                                "flooder" + number,
                                String.join(" ", text)));
            }
        }

        private String account() {
            return "a" + random.nextInt(ACCOUNTS);
        }

        private static Traits traits(Line line) {
            List<Traits.Mark> marks = new ArrayList<>();
            Words.terms(line.text()).forEach(term -> marks.add(new Traits.Mark("term", term)));
            Words.hashtags(line.text()).forEach(tag -> marks.add(new Traits.Mark("hashtag", tag)));
            return new Traits(
                    new PostId(Platform.X, line.author() + "." + line.second()),
                    BEGIN.plusSeconds(line.second()),
                    Optional.of(line.author()),
                    marks,
                    Optional.empty(),
                    0);
        }
    }
}
