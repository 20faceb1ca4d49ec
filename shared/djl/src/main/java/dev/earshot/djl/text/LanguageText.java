package dev.earshot.djl.text;

import java.util.Optional;

/**
 * A text as a model's weights are asked about it.
 *
 * @param language tag of the language whose temperatures and bands of abstention apply; empty for those
 *     of the model as a whole
 */
public record LanguageText(String text, Optional<String> language) {}
