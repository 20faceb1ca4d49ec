package dev.earshot.reading.brand;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/** Tells from the neighbours of a word whether it is used as the name of a company. Stateless. */
final class CompanyCues {
    /** What companies have and nothing else has. */
    private static final Set<String> COMPANY_NOUNS =
            Set.of(
                    "app",
                    "apps",
                    "support",
                    "website",
                    "site",
                    "account",
                    "accounts",
                    "store",
                    "stores",
                    "outlet",
                    "ceo",
                    "stock",
                    "shares",
                    "stocks",
                    "employee",
                    "employees",
                    "driver",
                    "drivers",
                    "delivery",
                    "subscription",
                    "premium",
                    "customer",
                    "customers",
                    "commercial",
                    "commercials",
                    "ads",
                    "advert",
                    "login",
                    "update",
                    "hq",
                    "passenger",
                    "passengers",
                    "ride",
                    "rider",
                    "riders",
                    "mail",
                    "email",
                    "mobile",
                    "api",
                    "rides",
                    "order",
                    "orders",
                    "voucher",
                    "warranty",
                    "helpline");

    /** Verbs that a name without an article can be the subject of. */
    private static final Set<String> PREDICATES =
            Set.of(
                    "is",
                    "was",
                    "has",
                    "had",
                    "isn't",
                    "wasn't",
                    "isnt",
                    "wasnt",
                    "hasn't",
                    "doesn't",
                    "doesnt",
                    "didn't",
                    "didnt",
                    "does",
                    "did",
                    "will",
                    "won't",
                    "wont",
                    "can",
                    "can't",
                    "cant",
                    "could",
                    "should",
                    "would",
                    "just",
                    "really",
                    "needs",
                    "keeps",
                    "makes",
                    "sells",
                    "charged",
                    "charges",
                    "refused",
                    "sent",
                    "told",
                    "says",
                    "said",
                    "wants",
                    "sucks",
                    "rocks",
                    "rules",
                    "went",
                    "got",
                    "gets",
                    "seems",
                    "announced",
                    "launched",
                    "released",
                    "recalls",
                    "finally",
                    "still",
                    "never",
                    "always",
                    "actually",
                    "better",
                    "stole",
                    "ruined",
                    "lost",
                    "owes");

    private static final Set<String> SOURCES =
            Set.of(
                    "from",
                    "via",
                    "using",
                    "through",
                    "bought",
                    "buying",
                    "buy",
                    "ordered",
                    "ordering",
                    "wearing",
                    "wore",
                    "driving",
                    "drinking",
                    "drink",
                    "drank",
                    "boycott",
                    "boycotting",
                    "cancelled",
                    "canceled",
                    "tweeted",
                    "contacted",
                    "emailed",
                    "dear",
                    "hey",
                    "thanks",
                    "thank",
                    "screw",
                    "fuck",
                    "dm");

    private static final Set<String> FUNCTION_WORDS =
            Set.of(
                    "and",
                    "or",
                    "but",
                    "for",
                    "to",
                    "in",
                    "on",
                    "at",
                    "with",
                    "is",
                    "are",
                    "was",
                    "were",
                    "has",
                    "had",
                    "have",
                    "again",
                    "today",
                    "yesterday",
                    "tonight",
                    "now",
                    "because",
                    "cause",
                    "cuz",
                    "when",
                    "while",
                    "if",
                    "as",
                    "so",
                    "since",
                    "then",
                    "than",
                    "that",
                    "who",
                    "which",
                    "anymore",
                    "lol",
                    "rn",
                    "pls",
                    "please",
                    "i",
                    "you",
                    "we",
                    "they",
                    "he",
                    "she",
                    "it",
                    "my",
                    "this",
                    "a",
                    "an",
                    "the",
                    "too",
                    "after",
                    "before",
                    "by",
                    "until",
                    "over",
                    "about",
                    "not",
                    "never",
                    "ever",
                    "online",
                    "instead",
                    "home",
                    "there",
                    "here",
                    "back",
                    "out",
                    "down",
                    "up");

    private static final Set<String> INCORPORATED =
            Set.of("inc", "ltd", "corp", "gmbh", "llc", "plc", "sarl", "corporation", "limited");

    private static final Set<String> ARTICLES =
            Set.of("a", "an", "the", "some", "any", "no", "this", "that", "these", "those");

    private CompanyCues() {}

    /** The words that show a company to be meant; null if none do. */
    static @Nullable String of(Neighbours neighbours) {
        String before = lower(neighbours.before(1));
        String after = lower(neighbours.after(1));
        if (COMPANY_NOUNS.contains(after)) {
            return after;
        }
        if (neighbours.possessive() && !ARTICLES.contains(before)) {
            return "'s";
        }
        if (before.isEmpty() && PREDICATES.contains(after)) {
            return after;
        }
        return SOURCES.contains(before) && closes(after) ? before : null;
    }

    /** Whether a word after a name shows that the name's phrase has ended. */
    static boolean closes(String after) {
        return after.isEmpty()
                || FUNCTION_WORDS.contains(after)
                || PREDICATES.contains(after)
                || COMPANY_NOUNS.contains(after);
    }

    /**
     * Whether a word after a name is the predicate or the noun of a company, or goes on with a name
     * that has a capital.
     */
    static boolean follows(String written, String after) {
        String word = lower(after);
        return PREDICATES.contains(word)
                || COMPANY_NOUNS.contains(word)
                || (!after.isEmpty()
                        && !FUNCTION_WORDS.contains(word)
                        && Character.isUpperCase(written.codePointAt(0))
                        && !Character.isLowerCase(after.codePointAt(0)));
    }

    /** The form of incorporation that follows a name; null if none does. */
    static @Nullable String incorporated(Neighbours neighbours) {
        String after = neighbours.after(1);
        return INCORPORATED.contains(lower(after)) ? after : null;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
