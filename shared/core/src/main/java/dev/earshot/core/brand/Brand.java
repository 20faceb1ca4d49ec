package dev.earshot.core.brand;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A brand and the terms by which a text is attributed to it.
 *
 * @param id 1 to 64 of {@code a-z 0-9 - _}
 * @param name as shown to people
 * @param aliases other names and spellings
 * @param handles account names, with or without the leading {@code @}
 * @param hashtags with or without the leading {@code #}
 * @param products product names; a mention of one is a mention of the brand
 * @param competitors ids of registered brands, or plain names that are then watched as brands of
 *     their own under {@link #idOf}
 * @param values what the brand stands for; used for matching influencers, not for attribution
 * @param context words that make an ambiguous name in the same text count (see BrandMatcher)
 * @param ambiguous names and aliases that are common words too
 * @param accounts the brand's own accounts, whose posts are counted apart; without any, its handles
 *     stand for them (see {@link OwnAccounts})
 */
public record Brand(
        String id,
        String name,
        List<String> aliases,
        List<String> handles,
        List<String> hashtags,
        List<String> products,
        List<String> competitors,
        List<String> values,
        List<String> context,
        List<String> ambiguous,
        List<Account> accounts) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    /** Most accounts of one brand. */
    public static final int MAX_ACCOUNTS = 1_000;

    /** Longest list of terms. */
    public static final int MAX_TERMS = 10_000;

    public Brand {
        if (!ID.matcher(id).matches()) {
            throw new FieldException(
                    "brand",
                    "id must be 1 to 64 of a-z 0-9 - _ and begin with a letter or digit, got"
                            + " '"
                            + id
                            + "'");
        }
        Checks.name("name", name, 200);
        aliases = terms("aliases", aliases);
        handles = terms("handles", handles);
        hashtags = terms("hashtags", hashtags);
        products = terms("products", products);
        competitors = terms("competitors", competitors);
        values = terms("values", values);
        context = terms("context", context);
        ambiguous = terms("ambiguous", ambiguous);
        if (accounts.size() > MAX_ACCOUNTS) {
            throw new FieldException(
                    "accounts", "must hold at most " + MAX_ACCOUNTS + ", got " + accounts.size());
        }
        accounts = List.copyOf(accounts);
    }

    /** A brand that declares no account of its own. */
    public Brand(
            String id,
            String name,
            List<String> aliases,
            List<String> handles,
            List<String> hashtags,
            List<String> products,
            List<String> competitors,
            List<String> values,
            List<String> context,
            List<String> ambiguous) {
        this(
                id,
                name,
                aliases,
                handles,
                hashtags,
                products,
                competitors,
                values,
                context,
                ambiguous,
                List.of());
    }

    /** A brand known by its name alone. */
    public static Brand named(String id, String name) {
        List<String> none = List.of();
        return new Brand(id, name, none, none, none, none, none, none, none, none);
    }

    /** How many words and names texts are searched for, or weighed with, because of the brand. */
    public int terms() {
        return 1
                + aliases.size()
                + handles.size()
                + hashtags.size()
                + products.size()
                + competitors.size()
                + context.size()
                + ambiguous.size();
    }

    /**
     * The brand id for a plain name: lower-case letters and digits, other runs become one hyphen.
     */
    public static String idOf(String name) {
        String plain =
                java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        if (plain.isEmpty()) {
            return "b-" + Integer.toHexString(name.hashCode());
        }
        return plain.substring(0, Math.min(64, plain.length()));
    }

    private static List<String> terms(String field, List<String> terms) {
        if (terms.size() > MAX_TERMS) {
            throw new FieldException(
                    field, "must hold at most " + MAX_TERMS + " terms, got " + terms.size());
        }
        for (int i = 0; i < terms.size(); i++) {
            Checks.name(field + "[" + i + "]", terms.get(i), 200);
        }
        return List.copyOf(terms);
    }
}
