package dev.earshot.query;

import java.util.Optional;

/** Measured confusions of sentiment models. Implementations are thread-safe. */
@FunctionalInterface
public interface Confusions {
    /** Nothing is known. */
    Confusions NONE = (model, language) -> Optional.empty();

    /**
     * The confusion of one revision of a model on posts in one language, its classes in the order
     * negative, neutral, positive; empty where it was not measured.
     *
     * @param model as {@code <name>@<revision>}
     * @param language BCP-47 tag as the posts have it
     */
    Optional<Confusion> of(String model, String language);
}
