package dev.earshot.local.server;

import dev.earshot.core.Digests;
import dev.earshot.local.permission.Call;
import dev.earshot.local.permission.Identities;
import dev.earshot.local.permission.Identity;
import dev.earshot.local.permission.Policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets only requests through that are signed with credentials of the stack, by somebody whose role
 * allows them, as AWS does. Other programs of this machine, and web pages that are open in its
 * browser, can reach the loopback address too. The age of a signature is not checked. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Signature
 *     Version 4</a>
 */
public final class SignedRequests {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Pattern AUTHORIZATION =
            Pattern.compile(
                    ALGORITHM
                            + " Credential=([^/,\\s]+)/([0-9]{8})/([^/,\\s]+)/([^/,\\s]+)/aws4_request,"
                            + "\\s*SignedHeaders=([a-z0-9;-]+),\\s*Signature=([0-9a-f]{64})");

    private final Identities identities;

    public SignedRequests(Identities identities) {
        this.identities = identities;
    }

    /** Requests of one caller, who may do everything. */
    public SignedRequests(String accessKeyId, String secretAccessKey) {
        this(new Identities());
        identities.add(new Identity("the stack", accessKeyId, secretAccessKey, Policy.EVERYTHING));
    }

    /** What requests to one service ask to be allowed. */
    public interface Calls {
        /**
         * What a request asks for.
         *
         * @throws IOException if its body can't be read
         */
        List<Call> of(Received request) throws IOException;
    }

    /** A refusal, as AWS words it. */
    public record Refusal(String type, String message) {}

    /**
     * A request as it was received.
     *
     * @param method in capital letters
     * @param path as sent, still escaped; empty counts as {@code /}
     * @param query as sent, without the question mark; empty if there is none
     * @param headers names in any case, with their values in the order received
     */
    public record Received(
            String method,
            String path,
            String query,
            Map<String, List<String>> headers,
            byte[] body) {
        public Received {
            var lower = new TreeMap<String, List<String>>();
            headers.forEach(
                    (name, values) ->
                            lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
            headers = lower;
        }

        /** The first value of a header. */
        Optional<String> header(String name) {
            List<String> values = headers.getOrDefault(name, List.of());
            return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
        }

        /** What is asked of the service: {@code Service.Operation}, without the service. */
        String operation() {
            return header("x-amz-target").orElse("").replaceFirst("^[^.]*\\.", "");
        }
    }

    /** Why the request is refused, by its signature or its signer's role; empty if it is not. */
    Optional<Refusal> refusal(Received request, Calls calls) {
        Optional<String> unsigned = refusal(request);
        if (unsigned.isPresent()) {
            return unsigned.map(reason -> new Refusal("InvalidSignatureException", reason));
        }
        try {
            Optional<Identity> signer = signer(request);
            List<Call> asked = calls.of(request);
            return signer.flatMap(identity -> identities.refusal(identity, asked))
                    .map(reason -> new Refusal("AccessDeniedException", reason));
        } catch (DiskGuard.DiskFullException e) {
            return Optional.of(new Refusal("ServiceUnavailable", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return Optional.of(
                    new Refusal("SerializationException", "the body of the request is no JSON"));
        }
    }

    private Optional<Identity> signer(Received request) {
        Matcher authorization = AUTHORIZATION.matcher(request.header("authorization").orElse(""));
        return authorization.matches() ? identities.find(authorization.group(1)) : Optional.empty();
    }

    /** Why the request is refused; empty if it is signed as it must be. */
    public Optional<String> refusal(Received request) {
        if (request.header("origin").isPresent()) {
            return Optional.of("a web page may not call this service");
        }
        Matcher authorization = AUTHORIZATION.matcher(request.header("authorization").orElse(""));
        if (!authorization.matches()) {
            return Optional.of("the request is not signed with " + ALGORITHM);
        }
        Optional<Identity> signer = identities.find(authorization.group(1));
        if (signer.isEmpty()) {
            return Optional.of("the access key is not this stack's; see its endpoints.json");
        }
        List<String> signed = Arrays.asList(authorization.group(5).split(";"));
        if (!signed.contains("host") || !signed.contains("x-amz-date")) {
            return Optional.of("the signature must cover host and x-amz-date");
        }
        List<String> scope =
                List.of(
                        authorization.group(2),
                        authorization.group(3),
                        authorization.group(4),
                        "aws4_request");
        String text =
                String.join(
                        "\n",
                        ALGORITHM,
                        request.header("x-amz-date").orElse(""),
                        String.join("/", scope),
                        hex(canonical(request, signed).getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + signer.get().secretAccessKey()).getBytes(StandardCharsets.UTF_8);
        for (String part : scope) {
            key = hmac(key, part);
        }
        byte[] expected = hmac(key, text);
        return MessageDigest.isEqual(expected, HexFormat.of().parseHex(authorization.group(6)))
                ? Optional.empty()
                : Optional.of("the signature does not match the request");
    }

    private static String canonical(Received request, List<String> signed) {
        var lines = new StringBuilder();
        lines.append(request.method()).append('\n');
        lines.append(escaped(request.path().isEmpty() ? "/" : request.path())).append('\n');
        lines.append(
                        Arrays.stream(request.query().split("&"))
                                .filter(part -> !part.isEmpty())
                                .map(part -> part.contains("=") ? part : part + "=")
                                .sorted()
                                .collect(Collectors.joining("&")))
                .append('\n');
        for (String name : signed) {
            lines.append(name).append(':');
            lines.append(
                    request.headers().getOrDefault(name, List.of()).stream()
                            .map(value -> value.strip().replaceAll(" +", " "))
                            .collect(Collectors.joining(",")));
            lines.append('\n');
        }
        lines.append('\n').append(String.join(";", signed)).append('\n');
        return lines.append(hex(request.body())).toString();
    }

    /** The path is escaped once more than it was sent, for every service but S3. */
    private static String escaped(String path) {
        var result = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xff);
            boolean plain =
                    character < 128
                            && (Character.isLetterOrDigit(character)
                                    || "-._~/".indexOf(character) >= 0);
            if (plain) {
                result.append(character);
            } else {
                result.append(String.format(Locale.ROOT, "%%%02X", each & 0xff));
            }
        }
        return result.toString();
    }

    private static String hex(byte[] bytes) {
        return Digests.hex(Digests.newSha256().digest(bytes));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }
}
