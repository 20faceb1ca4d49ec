package dev.earshot.djl;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What no model may do here: tell the emotion, the identity or the origin of people by their faces.
 * Whoever puts such a model into the folder of models gets a refusal with the article. Stateless.
 */
final class ForbiddenUse {
    private static final Set<String> EMOTION =
            Set.of(
                    "emotion",
                    "emotions",
                    "expression",
                    "anger",
                    "angry",
                    "happy",
                    "happiness",
                    "sad",
                    "sadness",
                    "fear",
                    "disgust",
                    "surprise",
                    "contempt");
    private static final Set<String> IDENTITY =
            Set.of(
                    "recognition",
                    "identity",
                    "identification",
                    "verification",
                    "embedding",
                    "embeddings",
                    "reidentification");
    private static final Set<String> CATEGORY =
            Set.of(
                    "race",
                    "ethnicity",
                    "ethnic",
                    "religion",
                    "orientation",
                    "white",
                    "black",
                    "asian",
                    "latino");

    private ForbiddenUse() {}

    /**
     * Why a model must not be loaded; empty if nothing speaks against it.
     *
     * @param description its {@code model.json}
     */
    static Optional<String> of(JsonObject description) {
        List<String> words = new ArrayList<>(words(description.get("name")));
        words.addAll(words(description.get("task")));
        boolean faces =
                words.stream()
                        .anyMatch(
                                word ->
                                        word.equals("face")
                                                || word.equals("faces")
                                                || word.equals("facial"));
        if (!faces) {
            return Optional.empty();
        }
        if (description.get("labels") != null && description.get("labels").isJsonArray()) {
            description.getAsJsonArray("labels").forEach(label -> words.addAll(words(label)));
        }
        if (words.stream().anyMatch(EMOTION::contains)) {
            return Optional.of(
                    "it tells emotions by faces: Regulation (EU) 2024/1689, article 5(1)(f), forbids that"
                            + " at work and in education, and annex III, 1(c), makes it high-risk"
                            + " elsewhere; take the emotion that a text states");
        }
        if (words.stream().anyMatch(IDENTITY::contains)) {
            return Optional.of(
                    "it tells people apart by their faces: Regulation (EU) 2016/679, article 9(1), forbids"
                            + " that without an exception, and Regulation (EU) 2024/1689, article"
                            + " 5(1)(e), forbids collecting faces for it; faces are counted and boxed"
                            + " here, nothing else");
        }
        return words.stream().anyMatch(CATEGORY::contains)
                ? Optional.of(
                        "it sorts people by their faces: Regulation (EU) 2024/1689, article 5(1)(g), forbids"
                                + " to deduce race, religion or orientation from them")
                : Optional.empty();
    }

    private static List<String> words(@Nullable JsonElement text) {
        return text == null || !text.isJsonPrimitive()
                ? List.of()
                : List.of(text.getAsString().toLowerCase(Locale.ROOT).split("[^a-z]+"));
    }
}
