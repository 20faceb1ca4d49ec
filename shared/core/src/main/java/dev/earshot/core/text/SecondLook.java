package dev.earshot.core.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of texts that a model reads after the whole: clauses, to tell mixed feelings, and what is
 * said of each target. All parts of a batch are read in one call. Used once, by one thread.
 */
final class SecondLook {
    /**
     * A whole text whose strongest class is this probable is taken at its word: of the two-clause
     * texts on which the bound was chosen none was so one-sided.
     */
    static final double ONE_SIDED = 0.985;

    /** A whole text that is neutral with this probability holds no two poles, and is not parted. */
    static final double FLAT = 0.3;

    /** Both poles are there if one part is negative and another positive with this probability. */
    static final double POLE = 0.85;

    /**
     * How far the sentence that a target is in bears on the sentiment towards it, beside the clause
     * itself: a clause alone may be too short to read.
     */
    static final double SENTENCE_SHARE = 0.15;

    private final TextModel model;
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    SecondLook(TextModel model) {
        this.model = model;
    }

    /** What is to be read of one text. */
    record Plan(
            String text,
            TextAnalysis whole,
            List<TextSpan> parts,
            List<Target> targets,
            List<TargetWindows.Window> windows) {}

    /** What was read of one text. */
    record Result(List<TextPart> parts, List<TargetSentiment> targets, boolean mixed) {}

    /** Plans a text; its parts are read by the next {@link #read}. */
    Plan plan(String text, String language, TextAnalysis whole, List<Target> targets) {
        List<TextSpan> parts = worthParting(whole) ? TextParts.of(text, language) : List.of();
        if (parts.size() < 2) {
            parts = List.of();
        }
        List<TargetWindows.Window> windows =
                targets.isEmpty() ? List.of() : TargetWindows.of(text, targets, language);
        parts.forEach(part -> ask(part.of(text)));
        windows.forEach(window -> ask(window.span().of(text)));
        return new Plan(text, whole, parts, targets, windows);
    }

    private static boolean worthParting(TextAnalysis whole) {
        return whole.sentiment().top() < ONE_SIDED && whole.sentiment().neutral() < FLAT;
    }

    private void ask(String part) {
        texts.putIfAbsent(part, texts.size());
    }

    /** Reads the parts of all plans; result {@code i} belongs to plan {@code i}. */
    List<Result> read(List<Plan> plans) {
        List<TextAnalysis> read =
                texts.isEmpty() ? List.of() : model.analyse(List.copyOf(texts.keySet()));
        List<Result> results = new ArrayList<>(plans.size());
        for (Plan plan : plans) {
            List<TextPart> parts =
                    plan.parts().stream()
                            .map(
                                    part ->
                                            new TextPart(
                                                    part.start(),
                                                    part.end(),
                                                    sentiment(read, part.of(plan.text()))))
                            .toList();
            results.add(new Result(parts, targets(plan, read), mixed(plan.text(), parts)));
        }
        return results;
    }

    private Sentiment sentiment(List<TextAnalysis> read, String part) {
        return read.get(Optional.ofNullable(texts.get(part)).orElseThrow()).sentiment();
    }

    private List<TargetSentiment> targets(Plan plan, List<TextAnalysis> read) {
        List<TargetSentiment> found = new ArrayList<>();
        for (int i = 0; i < plan.targets().size(); i++) {
            Target target = plan.targets().get(i);
            TargetWindows.Window window = plan.windows().get(i);
            Sentiment clause = sentiment(read, window.span().of(plan.text()));
            Sentiment sentiment =
                    blend(
                            window.opposite() ? clause.opposite() : clause,
                            window.opposite()
                                    ? plan.whole().sentiment().opposite()
                                    : plan.whole().sentiment());
            found.add(
                    new TargetSentiment(target.name(), target.start(), target.end(), sentiment));
        }
        return found;
    }

    private static Sentiment blend(Sentiment clause, Sentiment whole) {
        double rest = 1 - SENTENCE_SHARE;
        return new Sentiment(
                rest * clause.negative() + SENTENCE_SHARE * whole.negative(),
                rest * clause.neutral() + SENTENCE_SHARE * whole.neutral(),
                rest * clause.positive() + SENTENCE_SHARE * whole.positive());
    }

    /** Whether both poles are the author's, now. */
    private static boolean mixed(String text, List<TextPart> parts) {
        boolean negative = false;
        boolean positive = false;
        int from = 0;
        for (TextPart part : parts) {
            if (!ReportedViews.holds(text.substring(from, part.end()) + mark(text, part.end()))) {
                negative |= part.sentiment().negative() >= POLE;
                positive |= part.sentiment().positive() >= POLE;
            }
            from = part.end();
        }
        return negative && positive;
    }

    /** The question mark behind a part, which a part's end may leave out. */
    private static String mark(String text, int end) {
        return text.startsWith("?", end) ? "?" : "";
    }
}
