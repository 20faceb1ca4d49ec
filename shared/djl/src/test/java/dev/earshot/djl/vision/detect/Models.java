package dev.earshot.djl.vision.detect;

import org.junit.jupiter.api.Assumptions;

import java.nio.file.Files;
import java.nio.file.Path;

/** The assembled models, which may be missing when only this module is built. */
final class Models {
    private Models() {}

    // Several threads of one run busy-wait for each other, which is far slower on a loaded machine.
    static {
        System.setProperty("ai.djl.pytorch.num_threads", "1");
    }

    /** The folder of a model; skips the test loudly where it has not been assembled. */
    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("earshot.models", "")).resolve(name);
        boolean present = Files.exists(folder.resolve("model.pt"));
        if (!present) {
            System.err.println("SKIPPED: " + folder + " is not assembled: mvn -pl models package");
        }
        Assumptions.assumeTrue(present, folder + " is not assembled: mvn -pl models package");
        return folder;
    }

    /** Skips the test loudly where the annotated photographs are not beside the project. */
    static void needPhotos() {
        if (!Photos.present()) {
            System.err.println("SKIPPED: no photographs in " + Photos.FOLDER);
        }
        Assumptions.assumeTrue(Photos.present(), "no photographs in " + Photos.FOLDER);
    }
}
