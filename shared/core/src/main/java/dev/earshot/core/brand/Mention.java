package dev.earshot.core.brand;

/**
 * One place where a text names a brand.
 *
 * @param brandId id of the brand
 * @param start offset of the first UTF-16 unit in the raw text
 * @param end offset after the last
 * @param kind which list of terms it came from
 */
public record Mention(String brandId, int start, int end, Kind kind) {
    /** The kind of term that matched. */
    public enum Kind {
        NAME,
        HANDLE,
        HASHTAG,
        PRODUCT
    }
}
