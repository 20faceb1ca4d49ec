package dev.earshot.reading;

import dev.earshot.core.text.AnalysisWithSpans;
import dev.earshot.core.text.Rereading;
import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.Target;
import dev.earshot.core.text.TargetOpinion;
import dev.earshot.core.text.TargetSentiment;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextModel;
import dev.earshot.core.text.TextPart;
import dev.earshot.core.text.TextSpan;
import dev.earshot.core.text.TextWithSpans;
import dev.earshot.reading.clause.Comparisons;
import dev.earshot.reading.clause.ReportedViews;
import dev.earshot.reading.clause.TargetWindows;
import dev.earshot.reading.clause.TextParts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads texts as a whole, clause by clause to detect mixed sentiment, and for their sentiment
 * towards each target. A model that supports it does all of this in one call. Any other is called
 * twice: the second call covers only targets and the clauses of texts that may be mixed.
 *
 * <p>A model that reads targets is asked about each target of a text that names two or more, or
 * compares one; a target alone takes the text's own sentiment. For other models, a target takes the
 * sentiment of the words around it. Stateless.
 */
final class CloseReading {
    private static final int CLAUSES_PER_WEAKER_POLE = 7;

    private CloseReading() {}

    /**
     * Probability bounds for the conclusions.
     *
     * @param oneSided a whole text whose strongest class is this probable is not mixed, whatever
     *     its clauses say by themselves
     * @param flat a whole text that is neutral with this probability is not mixed
     * @param pole a text is mixed if one part is negative and another positive with this
     *     probability
     * @param wholeShare weight of the whole text in the sentiment towards a target, beside the
     *     clause: a clause alone may be too short to read
     */
    private record Bounds(double oneSided, double flat, double pole, double wholeShare) {
        /** Bounds for clauses read as separate texts. */
        static final Bounds REREAD = new Bounds(0.985, 0.3, 0.85, 0.15);

        /**
         * Bounds for clauses read in context, chosen on posts of the training side that no model
         * has read, translated reviews (NusaX): of 300 pairs of opposite ones, joined by "but",
         * "though", a full stop and the like, 76.7 % are mixed by them, of 300 of one pole or of
         * one and a neutral one 13.3 %, of 300 single ones 5.3 % (with 0.85 and 0.6, which were
         * chosen on tweets for older weights: 74.3, 13.7 and 5.0).
         */
        static final Bounds ONE_PASS = new Bounds(0.9, 0.3, 0.7, 0.1);

        boolean mayHoldTwoPoles(TextAnalysis whole) {
            return whole.sentiment().top() < oneSided && whole.sentiment().neutral() < flat;
        }
    }

    /**
     * A text to read.
     *
     * @param language primary subtag of the text's language
     */
    record Passage(String text, String language, List<Target> targets) {}

    /**
     * What was read of a text.
     *
     * @param parts sentences and clauses: at least two, or none
     */
    record Result(
            TextAnalysis whole,
            List<TextPart> parts,
            List<TargetSentiment> targets,
            boolean mixed) {}

    /** What to ask of a text: its clauses, and either windows or names of its targets. */
    private record Plan(
            Passage request,
            List<TextSpan> clauses,
            List<TargetWindows.Window> windows,
            List<String> names) {
        static Plan of(Passage request, boolean withClauses, boolean byName) {
            List<TextSpan> clauses =
                    withClauses ? TextParts.of(request.text(), request.language()) : List.of();
            boolean withWindows = !byName && !request.targets().isEmpty();
            return new Plan(
                    request,
                    clauses.size() < 2 ? List.of() : clauses,
                    withWindows
                            ? TargetWindows.of(
                                    request.text(), request.targets(), request.language())
                            : List.of(),
                    byName ? names(request) : List.of());
        }

        /** The targets to ask the model about. */
        private static List<String> names(Passage request) {
            List<String> names = request.targets().stream().map(Target::name).distinct().toList();
            return names.size() > 1 || Comparisons.in(request.text()) ? names : List.of();
        }

        /** The spans to read: the clauses first, then one for each window; then the targets. */
        TextWithSpans spans() {
            List<TextSpan> spans = new ArrayList<>(clauses);
            windows.forEach(window -> spans.add(window.span()));
            return new TextWithSpans(
                    request.text(), spans, names.stream().map(this::mentions).toList());
        }

        private List<TextSpan> mentions(String name) {
            return request.targets().stream()
                    .filter(target -> target.name().equals(name))
                    .map(target -> new TextSpan(target.start(), target.end()))
                    .toList();
        }
    }

    /** Result {@code i} belongs to request {@code i}. */
    static List<Result> read(TextModel model, List<Passage> requests) {
        return model.readsPartsInOnePass() ? readOnce(model, requests) : readTwice(model, requests);
    }

