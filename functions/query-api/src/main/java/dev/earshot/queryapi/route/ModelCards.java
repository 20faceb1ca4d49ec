package dev.earshot.queryapi.route;

import dev.earshot.core.text.SentimentLabel;
import dev.earshot.query.Confusion;
import dev.earshot.query.Confusions;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.Resources;
import dev.earshot.wire.api.about.ModelCardView;
import dev.earshot.wire.json.JsonValues;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cards of the models known when the function was built, including those assembled only on
 * demand, and their measured confusions. Every result names the model that made it by name,
 * revision and digest. Immutable and thread-safe.
 */
public final class ModelCards implements Confusions {
    private static final List<String> SENTIMENTS =
            List.of(
                    SentimentLabel.NEGATIVE.key(),
                    SentimentLabel.NEUTRAL.key(),
                    SentimentLabel.POSITIVE.key());

    private final List<ModelCardView> cards;
    private final Map<String, String> texts;
    private final Map<String, Confusion> confusions;

    private ModelCards(List<ModelCardView> cards, Map<String, String> texts) {
        this.cards = List.copyOf(cards);
        this.texts = Map.copyOf(texts);
        this.confusions = new HashMap<>();
        cards.forEach(card -> confusions(card, confusions));
    }

    /** The cards under {@code models/<name>/}, built in as resources. */
    public static ModelCards builtIn() {
        List<ModelCardView> cards = new ArrayList<>();
        Map<String, String> texts = new HashMap<>();
        for (String name : Resources.text("models/index.txt").lines().toList()) {
            if (name.isBlank()) {
                continue;
            }
            Optional<ModelCardView> card =
                    card(
                            Resources.text("models/" + name + "/model.json"),
                            Resources.find("models/" + name + "/eval.json"));
            card.ifPresent(cards::add);
            card.flatMap(ModelCardView::name)
                    .ifPresent(
                            model ->
                                    Resources.find("models/" + name + "/card.md")
                                            .ifPresent(text -> texts.put(model, text)));
        }
        return new ModelCards(cards, texts);
    }

    List<ModelCardView> all() {
        return cards;
    }

    /** A card by the model's name or by the digest of its weights, with its Markdown text. */
    Optional<ModelCardView> find(String nameOrDigest) {
        return cards.stream()
                .filter(
                        card ->
                                card.name().filter(nameOrDigest::equals).isPresent()
                                        || card.sha256().filter(nameOrDigest::equals).isPresent())
                .findFirst()
                .map(
                        card ->
                                card.withCard(
                                        card.name()
                                                .flatMap(
                                                        name ->
                                                                Optional.ofNullable(
                                                                        texts.get(name)))));
    }

    @Override
    public Optional<Confusion> of(String model, String language) {
        int hyphen = language.indexOf('-');
        String primary = hyphen < 0 ? language : language.substring(0, hyphen);
        // Text too short for language identification is read as the model's first language.
        return Optional.ofNullable(confusions.get(model + "/" + language))
                .or(() -> Optional.ofNullable(confusions.get(model + "/" + primary)))
                .or(
                        () ->
                                primary.equals("und")
                                        ? Optional.ofNullable(confusions.get(model + "/und"))
                                        : Optional.empty());
    }

    /**
     * If a language was measured several times, the first measurement counts: it used posts from
     * the same source.
     */
    private static void confusions(ModelCardView card, Map<String, Confusion> confusions) {
        if (!(card.evaluation().orElse("") instanceof Map<?, ?> evaluation)
                || !(evaluation.get("heads") instanceof List<?> heads)) {
            return;
        }
        String model =
                (card.name().orElse("") + "@" + card.revision())
                        .replace(' ', '_')
                        .replace('/', '_');
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

    /**
     * The card of one model; empty without a revision, since the same format also describes
     * downloaded files that are not models.
     */
    private static Optional<ModelCardView> card(String json, Optional<String> evaluation) {
        JsonObject model = JsonObject.of(json);
        return model.text("revision")
                .map(
                        revision ->
                                new ModelCardView(
                                        model.text("name"),
                                        revision,
                                        field(model, "task"),
                                        field(model, "licence"),
                                        field(model, "labels"),
                                        field(model, "languages"),
                                        field(model, "heads"),
                                        digest(model),
                                        madeFrom(model),
                                        evaluation.flatMap(
                                                text -> Optional.ofNullable(JsonValues.read(text))),
                                        Optional.empty()));
    }

    private static Optional<Object> field(JsonObject model, String name) {
        return Optional.ofNullable(model.any(name));
    }

    private static Optional<String> digest(JsonObject model) {
        return model.any("output") instanceof Map<?, ?> output
                        && output.get("sha256") instanceof String sha256
                        && !sha256.isEmpty()
                ? Optional.of(sha256)
                : Optional.empty();
    }

    private static Optional<List<String>> madeFrom(JsonObject model) {
        return model.any("upstream") instanceof List<?> upstream
                ? Optional.of(
                        upstream.stream()
                                .filter(Map.class::isInstance)
                                .map(one -> ((Map<?, ?>) one).get("coordinates"))
                                .filter(String.class::isInstance)
                                .map(String.class::cast)
                                .distinct()
                                .toList())
                : Optional.empty();
    }
}
