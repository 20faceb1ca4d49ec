package dev.earshot.engagement.predict;

import dev.earshot.core.text.Reading;

import java.util.List;

/** The text encoder, as far as predictions need it. Thread-safe. */
@FunctionalInterface
public interface Encoder {
    /** Reads nothing: predictions then rest on words, form, hour and past alone. */
    Encoder NONE =
            texts ->
                    texts.stream()
                            .<Reading>map(
                                    text -> new Reading.Abstained("und", "no encoder was asked"))
                            .toList();

    /** One reading for each text, in order. */
    List<Reading> read(List<String> texts);
}
