package dev.earshot.usecase.post;

import dev.earshot.core.privacy.MaskedText;
import dev.earshot.core.text.Attribution;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.TargetSentiment;
import dev.earshot.core.text.TextExplanation;
import dev.earshot.core.text.TextPart;
import dev.earshot.core.text.TextSpan;
import dev.earshot.core.text.WordAttribution;

/** Leads what was read in a masked text back to places of the original. Stateless. */
final class Unmasking {
    private Unmasking() {}

    /** Places in the original. */
    static Reading reading(Reading reading, MaskedText masked) {
        return moved(reading, masked::toOriginal);
    }

    /** Places in the masked text, of places in the original. */
    static Reading masked(Reading reading, MaskedText masked) {
        return moved(reading, masked::toMasked);
    }

    /** Where a span lies in another text. */
    private interface Move {
        TextSpan to(int start, int end);
    }

    private static Reading moved(Reading reading, Move move) {
        return switch (reading) {
            case Reading.Abstained abstained -> abstained;
            case Reading.Read read ->
                    new Reading.Read(
                            read.language(),
                            read.analysis(),
                            read.model(),
                            read.parts().stream().map(part -> part(part, move)).toList(),
                            read.targets().stream().map(target -> target(target, move)).toList(),
                            read.mixed());
        };
    }

    static TextExplanation explanation(
            TextExplanation explained, String original, MaskedText masked) {
        return new TextExplanation(
                original,
                reading(explained.reading(), masked),
                explained.confidence(),
                explained
                        .why()
                        .map(
                                why ->
                                        new Attribution(
                                                why.label(),
                                                why.score(),
                                                why.baseline(),
                                                why.words().stream()
                                                        .map(word -> word(word, original, masked))
                                                        .toList())));
    }

    private static TextPart part(TextPart part, Move move) {
        TextSpan span = move.to(part.start(), part.end());
        return new TextPart(span.start(), span.end(), part.sentiment());
    }

    private static TargetSentiment target(TargetSentiment target, Move move) {
        TextSpan span = move.to(target.start(), target.end());
        return new TargetSentiment(
                target.name(),
                span.start(),
                span.end(),
                target.sentiment(),
                target.sureFrom(),
                target.mixed());
    }

    private static WordAttribution word(WordAttribution word, String original, MaskedText masked) {
        TextSpan span = masked.toOriginal(word.start(), word.end());
        return new WordAttribution(span.of(original), span.start(), span.end(), word.weight());
    }
}
