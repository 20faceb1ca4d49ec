package dev.earshot.wire.api.media;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.earshot.core.ModelVersion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a search for files found, best first.
 *
 * @param q the question
 * @param method {@code words} or {@code vectors}
 * @param insteadOfVectors why a mounted text-image model gave no answer
 * @param model whose vectors were compared
 * @param byVector pictures whose vectors were near enough to take part
 * @param pictures different pictures among the files
 * @param files all that fit
 * @param complete false where more files may fit and were not read
 */
public record MediaSearchView(
        String q,
        String method,
        Optional<String> insteadOfVectors,
        Optional<ModelVersion> model,
        OptionalInt byVector,
        int pictures,
        int files,
        boolean complete,
        List<Hit> media) {
    public MediaSearchView {
        media = List.copyOf(media);
    }

    /**
     * One file that fits.
     *
     * @param score higher fits better; comparable within one answer alone
     * @param matched words of the question that it meets
     * @param similarity of its vector to the question's, where both are there
     */
    public record Hit(
            @JsonUnwrapped ListedMediaView file,
            double score,
            List<String> matched,
            OptionalDouble similarity) {}
}
