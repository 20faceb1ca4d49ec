package dev.earshot.queryapi.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

import dev.earshot.core.Digests;
import dev.earshot.wire.api.Problem;
import dev.earshot.wire.api.ProblemKind;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Converts responses to what API Gateway expects, with the headers common to all responses.
 * Stateless.
 */
public final class Answers {
    /** Forbids loading, running and framing anything; the console sets its own policy. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private Answers() {}

    /**
     * The response to a GET request also has an entity tag, its own or one of its body, or is 304
     * if nothing has changed.
     */
    public static APIGatewayV2HTTPResponse toGet(Response response, String ifNoneMatch) {
        if (response.status() != 200) {
            return of(response);
        }
        String tag = response.headers().getOrDefault("etag", '"' + digest(response.body()) + '"');
        Response tagged = response.with("etag", tag);
        return holds(ifNoneMatch, tag)
                ? of(new Response(304, "", "", tagged.headers()))
                : of(tagged);
    }

    public static APIGatewayV2HTTPResponse of(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("cache-control", "private, no-cache");
        headers.put("content-security-policy", NOTHING);
        headers.put("x-content-type-options", "nosniff");
        headers.put("referrer-policy", "no-referrer");
        headers.put("strict-transport-security", "max-age=31536000");
        if (!response.contentType().isEmpty()) {
            headers.put("content-type", response.contentType());
        }
        headers.putAll(response.headers());
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(response.status())
                .withHeaders(headers)
                .withBody(response.body())
                .withIsBase64Encoded(response.base64())
                .build();
    }

    /** The response for a problem; one of an unavailable service says when to retry. */
    public static Response of(Problem problem) {
        Response response =
                Response.json(problem.status(), Problem.MEDIA_TYPE, problem)
                        .with("cache-control", "no-store");
        return problem.status() == ProblemKind.UNAVAILABLE.status()
                ? response.with("retry-after", "1")
                : response;
    }

    /** Weak comparison, as RFC 9110 section 13.1.2 requires. */
    private static boolean holds(String ifNoneMatch, String tag) {
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String plain = candidate.strip();
            if (plain.equals("*") || plain.equals(tag) || plain.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private static String digest(String body) {
        return Digests.sha256(body).substring(0, 32);
    }
}
