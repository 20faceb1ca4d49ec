package dev.earshot.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

import java.util.LinkedHashMap;
import java.util.Map;

/** Answers to API Gateway by functions that stand beside query-api, since they hold the models. */
public final class DirectAnswers {
    private DirectAnswers() {}

    /**
     * An answer that only the caller may keep, and a problem that nobody may.
     *
     * @param status from 400 on a problem
     * @param contentType of the body
     * @param more headers beside those that each answer has
     */
    public static APIGatewayV2HTTPResponse of(
            int status, String contentType, String body, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("cache-control", status >= 400 ? "no-store" : "private, no-cache");
        headers.put("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
        headers.put("x-content-type-options", "nosniff");
        headers.put("content-type", contentType);
        headers.putAll(more);
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body)
                .withIsBase64Encoded(false)
                .build();
    }
}
