package dev.earshot.djl.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.earshot.core.ModelVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of an assembled text model's {@code model.json} that inference reads.
 *
 * @param weights name of the TorchScript file
 * @param maxTokens longest input, with the two special tokens
 * @param heads in the order of the model's output columns
 */
record ModelDescription(ModelVersion version, String weights, int maxTokens, List<Head> heads) {
    /** One softmax over neighbouring columns; logits are divided by the temperature first. */
    record Head(String name, List<String> labels, double temperature) {
        Head {
            labels = List.copyOf(labels);
            if (!(temperature > 0)) {
                throw new IllegalArgumentException(
                        "temperature of " + name + " must be above 0, got " + temperature);
            }
        }
    }

    ModelDescription {
        heads = List.copyOf(heads);
        if (maxTokens < 3 || maxTokens > 512) {
            throw new IllegalArgumentException("maxTokens must lie in [3, 512], got " + maxTokens);
        }
    }

    static ModelDescription read(Path file) {
        try {
            JsonObject root = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            JsonObject output = root.getAsJsonObject("output");
            List<Head> heads = new ArrayList<>();
            for (JsonElement element : root.getAsJsonArray("heads")) {
                heads.add(head(element.getAsJsonObject()));
            }
            ModelVersion version =
                    new ModelVersion(
                            root.get("name").getAsString(),
                            root.get("revision").getAsString(),
                            output.get("sha256").getAsString());
            int maxTokens = root.getAsJsonObject("input").get("maxTokens").getAsInt();
            return new ModelDescription(
                    version, output.get("file").getAsString(), maxTokens, heads);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    file + " could not be read: assemble the models first", e);
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new IllegalArgumentException(file + " does not describe a text model: " + e, e);
        }
    }

    private static Head head(JsonObject fields) {
        JsonArray labels = fields.getAsJsonArray("labels");
        return new Head(
                fields.get("name").getAsString(),
                labels.asList().stream().map(JsonElement::getAsString).toList(),
                fields.get("temperature").getAsDouble());
    }
}
