package dev.earshot.local.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.earshot.local.permission.Call;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lambda's Invoke API for the functions of this process, on the loopback address. Requests must be
 * signed with the stack's own credentials. Thread-safe.
 */
public final class LambdaServer implements AutoCloseable {
    private static final Pattern INVOKE =
            Pattern.compile("/2015-03-31/functions/([A-Za-z0-9_-]{1,140})/invocations");
    private static final int LARGEST_PAYLOAD_BYTES = 6 << 20;

    private final HttpServer server;
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Invocable> functions = new ConcurrentHashMap<>();

    private final SignedRequests requests;
    private final String arnPrefix;

    private LambdaServer(HttpServer server, SignedRequests requests, String arnPrefix) {
        this.server = server;
        this.requests = requests;
        this.arnPrefix = arnPrefix;
    }

    /**
     * Starts listening, without any function.
     *
     * @param port 0 for one that the system chooses
     * @param arnPrefix of every function's ARN, up to its name
     */
    public static LambdaServer start(int port, SignedRequests requests, String arnPrefix)
            throws IOException {
        LambdaServer lambda =
                new LambdaServer(HttpServer.create(Loopback.address(port), 0), requests, arnPrefix);
        lambda.server.createContext("/", lambda::serve);
        lambda.server.setExecutor(lambda.exchanges);
        lambda.server.start();
        return lambda;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Registers a function under its name. */
    public void add(String name, Invocable function) {
        functions.put(name, function);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = INVOKE.matcher(exchange.getRequestURI().getPath());
            Invocable function = path.matches() ? functions.get(path.group(1)) : null;
            byte[] payload = exchange.getRequestBody().readNBytes(LARGEST_PAYLOAD_BYTES);
            String asked = path.matches() ? path.group(1) : "*";
            Optional<SignedRequests.Refusal> refusal =
                    requests.refusal(
                            SignedGate.received(exchange, payload),
                            request ->
                                    List.of(new Call("lambda:InvokeFunction", arnPrefix + asked)));
            if (refusal.isPresent()) {
                SignedGate.refuse(exchange, refusal.get());
                return;
            }
            if (function == null || !exchange.getRequestMethod().equals("POST")) {
                send(
                        exchange,
                        404,
                        "{\"Type\":\"User\",\"Message\":\"Function not found\"}"
                                .getBytes(StandardCharsets.UTF_8));
                return;
            }
            byte[] answer;
            try {
                answer = function.invoke(payload);
            } catch (Exception e) {
                exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
                answer =
                        ("{\"errorType\":\"" + e.getClass().getName() + "\"}")
                                .getBytes(StandardCharsets.UTF_8);
            }
            send(exchange, 200, answer);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        exchanges.close();
    }
}
