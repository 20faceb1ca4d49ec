package dev.earshot.assembly;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads fields of a JSON object; every failure names the file and the path of the field. */
final class JsonFields {
    private final Path file;
    private final String path;
    private final JsonObject object;

    private JsonFields(Path file, String path, JsonObject object) {
        this.file = file;
        this.path = path;
        this.object = object;
    }

    static JsonFields read(Path file) {
        try {
            JsonElement root = JsonParser.parseString(Files.readString(file));
            if (root instanceof JsonObject object) {
                return new JsonFields(file, "", object);
            }
        } catch (IOException e) {
            throw new AssemblyException(file + " could not be read: " + e, e);
        } catch (JsonParseException e) {
            throw new AssemblyException(file + " is not JSON: " + e.getMessage(), e);
        }
        throw new AssemblyException(file + " does not hold a JSON object");
    }

    JsonObject json() {
        return object;
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) {
        return text(name, need(name));
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /** False where the field is absent. */
    boolean flag(String name) {
        if (!has(name)) {
            return false;
        }
        JsonElement value = need(name);
        if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()) {
            return value.getAsBoolean();
        }
        throw wrong(name, "must be true or false, not " + value);
    }

    double number(String name) {
        return number(name, need(name)).doubleValue();
    }

    double number(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    /** A whole number from 0 to 2^31 - 1. */
    int offset(String name) {
        return offset(name, need(name));
    }

    /** The list, or an empty one where the field is absent. */
    List<Integer> wholeNumbers(String name) {
        List<Integer> values = new ArrayList<>();
        for (JsonElement value : array(name)) {
            values.add(offset(name, value));
        }
        return values;
    }

    /** The list, or an empty one where the field is absent. */
    List<String> texts(String name) {
        List<String> values = new ArrayList<>();
        for (JsonElement value : array(name)) {
            values.add(text(name, value));
        }
        return values;
    }

    /** The objects of a list, empty where the field is absent. */
    List<JsonFields> list(String name) {
        List<JsonFields> values = new ArrayList<>();
        for (JsonElement value : array(name)) {
            values.add(object(name + "[" + values.size() + "]", value));
        }
        return values;
    }

    Optional<JsonFields> object(String name) {
        JsonElement value = object.get(name);
        return value == null ? Optional.empty() : Optional.of(object(name, value));
    }

    AssemblyException wrong(String name, String problem) {
        String dot = path.isEmpty() || name.isEmpty() ? "" : ".";
        return new AssemblyException(file + ": " + path + dot + name + " " + problem);
    }

    private String text(String name, JsonElement value) {
        if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
            return value.getAsString();
        }
        throw wrong(name, "must be a string, not " + value);
    }

    private JsonElement need(String name) {
        JsonElement value = object.get(name);
        if (value == null || value.isJsonNull()) {
            throw wrong(name, "is missing");
        }
        return value;
    }

    private JsonArray array(String name) {
        JsonElement value = object.get(name);
        if (value == null) {
            return new JsonArray();
        }
        if (value instanceof JsonArray array) {
            return array;
        }
        throw wrong(name, "must be a list, not " + value);
    }

    private JsonFields object(String name, JsonElement value) {
        if (value instanceof JsonObject child) {
            return new JsonFields(file, path.isEmpty() ? name : path + "." + name, child);
        }
        throw wrong(name, "must be an object, not " + value);
    }

    private int offset(String name, JsonElement value) {
        double number = number(name, value).doubleValue();
        if (number < 0 || number > Integer.MAX_VALUE || number != Math.rint(number)) {
            throw wrong(name, "must be a whole number from 0 to 2^31 - 1, not " + value);
        }
        return (int) number;
    }

    private Number number(String name, JsonElement value) {
        if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
            return value.getAsNumber();
        }
        throw wrong(name, "must be a number, not " + value);
    }
}
