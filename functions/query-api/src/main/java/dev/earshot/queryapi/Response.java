package dev.earshot.queryapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer, before the headers that every answer carries. */
record Response(int status, String contentType, String body, Map<String, String> headers) {
    Response {
        headers = Map.copyOf(headers);
    }

    static Response json(int status, @Nullable Object value) {
        return new Response(status, "application/json", JsonWriter.write(value), Map.of());
    }

    static Response noContent() {
        return new Response(204, "", "", Map.of());
    }

    Response with(String name, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(name, value);
        return new Response(status, contentType, body, more);
    }
}
