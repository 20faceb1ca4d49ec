package dev.earshot.core.count;

import java.util.Arrays;
import java.util.Objects;

/**
 * Where a post's raw text lies, and the key that opens it. The object holds the texts of a whole
 * batch, each encrypted under its own key, which is kept only in the post's item: deleting the item
 * destroys the text (crypto-shredding), without touching the object.
 *
 * @param object key of the S3 object
 * @param offset first byte of this text in the object
 * @param length bytes, encryption overhead included
 * @param key 32 bytes, AES-256
 */
public record SealedText(String object, long offset, int length, byte[] key) {
    public SealedText {
        if (key.length != 32) {
            throw new IllegalArgumentException("key must be 32 bytes, got " + key.length);
        }
        key = key.clone();
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedText that
                && object.equals(that.object)
                && offset == that.offset
                && length == that.length
                && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return Objects.hash(object, offset, length, Arrays.hashCode(key));
    }

    /** Leaves the key out, so that no log line can hold it. */
    @Override
    public String toString() {
        return "SealedText[" + object + " " + offset + "+" + length + "]";
    }
}
