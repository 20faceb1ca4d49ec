package dev.earshot.trends.topic;

import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.trends.why.Traits.Mark;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * A topic from its beginning to its end, in bounded memory. Digests of accounts fall into a bitmap
 * (linear counting, Whang et al. 1990), so who spoke can't be read from it. Not thread-safe.
 */
final class TrackedTopic {
    /** From so many distinct accounts on a topic may be strong. */
    static final int STRONG_AUTHORS = 20;

    /** It must have stood out for as long. */
    private static final Duration STRONG_AFTER = Duration.ofMinutes(10);

    /** Without a rise it ends after this. */
    private static final Duration ENDS_AFTER = Duration.ofHours(3);

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    /** In the last hour at least this many times the usual, or it is noise. */
    private static final double RISEN = 2;

    private static final int AUTHOR_BITS = 1024;
    private static final int MARKS = 6;
    private static final int EXAMPLES = 6;
    private static final int COPIES = 64;
    private static final double LEAST_EXPECTED = 0.01;

    /** A mark of its own is rarer than this elsewhere; another one alone is not enough. */
    private static final double OWN = 0.01;

    private static final double MOST_EVIDENCE = 1e300;

    private final String id;
    private final long start;
    private final List<Mark> marks = new ArrayList<>();
    private final Set<PostId> examples = new LinkedHashSet<>();
    private final Map<String, Long> moods = new LinkedHashMap<>();
    private final byte[] authorBits = new byte[AUTHOR_BITS / 8];
    private final Set<Integer> copies = new LinkedHashSet<>();

    /** Posts of the last hour by bucket, the newest last, and how many were expected. */
    private final double[] recent;

    private final double[] usual;
    private Strength strength = Strength.WEAK;
    private boolean told;
    private long last;
    private long peak;
    private double peakPosts;
    private double posts;
    private double expected;
    private double log;
    private int version = 1;

    TrackedTopic(String id, long second, Duration bucket) {
        this.id = id;
        this.start = second;
        this.last = second;
        this.peak = second;
        int buckets = (int) Math.max(2, HALF_HOUR.multipliedBy(2).dividedBy(bucket));
        this.recent = new double[buckets];
        this.usual = new double[buckets];
    }

    List<Mark> marks() {
        return marks;
    }

    boolean isNoise() {
        return strength == Strength.NOISE;
    }

    /**
     * Takes what its strongest mark has seen before this bucket.
     *
     * @param earlier posts with it
     */
    void begin(Candidate candidate, double earlier) {
        posts += earlier;
        for (int digest : candidate.authorDigests()) {
            note(digest);
        }
        expected += candidate.expected();
    }

    /** Takes a mark that rises together with it. */
    void add(Mark mark, double evidence) {
        log = Math.max(log, evidence);
        if (!marks.contains(mark) && marks.size() < MARKS) {
            marks.add(mark);
        }
    }

