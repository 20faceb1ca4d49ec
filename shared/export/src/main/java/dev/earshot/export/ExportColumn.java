package dev.earshot.export;

import com.fasterxml.jackson.databind.JsonNode;

import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A column of an export.
 *
 * @param path of the value in what the API answers, its steps joined by dots
 * @param kind of its values
 */
record ExportColumn(String path, Kind kind) {
    /** Kinds of values. */
    enum Kind {
        TEXT,
        NUMBER,
        FRACTION,
        FLAG,
        TIME
    }

    static ExportColumn text(String path) {
        return new ExportColumn(path, Kind.TEXT);
    }

    static ExportColumn number(String path) {
        return new ExportColumn(path, Kind.NUMBER);
    }

    static ExportColumn fraction(String path) {
        return new ExportColumn(path, Kind.FRACTION);
    }

    static ExportColumn flag(String path) {
        return new ExportColumn(path, Kind.FLAG);
    }

    static ExportColumn time(String path) {
        return new ExportColumn(path, Kind.TIME);
    }

    /** The value of an item; missing where it has none. */
    private JsonNode of(JsonNode item) {
        JsonNode value = item;
        for (String step : path.split("\\.", -1)) {
            value = value.isArray() ? value.path(Integer.parseInt(step)) : value.path(step);
        }
        return value;
    }

    /**
     * The value as a cell: empty where there is none, lists joined by blanks, and counts by key as
     * {@code de=3 en=12}.
     */
    String cell(JsonNode item) {
        JsonNode value = of(item);
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.asText()));
            return String.join(" ", parts);
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(each -> each.getKey() + "=" + each.getValue().asText())
                    .collect(Collectors.joining(" "));
        }
        return value.asText("");
    }

    /** Its name where a dot would be in the way. */
    String plainName() {
        return path.replace('.', '_');
    }

    /** Its type in Parquet; a value may be missing. */
    PrimitiveType parquetType() {
        return switch (kind) {
            case TEXT ->
                    Types.optional(PrimitiveTypeName.BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(plainName());
            case NUMBER -> Types.optional(PrimitiveTypeName.INT64).named(plainName());
            case FRACTION -> Types.optional(PrimitiveTypeName.DOUBLE).named(plainName());
            case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(plainName());
            case TIME ->
                    Types.optional(PrimitiveTypeName.INT64)
                            .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
                            .named(plainName());
        };
    }

    /** The value as Parquet takes it; empty where there is none. */
    Optional<Object> parquetValue(JsonNode item) {
        JsonNode value = of(item);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind) {
                    case TEXT -> cell(item);
                    case NUMBER -> value.asLong();
                    case FRACTION -> value.asDouble();
                    case FLAG -> value.asBoolean();
                    case TIME -> Instant.parse(value.asText()).toEpochMilli();
                });
    }
}
