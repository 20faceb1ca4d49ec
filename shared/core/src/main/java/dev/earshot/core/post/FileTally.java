package dev.earshot.core.post;

import dev.earshot.core.post.FileReport.Reason;
import dev.earshot.core.post.FileReport.Sample;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostFiles.Description;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Counts the records of one file for its {@link FileReport}. Not thread-safe. */
public final class FileTally {
    private static final int MAX_REASONS = 40;
    private static final int MAX_NAMES = 60;
    private static final int SAMPLES = 3;
    private static final int SAMPLE_LENGTH = 240;
    private static final String UNSTATED = "unstated";
    private static final String OTHER_REASONS = "other reasons";

    /** What differs from record to record in one and the same reason. */
    private static final Pattern VALUES = Pattern.compile("'[^']*'|[0-9]+");

    private final Optional<Description> description;
    private final Map<String, Long> platforms = new TreeMap<>();
    private final Map<String, Long> languages = new TreeMap<>();
    private final Map<String, Reason> refused = new LinkedHashMap<>();
    private final Map<String, Reason> leftOut = new LinkedHashMap<>();
    private final Map<String, Reason> notes = new LinkedHashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private Optional<Instant> from = Optional.empty();
    private Optional<Instant> to = Optional.empty();
    private long posts;
    private long removals;
    private long reposts;

    /**
     * @param description empty if the file was refused whole
     */
    public FileTally(Optional<Description> description) {
        this.description = description;
    }

    /** Counts one record. */
    public void add(Decoded decoded) {
        switch (decoded) {
            case Decoded.Event(PostEvent.Published(Post post)) -> add(post);
            case Decoded.Event(PostEvent.Removed removed) -> removals++;
            case Decoded.AuthorGone gone -> removals++;
            case Decoded.Irrelevant(String what) -> count(leftOut, what, what);
            case Decoded.Rejected(String path, String reason, String payload) ->
                    count(refused, reason, path + ": " + reason);
        }
    }

    private void add(Post post) {
        posts++;
        boolean repost =
                post.references().stream().anyMatch(r -> r.kind() == Reference.Kind.REPOST);
        reposts += repost ? 1 : 0;
        count(platforms, post.id().platform().key());
        count(languages, post.declaredLanguage().orElse(UNSTATED));
        Instant at = post.createdAt();
        from = from.filter(first -> first.isBefore(at)).or(() -> Optional.of(at));
        to = to.filter(last -> last.isAfter(at)).or(() -> Optional.of(at));
        post.notes().forEach(note -> count(notes, note, post.id().nativeId() + ": " + note));
        if (samples.size() < SAMPLES) {
            String text = post.text();
            boolean isLong = text.length() > SAMPLE_LENGTH;
            int end =
                    isLong && Character.isHighSurrogate(text.charAt(SAMPLE_LENGTH - 1))
                            ? SAMPLE_LENGTH - 1
                            : Math.min(SAMPLE_LENGTH, text.length());
            samples.add(
                    new Sample(
                            post.id().nativeId(),
                            post.id().platform().key(),
                            at,
                            text.substring(0, end) + (isLong ? "…" : ""),
                            post.declaredLanguage()));
        }
    }

    private static void count(Map<String, Long> names, String name) {
        String known = names.containsKey(name) || names.size() < MAX_NAMES ? name : "other";
        names.merge(known, 1L, Long::sum);
    }

    private static void count(Map<String, Reason> reasons, String reason, String example) {
        String kind = VALUES.matcher(reason).replaceAll("…");
        boolean known = reasons.containsKey(kind) || reasons.size() < MAX_REASONS;
        reasons.merge(
                known ? kind : OTHER_REASONS,
                new Reason(1, example),
                (before, now) -> new Reason(before.count() + 1, before.example()));
    }

    /** What was counted so far. */
    public FileReport report() {
        return report("");
    }

    /** Likewise, of a file that was refused whole for a reason. */
    FileReport report(String refusal) {
        return new FileReport(
                description,
                refusal,
                posts,
                removals,
                reposts,
                platforms,
                languages,
                from,
                to,
                sorted(refused),
                sorted(leftOut),
                sorted(notes),
                samples);
    }

    private static List<Reason> sorted(Map<String, Reason> reasons) {
        return reasons.values().stream()
                .sorted(Comparator.comparingLong(Reason::count).reversed())
                .toList();
    }
}
