package dev.earshot.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The demo's pictures, for other commands. Stateless. */
public final class BundledPictures {
    private BundledPictures() {}

    /**
     * All of them by name, with the one that is broken on purpose.
     *
     * @throws IOException if one was not fetched; the message says how to mend it
     */
    public static Map<String, byte[]> all(Path models) throws IOException {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        for (Pictures.Picture picture : Pictures.all(models)) {
            pictures.put(picture.name(), picture.bytes());
        }
        return pictures;
    }
}
