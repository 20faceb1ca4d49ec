package dev.earshot.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests that the SDK's own signer signs, and what others make of them. */
final class SignedRequestsTest {
    private static final String BODY = "{\"TableName\": \"ünïcode\"}";

    private final SignedRequests requests = new SignedRequests("LOCALKEY", "secret");

    /** As the specification's own example signs it: GET, no body, two headers. */
    @Test
    void request_ofTheSpecification_isLetThrough() {
        // "get-vanilla" of AWS' test suite for Signature Version 4.
        SignedRequests example =
                new SignedRequests("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
        Map<String, List<String>> headers =
                Map.of(
                        "Host", List.of("example.amazonaws.com"),
                        "X-Amz-Date", List.of("20150830T123600Z"),
                        "Authorization",
                                List.of(
                                        "AWS4-HMAC-SHA256"
                                                + " Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                                                + " SignedHeaders=host;x-amz-date,"
                                                + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"));

        assertThat(
                        example.refusal(
                                new SignedRequests.Received("GET", "/", "", headers, new byte[0])))
                .isEmpty();
    }

    @Test
    void request_signedByTheSdk_isLetThrough() {
        assertThat(requests.refusal(signed("LOCALKEY", "secret", "http://127.0.0.1:9/"))).isEmpty();
    }

    @Test
    void request_withPathAndQuery_isLetThrough() {
        assertThat(
                        requests.refusal(
                                signed(
                                        "LOCALKEY",
                                        "secret",
                                        "http://127.0.0.1:9/0000/posts%20old?b=2&a=1")))
                .isEmpty();
    }

    @Test
    void request_ofAnotherSecret_isRefused() {
        assertThat(requests.refusal(signed("LOCALKEY", "guess", "http://127.0.0.1:9/")))
                .contains("the signature does not match the request");
    }

    @Test
    void request_ofAnotherKey_isRefused() {
        assertThat(requests.refusal(signed("defaultkey", "secret", "http://127.0.0.1:9/")))
                .hasValueSatisfying(reason -> assertThat(reason).contains("endpoints.json"));
    }

    @Test
    void request_withAnotherBody_isRefused() {
        SignedRequests.Received given = signed("LOCALKEY", "secret", "http://127.0.0.1:9/");

        assertThat(
                        requests.refusal(
                                new SignedRequests.Received(
                                        given.method(),
                                        given.path(),
                                        given.query(),
                                        given.headers(),
                                        "{}".getBytes(StandardCharsets.UTF_8))))
                .contains("the signature does not match the request");
    }

    @Test
    void request_ofAWebPage_isRefusedThoughItIsSigned() {
        SignedRequests.Received given = signed("LOCALKEY", "secret", "http://127.0.0.1:9/");
        Map<String, List<String>> headers = new HashMap<>(given.headers());
        headers.put("Origin", List.of("https://example.com"));

        assertThat(
                        requests.refusal(
                                new SignedRequests.Received(
                                        given.method(),
                                        given.path(),
                                        given.query(),
                                        headers,
                                        given.body())))
                .contains("a web page may not call this service");
    }

    @Test
    void request_withoutSignature_isRefused() {
        assertThat(
                        requests.refusal(
                                new SignedRequests.Received(
                                        "POST",
                                        "/",
                                        "",
                                        Map.of("Content-Type", List.of("text/plain")),
                                        new byte[0])))
                .contains("the request is not signed with AWS4-HMAC-SHA256");
    }

    private static SignedRequests.Received signed(String key, String secret, String url) {
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        SignedRequest signed =
                AwsV4HttpSigner.create()
                        .sign(
                                request ->
                                        request.identity(AwsCredentialsIdentity.create(key, secret))
                                                .request(
                                                        SdkHttpFullRequest.builder()
                                                                .uri(URI.create(url))
                                                                .method(SdkHttpMethod.POST)
                                                                .putHeader(
                                                                        "x-amz-target",
                                                                        "DynamoDB_20120810.GetItem")
                                                                .build())
                                                .payload(ContentStreamProvider.fromByteArray(body))
                                                .putProperty(
                                                        AwsV4HttpSigner.SERVICE_SIGNING_NAME,
                                                        "dynamodb")
                                                .putProperty(
                                                        AwsV4HttpSigner.REGION_NAME, "eu-west-1"));
        return new SignedRequests.Received(
                "POST",
                signed.request().encodedPath(),
                signed.request().encodedQueryParameters().orElse(""),
                signed.request().headers(),
                body);
    }
}
