package dev.earshot.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds evaluation files in the folder of annotated data, which is not part of the project.
 * Stateless.
 */
public final class DataFolder {
    private DataFolder() {}

    /**
     * The subfolder for one kind of file ({@code text}, {@code images}), or the folder itself if it
     * has no such subfolder.
     */
    public static Path part(Path data, String kind) {
        Path part = data.resolve(kind);
        return Files.isDirectory(part) ? part : data;
    }

    /** The first of these files that exists; empty if none does. */
    public static Optional<Path> find(Path folder, String... names) {
        return Stream.of(names).map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    /**
     * The file or folder of that name.
     *
     * @throws DataMissingException if it does not exist; the message says how to name the data
     *     folder
     */
    public static Path need(Path folder, String name) {
        Path path = folder.resolve(name);
        if (!Files.exists(path)) {
            throw new DataMissingException(missing(folder, name));
        }
        return path;
    }

    /** The message for a missing file; it says how to name the data folder. */
    public static String missing(Path folder, String name) {
        return "no " + name + " in " + folder + "; give its folder with --data";
    }
}
