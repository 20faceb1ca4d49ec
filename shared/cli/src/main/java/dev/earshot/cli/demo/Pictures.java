package dev.earshot.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The demo's pictures: the project's own, those that {@code pictures.json} names, and one that is
 * broken on purpose. Stateless.
 */
final class Pictures {
    private static final List<String> OWN =
            List.of("support-chat.png", "shop-sign.jpg", "update-joke.jpg", "receipt.png");

    private Pictures() {}

    /** A file to upload. */
    record Picture(String name, byte[] bytes) {}

    /** Who took the photographs, under which licence. */
    static String credits() throws IOException {
        Set<String> credits = new LinkedHashSet<>();
        for (JsonNode each : new ObjectMapper().readTree(Sample.bytes("pictures.json"))) {
            credits.add(each.path("author").asText() + " (" + each.path("licence").asText() + ")");
        }
        return String.join("; ", credits);
    }

    /** All of them. */
    static List<Picture> all(Path models) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (String name : OWN) {
            pictures.add(new Picture(name, Sample.bytes("pictures/" + name)));
        }
        for (JsonNode each : new ObjectMapper().readTree(Sample.bytes("pictures.json"))) {
            String file = each.path("file").asText();
            Path path = models.resolve("pictures").resolve(file);
            if (!Files.isRegularFile(path)) {
                throw new IOException(
                        "the picture " + path + " is missing; run the build again to fetch it");
            }
            pictures.add(new Picture(file, Files.readAllBytes(path)));
        }
        byte[] whole = pictures.get(1).bytes();
        pictures.add(new Picture("truncated.jpg", Arrays.copyOf(whole, whole.length / 3)));
        return pictures;
    }
}
