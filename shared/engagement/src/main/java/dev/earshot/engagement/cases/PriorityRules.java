package dev.earshot.engagement.cases;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.text.Emotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The points of a case. They are choices: a matter of safety comes before one of leaving, which
 * comes before a complaint, and reach, mood and patience move a case by at most a level or two.
 */
final class PriorityRules {
    private static final int UNSURE = -10;
    private static final int NEGATIVE = 10;
    private static final int ANGRY = 5;
    private static final int DISCUSSED = 10;
    private static final int WROTE_AGAIN = 10;
    private static final int MAX_WROTE_AGAIN = 20;
    private static final int EPISODE = 15;
    private static final long MANY_RESPONSES = 100;

    private PriorityRules() {}

    /**
     * @param unanswered how often the author wrote again since anybody last answered
     * @param episodes brands about which unusually much is complained right now
     */
    static Priority of(
            CaseRules.Need need, PostAnalysis post, int unanswered, Set<String> episodes) {
        var reasons = new ArrayList<Priority.Reason>();
        reasons.add(new Priority.Reason(need.kind().because(), kind(need.kind())));
        if (!need.sure()) {
            reasons.add(
                    new Priority.Reason(
                            String.format(
                                    Locale.ROOT,
                                    "the model is not sure of that (%.0f %%)",
                                    100 * need.probability()),
                            UNSURE));
        }
        reach(post, reasons);
        mood(post, reasons);
        long responses = post.engagement().interactions();
        if (responses >= MANY_RESPONSES) {
            reasons.add(new Priority.Reason(responses + " people responded to it", DISCUSSED));
        }
        if (unanswered > 0) {
            reasons.add(
                    new Priority.Reason(
                            "its author wrote again "
                                    + (unanswered == 1 ? "once" : unanswered + " times")
                                    + " without an answer",
                            Math.min(MAX_WROTE_AGAIN, unanswered * WROTE_AGAIN)));
        }
        List<String> affected = post.brands().stream().filter(episodes::contains).toList();
        if (!affected.isEmpty()) {
            reasons.add(
                    new Priority.Reason(
                            "there is an open alert about " + String.join(", ", affected),
                            EPISODE));
        }
        return Priority.of(reasons);
    }

    private static int kind(CaseKind kind) {
        return switch (kind) {
            case SAFETY_OR_LEGAL -> 50;
            case CHURN_RISK -> 35;
            case COMPLAINT, REPUTATION -> 25;
            case QUESTION -> 10;
        };
    }

    /** Five points for each power of ten from a thousand on. */
    private static void reach(PostAnalysis post, List<Priority.Reason> reasons) {
        long reach = CaseRules.reach(post);
        int points = 0;
        for (long size = 1_000; size <= reach && points < 20; size *= 10) {
            points += 5;
        }
        if (points > 0) {
            reasons.add(
                    new Priority.Reason(
                            String.format(Locale.ROOT, "about %,d may see it", reach), points));
        }
    }

    private static void mood(PostAnalysis post, List<Priority.Reason> reasons) {
        if (CaseRules.negative(post)) {
            reasons.add(new Priority.Reason("it is negative", NEGATIVE));
        }
        if (post.emotion().filter(emotion -> emotion == Emotion.ANGER).isPresent()) {
            reasons.add(new Priority.Reason("it is angry", ANGRY));
        }
    }
}
