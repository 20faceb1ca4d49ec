package dev.earshot.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.earshot.local.server.Invocable;
import dev.earshot.local.server.Loopback;
import dev.earshot.local.template.CloudTemplate;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * API Gateway's HTTP API on the loopback address: with the same routes, authorizers, limits and
 * errors as on AWS.
 */
public final class HttpGateway implements AutoCloseable {
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
    private static final int LARGEST_BODY_BYTES = 10 * 1024 * 1024;
    private static final int MAX_CALL_SECONDS = 30;
    private static final int STOP_SECONDS = 10;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = System.getLogger(HttpGateway.class.getName());

    private final Options options;
    private final RouteTable routes;
    private final HttpEvents events;
    private final HttpServer server;
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    private HttpGateway(Options options, HttpServer server) {
        this.options = options;
        this.server = server;
        this.routes = new RouteTable(options.api().routes());
        this.events = new HttpEvents(options.account(), "local");
    }

    /**
     * What the gateway serves.
     *
     * @param port 0 for one that the system chooses
     * @param functions logical name to function, for every route
     * @param authorizers name to function, for every authorizer
     */
    public record Options(
            int port,
            String account,
            String region,
            CloudTemplate.Api api,
            Map<String, ? extends Invocable> functions,
            Map<String, ? extends Invocable> authorizers,
            InstantSource clock) {
        public Options {
            functions = Map.copyOf(functions);
            authorizers = Map.copyOf(authorizers);
        }
    }

    /** Starts listening. */
    public static HttpGateway start(Options options) throws IOException {
        HttpServer server = HttpServer.create(Loopback.address(options.port()), 0);
        HttpGateway gateway = new HttpGateway(options, server);
        server.createContext("/", gateway::serve);
        server.setExecutor(gateway.exchanges);
        server.start();
        return gateway;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (IOException e) {
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a request failed in the gateway", e);
                answer = Answer.message(500, "Internal Server Error");
            }
            send(exchange, answer);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "a client went away", e);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String rawPath = exchange.getRequestURI().getRawPath();
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY_BYTES + 1);
        if (body.length > LARGEST_BODY_BYTES) {
            return Answer.message(413, "Request Too Long");
        }
        HttpEvents.Request request = request(exchange, method, rawPath, body);
        Optional<Cors> cors = options.api().cors().map(Cors::new);
        if (cors.isPresent() && method.equals("OPTIONS")) {
            return cors.get().preflight(request.header("origin"));
        }
        Answer answer = routed(request);
        return cors.isEmpty() ? answer : cors.get().decorate(answer, request.header("origin"));
    }

    private Answer routed(HttpEvents.Request request) {
        Optional<RouteTable.Match> match = routes.find(request.method(), request.rawPath());
        if (match.isEmpty()) {
            return Answer.message(404, "Not Found");
        }
        String authorizer = match.get().route().authorizer();
        JsonNode identity = null;
        if (authorizer != null) {
            Authorization authorization = authorize(request, match.get(), authorizer);
            if (authorization.refusal() != null) {
                return authorization.refusal();
            }
            identity = authorization.context();
        }
        Invocable function = options.functions().get(match.get().route().functionId());
        if (function == null) {
            return Answer.message(500, "Internal Server Error");
        }
        return call(function, events.event(request, match.get(), identity).toString())
                .map(HttpGateway::integrationAnswer)
                .orElseGet(() -> Answer.message(503, "Service Unavailable"));
    }

    private record Authorization(@Nullable Answer refusal, @Nullable JsonNode context) {}

    private Authorization authorize(
            HttpEvents.Request request, RouteTable.Match match, String name) {
        CloudTemplate.Authorizer declared =
                options.api().authorizers().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        Invocable function = options.authorizers().get(name);
        if (declared.headers().stream().anyMatch(header -> request.header(header).isEmpty())) {
            return new Authorization(Answer.message(401, "Unauthorized"), null);
        }
        if (function == null) {
            return new Authorization(Answer.message(500, "Internal Server Error"), null);
        }
        Optional<Called> called =
                call(
                        function,
                        events.authorizerEvent(request, match, declared.headers(), options.region())
                                .toString());
        JsonNode answer = called.map(Called::json).orElse(null);
        if (answer == null || !answer.path("isAuthorized").isBoolean()) {
            return new Authorization(Answer.message(500, "Internal Server Error"), null);
        }
        if (!answer.path("isAuthorized").asBoolean()) {
            return new Authorization(Answer.message(403, "Forbidden"), null);
        }
        JsonNode context = answer.path("context");
        return new Authorization(null, context.isObject() ? context : JSON.createObjectNode());
    }

    /** The answer of a call; its JSON is null if the call failed or did not return JSON. */
    private record Called(@Nullable JsonNode json) {}

    /** Empty if the call took too long. */
    private Optional<Called> call(Invocable function, String event) {
        Future<byte[]> future =
                calls.submit(() -> function.invoke(event.getBytes(StandardCharsets.UTF_8)));
        try {
            return Optional.of(
                    new Called(JSON.readTree(future.get(MAX_CALL_SECONDS, TimeUnit.SECONDS))));
        } catch (TimeoutException e) {
            future.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "a function behind the HTTP API failed: {0}", e.getCause());
            LOG.log(Level.DEBUG, "a function behind the HTTP API", e.getCause());
            return Optional.of(new Called(null));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a function's answer is not JSON", e);
            return Optional.of(new Called(null));
        }
    }

    private static Answer integrationAnswer(Called called) {
        JsonNode json = called.json();
        if (json == null) {
            return Answer.message(500, "Internal Server Error");
        }
        if (!json.path("statusCode").canConvertToInt()) {
            // Without a status code the whole answer is the body, as on AWS.
            return new Answer(
                    200,
                    Map.of("content-type", "application/json"),
                    List.of(),
                    json.toString().getBytes(StandardCharsets.UTF_8));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        json.path("headers")
                .properties()
                .forEach(
                        header ->
                                headers.put(
                                        header.getKey().toLowerCase(Locale.ROOT),
                                        header.getValue().asText()));
        json.path("multiValueHeaders")
                .properties()
                .forEach(
                        header -> {
                            StringBuilder joined = new StringBuilder();
                            header.getValue()
                                    .forEach(
                                            value ->
                                                    joined.append(joined.isEmpty() ? "" : ",")
                                                            .append(value.asText()));
                            headers.put(
                                    header.getKey().toLowerCase(Locale.ROOT), joined.toString());
                        });
        headers.putIfAbsent("content-type", "text/plain;charset=UTF-8");
        List<String> cookies = new java.util.ArrayList<>();
        json.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        String body = json.path("body").asText("");
        return new Answer(
                json.path("statusCode").asInt(),
                headers,
                cookies,
                json.path("isBase64Encoded").asBoolean()
                        ? Base64.getDecoder().decode(body)
                        : body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpEvents.Request request(
            HttpExchange exchange, String method, String rawPath, byte[] body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) ->
                                headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        String query = exchange.getRequestURI().getRawQuery();
        return new HttpEvents.Request(
                UUID.randomUUID().toString(),
                method,
                rawPath,
                query == null ? "" : query,
                headers,
                body,
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                options.clock().instant());
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        answer.headers()
                .forEach(
                        (name, value) -> {
                            if (!name.equals("content-length")) {
                                headers.set(name, value);
                            }
                        });
        answer.cookies().forEach(cookie -> headers.add("set-cookie", cookie));
        boolean empty =
                answer.body().length == 0
                        || answer.status() == 304
                        || answer.status() == 204
                        || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
        if (!empty) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(STOP_SECONDS);
        exchanges.close();
        calls.close();
    }
}
