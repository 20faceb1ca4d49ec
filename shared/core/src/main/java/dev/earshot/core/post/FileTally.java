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
    private static final int EXAMPLE_LENGTH = 240;
    private static final String UNSTATED = "unstated";
    private static final String UNDATED = "states no time; that of the import is taken";
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
    private final int maxSamples;
    private long posts;
    private long removals;
    private long reposts;

    private FileTally(Optional<Description> description, int maxSamples) {
        this.description = description;
        this.maxSamples = maxSamples;
    }

    /** Nothing counted yet. */
    public static FileTally of(Description description) {
        return new FileTally(Optional.of(description), SAMPLES);
    }

    /** Nothing counted yet; the report will show no texts. */
    public static FileTally withoutSamples(Description description) {
        return new FileTally(Optional.of(description), 0);
    }

    /** What was counted so far, to be counted on. */
    public static FileTally withoutSamples(FileReport soFar) {
        var tally = new FileTally(soFar.description(), 0);
        tally.posts = soFar.posts();
        tally.removals = soFar.removals();
        tally.reposts = soFar.reposts();
        tally.platforms.putAll(soFar.platforms());
        tally.languages.putAll(soFar.languages());
        tally.from = soFar.from();
        tally.to = soFar.to();
        soFar.refused().forEach(reason -> tally.refused.put(reason.kind(), reason));
        soFar.leftOut().forEach(reason -> tally.leftOut.put(reason.kind(), reason));
        soFar.notes().forEach(reason -> tally.notes.put(reason.kind(), reason));
        return tally;
    }

    /** The report of a file that is refused whole. */
    static FileReport refused(String reason) {
        return new FileTally(Optional.empty(), 0).report(reason);
    }

    /** Counts one record. */
    public void add(Decoded decoded) {
        switch (decoded) {
            case Decoded.Event(PostEvent.Published(Post post)) -> add(post);
            case Decoded.Event(PostEvent.Removed removed) -> removals++;
            case Decoded.AuthorGone gone -> removals++;
            case Decoded.AuthorBack back ->
                    count(leftOut, "an account is back", "an account is back");
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
        // Where a post states no time, the time of reading is taken for it.
        if (at.equals(post.revision().observedAt())) {
            count(notes, UNDATED, post.id().nativeId() + ": " + UNDATED);
        }
        post.notes().forEach(note -> count(notes, note, post.id().nativeId() + ": " + note));
        if (samples.size() < maxSamples) {
            samples.add(
                    new Sample(
                            post.id().nativeId(),
                            post.id().platform().key(),
                            at,
                            cut(post.text()),
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
        String name = known ? kind : OTHER_REASONS;
        reasons.merge(
                name,
                new Reason(name, 1, cut(example)),
                (before, now) -> new Reason(name, before.count() + 1, before.example()));
    }

    private static String cut(String text) {
        if (text.length() <= EXAMPLE_LENGTH) {
            return text;
        }
        int end =
                Character.isHighSurrogate(text.charAt(EXAMPLE_LENGTH - 1))
                        ? EXAMPLE_LENGTH - 1
                        : EXAMPLE_LENGTH;
        return text.substring(0, end) + "…";
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
                .sorted(
                        Comparator.comparingLong(Reason::count)
                                .reversed()
                                .thenComparing(Reason::kind))
                .toList();
    }
}
