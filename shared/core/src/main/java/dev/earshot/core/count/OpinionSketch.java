package dev.earshot.core.count;

import dev.earshot.core.Digests;
import dev.earshot.core.post.Reference;
import dev.earshot.core.sketch.CommentSketch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/**
 * Estimates how many independent opinions a number of posts hold. Posts of one author, and copies
 * of one text, are no opinions of their own: {@code n} posts in clusters of sizes {@code c} say
 * about as much as {@code n² / Σc²} independent ones (Kish 1965, section 8.2: the effective size of
 * unequal clusters). {@code Σc²} is estimated by a count sketch (Charikar, Chen, Farach-Colton
 * 2002; as an estimate of the second moment, Thorup and Zhang 2004): a post adds +1 or -1 to one of
 * {@value #BUCKETS} counters for its author and to one for its text. Counters are summed and taken
 * back like any count, so the estimate is mergeable and removable. Its relative standard error is
 * at most {@code sqrt(2 / BUCKETS)}, 12.5 %. Stateless.
 */
public final class OpinionSketch {
    /** Counters of authors, and as many of texts. */
    static final int BUCKETS = 128;

    /** Relative standard error of the estimate. */
    public static final double STANDARD_ERROR = Math.sqrt(2.0 / BUCKETS);

    /** Fewer words are shared by chance: "so true", "happy birthday". */
    private static final int MIN_WORDS = 5;

    private static final String AUTHOR = "voice/a";
    private static final String TEXT = "voice/t";

    private OpinionSketch() {}

    /** Adds what one post contributes. */
    static void add(PostAnalysis post, Map<String, Long> one) {
        String own = "post " + post.id();
        add(AUTHOR, post.author().map(a -> a.ref().pseudonym()).orElse(own), one);
        add(TEXT, text(post).orElse(own), one);
    }

    /** What posts with the same text share; empty for texts that are too short to tell. */
    private static Optional<String> text(PostAnalysis post) {
        CommentSketch words = post.context().words();
        if (words.words() >= MIN_WORDS) {
            return Optional.of(words.encoded());
        }
        return post.context().references().stream()
                .filter(reference -> reference.kind() == Reference.Kind.REPOST)
                .map(reference -> "post " + reference.target())
                .findFirst();
    }

    private static void add(String counters, String cluster, Map<String, Long> one) {
        MessageDigest sha = Digests.newSha256();
        byte[] hash = sha.digest(cluster.getBytes(StandardCharsets.UTF_8));
        one.put(counters + (hash[0] & (BUCKETS - 1)), (hash[1] & 1) == 0 ? 1L : -1L);
    }

    /**
     * The estimated number of independent opinions, from 1 to the number of posts; 0 without posts.
     * Posts that were counted before there were such counters are taken for independent.
     */
    public static double independent(WindowCounts counts) {
        long posts = counts.posts();
        if (posts <= 0) {
            return 0;
        }
        double clustering =
                Math.max(0, secondMoment(AUTHOR, counts) / posts - 1)
                        + Math.max(0, secondMoment(TEXT, counts) / posts - 1);
        return Math.max(1, posts / (1 + clustering));
    }

    private static double secondMoment(String counters, WindowCounts counts) {
        double sum = 0;
        for (int i = 0; i < BUCKETS; i++) {
            double counter = counts.get(counters + i);
            sum += counter * counter;
        }
        return sum;
    }
}
