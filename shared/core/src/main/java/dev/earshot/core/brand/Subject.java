package dev.earshot.core.brand;

import dev.earshot.core.Checks;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of a brand's registered products or hashtags, as something that posts are about and that is
 * counted by the minute. Only the first {@value #MOST} of each kind of a brand are, so that a brand
 * with a thousand of them makes no post dearer.
 *
 * @param key as in {@link #key}
 */
public record Subject(String brandId, Kind kind, String key) {
    /** Products, and hashtags, of a brand that are counted. */
    public static final int MOST = 20;

    private static final int LONGEST = 64;

    /** What it is. */
    public enum Kind {
        PRODUCT,
        HASHTAG;

        /** The name used in keys of counts: lower case. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Subject {
        Checks.name("key", key, LONGEST);
    }

    /** The key under which it is counted. */
    public String countKey() {
        return kind.key() + "/" + key;
    }

    /** The subjects of a brand that are counted, in the order in which they are registered. */
    public static List<Subject> of(Brand brand) {
        return Stream.concat(
                        of(brand, Kind.PRODUCT, brand.products()),
                        of(brand, Kind.HASHTAG, brand.hashtags()))
                .toList();
    }

    private static Stream<Subject> of(Brand brand, Kind kind, List<String> terms) {
        return terms.stream()
                .flatMap(term -> key(term).stream())
                .distinct()
                .limit(MOST)
                .map(key -> new Subject(brand.id(), kind, key));
    }

    /**
     * A term's key: in lower case, with {@code _} for white space and signs, without {@code #};
     * empty for a term that is longer than {@value #LONGEST} characters or has no letter or digit.
     */
    public static Optional<String> key(String term) {
        String key =
                Normalizer.normalize(term, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "_")
                        .replaceAll("^_|_$", "");
        return Optional.of(key).filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }
}
