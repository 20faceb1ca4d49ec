package dev.earshot.local.permission;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What requests to S3, with a bucket at the start of their path, ask to be allowed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html">actions</a>
 */
public final class S3Calls {
    private S3Calls() {}

    /**
     * A request.
     *
     * @param method in capital letters
     * @param path as sent, still escaped
     * @param query as sent, without the question mark; empty if there is none
     * @param copied value of the header {@code x-amz-copy-source}, if there is one
     */
    public record Received(String method, String path, String query, Optional<String> copied) {}

    /** What a request asks for. */
    public static List<Call> of(Received request) {
        String[] parts = request.path().replaceFirst("^/", "").split("/", 2);
        String bucket = "arn:aws:s3:::" + parts[0];
        String key = parts.length > 1 ? decoded(parts[1]) : "";
        Set<String> asked =
                Arrays.stream(request.query().split("&"))
                        .map(part -> part.replaceFirst("=.*", ""))
                        .collect(Collectors.toSet());
        if (!key.isEmpty()) {
            return object(request, bucket + "/" + key);
        }
        return switch (request.method()) {
            case "GET", "HEAD" ->
                    List.of(
                            new Call(
                                    asked.contains("versions")
                                            ? "s3:ListBucketVersions"
                                            : "s3:ListBucket",
                                    bucket));
            // Several objects are deleted at once; which, stands in the body.
            case "POST" -> List.of(new Call("s3:DeleteObject", bucket + "/*"));
            case "PUT" -> List.of(new Call("s3:CreateBucket", bucket));
            default -> List.of(new Call("s3:DeleteBucket", bucket));
        };
    }

    private static List<Call> object(Received request, String object) {
        return switch (request.method()) {
            case "GET", "HEAD" -> List.of(new Call("s3:GetObject", object));
            case "DELETE" ->
                    List.of(
                            new Call(
                                    request.query().contains("uploadId=")
                                            ? "s3:AbortMultipartUpload"
                                            : "s3:DeleteObject",
                                    object));
            default -> {
                List<Call> calls = new ArrayList<>(List.of(new Call("s3:PutObject", object)));
                request.copied()
                        .ifPresent(
                                source ->
                                        calls.add(
                                                new Call(
                                                        "s3:GetObject",
                                                        "arn:aws:s3:::"
                                                                + decoded(
                                                                        source.replaceFirst(
                                                                                "^/", "")))));
                yield calls;
            }
        };
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
