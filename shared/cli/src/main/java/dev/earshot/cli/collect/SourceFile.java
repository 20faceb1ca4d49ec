package dev.earshot.cli.collect;

import dev.earshot.cli.command.UsageException;
import dev.earshot.collect.source.SourceFields;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.core.FieldException;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.JsonValues;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads sources from a JSON file: an array of what the API takes, each with its id. Stateless. */
final class SourceFile {
    private SourceFile() {}

    /**
     * The sources in a file.
     *
     * @throws UsageException if it does not hold a list of sources
     */
    static List<SourceSpec> read(Path file) throws IOException {
        Object value;
        try {
            value = JsonValues.read(Files.readString(file));
        } catch (BadField e) {
            throw new UsageException(file + " " + e.reason());
        }
        if (!(value instanceof List<?> items)) {
            throw new UsageException(file + " must hold a JSON array of sources");
        }
        List<SourceSpec> sources = new ArrayList<>();
        for (Object item : items) {
            String place = file + ": [" + sources.size() + "]";
            if (!(item instanceof Map<?, ?> fields)) {
                throw new UsageException(place + " must be an object");
            }
            SourceSpec source = source(place, fields);
            if (sources.stream().anyMatch(other -> other.id().equals(source.id()))) {
                throw new UsageException(
                        place + ".id is '" + source.id() + "', which the list already holds");
            }
            sources.add(source);
        }
        return sources;
    }

    private static SourceSpec source(String place, Map<?, ?> written) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        written.forEach((name, value) -> fields.put(String.valueOf(name), value));
        Object id = fields.remove("id");
        if (!(id instanceof String text)) {
            throw new UsageException(place + ".id must be given");
        }
        try {
            return SourceFields.read(text, fields);
        } catch (FieldException e) {
            throw new UsageException(place + "." + e.getMessage());
        }
    }
}
