package dev.earshot.aws.client;

import dev.earshot.core.store.StoreException;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) under a key that is made for one text and never used again, so the
 * nonce, which need only differ between texts under one key, is constant. What is sealed is bound
 * to the name of the object that holds it. Whoever destroys the key destroys the text. Stateless.
 */
public final class OneTimeCipher {
    /** Length of a key. */
    public static final int KEY_BYTES = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;
    private static final byte[] NONCE = new byte[12];

    private OneTimeCipher() {}

    /**
     * A new key.
     *
     * @param random must be cryptographically strong
     */
    public static byte[] newKey(RandomGenerator random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    /** The sealed text. */
    public static byte[] seal(String object, byte[] key, String text) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, object, key)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must supply " + CIPHER, e);
        }
    }

    /**
     * The text again.
     *
     * @throws StoreException if it is damaged, lies in another object or was sealed under another
     *     key
     */
    public static String open(String object, byte[] key, byte[] sealed) {
        try {
            return new String(
                    cipher(Cipher.DECRYPT_MODE, object, key).doFinal(sealed),
                    StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new StoreException(
                    "a text in " + object + " is damaged or was sealed with another key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must supply " + CIPHER, e);
        }
    }

    private static Cipher cipher(int mode, String object, byte[] key)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, NONCE));
        cipher.updateAAD(object.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
