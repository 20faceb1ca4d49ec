package dev.earshot.queryapi.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.RememberedGrants;
import dev.earshot.lambda.Caller;
import dev.earshot.wire.api.ProblemKind;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A request with a known route.
 *
 * @param path the route's parameters; the values are as they came, see {@link #spellings}
 * @param query decoded by API Gateway; several values of one name are joined by commas
 * @param headers by lower-case name
 * @param door of the API that it came through
 */
public record Request(
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable String body,
        boolean base64,
        Optional<Caller> caller,
        RememberedGrants.Door door) {

    public static Request of(
            APIGatewayV2HTTPEvent event, Map<String, String> path, Optional<Caller> caller) {
        return new Request(
                path,
                orEmpty(event.getQueryStringParameters()),
                lowerCase(orEmpty(event.getHeaders())),
                event.getBody(),
                event.getIsBase64Encoded(),
                caller,
                door(event));
    }

    private static RememberedGrants.Door door(APIGatewayV2HTTPEvent event) {
        var context = event.getRequestContext();
        return new RememberedGrants.Door(
                context == null || context.getApiId() == null ? "none" : context.getApiId(),
                context == null || context.getStage() == null ? "$default" : context.getStage());
    }

    /** The caller's workspace; only on routes that require a key. */
    public WorkspaceId workspace() {
        return caller.orElseThrow(
                        () ->
                                new ProblemException(
                                        ProblemKind.UNAUTHORISED, "send a key as x-api-key"))
                .workspace();
    }

    /** The caller's name in the audit log. */
    public String callerName() {
        return caller.map(Caller::name).orElse("unknown");
    }

    /**
     * The version that the caller saw, which an entity tag begins with.
     *
     * @param what is changed, for the problem where the request does not say
     */
    public String seen(String what) {
        String tag =
                header("if-match")
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                ProblemKind.PRECONDITION_REQUIRED,
                                                "send the "
                                                        + what
                                                        + "'s etag as if-match, so that nobody's"
                                                        + " change is lost"));
        String plain = tag.strip();
        if (plain.startsWith("W/")) {
            plain = plain.substring(2);
        }
        plain = plain.replace("\"", "");
        int dash = plain.indexOf('-');
        return dash < 0 ? plain : plain.substring(0, dash);
    }

    /** A parameter of the path. */
    public String path(String name) {
        return java.util.Objects.requireNonNull(path.get(name), name);
    }

    /**
     * What a path parameter may mean, likeliest first. API Gateway's HTTP APIs pass paths
     * percent-decoded and other front ends do not, so a percent sign is ambiguous.
     */
    public Set<String> spellings(String name) {
        Set<String> spellings = new LinkedHashSet<>();
        String raw = path(name);
        spellings.add(raw);
        spellings.add(percentDecoded(raw));
        return spellings;
    }

    /**
     * What the first {@link #spellings spelling} of a path parameter names that names something.
     *
     * @param longest a longer spelling names nothing, and is not looked up
     */
    public <T> Optional<T> found(String name, int longest, Function<String, Optional<T>> lookedUp) {
        return spellings(name).stream()
                .filter(id -> id.length() <= longest)
                .flatMap(id -> lookedUp.apply(id).stream())
                .findFirst();
    }

    /** A parameter of the query; an empty one counts as absent. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * A time of the query: ISO-8601 with an offset, or a date alone for the start of its day in
     * UTC. A plus sign that arrived as a blank is restored.
     */
    public Optional<Instant> time(String name) {
        return query(name)
                .map(
                        text -> {
                            String whole = text.length() == 10 ? text + "T00:00:00Z" : text;
                            try {
                                return OffsetDateTime.parse(whole.replace(' ', '+')).toInstant();
                            } catch (DateTimeParseException e) {
                                throw ProblemException.parameter(
                                        name,
                                        name
                                                + " must be an ISO-8601 time with an offset, such"
                                                + " as 2026-01-31T12:00:00Z, got '"
                                                + shortened(text)
                                                + "'");
                            }
                        });
    }

    /** A whole number of the query. */
    public int number(String name, int fallback) {
        return query(name)
                .map(
                        text -> {
                            try {
                                return Integer.parseInt(text);
                            } catch (NumberFormatException e) {
                                throw ProblemException.parameter(
                                        name,
                                        name
                                                + " must be a whole number, got '"
                                                + shortened(text)
                                                + "'");
                            }
                        })
                .orElse(fallback);
    }

    /** Rejects query parameters that the route does not know, so that typos are noticed. */
    public void acceptOnly(String... names) {
        for (String name : query.keySet()) {
            if (!List.of(names).contains(name)) {
                throw ProblemException.parameter(
                        shortened(name),
                        "parameter '"
                                + shortened(name)
                                + "' is not known here; use "
                                + (names.length == 0 ? "none" : String.join(", ", names)));
            }
        }
    }

    /** The body as received, of at most {@code maxBytes} bytes. */
    public byte[] bytes(int maxBytes) {
        byte[] bytes = bodyBytes();
        if (bytes.length > maxBytes) {
            throw new ProblemException(
                    ProblemKind.TOO_LARGE,
                    "the body has "
                            + bytes.length
                            + " bytes, more than the "
                            + maxBytes
                            + " taken here");
        }
        return bytes;
    }

    /** The body as text of at most {@code maxBytes} bytes. */
    public String body(int maxBytes) {
        byte[] bytes = bodyBytes();
        if (bytes.length > maxBytes) {
            throw new ProblemException(
                    ProblemKind.TOO_LARGE,
                    "the body has "
                            + bytes.length
                            + " bytes, more than the "
                            + maxBytes
                            + " taken here; send it in parts");
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.isBlank()) {
                throw ProblemException.parameter("body", "the body is empty");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw ProblemException.parameter("body", "the body is not UTF-8");
        }
    }

    private byte[] bodyBytes() {
        if (body == null) {
            return new byte[0];
        }
        if (!base64) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw ProblemException.parameter("body", "the body is said to be Base64 but is not");
        }
    }

    /** A value cut to a recognisable length. */
    public static String shortened(String value) {
        return value.length() <= 80
                ? value
                : value.substring(0, Character.isHighSurrogate(value.charAt(79)) ? 79 : 80) + "…";
    }

    /**
     * Resolves %XX, leaving plus signs alone; a text with an invalid escape is returned unchanged.
     */
    static String percentDecoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = new java.io.ByteArrayOutputStream();
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                bytes.write(in[i]);
                continue;
            }
            int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return text;
            }
            bytes.write(high << 4 | low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }

    private static Map<String, String> lowerCase(Map<String, String> headers) {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }
}
