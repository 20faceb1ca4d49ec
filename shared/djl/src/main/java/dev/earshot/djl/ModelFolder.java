package dev.earshot.djl;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import dev.earshot.core.FieldException;
import dev.earshot.core.ModelVersion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the {@code model.json} of an assembled model's folder. Stateless. */
public final class ModelFolder {
    private static final String DESCRIPTION = "model.json";

    private ModelFolder() {}

    /**
     * Takes what a network needs from the parsed file.
     *
     * @param <T> what it becomes
     */
    @FunctionalInterface
    public interface Reading<T> {
        /**
         * Any exception that it throws for a field that is missing or wrong refuses the folder.
         *
         * @throws IOException if another file of the folder can't be read
         */
        T of(JsonObject root) throws IOException;
    }

    /**
     * Reads {@code model.json}.
     *
     * @param kind what the folder must hold, as in "a detector", for the message of a refusal
     * @throws ModelFolderException if a file can't be read or doesn't describe such a model, or if
     *     the law forbids what the model does
     */
    public static <T> T read(Path folder, String kind, Reading<T> reading) {
        Path file = folder.resolve(DESCRIPTION);
        try {
            JsonObject root = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            Optional<String> forbidden = ForbiddenUse.of(root);
            if (forbidden.isPresent()) {
                throw new ModelFolderException(file + " is refused: " + forbidden.get());
            }
            return reading.of(root);
        } catch (IOException e) {
            throw new ModelFolderException(
                    folder
                            + " could not be read, it must hold model.json and the files that it"
                            + " names: assemble the models with 'mvn -pl models -am package'",
                    e);
        } catch (JsonParseException
                | FieldException
                | IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException
                | IndexOutOfBoundsException
                | ClassCastException
                | NullPointerException e) {
            throw new ModelFolderException(
                    file + " does not describe " + kind + ": " + e.getMessage(), e);
        }
    }

    /** The version of a model whose one file is {@code output.file}. */
    public static ModelVersion version(JsonObject root) {
        return new ModelVersion(
                root.get("name").getAsString(),
                root.get("revision").getAsString(),
                root.getAsJsonObject("output").get("sha256").getAsString());
    }

    /** The file that {@code output.file} names, in the model's folder. */
    public static Path output(Path folder, JsonObject root) {
        return folder.resolve(root.getAsJsonObject("output").get("file").getAsString());
    }
}
