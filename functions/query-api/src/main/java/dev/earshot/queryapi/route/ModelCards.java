package dev.earshot.queryapi.route;

import dev.earshot.core.text.SentimentLabel;
import dev.earshot.query.Confusion;
import dev.earshot.query.Confusions;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.Resources;
import dev.earshot.wire.json.JsonValues;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cards of the models that were there when the function was built, those that are assembled
 * only on demand included, and what they tell of confusions. Which model made a result is said by
 * the result itself, by name, revision and digest. Immutable and thread-safe.
 */
public final class ModelCards implements Confusions {
    private static final List<String> SHOWN =
            List.of("name", "revision", "task", "licence", "labels", "languages", "heads");

    private static final List<String> SENTIMENTS =
            List.of(
                    SentimentLabel.NEGATIVE.key(),
                    SentimentLabel.NEUTRAL.key(),
                    SentimentLabel.POSITIVE.key());

    private final List<Map<String, @Nullable Object>> cards;
    private final Map<String, String> texts;
    private final Map<String, Confusion> confusions;

    private ModelCards(List<Map<String, @Nullable Object>> cards, Map<String, String> texts) {
        this.cards = List.copyOf(cards);
        this.texts = Map.copyOf(texts);
        this.confusions = new HashMap<>();
        cards.forEach(card -> confusions(card, confusions));
    }

    /** Those of {@code models/<name>/}, built in as resources. */
    public static ModelCards builtIn() {
        List<Map<String, @Nullable Object>> cards = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        for (String name : Resources.text("models/index.txt").lines().toList()) {
            if (name.isBlank()) {
                continue;
            }
            Map<String, @Nullable Object> card =
                    card(
                            Resources.text("models/" + name + "/model.json"),
                            Resources.find("models/" + name + "/eval.json"));
            // The same form also describes files that are fetched but are no model.
            if (card.containsKey("revision")) {
                cards.add(card);
                Resources.find("models/" + name + "/card.md")
                        .ifPresent(text -> texts.put(String.valueOf(card.get("name")), text));
            }
        }
        return new ModelCards(cards, texts);
    }

    List<Map<String, @Nullable Object>> all() {
        return cards;
    }

    /**
     * One card by the model's name or by the digest of its weights, with what was written about it.
     */
    Optional<Map<String, @Nullable Object>> find(String nameOrDigest) {
        return cards.stream()
                .filter(
                        card ->
                                nameOrDigest.equals(card.get("name"))
                                        || nameOrDigest.equals(card.get("sha256")))
                .findFirst()
                .map(
                        card -> {
                            Map<String, @Nullable Object> whole = new LinkedHashMap<>(card);
                            String text = texts.get(String.valueOf(card.get("name")));
                            if (text != null) {
                                whole.put("card", text);
                            }
                            return whole;
                        });
    }

    @Override
    public Optional<Confusion> of(String model, String language) {
        int hyphen = language.indexOf('-');
        String primary = hyphen < 0 ? language : language.substring(0, hyphen);
        // What is too short to tell its language is read as the model's own first one.
        return Optional.ofNullable(confusions.get(model + "/" + language))
                .or(() -> Optional.ofNullable(confusions.get(model + "/" + primary)))
                .or(
                        () ->
                                primary.equals("und")
                                        ? Optional.ofNullable(confusions.get(model + "/und"))
                                        : Optional.empty());
    }

    /**
     * Of several measurements in one language the first holds: that on posts of the same source.
     */
    private static void confusions(
            Map<String, @Nullable Object> card, Map<String, Confusion> confusions) {
        if (!(card.get("evaluation") instanceof Map<?, ?> evaluation)
                || !(evaluation.get("heads") instanceof List<?> heads)) {
            return;
        }
        String model =
                (card.get("name") + "@" + card.get("revision")).replace(' ', '_').replace('/', '_');
        for (Object head : heads) {
            if (head instanceof Map<?, ?> measured
                    && "sentiment".equals(measured.get("head"))
                    && SENTIMENTS.equals(measured.get("labels"))
                    && measured.get("language") instanceof String language
                    && measured.get("confusion") instanceof List<?> rows) {
                Confusion confusion = new Confusion(rows.stream().map(ModelCards::row).toList());
                confusions.putIfAbsent(model + "/" + language, confusion);
                confusions.putIfAbsent(model + "/und", confusion);
            }
        }
    }

    private static List<Long> row(@Nullable Object row) {
        return row instanceof List<?> cells
                ? cells.stream().map(cell -> ((BigDecimal) cell).longValueExact()).toList()
                : List.of();
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
        evaluation.ifPresent(measured -> card.put("evaluation", JsonValues.read(measured)));
        return card;
    }
}
