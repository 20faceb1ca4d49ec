package dev.earshot.core.post;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.key.KeyRing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns an author's id into a pseudonym with a keyed hash (HMAC-SHA-256, RFC 2104), so that the
 * tables hold no handles and nobody without the key can test a guess. Thread-safe.
 */
public final class Pseudonymiser {
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKeySpec key;
    private final List<SecretKeySpec> purposes;
    private final Names names;

    /** Hears what each hash stands for. */
    @FunctionalInterface
    public interface Names {
        /**
         * Called for each account.
         *
         * @param hash the hexadecimal digits of the pseudonym or of the handle's hash
         * @param written the id or the handle as the payload has it
         */
        void named(String hash, String written);
    }

    /**
     * @param key at least 16 bytes; posts can only be joined to an author's history under the same
     *     key
     */
    public Pseudonymiser(byte[] key) {
        this(key, (hash, written) -> {});
    }

    /**
     * One that tells who is who, for the files of whoever runs it alone: nothing that is stored may
     * hear it.
     */
    public Pseudonymiser(byte[] key, Names names) {
        this(key, List.of(key), names);
    }

    /** With the keys of a stack's secret. */
    public Pseudonymiser(KeyRing keys) {
        this(keys.pseudonyms(), keys.accepted(), (hash, written) -> {});
    }

    private Pseudonymiser(byte[] key, List<byte[]> purposes, Names names) {
        if (key.length < 16) {
            throw new IllegalArgumentException(
                    "the pseudonym key must be at least 16 bytes, got " + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.purposes = purposes.stream().map(each -> new SecretKeySpec(each, ALGORITHM)).toList();
        this.names = names;
    }

    /** The pseudonym of an author within one workspace; equal input gives an equal pseudonym. */
    public AuthorRef pseudonym(WorkspaceId workspace, Platform platform, String authorId) {
        byte[] mac = mac(key, "author\0" + workspace + "\0" + platform.key() + "\0" + authorId);
        String digits = HexFormat.of().formatHex(mac, 0, 16);
        names.named(digits, authorId);
        return new AuthorRef(digits);
    }

    /** The hash of a handle in its {@link Handles#plain} form. */
    public HandleRef handle(WorkspaceId workspace, Platform platform, String handle) {
        byte[] mac = mac(key, "handle\0" + workspace + "\0" + platform.key() + "\0" + handle);
        String digits = HexFormat.of().formatHex(mac, 0, 8);
        names.named(digits, handle);
        return new HandleRef(digits);
    }

    /**
     * A key for another purpose (for instance signing cursors) that reveals nothing about this one.
     */
    public byte[] derive(String purpose) {
        return derived(purpose).getFirst();
    }

    /**
     * The keys for another purpose, as the ring has them: the one to use first, then those under
     * which something may lie that was made before, or is made elsewhere already.
     */
    public List<byte[]> derived(String purpose) {
        return purposes.stream().map(each -> mac(each, "derive\0" + purpose)).toList();
    }

    private static byte[] mac(SecretKeySpec key, String message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must supply " + ALGORITHM, e);
        }
    }
}
