package dev.earshot.evaluation.privacy;

import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;
import dev.earshot.core.text.TextSpan;
import dev.earshot.evaluation.privacy.PiiPosts.Label;
import dev.earshot.evaluation.privacy.PiiPosts.LabelledPost;
import dev.earshot.privacy.PiiDetector;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Measures how well personal data is found. A span is found where one of the same kind shares at
 * least half of what both cover together. What overlaps a label that nothing here looks for counts
 * neither way.
 */
public final class PiiEvaluation {
    private static final double SHARED = 0.5;

    private PiiEvaluation() {}

    /**
     * Counts of one kind.
     *
     * @param labelled spans that the file has
     * @param found spans that were found
     * @param right found spans that match a labelled one
     */
    public record Tally(int labelled, int found, int right) {
        /** Right ones among the found, in [0, 1]; 1 where nothing was found. */
        public double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        /** Right ones among the labelled, in [0, 1]; 1 where nothing was labelled. */
        public double recall() {
            return labelled == 0 ? 1 : (double) right / labelled;
        }

        /** The weighted harmonic mean; {@code beta} 2 counts recall four times. */
        public double f(double beta) {
            double square = beta * beta;
            double below = square * precision() + recall();
            return below == 0 ? 0 : (1 + square) * precision() * recall() / below;
        }

        Tally plus(int moreLabelled, int moreFound, int moreRight) {
            return new Tally(labelled + moreLabelled, found + moreFound, right + moreRight);
        }
    }

    /**
     * The outcome on a file.
     *
     * @param byKind kinds that the file labels, or that were found in it
     * @param brands mentions of brands, organisations and products that the file labels
     * @param brandsMasked those of them that were masked in part or whole, without an allow list
     * @param registeredMasked likewise, where the workspace has registered all of them
     * @param unknown labels that nothing here looks for, with their number
     * @param misses what was missed or found wrongly, at most {@value #MOST_MISSES}
     */
    public record Outcome(
            int posts,
            Map<PiiKind, Tally> byKind,
            int brands,
            int brandsMasked,
            int registeredMasked,
            Map<String, Integer> unknown,
            List<String> misses) {}

    private static final int MOST_MISSES = 500;

    /** Measures on posts. */
    public static Outcome measure(PiiDetector detector, List<LabelledPost> posts) {
        Map<PiiKind, Tally> tallies = new EnumMap<>(PiiKind.class);
        Map<String, Integer> unknown = new TreeMap<>();
        List<String> misses = new ArrayList<>();
        int brands = 0;
        int masked = 0;
        int registeredMasked = 0;
        for (LabelledPost post : posts) {
            List<PiiSpan> found = detector.find(post.text(), List.<TextSpan>of());
            boolean[] right = new boolean[found.size()];
            for (Label label : post.labels()) {
                Optional<PiiKind> kind = PiiLabels.kind(label.name());
                if (kind.isPresent()) {
                    boolean hit = hit(found, label, kind.get(), right);
                    count(tallies, kind.get(), 1, 0, 0);
                    if (!hit && misses.size() < MOST_MISSES) {
                        misses.add(
                                "missed "
                                        + label.name()
                                        + ": "
                                        + around(post.text(), label.start(), label.end()));
                    }
                } else if (PiiLabels.isBrand(label.name())) {
                    brands++;
                    masked += covered(found, label) ? 1 : 0;
                } else {
                    unknown.merge(label.name(), 1, Integer::sum);
                }
            }
            registeredMasked += registeredMasked(detector, post);
            for (int i = 0; i < right.length; i++) {
                PiiSpan span = found.get(i);
                if (right[i]) {
                    count(tallies, span.kind(), 0, 1, 1);
                } else if (!besideTheQuestion(span, post.labels())) {
                    count(tallies, span.kind(), 0, 1, 0);
                    if (misses.size() < MOST_MISSES) {
                        misses.add(
                                "wrong "
                                        + span.kind()
                                        + " ("
                                        + span.rule()
                                        + "): "
                                        + around(post.text(), span.start(), span.end()));
                    }
                }
            }
        }
        return new Outcome(
                posts.size(), tallies, brands, masked, registeredMasked, unknown, misses);
    }

    private static void count(
            Map<PiiKind, Tally> tallies, PiiKind kind, int labelled, int found, int right) {
        Tally so = tallies.getOrDefault(kind, new Tally(0, 0, 0));
        tallies.put(kind, so.plus(labelled, found, right));
    }

    private static boolean hit(List<PiiSpan> found, Label label, PiiKind kind, boolean[] right) {
        for (int i = 0; i < right.length; i++) {
            PiiSpan span = found.get(i);
            int both = Math.min(span.end(), label.end()) - Math.max(span.start(), label.start());
            int either = span.length() + label.end() - label.start() - both;
            if (!right[i] && span.kind() == kind && both > 0 && both >= SHARED * either) {
                right[i] = true;
                return true;
            }
        }
        return false;
    }

    private static int registeredMasked(PiiDetector detector, LabelledPost post) {
        List<Label> brands =
                post.labels().stream().filter(label -> PiiLabels.isBrand(label.name())).toList();
        if (brands.isEmpty()) {
            return 0;
        }
        List<TextSpan> kept =
                brands.stream().map(label -> new TextSpan(label.start(), label.end())).toList();
        List<PiiSpan> found = detector.find(post.text(), kept);
        return (int) brands.stream().filter(label -> covered(found, label)).count();
    }

    private static boolean covered(List<PiiSpan> found, Label label) {
        return found.stream().anyMatch(span -> span.overlaps(label.start(), label.end()));
    }

    /** A number that is personal but of no kind here, such as a driving licence's. */
    private static boolean besideTheQuestion(PiiSpan span, List<Label> labels) {
        return labels.stream()
                .filter(label -> span.overlaps(label.start(), label.end()))
                .anyMatch(
                        label ->
                                PiiLabels.kind(label.name()).isEmpty()
                                        && !PiiLabels.isBrand(label.name()));
    }

    private static String around(String text, int start, int end) {
        int from = Math.max(0, start - 30);
        int to = Math.min(text.length(), end + 20);
        return (text.substring(from, start)
                        + "⟦"
                        + text.substring(start, end)
                        + "⟧"
                        + text.substring(end, to))
                .replace('\n', ' ');
    }
}
