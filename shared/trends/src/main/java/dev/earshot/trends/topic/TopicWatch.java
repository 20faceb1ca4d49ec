package dev.earshot.trends.topic;

import dev.earshot.core.Digests;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.why.Traits;
import dev.earshot.trends.why.Traits.Mark;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells topics of one brand, bucket after bucket: marks that more people use than the usual rate
 * explains, put together where the same people use them. A mark begins a topic when at least
 * {@value #LEAST_AUTHORS} accounts have used it in texts of their own, {@value #LEAST_RISE} times
 * as many as expected, with evidence beyond what the best of all marks of a bucket reaches by
 * chance once in a week. Its memory is bounded whatever comes; of words that fewer people used it
 * holds digests alone. Not thread-safe.
 */
public final class TopicWatch {
    /** Fewer people than this make no topic, and no word of fewer is ever shown. */
    public static final int LEAST_AUTHORS = 5;

    /** At most so many posts of a bucket are read: a flood costs no more. */
    public static final int MOST_POSTS = 300;

    /** Marks whose usual rate is held for a brand in the cloud, divided by .75. */
    public static final int USUAL_CAPACITY = 8192;

    private static final byte VERSION = 1;
    private static final double LEAST_RISE = 4;

    /** A week of buckets: chance tells less than one topic in it. */
    private static final double BUCKETS = 2016;

    /** Before so many voices and hours nothing is new, since nothing is known. */
    private static final double LEAST_VOICES = 30;

    private static final Duration LEARNS_FOR = Duration.ofHours(6);
    private static final Duration CANDIDATE_FOR = Duration.ofHours(1);
    private static final int MOST_CANDIDATES = 256;
    private static final int MOST_TOPICS = 40;

    /** Marks that share so many of their voices are of one topic. */
    private static final double TOGETHER = 0.6;

    private final Duration bucket;
    private final UsualRates usual;
    private final Map<Long, Candidate> candidates = new TreeMap<>();
    private final List<TrackedTopic> topics = new ArrayList<>();
    private long first = Long.MIN_VALUE;
    private long last = Long.MIN_VALUE;

    /**
     * @param capacity marks whose usual rate is remembered, divided by .75; a power of 2
     */
    public TopicWatch(Duration bucket, int capacity) {
        this.bucket = bucket;
        this.usual = new UsualRates(capacity);
    }

    /**
     * Takes a bucket that is over.
     *
     * @param start its beginning, later than that of the bucket before
     * @param posts about the brand in it, all or a sample; none passes an empty bucket
     * @param scale posts that each one of the sample stands for, 1 or more
     * @return topics that began, became strong or ended with it
     */
    public List<TopicChange> add(Instant start, Collection<Traits> posts, double scale) {
        long second = start.getEpochSecond();
        if (second <= last) {
            throw new IllegalArgumentException(
                    "start must lie after " + Instant.ofEpochSecond(last) + ", got " + start);
        }
        first = last == Long.MIN_VALUE ? second : first;
        last = second;
        var changes = new ArrayList<TopicChange>();
        List<Voice> voices = Voice.of(posts);
        if (!voices.isEmpty()) {
            new Bucket(second, voices, scale).judge(changes);
        } else {
            topics.forEach(topic -> topic.add(second, List.of(), scale, 0));
        }
        candidates.values().removeIf(c -> second - c.last() > CANDIDATE_FOR.toSeconds());
        for (TrackedTopic topic : List.copyOf(topics)) {
            if (topic.judge(second)) {
                changes.add(new TopicChange(topic.topic(), EpisodeState.GREW));
            }
            if (topic.ends(second)) {
                changes.add(new TopicChange(topic.topic(), EpisodeState.RESOLVED));
                topics.remove(topic);
            }
        }
        return changes;
    }

    /** The topics that have begun and not ended, the largest rise of late first. */
    public List<Topic> topics() {
        return topics.stream()
                .map(TrackedTopic::topic)
                .sorted(
                        Comparator.comparing(Topic::strength)
                                .thenComparingDouble(Topic::recent)
                                .reversed()
                                .thenComparing(Topic::id))
                .toList();
    }

    /** Whether nothing stands out: then empty buckets need not be passed. */
    public boolean isQuiet() {
        return topics.isEmpty();
    }

    /** One bucket with posts. */
    private final class Bucket {
        private final long second;
        private final List<Voice> voices;
        private final double scale;
        private final Map<Mark, List<Voice>> having = new LinkedHashMap<>();
        private final Map<Mark, Double> rates = new HashMap<>();
        private final Map<Mark, Long> hashes = new HashMap<>();

        Bucket(long second, List<Voice> voices, double scale) {
            this.second = second;
            this.voices = voices;
            this.scale = scale;
            for (Voice voice : voices) {
                for (Mark mark : voice.marks()) {
                    having.computeIfAbsent(mark, m -> new ArrayList<>(2)).add(voice);
                }
            }
        }

        void judge(List<TopicChange> changes) {
            having.keySet().forEach(this::hash);
            admit();
            List<Mark> risen = risen();
            List<TrackedTopic> begun = new ArrayList<>();
            for (Set<Mark> group : groups(risen)) {
                begin(group).ifPresent(begun::add);
            }
            for (TrackedTopic topic : topics) {
                List<Voice> about =
                        voices.stream().filter(v -> topic.isAbout(v, this::rate)).toList();
                topic.add(second, about, scale, expected(topic));
            }
            begun.forEach(topic -> changes.add(new TopicChange(topic.topic(), EpisodeState.OPEN)));
            learn();
        }

        private double rate(Mark mark) {
            return rates.computeIfAbsent(mark, m -> usual.of(m, hash(m), second));
        }

        private long hash(Mark mark) {
            return hashes.computeIfAbsent(mark, TopicMarks::hash);
        }

        private double expected(TrackedTopic topic) {
            double rate = topic.marks().stream().mapToDouble(this::rate).min().orElse(0);
            return voices.size() * rate;
        }

        /** Follows what is unusual here, as far as there is room: the strongest first. */
        private void admit() {
            double dispersion = usual.dispersion();
            Set<Long> present = new HashSet<>(hashes.values());
            candidates.forEach(
                    (hash, candidate) -> {
                        if (!present.contains(hash)) {
                            candidate.pass(voices.size(), dispersion);
                        }
                    });
            for (var entry : having.entrySet()) {
                Mark mark = entry.getKey();
                int count = entry.getValue().size();
                double expected = voices.size() * rate(mark);
                Candidate known = candidates.get(hash(mark));
                if (known != null) {
                    known.add(second, entry.getValue(), voices.size(), rate(mark), dispersion);
                } else if (count > LEAST_RISE * expected
                        && (count > 1 || !TopicMarks.isPair(mark))) {
                    var candidate = new Candidate();
                    candidate.add(second, entry.getValue(), voices.size(), rate(mark), dispersion);
                    candidates.put(hash(mark), candidate);
                }
            }
            if (candidates.size() > MOST_CANDIDATES) {
                candidates.entrySet().stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        (Map.Entry<Long, Candidate> e) -> e.getValue().log()))
                        .limit(candidates.size() - MOST_CANDIDATES)
                        .map(Map.Entry::getKey)
                        .toList()
                        .forEach(candidates::remove);
            }
        }

        /** Marks whose evidence is enough, the strongest first. */
        private List<Mark> risen() {
            boolean learned =
                    usual.voices(second) >= LEAST_VOICES
                            && second - first >= LEARNS_FOR.toSeconds();
            double bar = Math.log(having.size()) + Math.log(BUCKETS);
            if (!learned) {
                return List.of();
            }
            return having.keySet().stream()
                    .filter(mark -> stands(candidates.get(hash(mark)), bar))
                    .sorted(
                            Comparator.comparingDouble(this::log)
                                    .reversed()
                                    .thenComparing(Mark::name))
                    .toList();
        }

        private boolean stands(@Nullable Candidate candidate, double bar) {
            return candidate != null
                    && candidate.authors() >= LEAST_AUTHORS
                    && candidate.votes() >= LEAST_RISE * candidate.expected()
                    && candidate.log() >= bar;
        }

        private double log(Mark mark) {
            Candidate candidate = candidates.get(hash(mark));
            return candidate == null ? 0 : candidate.log();
        }

        /** Marks of the same voices, put together round the strongest. */
        private List<Set<Mark>> groups(List<Mark> risen) {
            List<Set<Mark>> groups = new ArrayList<>();
            List<Set<Voice>> members = new ArrayList<>();
            for (Mark mark : risen) {
                Set<Voice> own = new HashSet<>(having.getOrDefault(mark, List.of()));
                int place = 0;
                while (place < groups.size() && !together(own, members.get(place))) {
                    place++;
                }
                if (place == groups.size()) {
                    groups.add(new LinkedHashSet<>());
                    members.add(new HashSet<>());
                }
                groups.get(place).add(mark);
                members.get(place).addAll(own);
            }
            return groups;
        }

        private static boolean together(Set<Voice> one, Set<Voice> other) {
            long both = one.stream().filter(other::contains).count();
            return both >= TOGETHER * Math.min(one.size(), other.size());
        }

        /** Gives a group to the topic that has its marks, or begins one if there is room. */
        private Optional<TrackedTopic> begin(Set<Mark> group) {
            List<Mark> told = told(group);
            for (TrackedTopic topic : topics) {
                if (told.stream().anyMatch(topic.marks()::contains)) {
                    told.forEach(mark -> topic.add(mark, log(mark)));
                    return Optional.empty();
                }
            }
            Mark strongest = told.getFirst();
            Candidate candidate = candidates.get(hash(strongest));
            if (topics.size() >= MOST_TOPICS || candidate == null) {
                return Optional.empty();
            }
            String name = TopicMarks.hash(strongest) + "\n" + second;
            var topic =
                    new TrackedTopic(
                            "tp_" + Digests.sha256(name).substring(0, 21),
                            candidate.first(),
                            bucket);
            int here = having.getOrDefault(strongest, List.of()).size();
            topic.begin(candidate, Math.max(0, candidate.votes() - here) * scale);
            told.forEach(mark -> topic.add(mark, log(mark)));
            topics.add(topic);
            return Optional.of(topic);
        }

        /** A pair says what its words say, so these are left out where it is as strong. */
        private static List<Mark> told(Set<Mark> group) {
            return group.stream()
                    .filter(mark -> group.stream().noneMatch(pair -> TopicMarks.covers(pair, mark)))
                    .toList();
        }

        private void learn() {
            usual.begin(second, voices.size());
            having.forEach(
                    (mark, who) -> {
                        if (!TopicMarks.isPair(mark)) {
                            usual.learn(hash(mark), who.size(), voices.size() * rate(mark), second);
                        }
                    });
        }
    }

    /** All that is remembered. */
    public byte[] encoded() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(first);
            out.writeLong(last);
            usual.write(out);
            out.writeInt(candidates.size());
            for (var entry : candidates.entrySet()) {
                out.writeLong(entry.getKey());
                entry.getValue().write(out);
            }
            out.writeInt(topics.size());
            for (TrackedTopic topic : topics) {
                topic.write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The watch that {@link #encoded} gave.
     *
     * @param capacity as the constructor takes it
     * @throws IllegalArgumentException if it was written by another version or is cut
     */
    public static TopicWatch decode(byte[] encoded, Duration bucket, int capacity) {
        var watch = new TopicWatch(bucket, capacity);
        try (var in = new DataInputStream(new ByteArrayInputStream(encoded))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "topics must be of version " + VERSION + ", got " + version);
            }
            watch.first = in.readLong();
            watch.last = in.readLong();
            watch.usual.read(in);
            for (int i = in.readInt(); i > 0; i--) {
                long hash = in.readLong();
                watch.candidates.put(hash, Candidate.read(in));
            }
            for (int i = in.readInt(); i > 0; i--) {
                watch.topics.add(TrackedTopic.read(in, bucket));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "topics must be whole, got " + encoded.length + " bytes", e);
        }
        return watch;
    }
}
