package dev.earshot.core.post;

import dev.earshot.core.post.PostFiles.Description;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file holds: what it was taken for, how many of its records were read and what became of
 * the others.
 *
 * @param description empty if the file was refused whole
 * @param refusal why it was refused; empty if it was not
 * @param posts how many posts were read, the same one twice counted twice
 * @param removals notices that a post is gone
 * @param reposts how many of the posts repeat another
 * @param platforms posts by platform
 * @param languages posts by the language that the file states; {@code unstated} where it states
 *     none
 * @param from when the first post was made; empty without posts
 * @param to when the last one was made
 * @param refused what was refused, by reason
 * @param leftOut what holds no post, by reason
 * @param notes what was changed or left out within posts, by reason
 * @param samples the first posts as read
 */
public record FileReport(
        Optional<Description> description,
        String refusal,
        long posts,
        long removals,
        long reposts,
        Map<String, Long> platforms,
        Map<String, Long> languages,
        Optional<Instant> from,
        Optional<Instant> to,
        List<Reason> refused,
        List<Reason> leftOut,
        List<Reason> notes,
        List<Sample> samples) {
    public FileReport {
        platforms = Collections.unmodifiableMap(new LinkedHashMap<>(platforms));
        languages = Collections.unmodifiableMap(new LinkedHashMap<>(languages));
        refused = List.copyOf(refused);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
        samples = List.copyOf(samples);
    }

    /**
     * Why something happened, and how often.
     *
     * @param kind the reason without the values that differ from record to record
     * @param example one place and the reason in full
     */
    public record Reason(String kind, long count, String example) {}

    /** A post as read. */
    public record Sample(
            String id,
            String platform,
            Instant createdAt,
            String text,
            Optional<String> language) {}

    /** The report of a file that was refused whole. */
    public static FileReport refused(String reason) {
        return FileTally.refused(reason);
    }
}
