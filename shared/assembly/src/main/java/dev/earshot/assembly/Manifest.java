package dev.earshot.assembly;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of {@code model.json} that assembly reads.
 *
 * @param optional whether the model is assembled only if it is named
 * @param output the network; empty for a folder that only gathers extra files
 * @param ownLabels the labels' file in the model's folder; empty where the labels stand in
 *     model.json or are an extra file from upstream
 */
record Manifest(
        String name,
        boolean optional,
        Map<String, UpstreamEntry> upstream,
        Optional<Output> output,
        Optional<String> ownLabels,
        List<ExtraFile> extraFiles) {

    /** The assembled file. */
    record Output(String file, String sha256) {}

    /** An upstream entry that is put into the output folder. */
    record ExtraFile(String upstream, String file, Form form) {}

    /** How an extra file is converted. */
    enum Form {
        AS_IS {
            @Override
            byte[] apply(byte[] bytes) {
                return bytes;
            }
        },
        WORDPIECE_TOKENIZER {
            @Override
            byte[] apply(byte[] bytes) {
                return WordPiece.tokenizer(new String(bytes, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
            }
        };

        abstract byte[] apply(byte[] bytes);
    }

    Manifest {
        upstream = Map.copyOf(upstream);
        extraFiles = List.copyOf(extraFiles);
    }

    static Manifest read(Path file) {
        JsonFields root = JsonFields.read(file);
        Map<String, UpstreamEntry> upstream = new LinkedHashMap<>();
        for (JsonFields fields : root.list("upstream")) {
            UpstreamEntry entry = UpstreamEntry.read(fields);
            if (upstream.put(entry.id(), entry) != null) {
                throw fields.wrong("id", "'" + entry.id() + "' is used twice");
            }
        }
        List<ExtraFile> extra = new ArrayList<>();
        for (JsonFields fields : root.list("extraFiles")) {
            String id = fields.text("upstream");
            if (!upstream.containsKey(id)) {
                throw fields.wrong("upstream", "names no entry of upstream: '" + id + "'");
            }
            extra.add(new ExtraFile(id, plainName(fields, fields.text("file")), form(fields)));
        }
        Optional<Output> output =
                root.object("output")
                        .map(
                                fields ->
                                        new Output(
                                                plainName(fields, fields.text("file")),
                                                fields.text("sha256", "")));
        String labels = root.has("labelsFile") ? plainName(root, root.text("labelsFile")) : "";
        boolean own = extra.stream().noneMatch(copied -> copied.file().equals(labels));
        return new Manifest(
                plainName(root, root.text("name")),
                root.flag("optional"),
                upstream,
                output,
                labels.isEmpty() || !own ? Optional.empty() : Optional.of(labels),
                extra);
    }

    /** Names of all files of the output folder. */
    List<String> outputs() {
        List<String> files = new ArrayList<>(List.of("model.json"));
        output.ifPresent(model -> files.add(model.file()));
        ownLabels.ifPresent(files::add);
        extraFiles.forEach(extra -> files.add(extra.file()));
        return files;
    }

    private static Form form(JsonFields fields) {
        String form = fields.text("form", "as-is");
        return switch (form) {
            case "as-is" -> Form.AS_IS;
            case "wordpiece-tokenizer" -> Form.WORDPIECE_TOKENIZER;
            default ->
                    throw fields.wrong("form", "must be as-is or wordpiece-tokenizer, not " + form);
        };
    }

    private static String plainName(JsonFields fields, String name) {
        if (name.isEmpty() || name.startsWith(".") || !name.matches("[A-Za-z0-9._-]+")) {
            throw fields.wrong("", "holds '" + name + "', which is not a plain file name");
        }
        return name;
    }
}
