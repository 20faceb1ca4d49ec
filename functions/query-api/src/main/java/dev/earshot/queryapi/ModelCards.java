package dev.earshot.queryapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The essentials of the models' cards that were there when the function was built. Which model made
 * a result is said by the result itself, by name, revision and digest. Immutable and thread-safe.
 */
final class ModelCards {
    private static final List<String> SHOWN = List.of("name", "revision", "task", "licence", "labels");
    private final List<Map<String, @Nullable Object>> cards;

    private ModelCards(List<Map<String, @Nullable Object>> cards) {
        this.cards = List.copyOf(cards);
    }

    /** The cards of {@code models/<name>/model.json} and {@code eval.json}, built in as resources. */
    static ModelCards builtIn() {
        return new ModelCards(
                Resources.text("models/index.txt")
                        .lines()
                        .filter(name -> !name.isBlank())
                        .map(
                                name ->
                                        card(
                                                Resources.text("models/" + name + "/model.json"),
                                                Resources.find("models/" + name + "/eval.json")))
                        // The same form also describes files that are fetched but are no model.
                        .filter(card -> card.containsKey("revision"))
                        .toList());
    }

    List<Map<String, @Nullable Object>> all() {
        return cards;
    }

    /** What is shown of one model. */
    static Map<String, @Nullable Object> card(String json, Optional<String> evaluation) {
        JsonObject model = JsonObject.of(json);
        Map<String, @Nullable Object> card = new LinkedHashMap<>();
        for (String name : SHOWN) {
            if (model.any(name) != null) {
                card.put(name, model.any(name));
            }
        }
        if (model.any("output") instanceof Map<?, ?> output
                && output.get("sha256") instanceof String sha256
                && !sha256.isEmpty()) {
            card.put("sha256", sha256);
        }
        if (model.any("upstream") instanceof List<?> upstream) {
            card.put(
                    "madeFrom",
                    upstream.stream()
                            .filter(Map.class::isInstance)
                            .map(one -> ((Map<?, ?>) one).get("coordinates"))
                            .distinct()
                            .toList());
        }
        evaluation.ifPresent(measured -> card.put("evaluation", JsonReader.read(measured)));
        return card;
    }
}
