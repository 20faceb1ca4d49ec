package dev.earshot.djl.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import dev.earshot.core.Checks;
import dev.earshot.core.ModelVersion;
import dev.earshot.djl.ModelFolder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of an assembled text model's {@code model.json} that inference needs.
 *
 * @param weights name of the TorchScript file
 * @param maxTokens longest input, including the two special tokens
 * @param heads in the order of the model's output columns
 * @param parts how to read the second tensor, the sentiment head on every token, of a model that
 *     has one
 * @param target how to read the last tensor, the sentiment towards a marked target, of a model that
 *     has one
 * @param languages tags of the languages that it reads, as the language identifier gives them
 */
record ModelDescription(
        ModelVersion version,
        String weights,
        int maxTokens,
        List<Head> heads,
        Optional<Parts> parts,
        Optional<Marking> target,
        List<String> languages) {
    /**
     * How the mean of the tokens' logits over a span becomes probabilities.
     *
     * @param temperature divisor of the mean, above 0
     */
    record Parts(double temperature) {
        Parts {
            if (!(temperature > 0)) {
                throw new IllegalArgumentException(
                        "temperature of parts must be above 0, got " + temperature);
            }
        }
    }

    /**
     * How a target is marked, and how the network's answer about it becomes a verdict.
     *
     * @param open id of the token before each mention
     * @param close id of the token after each mention
     * @param temperature divisor of the logits, above 0
     * @param abstainBelow least top probability for a verdict, in [0, 1]
     * @param mixedFrom least probability of both negative and positive at which the post both
     *     praises and blames the target, in (0, 1]
     */
    record Marking(
            long open, long close, double temperature, double abstainBelow, double mixedFrom) {
        Marking {
            if (open < 0 || close < 0 || open == close) {
                throw new IllegalArgumentException(
                        "marks of a target must be two token ids, got " + open + " and " + close);
            }
            if (!(temperature > 0)) {
                throw new IllegalArgumentException(
                        "temperature of target must be above 0, got " + temperature);
            }
            Checks.inRange("abstainBelow of target", abstainBelow, 0, 1);
            if (!(mixedFrom > 0 && mixedFrom <= 1)) {
                throw new IllegalArgumentException(
                        "mixedFrom of target must lie in (0, 1], got " + mixedFrom);
            }
        }
    }

    /** How a head's logits become probabilities, after division by the temperature. */
    enum Kind {
        SOFTMAX,
        SIGMOID
    }

    /**
     * Calibration of a head.
     *
     * @param temperature divisor of the logits, above 0
     * @param abstainBelow least top probability for a verdict, in [0, 1]
     */
    record Calibration(double temperature, double abstainBelow) {
        Calibration {
            if (!(temperature > 0)) {
                throw new IllegalArgumentException(
                        "temperature must be above 0, got " + temperature);
            }
            Checks.inRange("abstainBelow", abstainBelow, 0, 1);
        }
    }

    /**
     * A head: adjacent columns of the output.
     *
     * @param abstainBelow least top probability for a verdict, 0 where there is always one
     * @param thresholds least probability at which each label counts; one for each label, or none
     * @param byLanguage calibration of the languages that have their own
     */
    record Head(
            String name,
            List<String> labels,
            Kind kind,
            double temperature,
            double abstainBelow,
            List<Double> thresholds,
            Map<String, Calibration> byLanguage) {
        Head {
            labels = List.copyOf(labels);
            thresholds = List.copyOf(thresholds);
            byLanguage = Map.copyOf(byLanguage);
            if (!(temperature > 0)) {
                throw new IllegalArgumentException(
                        "temperature of " + name + " must be above 0, got " + temperature);
            }
            Checks.inRange("abstainBelow of " + name, abstainBelow, 0, 1);
            if (!thresholds.isEmpty() && thresholds.size() != labels.size()) {
                throw new IllegalArgumentException(
                        "thresholds of "
                                + name
                                + " must be as many as its "
                                + labels.size()
                                + " labels, got "
                                + thresholds.size());
            }
        }

        /** A head with the same calibration for all languages. */
        Head(
                String name,
                List<String> labels,
                Kind kind,
                double temperature,
                double abstainBelow,
                List<Double> thresholds) {
            this(name, labels, kind, temperature, abstainBelow, thresholds, Map.of());
        }

        /** A softmax head that always gives a verdict. */
        Head(String name, List<String> labels, double temperature) {
            this(name, labels, Kind.SOFTMAX, temperature, 0, List.of());
        }

        /** The same head with the language's own calibration, if any. */
        Head in(String language) {
            Calibration own =
                    byLanguage.getOrDefault(language, new Calibration(temperature, abstainBelow));
            return new Head(
                    name,
                    labels,
                    kind,
                    own.temperature(),
                    own.abstainBelow(),
                    thresholds,
                    Map.of());
        }

        /** The threshold of a label, {@code otherwise} where the model states none. */
        double threshold(int label, double otherwise) {
            return thresholds.isEmpty() ? otherwise : thresholds.get(label);
        }
    }

    ModelDescription {
        heads = List.copyOf(heads);
        languages = List.copyOf(languages);
        if (maxTokens < 3 || maxTokens > 512) {
            throw new IllegalArgumentException("maxTokens must lie in [3, 512], got " + maxTokens);
        }
        if (target.isPresent() && parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "target needs parts: a network that reads targets gives three tensors");
        }
    }

    /** Reads the description of the model in a folder. */
    static ModelDescription read(Path folder) {
        return ModelFolder.read(folder, "a text model", ModelDescription::of);
    }

    private static ModelDescription of(JsonObject root) {
        List<Head> heads = new ArrayList<>();
        for (JsonElement element : root.getAsJsonArray("heads")) {
            heads.add(head(element.getAsJsonObject()));
        }
        return new ModelDescription(
                ModelFolder.version(root),
                root.getAsJsonObject("output").get("file").getAsString(),
                root.getAsJsonObject("input").get("maxTokens").getAsInt(),
                heads,
                Optional.ofNullable(root.getAsJsonObject("parts"))
                        .map(parts -> new Parts(parts.get("temperature").getAsDouble())),
                Optional.ofNullable(root.getAsJsonObject("target")).map(ModelDescription::marking),
                strings(root.getAsJsonArray("languages")));
    }

    /** The heads with the language's own calibration, if any. */
    List<Head> headsIn(String language) {
        return heads.stream().map(head -> head.in(language)).toList();
    }

    private static Marking marking(JsonObject fields) {
        return new Marking(
                fields.get("open").getAsLong(),
                fields.get("close").getAsLong(),
                fields.get("temperature").getAsDouble(),
                fields.get("abstainBelow").getAsDouble(),
                fields.get("mixedFrom").getAsDouble());
    }

    private static Head head(JsonObject fields) {
        List<String> labels = strings(fields.getAsJsonArray("labels"));
        return new Head(
                fields.get("name").getAsString(),
                labels,
                fields.has("kind") && fields.get("kind").getAsString().equals("sigmoid")
                        ? Kind.SIGMOID
                        : Kind.SOFTMAX,
                fields.has("temperature") ? fields.get("temperature").getAsDouble() : 1,
                fields.has("abstainBelow") ? fields.get("abstainBelow").getAsDouble() : 0,
                fields.has("thresholds") ? thresholds(fields.get("thresholds"), labels) : List.of(),
                fields.has("byLanguage")
                        ? calibrations(fields.getAsJsonObject("byLanguage"))
                        : Map.of());
    }

    private static Map<String, Calibration> calibrations(JsonObject given) {
        Map<String, Calibration> found = new HashMap<>();
        for (Map.Entry<String, JsonElement> entry : given.entrySet()) {
            JsonObject own = entry.getValue().getAsJsonObject();
            found.put(
                    entry.getKey(),
                    new Calibration(
                            own.get("temperature").getAsDouble(),
                            own.get("abstainBelow").getAsDouble()));
        }
        return found;
    }

    /** Reads one number for all labels, a list in their order, or an object by label. */
    private static List<Double> thresholds(JsonElement given, List<String> labels) {
        if (given.isJsonArray()) {
            return given.getAsJsonArray().asList().stream().map(JsonElement::getAsDouble).toList();
        }
        return labels.stream()
                .map(
                        label ->
                                given.isJsonObject()
                                        ? given.getAsJsonObject().get(label).getAsDouble()
                                        : given.getAsDouble())
                .toList();
    }

    private static List<String> strings(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).toList();
    }
}
