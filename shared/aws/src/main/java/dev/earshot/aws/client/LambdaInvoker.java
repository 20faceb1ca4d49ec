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

/**
 * Calls a function and waits for its answer: one signed request of <a
 * href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>. Uses only the
 * SDK's signer and HTTP client, since the Lambda client would add two megabytes for this one call.
 * Never retries, because the caller is waiting. Thread-safe.
 */
public final class LambdaInvoker implements AutoCloseable {
    private static final String FAILED = "X-Amz-Function-Error";

    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final String region;
    private final URI endpoint;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    public LambdaInvoker(
            SdkHttpClient http, AwsCredentialsProvider credentials, String region, URI endpoint) {
        this.http = http;
        this.credentials = credentials;
        this.region = region;
        this.endpoint = endpoint;
    }

    /**
     * Returns the function's answer.
     *
     * @param function name of letters, digits, hyphens and underscores
     * @param payload JSON
     * @throws StoreException if the function failed or did not answer
     */
    public byte[] invoke(String function, byte[] payload) {
        SdkHttpRequest request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(endpoint)
                        .encodedPath("/2015-03-31/functions/" + function + "/invocations")
                        .putHeader("content-type", "application/json")
                        .putHeader("content-length", String.valueOf(payload.length))
                        .build();
        try {
            SignedRequest signed =
                    signer.sign(
                            sign ->
                                    sign.identity(credentials.resolveCredentials())
                                            .request(request)
                                            .payload(ContentStreamProvider.fromByteArray(payload))
                                            .putProperty(
                                                    AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                                            .putProperty(AwsV4HttpSigner.REGION_NAME, region));
            HttpExecuteRequest.Builder call =
                    HttpExecuteRequest.builder().request(signed.request());
            signed.payload().ifPresent(call::contentStreamProvider);
            return answer(function, http.prepareRequest(call.build()).call());
        } catch (IOException | SdkException e) {
            throw new StoreException("could not call " + function + ": " + e.getMessage(), e);
        }
    }

    private static byte[] answer(String function, HttpExecuteResponse response) throws IOException {
        byte[] body = new byte[0];
        if (response.responseBody().isPresent()) {
            try (var in = response.responseBody().get()) {
                body = in.readAllBytes();
            }
        }
        List<String> failed = response.httpResponse().matchingHeaders(FAILED);
        if (!response.httpResponse().isSuccessful() || !failed.isEmpty()) {
            throw new StoreException(
                    "could not call "
                            + function
                            + ": it answered "
                            + response.httpResponse().statusCode()
                            + " "
                            + failed,
                    null);
        }
        return body;
    }

    @Override
    public void close() {
        http.close();
    }
}
