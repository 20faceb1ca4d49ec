package dev.earshot.reading.clause;

import dev.earshot.core.text.Target;
import dev.earshot.core.text.TextSpan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the span of a text that speaks of each target in it. Between two targets the text is split
 * at the strongest boundary; of equal ones at the one nearest to the second target. Where a side
 * then says nothing about its target ("X" in "X and Y are great"), both share the span. The span
 * ends with the clause, or with the next sentence if that begins with "it". Comparisons ("X is
 * better than Y") and a bare "not Y" reverse the sentiment for the second target. Used once.
 */
public final class TargetWindows {
    /** Words that say nothing about a target by themselves. */
    private static final Set<String> FILLER_WORDS =
            Set.of(
                    "the",
                    "a",
                    "an",
                    "my",
                    "your",
                    "his",
                    "her",
                    "its",
                    "our",
                    "their",
                    "this",
                    "that",
                    "these",
                    "those",
                    "and",
                    "or",
                    "of",
                    "on",
                    "in",
                    "at",
                    "to",
                    "for",
                    "from",
                    "with",
                    "by",
                    "i",
                    "we",
                    "you",
                    "he",
                    "she",
                    "it",
                    "they",
                    "as",
                    "new",
                    "also",
                    "both",
                    "too",
                    "so",
                    "then",
                    "which",
                    "who",
                    "is",
                    "are",
                    "was",
                    "were",
                    "be",
                    "am",
                    "el",
                    "la",
                    "los",
                    "las",
                    "un",
                    "una",
                    "mi",
                    "de",
                    "del",
                    "y",
                    "le",
                    "les",
                    "une",
                    "mon",
                    "ma",
                    "mes",
                    "et",
                    "der",
                    "die",
                    "das",
                    "ein",
                    "eine",
                    "und",
                    "il",
                    "lo",
                    "gli",
                    "e",
                    "o",
                    "os",
                    "um",
                    "uma",
                    "do",
                    "da",
                    "unlike",
                    "even",
                    "though",
                    "although",
                    "while",
                    "but",
                    "however");

    private static final Set<String> COMPARED =
            Set.of("than", "over", "versus", "unlike", "rather");
    private static final Set<String> NOTS =
            Set.of("not", "no", "never", "nor", "nicht", "pas", "non");
    private static final Set<String> GOES_ON =
            Set.of("it", "its", "it's", "they", "they're", "this", "that", "these", "those");

    private final List<Word> words;
    private final List<Boundary> boundaries;
    private final List<Target> targets;
    private final List<Segment> segments = new ArrayList<>();

    private TargetWindows(List<Word> words, List<Boundary> boundaries, List<Target> targets) {
        this.words = words;
        this.boundaries = boundaries;
        this.targets = targets;
    }

    /**
     * The span to read for one target.
     *
     * @param opposite whether the sentiment towards it is the opposite of the span's
     */
    public record Window(TextSpan span, boolean opposite) {}

    /**
     * Words {@code from} to {@code to}, and the targets {@code first} to {@code last} that they
     * speak of.
     */
    private record Segment(int from, int to, int first, int last) {}

    /** One window for each target, in the order given. */
    public static List<Window> of(String text, List<Target> targets, String language) {
        List<Word> words = Word.of(text);
        List<Integer> order =
                IntStream.range(0, targets.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> targets.get(i).start()))
                        .toList();
        var windows =
                new TargetWindows(
                        words,
                        Boundaries.of(text, words, language),
                        order.stream().map(targets::get).toList());
        List<Window> sorted = windows.find();
        var result = new Window[targets.size()];
        for (int k = 0; k < order.size(); k++) {
            result[order.get(k)] = sorted.get(k);
        }
        return List.of(result);
    }

    private List<Window> find() {
        part();
        join();
        List<Window> windows = new ArrayList<>();
        for (int s = 0; s < segments.size(); s++) {
            Segment segment = segments.get(s);
            if (s > 0 && onlyNot(segment)) {
                Window before = windows.getLast();
                for (int k = segment.first(); k <= segment.last(); k++) {
                    windows.add(new Window(before.span(), !before.opposite()));
                }
                continue;
            }
            TextSpan span = trimmed(segment);
            for (int k = segment.first(); k <= segment.last(); k++) {
                windows.add(new Window(span, compared(segment, k)));
            }
        }
        return windows;
    }

    /** Splits the text between its targets. */
    private void part() {
        int from = 0;
        int first = 0;
        for (int k = 0; k + 1 < targets.size(); k++) {
            int behind = wordAt(targets.get(k).end() - 1);
            int next = wordAt(targets.get(k + 1).start());
            Boundary cut = null;
            for (Boundary boundary : boundaries) {
                if (boundary.before() > behind
                        && boundary.before() <= next
                        && (cut == null || boundary.kind().compareTo(cut.kind()) >= 0)) {
                    cut = boundary;
                }
            }
            if (cut != null) {
                segments.add(new Segment(from, cut.before(), first, k));
                from = Math.min(next, cut.before() + cut.skipped());
                first = k + 1;
            }
        }
        segments.add(new Segment(from, words.size(), first, targets.size() - 1));
    }

    /** Merges segments that say nothing with the neighbour across the weaker boundary. */
    private void join() {
        for (int s = 0; s < segments.size() && segments.size() > 1; ) {
            Segment segment = segments.get(s);
            if (content(segment, false) > 0) {
                s++;
                continue;
            }
            boolean last = s == segments.size() - 1;
            boolean left =
                    last
                            || (s > 0
                                    && kindAt(segments.get(s - 1).to())
                                                    .compareTo(kindAt(segment.to()))
                                            <= 0);
            int with = left ? s - 1 : s;
            Segment one = segments.get(with);
            Segment other = segments.remove(with + 1);
            segments.set(with, new Segment(one.from(), other.to(), one.first(), other.last()));
            s = with;
        }
    }

    private Boundary.Kind kindAt(int before) {
        return boundaries.stream()
                .filter(boundary -> boundary.before() == before)
                .map(Boundary::kind)
                .findFirst()
                .orElse(Boundary.Kind.ITEM);
    }

    private boolean onlyNot(Segment segment) {
        return content(segment, false) > 0 && content(segment, true) == 0;
    }

    /** Number of words in it that say something about a target. */
    private int content(Segment segment, boolean withoutNots) {
        int count = 0;
        for (int i = segment.from(); i < segment.to(); i++) {
            Word word = words.get(i);
            boolean empty =
                    (!word.emoji() && (!word.counts() || FILLER_WORDS.contains(word.plain())))
                            || (withoutNots && NOTS.contains(word.plain()))
                            || isTarget(word);
            count += empty ? 0 : 1;
        }
        return count;
    }

    private boolean isTarget(Word word) {
        return targets.stream()
                .anyMatch(target -> target.start() < word.end() && word.start() < target.end());
    }

    /** The clauses of a segment that contain its targets, if they say anything about them. */
    private TextSpan trimmed(Segment segment) {
        int from = segment.from();
        int to = segment.to();
        int first = wordAt(targets.get(segment.first()).start());
        int last = wordAt(targets.get(segment.last()).end() - 1);
        for (Boundary boundary : boundaries) {
            boolean parts = boundary.kind().compareTo(Boundary.Kind.CONTRAST) >= 0;
            if (parts && boundary.before() <= first) {
                from = Math.max(from, Math.min(first, boundary.before() + boundary.skipped()));
            }
            if (parts && boundary.before() > last && !goesOn(boundary)) {
                to = Math.min(to, boundary.before());
            }
        }
        var cut = new Segment(from, to, segment.first(), segment.last());
        Segment kept = content(cut, false) > 0 ? cut : segment;
        return new TextSpan(words.get(kept.from()).start(), words.get(kept.to() - 1).end());
    }

    private boolean goesOn(Boundary boundary) {
        return boundary.kind() == Boundary.Kind.SENTENCE
                && GOES_ON.contains(words.get(boundary.before()).plain());
    }

    /** Whether another target of the segment is compared with this one. */
    private boolean compared(Segment segment, int k) {
        int own = wordAt(targets.get(k).start());
        if (k > segment.first()) {
            int before = wordAt(targets.get(k - 1).end() - 1);
            for (int i = before + 1; i < own; i++) {
                if (COMPARED.contains(words.get(i).plain())) {
                    return true;
                }
            }
            int start = wordAt(targets.get(k - 1).start());
            return own > 0
                    && words.get(own - 1).plain().equals("to")
                    && start > 0
                    && words.get(start - 1).plain().startsWith("prefer");
        }
        return k < segment.last() && own > 0 && words.get(own - 1).plain().equals("unlike");
    }

    private int wordAt(int offset) {
        int at = 0;
        while (at + 1 < words.size() && words.get(at + 1).start() <= offset) {
            at++;
        }
        return at;
    }
}
