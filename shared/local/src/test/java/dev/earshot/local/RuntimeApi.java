package dev.earshot.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.earshot.local.server.Loopback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Lambda's Runtime API for one function, which runs in a JVM of its own under Lambda's real runtime
 * interface client.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
    private static final String PREFIX = "/2018-06-01/runtime/";
    private static final int PATIENCE_SECONDS = 600;
    private static final String ENDED = "\0ended";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> events = new ArrayBlockingQueue<>(1);
    private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(1);
    private final Process process;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Path log;

    /**
     * Starts the function and waits until it asks for an event. Two must not start at once: the
     * client unpacks its native library to one path in the temporary folder.
     */
    RuntimeApi(String handler, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        this.log = log;
        server = HttpServer.create(Loopback.address(0), 0);
        server.createContext(PREFIX, this::serve);
        server.setExecutor(threads);
        server.start();
        process = launch(handler, environment, log);
        var unused =
                process.onExit()
                        .thenRun(
                                () -> {
                                    ready.countDown();
                                    answers.offer(ENDED);
                                });
        ready.await();
    }

    private Process launch(String handler, Map<String, String> environment, Path log)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx512m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                                handler));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        Map<String, String> variables = builder.environment();
        variables.putAll(
                Map.of(
                        "AWS_LAMBDA_RUNTIME_API",
                                Loopback.HOST + ":" + server.getAddress().getPort(),
                        "_HANDLER", handler,
                        "LAMBDA_TASK_ROOT", System.getProperty("java.io.tmpdir"),
                        "AWS_LAMBDA_FUNCTION_NAME", "function",
                        "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
                        "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/function",
                        "AWS_LAMBDA_LOG_STREAM_NAME", "local",
                        "AWS_REGION", "eu-west-1"));
        variables.putAll(environment);
        return builder.start();
    }

    /** The function's answer, or "error: " and its message. */
    String invoke(String event) throws IOException, InterruptedException {
        events.put(event);
        String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null || answer.equals(ENDED)) {
            throw new AssertionError(
                    "no answer; alive: " + process.isAlive() + "; log: " + Files.readString(log));
        }
        return answer;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
            if (path.equals("invocation/next")) {
                ready.countDown();
                byte[] event = events.take().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "request");
                exchange.getResponseHeaders()
                        .set(
                                "Lambda-Runtime-Deadline-Ms",
                                String.valueOf(Long.MAX_VALUE / 1_000_000));
                exchange.getResponseHeaders()
                        .set(
                                "Lambda-Runtime-Invoked-Function-Arn",
                                "arn:aws:lambda:eu-west-1:000000000000:function:function");
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, event.length);
                exchange.getResponseBody().write(event);
                return;
            }
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answers.put(path.endsWith("/response") ? body : "error: " + body);
            exchange.sendResponseHeaders(202, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        server.stop(0);
        threads.shutdownNow();
    }
}
