package dev.earshot.queryapi;

import dev.earshot.wire.JsonWriter;
import java.util.Map;

/** An answer, before the headers that every answer carries. */
record Response(int status, String contentType, String body, Map<String, String> headers) {
    private static final JsonWriter JSON = new JsonWriter();

    Response {
        headers = Map.copyOf(headers);
    }

    /** A record, map or list as JSON. */
    static Response json(int status, Object value) {
        return json(status, "application/json", value);
    }

    /** Likewise, of a media type of its own. */
    static Response json(int status, String contentType, Object value) {
        return new Response(status, contentType, JSON.write(value), Map.of());
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
