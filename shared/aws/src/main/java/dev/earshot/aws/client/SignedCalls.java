package dev.earshot.aws.client;

import dev.earshot.core.store.StoreException;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Single signed requests to services of which we need one call each, for which a client of the SDK
 * would add megabytes. Uses the SDK's signer and HTTP client; never retries. Thread-safe.
 */
public final class SignedCalls implements AutoCloseable {
    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final String region;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    public SignedCalls(SdkHttpClient http, AwsCredentialsProvider credentials, String region) {
        this.http = http;
        this.credentials = credentials;
        this.region = region;
    }

    /** What a service answered. */
    public record Answer(int status, Map<String, List<String>> headers, byte[] body) {
        /** Whether the status is 2xx. */
        public boolean successful() {
            return status / 100 == 2;
        }
    }

    /**
     * Deletes something of a service.
     *
     * @param what the attempted action, worded to follow "could not"
     * @param service its name in signatures
     * @throws StoreException if it did not answer
     */
    public Answer delete(String what, String service, URI endpoint, String path) {
        return send(what, service, SdkHttpMethod.DELETE, endpoint, path, Map.of(), new byte[0]);
    }

    /**
     * Posts to a service.
     *
     * @param what the attempted action, worded to follow "could not"
     * @param service its name in signatures
     * @throws StoreException if it did not answer
     */
    public Answer post(
            String what,
            String service,
            URI endpoint,
            String path,
            Map<String, String> headers,
            byte[] body) {
        return send(what, service, SdkHttpMethod.POST, endpoint, path, headers, body);
    }

    private Answer send(
            String what,
            String service,
            SdkHttpMethod method,
            URI endpoint,
            String path,
            Map<String, String> headers,
            byte[] body) {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder()
                        .method(method)
                        .uri(endpoint)
                        .encodedPath(path)
                        .putHeader("content-length", String.valueOf(body.length));
        headers.forEach(request::putHeader);
        try {
            SignedRequest signed =
                    signer.sign(
                            sign ->
                                    sign.identity(credentials.resolveCredentials())
                                            .request(request.build())
                                            .payload(ContentStreamProvider.fromByteArray(body))
                                            .putProperty(
                                                    AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                                            .putProperty(AwsV4HttpSigner.REGION_NAME, region));
            HttpExecuteRequest.Builder call =
                    HttpExecuteRequest.builder().request(signed.request());
            signed.payload().ifPresent(call::contentStreamProvider);
            return answer(http.prepareRequest(call.build()).call());
        } catch (IOException | SdkException e) {
            throw new StoreException("could not " + what + ": " + e.getMessage(), e);
        }
    }

    private static Answer answer(HttpExecuteResponse response) throws IOException {
        byte[] body = new byte[0];
        if (response.responseBody().isPresent()) {
            try (var in = response.responseBody().get()) {
                body = in.readAllBytes();
            }
        }
        return new Answer(
                response.httpResponse().statusCode(), response.httpResponse().headers(), body);
    }

    @Override
    public void close() {
        http.close();
    }
}
