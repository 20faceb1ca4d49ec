package dev.earshot.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of annotated data, which is never part of the project. */
public final class DataFolder {
    private DataFolder() {}

    /**
     * The part of a data folder that holds one kind of file ({@code text}, {@code images}), or the
     * folder itself where it has no such part.
     */
    public static Path part(Path data, String kind) {
        Path part = data.resolve(kind);
        return Files.isDirectory(part) ? part : data;
    }
}
