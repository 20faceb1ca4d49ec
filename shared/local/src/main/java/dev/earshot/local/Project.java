package dev.earshot.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the launcher belongs to. */
public final class Project {
    private Project() {}

    /**
     * The folder that holds {@code template.yaml}: the launcher's, else the nearest one above the
     * working directory.
     */
    public static Path root() {
        String given = System.getProperty("earshot.root");
        if (given != null) {
            return Path.of(given);
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("template.yaml"))) {
                return folder;
            }
        }
        throw new StackException("no template.yaml in " + start + " or above it");
    }

    /** The production template. */
    public static Path template() {
        return root().resolve("template.yaml");
    }

    /** Where assembled models are. */
    public static Path models() {
        String given = System.getProperty("earshot.models");
        return given != null ? Path.of(given) : root().resolve("models/target/assembled");
    }

    /** The default folder of labelled evaluation data, beside the checkout. */
    public static Path data() {
        String given = System.getProperty("earshot.data");
        return given != null ? Path.of(given) : root().resolveSibling("shared").resolve("data");
    }

    /** The default folder of a stack's state. */
    public static Path defaultState() {
        return root().resolve(".earshot/state");
    }
}