    private static List<Result> readOnce(TextModel model, List<Passage> requests) {
        List<Plan> plans =
                requests.stream()
                        .map(request -> Plan.of(request, true, model.readsTargets()))
                        .toList();
        return results(
                plans,
                model.analyseInParts(plans.stream().map(Plan::spans).toList()),
                Bounds.ONE_PASS,
                model.readsTargets());
    }

    private static List<Result> readTwice(TextModel model, List<Passage> requests) {
        List<TextAnalysis> wholes = model.analyse(requests.stream().map(Passage::text).toList());
        List<Plan> plans = new ArrayList<>(requests.size());
        for (int i = 0; i < wholes.size(); i++) {
            boolean withClauses = Bounds.REREAD.mayHoldTwoPoles(wholes.get(i));
            plans.add(Plan.of(requests.get(i), withClauses, false));
        }
        List<TextWithSpans> texts = plans.stream().map(Plan::spans).toList();
        return results(plans, new Rereading(model).withSpans(wholes, texts), Bounds.REREAD, false);
    }

    private static List<Result> results(
            List<Plan> plans, List<AnalysisWithSpans> read, Bounds bounds, boolean byName) {
        return IntStream.range(0, plans.size())
                .mapToObj(i -> result(plans.get(i), read.get(i), bounds, byName))
                .toList();
    }

    private static Result result(Plan plan, AnalysisWithSpans read, Bounds bounds, boolean byName) {
        List<TextPart> parts = new ArrayList<>();
        if (bounds.mayHoldTwoPoles(read.whole())) {
            for (int i = 0; i < plan.clauses().size(); i++) {
                TextSpan clause = plan.clauses().get(i);
                parts.add(new TextPart(clause.start(), clause.end(), read.spans().get(i)));
            }
        }
        boolean mixed = mixed(plan.request().text(), parts, bounds.pole());
        return new Result(
                read.whole(),
                parts,
                byName
                        ? targetsByName(plan, read, mixed)
                        : targetsByWindow(plan, read, bounds.wholeShare()),
                mixed);
    }

    /** Every mention of a target gets what the text says of it. */
    private static List<TargetSentiment> targetsByName(
            Plan plan, AnalysisWithSpans read, boolean mixed) {
        TargetOpinion ofWhole =
                new TargetOpinion(read.whole().sentiment(), read.whole().sureFrom(), mixed);
        return plan.request().targets().stream()
                .map(
                        target -> {
                            int asked = plan.names().indexOf(target.name());
                            TargetOpinion opinion = asked < 0 ? ofWhole : read.towards().get(asked);
                            return new TargetSentiment(
                                    target.name(),
                                    target.start(),
                                    target.end(),
                                    opinion.sentiment(),
                                    opinion.sureFrom(),
                                    opinion.mixed());
                        })
                .toList();
    }

    private static List<TargetSentiment> targetsByWindow(
            Plan plan, AnalysisWithSpans read, double wholeShare) {
        List<TargetSentiment> found = new ArrayList<>(plan.windows().size());
        for (int i = 0; i < plan.windows().size(); i++) {
            Target target = plan.request().targets().get(i);
            Sentiment blended =
                    blend(
                            read.spans().get(plan.clauses().size() + i),
                            read.whole().sentiment(),
                            wholeShare);
            found.add(
                    new TargetSentiment(
                            target.name(),
                            target.start(),
                            target.end(),
                            plan.windows().get(i).opposite() ? blended.opposite() : blended,
                            read.whole().sureFrom(),
                            false));
        }
        return found;
    }

    private static Sentiment blend(Sentiment clause, Sentiment whole, double wholeShare) {
        double rest = 1 - wholeShare;
        return new Sentiment(
                rest * clause.negative() + wholeShare * whole.negative(),
                rest * clause.neutral() + wholeShare * whole.neutral(),
                rest * clause.positive() + wholeShare * whole.positive());
    }

    /**
     * Whether the author is both positive and negative now. Of many clauses one may be misread, so
     * the weaker pole must hold one in {@value #CLAUSES_PER_WEAKER_POLE} of those that have a pole.
     */
    private static boolean mixed(String text, List<TextPart> parts, double pole) {
        int negative = 0;
        int positive = 0;
        int from = 0;
        for (TextPart part : parts) {
            boolean bad = part.sentiment().negative() >= pole;
            boolean good = part.sentiment().positive() >= pole;
            if ((bad || good)
                    && !ReportedViews.holds(
                            text.substring(from, part.end()) + mark(text, part.end()))) {
                negative += bad ? 1 : 0;
                positive += good ? 1 : 0;
            }
            from = part.end();
        }
        int weaker = Math.min(negative, positive);
        return weaker > 0 && CLAUSES_PER_WEAKER_POLE * weaker >= negative + positive;
    }

    /** The question mark after a part; a part may end before it. */
    private static String mark(String text, int end) {
        return text.startsWith("?", end) ? "?" : "";
    }
}
