package dev.earshot.queryapi.http;

import dev.earshot.query.ItemPage;
import dev.earshot.wire.api.JsonWriter;
import dev.earshot.wire.api.PageView;

import java.util.Base64;
import java.util.Map;

/**
 * A response, without the headers common to all responses.
 *
 * @param base64 whether the body is bytes in Base64
 */
public record Response(
        int status, String contentType, String body, boolean base64, Map<String, String> headers) {
    private static final JsonWriter JSON = new JsonWriter();

    public Response {
        headers = Map.copyOf(headers);
    }

    public Response(int status, String contentType, String body, Map<String, String> headers) {
        this(status, contentType, body, false, headers);
    }

    /** Bytes of any media type. */
    public static Response bytes(String contentType, byte[] bytes) {
        return new Response(
                200, contentType, Base64.getEncoder().encodeToString(bytes), true, Map.of());
    }

    /** A record as JSON. */
    public static Response json(int status, Object value) {
        return json(status, "application/json", value);
    }

    /** A record as JSON with another media type. */
    public static Response json(int status, String contentType, Object value) {
        return new Response(status, contentType, JSON.write(value), Map.of());
    }

    /** A page of a listing. */
    public static Response page(ItemPage<?> page) {
        return json(200, new PageView<>(page.items(), page.next()));
    }

    public static Response noContent() {
        return new Response(204, "", "", Map.of());
    }

    public Response with(String name, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(name, value);
        return new Response(status, contentType, body, base64, more);
    }
}
