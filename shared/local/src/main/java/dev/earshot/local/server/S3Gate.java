package dev.earshot.local.server;

import dev.earshot.local.permission.Call;
import dev.earshot.local.permission.Identities;
import dev.earshot.local.permission.Identity;
import dev.earshot.local.permission.S3Calls;

import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses what the signer's role does not allow; whether the signature is right, the server behind
 * tells. As on AWS, who may not list a bucket is not told that an object is missing.
 */
final class S3Gate extends Handler.Wrapper {
    /** The access key in a header, old and new, or in a presigned address. */
    private static final Pattern SIGNER = Pattern.compile("(?:Credential=|AWS )([^/:%]+)[/:%]");

    private final Identities identities;
    private final BiPredicate<String, String> exists;

    /**
     * A gate.
     *
     * @param exists whether a bucket holds an object
     */
    S3Gate(Identities identities, BiPredicate<String, String> exists, Handler behind) {
        super(behind);
        this.identities = identities;
        this.exists = exists;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<String> refusal = signer(request).flatMap(identity -> refusal(identity, request));
        if (refusal.isEmpty()) {
            return super.handle(request, response, callback);
        }
        response.setStatus(403);
        response.getHeaders().put("content-type", "application/xml");
        String body =
                "<Error><Code>AccessDenied</Code><Message>"
                        + refusal.get().replace("&", "&amp;").replace("<", "&lt;")
                        + "</Message></Error>";
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    private Optional<Identity> signer(Request request) {
        String header = Objects.requireNonNullElse(request.getHeaders().get("authorization"), "");
        Matcher signer = SIGNER.matcher(header.isEmpty() ? query(request) : header);
        return signer.find() ? identities.find(signer.group(1)) : Optional.empty();
    }

    private static String query(Request request) {
        return Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
    }

    private Optional<String> refusal(Identity identity, Request request) {
        List<Call> calls =
                S3Calls.of(
                        new S3Calls.Received(
                                request.getMethod(),
                                request.getHttpURI().getPath(),
                                query(request),
                                Optional.ofNullable(
                                        request.getHeaders().get("x-amz-copy-source"))));
        return identities
                .refusal(identity, calls)
                .or(
                        () ->
                                calls.stream()
                                        .filter(call -> call.action().equals("s3:GetObject"))
                                        .flatMap(call -> missing(identity, call).stream())
                                        .findFirst());
    }

    private Optional<String> missing(Identity identity, Call read) {
        String[] names = read.resource().substring("arn:aws:s3:::".length()).split("/", 2);
        Call list = new Call("s3:ListBucket", "arn:aws:s3:::" + names[0]);
        return identity.policy().refusal(list).isEmpty() || exists.test(names[0], names[1])
                ? Optional.empty()
                : identities.refusal(identity, List.of(list));
    }
}
