package dev.earshot.collect.source;

import dev.earshot.core.brand.Brand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Queries made of brands' names, in each platform's syntax and length. A name that the brand calls
 * ambiguous is asked for together with its context words, where the platform can say so. Stateless.
 */
public final class QueryText {
    /**
     * X: 512 characters for pay-per-use and self-serve access.
     *
     * @see <a href="https://docs.x.com/x-api/posts/search/integrate/build-a-query">Build a
     *     query</a>
     */
    static final int X_LENGTH = 512;

    /**
     * Reddit: "a string no longer than 512 characters".
     *
     * @see <a href="https://www.reddit.com/dev/api#GET_search">GET /search</a>
     */
    static final int REDDIT_LENGTH = 512;

    private static final int MOST_CONTEXT = 8;

    private QueryText() {}

    /** The queries of a source: as given, or made of its brands. */
    public static List<String> of(SourceSpec spec, Collection<Brand> brands) {
        if (!spec.kind().queried()) {
            return List.of();
        }
        return spec.queries().isEmpty() ? made(spec.kind(), brands) : spec.queries();
    }

    private static List<String> made(SourceKind kind, Collection<Brand> brands) {
        return switch (kind) {
            case BLUESKY_SEARCH -> each(brands);
            case REDDIT_SEARCH -> joined(brands, "", "", REDDIT_LENGTH, false);
            case X_SEARCH -> joined(brands, "(", ") -is:retweet", X_LENGTH, true);
            case MASTODON_TAGS -> tags(brands);
            case BLUESKY_AUTHORS,
                    BLUESKY_JETSTREAM,
                    MASTODON_PUBLIC,
                    FEED,
                    REDDIT_SUBREDDITS,
                    YOUTUBE_COMMENTS,
                    X_COMPLIANCE,
                    FACEBOOK_COMMENTS,
                    INSTAGRAM_COMMENTS,
                    INSTAGRAM_MENTIONS,
                    APP_STORE_REVIEWS ->
                    List.of();
        };
    }

    /** One query for each term: Bluesky's search takes all words of a query, not any. */
    private static List<String> each(Collection<Brand> brands) {
        Set<String> queries = new LinkedHashSet<>();
        for (Brand brand : brands) {
            for (String name : names(brand)) {
                if (isAmbiguous(brand, name) && !brand.context().isEmpty()) {
                    brand.context().stream()
                            .limit(MOST_CONTEXT)
                            .forEach(word -> queries.add(quoted(name) + " " + quoted(word)));
                } else {
                    queries.add(quoted(name));
                }
            }
            brand.hashtags().forEach(tag -> queries.add("#" + bare(tag)));
        }
        return List.copyOf(queries);
    }

    /** Hashtags, and names as people write them as hashtags; a tag is more than digits. */
    private static List<String> tags(Collection<Brand> brands) {
        Set<String> tags = new LinkedHashSet<>();
        for (Brand brand : brands) {
            brand.hashtags().forEach(tag -> tags.add(tag(tag)));
            names(brand).stream()
                    .filter(name -> !isAmbiguous(brand, name))
                    .forEach(name -> tags.add(tag(name)));
        }
        return tags.stream().filter(tag -> !tag.matches("\\d*")).toList();
    }

    private static String tag(String name) {
        return bare(name).replaceAll("[^\\p{L}\\p{M}\\p{N}_]", "");
    }

    /** As few queries as the length allows, of terms joined by OR. */
    private static List<String> joined(
            Collection<Brand> brands, String before, String after, int length, boolean tags) {
        Set<String> terms = new LinkedHashSet<>();
        int room = length - before.length() - after.length();
        for (Brand brand : brands) {
            names(brand).forEach(name -> terms.add(term(brand, name, tags, room)));
            if (tags) {
                brand.hashtags().forEach(tag -> terms.add("#" + bare(tag)));
                brand.handles().forEach(handle -> terms.add("@" + bare(handle)));
            }
        }
        List<String> queries = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String term : terms) {
            if (!open.isEmpty() && open.length() + 4 + term.length() > room) {
                queries.add(before + open + after);
                open.setLength(0);
            }
            open.append(open.isEmpty() ? "" : " OR ").append(term);
        }
        if (!open.isEmpty()) {
            queries.add(before + open + after);
        }
        return queries;
    }

    /** A name, with as many of its context words as there is room for if it is ambiguous. */
    private static String term(Brand brand, String name, boolean spaceMeansAnd, int room) {
        if (isAmbiguous(brand, name)) {
            for (int words = Math.min(MOST_CONTEXT, brand.context().size()); words > 0; words--) {
                String any =
                        String.join(
                                " OR ",
                                brand.context().stream()
                                        .limit(words)
                                        .map(QueryText::quoted)
                                        .toList());
                String term = "(" + quoted(name) + (spaceMeansAnd ? " (" : " AND (") + any + "))";
                if (term.length() <= room) {
                    return term;
                }
            }
        }
        return quoted(name);
    }

    private static List<String> names(Brand brand) {
        return Stream.of(List.of(brand.name()), brand.aliases(), brand.products())
                .flatMap(List::stream)
                .map(String::strip)
                .distinct()
                .toList();
    }

    private static boolean isAmbiguous(Brand brand, String name) {
        return brand.ambiguous().stream().anyMatch(name::equalsIgnoreCase);
    }

    private static String quoted(String term) {
        return '"' + term.replaceAll("[\"\\\\()]", " ").strip() + '"';
    }

    private static String bare(String tag) {
        return tag.replaceFirst("^[#@]", "").strip().toLowerCase(Locale.ROOT);
    }
}
