package dev.earshot.usecase.post;

import dev.earshot.core.brand.Mention;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.Intents;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.text.TextSpan;
import dev.earshot.reading.clause.Switching;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever says that they have come to a brand does not threaten to leave it. A model tells that a
 * text speaks of leaving, and not whom: where its words say what is left for what, and what is left
 * is none of the registered brands, it is no risk to any of them. Stateless.
 */
final class Leaving {
    private Leaving() {}

    /**
     * The reading, without a risk that is none.
     *
     * @param registered ids of the workspace's brands, without those that are watched as
     *     competitors
     */
    static Reading settled(
            Reading reading, String text, List<Mention> mentions, Set<String> registered) {
        return reading instanceof Reading.Read read
                        && speaksOfLeaving(read)
                        && comesToABrand(text, mentions, registered)
                ? withoutRisk(read)
                : reading;
    }

    private static boolean speaksOfLeaving(Reading.Read read) {
        return read.analysis().intent().map(Intents::top).equals(Optional.of(Intent.CHURN_RISK));
    }

    private static boolean comesToABrand(
            String text, List<Mention> mentions, Set<String> registered) {
        List<Switching.Move> moves = Switching.in(text);
        boolean joins = moves.stream().anyMatch(move -> names(move.joined(), mentions, registered));
        boolean leaves = moves.stream().anyMatch(move -> names(move.left(), mentions, registered));
        return joins && !leaves;
    }

    private static boolean names(TextSpan part, List<Mention> mentions, Set<String> registered) {
        return mentions.stream()
                .filter(mention -> registered.contains(mention.brandId()))
                .anyMatch(mention -> mention.start() < part.end() && part.start() < mention.end());
    }

    /** What spoke for leaving speaks for none of the intents. */
    private static Reading withoutRisk(Reading.Read read) {
        TextAnalysis whole = read.analysis();
        return new Reading.Read(
                read.language(),
                new TextAnalysis(
                        whole.sentiment(),
                        whole.sureFrom(),
                        whole.emotions(),
                        whole.feelings(),
                        whole.irony(),
                        whole.offensive(),
                        whole.hateful(),
                        whole.intent().map(Leaving::other),
                        whole.unreadFrom()),
                read.model(),
                read.parts(),
                read.targets(),
                read.mixed());
    }

    private static Intents other(Intents intents) {
        Map<Intent, Double> scores = new EnumMap<>(intents.scores());
        double risk = scores.getOrDefault(Intent.CHURN_RISK, 0.0);
        scores.put(Intent.CHURN_RISK, 0.0);
        scores.put(Intent.OTHER, Math.min(1, scores.getOrDefault(Intent.OTHER, 0.0) + risk));
        return new Intents(scores, intents.sure());
    }
}