    /** Whether a voice is about it: by a mark of its own, or by two of its marks. */
    boolean isAbout(Voice voice, ToDoubleFunction<Mark> rate) {
        int common = 0;
        for (Mark mark : marks) {
            if (voice.marks().contains(mark)) {
                common++;
                if (common > 1 || rate.applyAsDouble(mark) <= OWN) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Takes a bucket.
     *
     * @param about voices about it
     * @param scale posts that each voice stands for
     * @param usually voices that were expected to be
     */
    void add(long second, List<Voice> about, double scale, double usually) {
        System.arraycopy(recent, 1, recent, 0, recent.length - 1);
        System.arraycopy(usual, 1, usual, 0, usual.length - 1);
        int fresh = 0;
        for (Voice voice : about) {
            note(voice.author());
            if (copies.size() < COPIES
                    ? copies.add(voice.copy())
                    : !copies.contains(voice.copy())) {
                fresh++;
                if (examples.size() < EXAMPLES) {
                    examples.add(voice.post());
                }
                if (!voice.mood().isEmpty()) {
                    moods.merge(voice.mood(), 1L, Long::sum);
                }
            }
        }
        double count = fresh * scale;
        recent[recent.length - 1] = count;
        usual[usual.length - 1] = usually * scale;
        posts += count;
        expected += usually * scale;
        if (fresh > 0) {
            last = second;
        }
        if (count > peakPosts) {
            peakPosts = count;
            peak = second;
        }
    }

    /** Judges its strength after a bucket; true if it has become strong for the first time. */
    boolean judge(long second) {
        boolean rises = sum(recent, 0, recent.length) >= RISEN * sum(usual, 0, usual.length);
        boolean speaks = second - last < 2 * HALF_HOUR.toSeconds();
        boolean strong = authors() >= STRONG_AUTHORS && second - start >= STRONG_AFTER.toSeconds();
        strength = !rises || !speaks ? Strength.NOISE : strong ? Strength.STRONG : Strength.WEAK;
        if (strength == Strength.STRONG && !told) {
            told = true;
            version++;
            return true;
        }
        return false;
    }

    /** Whether it is over; then it is one version later. */
    boolean ends(long second) {
        boolean over = isNoise() && second - last >= ENDS_AFTER.toSeconds();
        version += over ? 1 : 0;
        return over;
    }

    private void note(int author) {
        int bit = Math.floorMod(author, AUTHOR_BITS);
        authorBits[bit / 8] |= (byte) (1 << bit % 8);
    }

    private long authors() {
        int set = 0;
        for (byte bits : authorBits) {
            set += Integer.bitCount(Byte.toUnsignedInt(bits));
        }
        double free = Math.max(1, AUTHOR_BITS - set);
        return Math.round(-AUTHOR_BITS * Math.log(free / AUTHOR_BITS));
    }

    private static double sum(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).sum();
    }

    Topic topic() {
        int half = recent.length / 2;
        return new Topic(
                id,
                marks,
                strength,
                Instant.ofEpochSecond(start),
                Instant.ofEpochSecond(last),
                Instant.ofEpochSecond(peak),
                posts,
                Math.max(LEAST_EXPECTED, expected),
                authors(),
                sum(recent, half, recent.length),
                sum(recent, 0, half),
                Math.min(MOST_EVIDENCE, Math.exp(log)),
                moods,
                List.copyOf(examples),
                version);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(id);
        out.writeLong(start);
        out.writeByte(marks.size());
        for (Mark mark : marks) {
            out.writeUTF(mark.kind());
            out.writeUTF(mark.name());
        }
        out.writeByte(examples.size());
        for (PostId post : examples) {
            out.writeUTF(post.platform().name());
            out.writeUTF(post.nativeId());
        }
        out.writeByte(moods.size());
        for (var mood : moods.entrySet()) {
            out.writeUTF(mood.getKey());
            out.writeLong(mood.getValue());
        }
        out.write(authorBits);
        out.writeByte(copies.size());
        for (int copy : copies) {
            out.writeInt(copy);
        }
        for (int i = 0; i < recent.length; i++) {
            out.writeDouble(recent[i]);
            out.writeDouble(usual[i]);
        }
        out.writeUTF(strength.name());
        out.writeBoolean(told);
        out.writeLong(last);
        out.writeLong(peak);
        out.writeDouble(peakPosts);
        out.writeDouble(posts);
        out.writeDouble(expected);
        out.writeDouble(log);
        out.writeInt(version);
    }

    static TrackedTopic read(DataInput in, Duration bucket) throws IOException {
        String id = in.readUTF();
        var topic = new TrackedTopic(id, in.readLong(), bucket);
        for (int i = in.readByte(); i > 0; i--) {
            String kind = in.readUTF();
            topic.marks.add(new Mark(kind, in.readUTF()));
        }
        for (int i = in.readByte(); i > 0; i--) {
            var platform = Platform.valueOf(in.readUTF());
            topic.examples.add(new PostId(platform, in.readUTF()));
        }
        for (int i = in.readByte(); i > 0; i--) {
            String mood = in.readUTF();
            topic.moods.put(mood, in.readLong());
        }
        in.readFully(topic.authorBits);
        for (int i = in.readByte(); i > 0; i--) {
            topic.copies.add(in.readInt());
        }
        for (int i = 0; i < topic.recent.length; i++) {
            topic.recent[i] = in.readDouble();
            topic.usual[i] = in.readDouble();
        }
        topic.strength = Strength.valueOf(in.readUTF());
        topic.told = in.readBoolean();
        topic.last = in.readLong();
        topic.peak = in.readLong();
        topic.peakPosts = in.readDouble();
        topic.posts = in.readDouble();
        topic.expected = in.readDouble();
        topic.log = in.readDouble();
        topic.version = in.readInt();
        return topic;
    }
}
