package dev.earshot.wire.api.about;

import java.util.List;
import java.util.Optional;

/**
 * What is known of one model. JSON values of any kind are as {@link
 * dev.earshot.wire.json.JsonValues} gives them.
 *
 * @param licence any JSON value
 * @param labels any JSON value: the model's classes, in the order of its outputs
 * @param languages any JSON value: BCP-47 tags
 * @param heads any JSON value: what it tells, each with its classes
 * @param sha256 digest of its weights
 * @param madeFrom coordinates of the packages that it was assembled from
 * @param evaluation any JSON value: what was measured of it
 * @param card what was written about it, in Markdown; only where one model is asked for
 */
public record ModelCardView(
        Optional<String> name,
        String revision,
        Optional<Object> task,
        Optional<Object> licence,
        Optional<Object> labels,
        Optional<Object> languages,
        Optional<Object> heads,
        Optional<String> sha256,
        Optional<List<String>> madeFrom,
        Optional<Object> evaluation,
        Optional<String> card) {
    /** The same with what was written about the model. */
    public ModelCardView withCard(Optional<String> text) {
        return new ModelCardView(
                name,
                revision,
                task,
                licence,
                labels,
                languages,
                heads,
                sha256,
                madeFrom,
                evaluation,
                text);
    }
}
