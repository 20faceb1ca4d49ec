package dev.earshot.aws.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.earshot.aws.client.Clients;
import dev.earshot.aws.client.LambdaInvoker;
import dev.earshot.aws.client.ServiceAccess;
import dev.earshot.aws.client.SignedCalls;
import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.PictureVector;
import dev.earshot.core.picture.QuestionVectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

final class LambdaQuestionVectorsTest {
    private static final PictureVector VECTOR =
            PictureVector.of(new ModelVersion("clip", "1", "ab".repeat(32)), new float[] {1, 2, 3});

    private final HttpServer server;
    private final List<String> seen = new ArrayList<>();
    private String answer = "";
    private boolean failed;
    private int status = 200;

    LambdaQuestionVectorsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    seen.add(exchange.getRequestURI().getPath() + " " + body);
                    seen.add(exchange.getRequestHeaders().getFirst("Authorization"));
                    if (failed) {
                        exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
                    }
                    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void question_isSentSignedAndItsVectorRead() {
        answer = '"' + Base64.getEncoder().encodeToString(VECTOR.toBytes()) + '"';

        assertThat(vectors().of("a \"red\" é")).isEqualTo(new QuestionVectors.Answer.Known(VECTOR));
        assertThat(seen.getFirst())
                .isEqualTo(
                        "/2015-03-31/functions/embed/invocations \""
                                + Base64.getEncoder()
                                        .encodeToString(
                                                "a \"red\" é".getBytes(StandardCharsets.UTF_8))
                                + '"');
        assertThat(seen.getLast())
                .startsWith("AWS4-HMAC-SHA256")
                .contains("/eu-central-1/lambda/aws4_request");
    }

    @Test
    void functionThatFails_isSaidToHaveFailed() {
        failed = true;
        answer = "{\"errorType\":\"x\"}";

        assertFailed(vectors().of("red"), LambdaQuestionVectors.FAILED);
    }

    @Test
    void functionThatIsNotThere_isSaidToHaveFailed() {
        for (int wrong : new int[] {403, 404, 500}) {
            status = wrong;
            assertFailed(vectors().of("red"), LambdaQuestionVectors.FAILED);
        }
    }

    @Test
    void functionThatIsTooSlow_isSaidToBeLate() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var http =
                        UrlConnectionHttpClient.builder()
                                .socketTimeout(Duration.ofMillis(50))
                                .build()) {
            URI endpoint = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            var invoker =
                    new LambdaInvoker(
                            new SignedCalls(
                                    http,
                                    StaticCredentialsProvider.create(
                                            AwsBasicCredentials.create("AKIALOCAL", "secret")),
                                    "eu-central-1"),
                            endpoint);

            assertFailed(
                    new LambdaQuestionVectors(invoker, "embed").of("red"),
                    LambdaQuestionVectors.TOO_LATE);
        }
    }

    private static void assertFailed(QuestionVectors.Answer answer, String reason) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        QuestionVectors.Answer.Failed.class,
                        failed -> {
                            assertThat(failed.reason()).isEqualTo(reason);
                            assertThat(failed.cause()).isPresent();
                        });
    }

    @Test
    void answerThatIsNoVector_isSaidToHaveFailed() {
        for (String wrong : List.of("", "null", "{}", "\"%%%\"", "\"aGVsbG8=\"")) {
            answer = wrong;
            assertThat(vectors().of("red"))
                    .as(wrong)
                    .isInstanceOf(QuestionVectors.Answer.Failed.class);
        }
    }

    @Test
    void nobodyThere_isSaidToHaveFailed() {
        QuestionVectors vectors = vectors();
        server.stop(0);

        assertFailed(vectors.of("red"), LambdaQuestionVectors.FAILED);
    }

    private QuestionVectors vectors() {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        ServiceAccess access =
                new ServiceAccess(
                        "eu-central-1",
                        Optional.of(new ServiceAccess.Credentials("AKIALOCAL", "secret")),
                        new ServiceAccess.Endpoints(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(endpoint),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        return new LambdaQuestionVectors(new Clients(access).invoker(), "embed");
    }
}
