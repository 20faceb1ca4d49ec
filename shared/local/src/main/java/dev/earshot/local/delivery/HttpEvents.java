package dev.earshot.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The events of an HTTP API, payload format 2.0: header names in lower case, several values joined
 * by commas, cookies separate, the path and its variables decoded, a body that is not text in
 * base64.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     format</a>
 */
final class HttpEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter CLF =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss +0000", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final String account;
    private final String apiId;

    HttpEvents(String account, String apiId) {
        this.account = account;
        this.apiId = apiId;
    }

    /**
     * One request.
     *
     * @param rawPath as it came
     * @param rawQuery as it came, without the question mark; empty if there is none
     * @param headers names in lower case, values in order
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Request(
            String id,
            String method,
            String rawPath,
            String rawQuery,
            Map<String, List<String>> headers,
            byte[] body,
            String sourceAddress,
            Instant time) {
        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    /** The event of a function behind a route. */
    ObjectNode event(Request request, RouteTable.Match match, @Nullable JsonNode authorizer) {
        ObjectNode root = common(request, match);
        if (authorizer != null) {
            ((ObjectNode) root.get("requestContext"))
                    .putObject("authorizer")
                    .set("lambda", authorizer);
        }
        boolean text = isText(request.header("content-type"));
        if (request.body().length > 0) {
            root.put(
                    "body",
                    text
                            ? new String(request.body(), StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(request.body()));
        }
        root.put("isBase64Encoded", !text && request.body().length > 0);
        return root;
    }

    /** The event of a Lambda authorizer. */
    ObjectNode authorizerEvent(
            Request request, RouteTable.Match match, List<String> identityHeaders, String region) {
        ObjectNode root = common(request, match);
        root.put("type", "REQUEST");
        root.put(
                "routeArn",
                "arn:aws:execute-api:"
                        + region
                        + ":"
                        + account
                        + ":"
                        + apiId
                        + "/$default/"
                        + request.method()
                        + request.rawPath());
        ArrayNode sources = root.putArray("identitySource");
        identityHeaders.forEach(header -> sources.add(request.header(header)));
        return root;
    }

    private ObjectNode common(Request request, RouteTable.Match match) {
        ObjectNode root = JSON.createObjectNode();
        String routeKey = match.route().method() + " " + match.route().path();
        String path = decoded(request.rawPath());
        root.put("version", "2.0");
        root.put("routeKey", routeKey);
        root.put("rawPath", path);
        root.put("rawQueryString", request.rawQuery());
        List<String> cookies = request.headers().getOrDefault("cookie", List.of());
        if (!cookies.isEmpty()) {
            ArrayNode array = root.putArray("cookies");
            cookies.forEach(
                    line -> {
                        for (String cookie : line.split(";", -1)) {
                            array.add(cookie.strip());
                        }
                    });
        }
        ObjectNode headers = root.putObject("headers");
        request.headers()
                .forEach(
                        (name, values) -> {
                            if (!name.equals("cookie")) {
                                headers.put(name, String.join(",", values));
                            }
                        });
        Map<String, List<String>> query = query(request.rawQuery());
        if (!query.isEmpty()) {
            ObjectNode parameters = root.putObject("queryStringParameters");
            query.forEach((name, values) -> parameters.put(name, String.join(",", values)));
        }
        ObjectNode context = root.putObject("requestContext");
        context.put("accountId", account);
        context.put("apiId", apiId);
        context.put("domainName", "localhost");
        context.put("domainPrefix", "localhost");
        ObjectNode http = context.putObject("http");
        http.put("method", request.method());
        http.put("path", path);
        http.put("protocol", "HTTP/1.1");
        http.put("sourceIp", request.sourceAddress());
        http.put("userAgent", request.header("user-agent"));
        context.put("requestId", request.id());
        context.put("routeKey", routeKey);
        context.put("stage", "$default");
        context.put("time", CLF.format(request.time()));
        context.put("timeEpoch", request.time().toEpochMilli());
        if (!match.variables().isEmpty()) {
            ObjectNode variables = root.putObject("pathParameters");
            match.variables().forEach((name, value) -> variables.put(name, decoded(value)));
        }
        return root;
    }

    static boolean isText(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty()
                || type.startsWith("text/")
                || type.equals("application/json")
                || type.equals("application/xml")
                || type.equals("application/javascript")
                || type.endsWith("+json")
                || type.endsWith("+xml");
    }

    static Map<String, List<String>> query(String rawQuery) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                query.computeIfAbsent(form(name), key -> new ArrayList<>()).add(form(value));
            }
        }
        return query;
    }

    private static String form(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }

    /** In a path, a plus sign stands for itself, not for a space. */
    private static String decoded(String path) {
        return form(path.replace("+", "%2B"));
    }
}
