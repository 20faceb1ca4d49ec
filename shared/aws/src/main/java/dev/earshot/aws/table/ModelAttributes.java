package dev.earshot.aws.table;

import dev.earshot.core.ModelVersion;

import java.util.List;

/** Models as one list attribute: name, revision and digest, each on its own line. Stateless. */
public final class ModelAttributes {
    private ModelAttributes() {}

    public static List<String> write(List<ModelVersion> models) {
        return models.stream()
                .map(model -> model.name() + "\n" + model.revision() + "\n" + model.sha256())
                .toList();
    }

    public static List<ModelVersion> read(List<String> texts) {
        return texts.stream()
                .map(text -> text.split("\n", -1))
                .map(lines -> new ModelVersion(lines[0], lines[1], lines[2]))
                .toList();
    }
}
