package dev.earshot.trends.topic;

import dev.earshot.core.QuickHash;
import dev.earshot.core.post.PostId;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.trends.why.Traits;
import dev.earshot.trends.why.Traits.Mark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one account says in one bucket. Texts that are nearly the same are said by the first account
 * alone: a text that a thousand accounts paste is one voice.
 *
 * @param author digest of the account
 * @param copy digest of the text
 * @param post the account's first post in the bucket
 */
record Voice(int author, int copy, PostId post, String mood, Set<Mark> marks) {
    private static final int BANDS = 8;

    /** Texts with at least this share of words and pairs in common are copies. */
    private static final double SAME = 0.6;

    /** Of a shorter text nothing but the same words are a copy. */
    private static final int LEAST_WORDS = 4;

    /**
     * The voices of a bucket.
     *
     * @param posts in any order; without what others say is left out
     */
    static List<Voice> of(Collection<Traits> posts) {
        var seen = new HashMap<Long, List<CommentSketch>>();
        Map<String, Voice> voices = new LinkedHashMap<>();
        posts.stream()
                .sorted(
                        Comparator.comparing(Traits::createdAt)
                                .thenComparing(post -> post.id().toString()))
                .forEach(post -> take(post, seen, voices));
        return List.copyOf(voices.values());
    }

    private static void take(
            Traits post, Map<Long, List<CommentSketch>> seen, Map<String, Voice> voices) {
        List<Mark> marks = TopicMarks.of(post);
        if (marks.isEmpty()) {
            return;
        }
        var sketch =
                CommentSketch.of(
                        String.join(
                                " ",
                                marks.stream()
                                        .filter(mark -> !TopicMarks.isPair(mark))
                                        .map(Mark::name)
                                        .toList()));
        if (isCopy(sketch, seen)) {
            return;
        }
        String author = post.author().orElse(post.id().toString());
        Voice voice = voices.get(author);
        if (voice == null) {
            voices.put(
                    author,
                    new Voice(
                            (int) QuickHash.of(author),
                            (int) QuickHash.of(sketch.encoded()),
                            post.id(),
                            TopicMarks.mood(post),
                            new LinkedHashSet<>(marks)));
        } else {
            voice.marks.addAll(marks);
        }
    }

    private static boolean isCopy(CommentSketch sketch, Map<Long, List<CommentSketch>> seen) {
        for (int band = 0; band < BANDS; band++) {
            for (CommentSketch other : seen.getOrDefault(sketch.band(band, BANDS), List.of())) {
                if (sketch.words() < LEAST_WORDS
                        ? sketch.equals(other)
                        : sketch.similarity(other) >= SAME) {
                    return true;
                }
            }
        }
        for (int band = 0; band < BANDS; band++) {
            seen.computeIfAbsent(sketch.band(band, BANDS), b -> new ArrayList<>(1)).add(sketch);
        }
        return false;
    }
}
