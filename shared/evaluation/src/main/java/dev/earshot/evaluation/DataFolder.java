package dev.earshot.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of annotated data, which is never part of the project: how every evaluation finds its
 * files. Stateless.
 */
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

    /** The first of these files that is there; empty where none is. */
    public static Optional<Path> find(Path folder, String... names) {
        return Stream.of(names).map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    /**
     * The file or folder of that name.
     *
     * @throws DataMissingException where there is none; its message says how to name the data
     */
    public static Path need(Path folder, String name) {
        Path path = folder.resolve(name);
        if (!Files.exists(path)) {
            throw new DataMissingException(missing(folder, name));
        }
        return path;
    }

    /** In words, that a file is not there and how to say where it is. */
    public static String missing(Path folder, String name) {
        return "no " + name + " in " + folder + "; give its folder with --data";
    }
}
