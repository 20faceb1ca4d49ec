package dev.earshot.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether a result is made again by the very weights that made it. Stateless. */
final class ModelsUsed {
    private ModelsUsed() {}

    /**
     * What is to be said of models that are not at hand; empty if all are.
     *
     * @param stored the models of the stored result: {@code models} of a post, or {@code model}
     * @param replayed likewise of the one that was made again
     */
    static List<String> missing(JsonNode stored, JsonNode replayed) {
        Map<String, JsonNode> here = byName(replayed);
        List<String> lines = new ArrayList<>();
        byName(stored)
                .forEach(
                        (name, model) -> {
                            JsonNode other = here.get(name);
                            if (other == null || !sha(other).equals(sha(model))) {
                                lines.add(line(name, model, other));
                            }
                        });
        return lines;
    }

    private static String line(String name, JsonNode model, @Nullable JsonNode other) {
        String revision = model.path("revision").asText();
        return "made by "
                + name
                + " "
                + revision
                + " (SHA-256 "
                + sha(model)
                + "), which is not here"
                + (other == null ? "" : "; here is " + other.path("revision").asText())
                + ". 'git log -S\"\\\"revision\\\": \\\""
                + revision
                + "\\\"\" -- models/"
                + name
                + "/model.json' names the commit whose recipe makes it: check that out, run 'mvn -pl"
                + " models -am package', and give its models/target/assembled as --models.";
    }

    private static String sha(JsonNode model) {
        return model.path("sha256").asText();
    }

    /** The models of an answer, whichever of the two fields has them. */
    static Map<String, JsonNode> byName(JsonNode answer) {
        var models = new LinkedHashMap<String, JsonNode>();
        JsonNode all = answer.has("models") ? answer.path("models") : answer.path("model");
        if (all.isObject()) {
            models.put(all.path("name").asText(), all);
        }
        if (all.isArray()) {
            all.forEach(model -> models.put(model.path("name").asText(), model));
        }
        return models;
    }
}
