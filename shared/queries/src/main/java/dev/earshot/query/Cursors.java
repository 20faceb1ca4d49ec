package dev.earshot.query;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a position in a listing into an opaque text, signed with HMAC-SHA-256 (RFC 2104, cut to 128
 * bits) together with the scope it is valid for: the workspace, the listing and its filters. A text
 * that was altered, or made for another scope, does not open. Thread-safe.
 *
 * <p>The content is signed, not encrypted: the client has seen all of it in the page before.
 */
public final class Cursors {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final int MAX_LENGTH = 4_096;
    private final List<SecretKeySpec> keys;

    /**
     * @param key a secret of at least 16 bytes, derived for this purpose alone
     */
    public Cursors(byte[] key) {
        this(List.of(key));
    }

    /**
     * @param keys likewise: the one to seal with first, then those whose texts open too
     */
    public Cursors(List<byte[]> keys) {
        for (byte[] key : keys) {
            if (key.length < 16) {
                throw new IllegalArgumentException(
                        "the cursor key must be at least 16 bytes, got " + key.length);
            }
        }
        this.keys = keys.stream().map(key -> new SecretKeySpec(key, ALGORITHM)).toList();
    }

    /**
     * Seals fields for a scope; equal input gives an equal text, of letters that need no escaping.
     */
    public String seal(List<String> scope, List<String> fields) {
        byte[] content = pack(fields);
        byte[] signature = sign(keys.getFirst(), scope, content);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ByteBuffer.allocate(SIGNATURE_BYTES + content.length)
                                .put(signature)
                                .put(content)
                                .array());
    }

    /** The fields, if the text was sealed with one of the keys for this very scope. */
    public Optional<List<String>> open(List<String> scope, String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length < SIGNATURE_BYTES) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
        byte[] signature = Arrays.copyOf(bytes, SIGNATURE_BYTES);
        return keys.stream()
                        .anyMatch(
                                key -> MessageDigest.isEqual(signature, sign(key, scope, content)))
                ? Optional.of(unpack(content))
                : Optional.empty();
    }

    /**
     * Opens a cursor that must have this number of fields.
     *
     * @throws QueryException with this message where the text does not open
     */
    List<String> open(List<String> scope, String cursor, int fields, String message) {
        return open(scope, cursor)
                .filter(found -> found.size() == fields)
                .orElseThrow(() -> new QueryException("cursor", message));
    }

    private static byte[] sign(SecretKeySpec key, List<String> scope, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] packed = pack(scope);
            mac.update(ByteBuffer.allocate(4).putInt(packed.length).array());
            mac.update(packed);
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must supply " + ALGORITHM, e);
        }
    }

    /** Length-prefixed fields, so that no two lists have the same encoding. */
    private static byte[] pack(List<String> fields) {
        var out = new ByteArrayOutputStream();
        for (String field : fields) {
            byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(ByteBuffer.allocate(4).putInt(utf8.length).array());
            out.writeBytes(utf8);
        }
        return out.toByteArray();
    }

    private static List<String> unpack(byte[] content) {
        List<String> fields = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(content);
        while (in.hasRemaining()) {
            byte[] utf8 = new byte[in.getInt()];
            in.get(utf8);
            fields.add(new String(utf8, StandardCharsets.UTF_8));
        }
        return fields;
    }
}
