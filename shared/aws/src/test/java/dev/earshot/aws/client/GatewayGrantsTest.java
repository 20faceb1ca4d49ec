package dev.earshot.aws.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import dev.earshot.core.store.RememberedGrants.Door;
import dev.earshot.core.store.StoreException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class GatewayGrantsTest {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile int status = 204;
    private final HttpServer server;

    GatewayGrantsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI().getRawPath()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("authorization"));
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void forget_isASignedDeletionOfTheStagesCache() {
        grants().forget(new Door("api1", "$default"));

        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst())
                .startsWith("DELETE /v2/apis/api1/stages/%24default/cache/authorizers ")
                .contains("AWS4-HMAC-SHA256", "/eu-central-1/apigateway/aws4_request");
    }

    @Test
    void forget_thatIsRefused_fails() {
        status = 403;

        assertThatThrownBy(() -> grants().forget(new Door("api1", "$default")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("403");
    }

    private GatewayGrants grants() {
        return new GatewayGrants(
                new SignedCalls(
                        UrlConnectionHttpClient.create(),
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("AKIALOCAL", "secret")),
                        "eu-central-1"),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }
}
