package dev.earshot.reading.clause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Word lists by language: what marks a contrast, joins clauses or begins one. Our own lists,
 * compiled from each language's conjunctions. Stateless.
 */
final class Contrasts {
    /**
     * One phrase a line; those after {@code +} may also open a sentence, and then the contrast is
     * at its comma.
     */
    private static final Map<String, String> PHRASES =
            Map.of(
                    "en",
                    """
                    but
                    however
                    +although
                    +though
                    +even though
                    +while
                    +whereas
                    +despite
                    +in spite of
                    +apart from
                    +aside from
                    +other than
                    except for
                    except that
                    except
                    nevertheless
                    nonetheless
                    unfortunately
                    sadly
                    on the other hand
                    that said
                    too bad
                    and yet
                    yet
                    otherwise
                    """,
                    "es",
                    """
                    pero
                    sin embargo
                    +aunque
                    +mientras que
                    no obstante
                    +a pesar de
                    excepto
                    salvo
                    sino
                    lástima que
                    en cambio
                    +si bien
                    """,
                    "fr",
                    """
                    mais
                    cependant
                    pourtant
                    toutefois
                    néanmoins
                    +bien que
                    +quoique
                    +malgré
                    +alors que
                    +tandis que
                    sauf
                    par contre
                    en revanche
                    dommage que
                    """,
                    "de",
                    """
                    aber
                    jedoch
                    allerdings
                    +obwohl
                    +während
                    +trotz
                    trotzdem
                    doch
                    dennoch
                    hingegen
                    dagegen
                    leider
                    nur leider
                    außer
                    """,
                    "it",
                    """
                    ma
                    però
                    tuttavia
                    +sebbene
                    +anche se
                    +nonostante
                    +mentre
                    eppure
                    tranne
                    invece
                    purtroppo
                    peccato che
                    """,
                    "pt",
                    """
                    mas
                    porém
                    contudo
                    todavia
                    entretanto
                    no entanto
                    +embora
                    +apesar de
                    +enquanto
                    exceto
                    infelizmente
                    pena que
                    """,
                    "hi",
                    """
                    लेकिन
                    मगर
                    परंतु
                    किन्तु
                    """,
                    "ar",
                    """
                    لكن
                    ولكن
                    لكنه
                    لكنها
                    رغم
                    """);

    private static final Map<String, Set<String>> JOINS =
            Map.of(
                    "en", Set.of("and", "&", "or", "plus", "vs", "n"),
                    "es", Set.of("y", "e", "o"),
                    "fr", Set.of("et", "ou"),
                    "de", Set.of("und", "oder"),
                    "it", Set.of("e", "ed", "o"),
                    "pt", Set.of("e", "ou"));

    /** Verbs that show that a clause, not a list item, follows a comma or a conjunction. */
    private static final Set<String> VERBS =
            words(
                    "is are was were be been am isn't aren't wasn't weren't isnt arent wasnt it's"
                            + " its that's they're he's she's there's has have had hasn't haven't do"
                            + " does did don't doesn't didn't dont doesnt didnt can can't cant could"
                            + " couldn't will won't wont would wouldn't should keep keeps kept love"
                            + " loves loved hate hates hated like likes liked suck sucks sucked work"
                            + " works worked broke breaks died dies dying get gets got feel feels felt"
                            + " look looks looked sound sounds sounded take takes took last lasts"
                            + " lasted fail fails failed need needs needed make makes made crash"
                            + " crashes crashed rock rocks stinks ruined ruins came comes went goes"
                            + " gave gives enjoy enjoyed adore despise dislike want wants wanted cost"
                            + " costs runs ran lost arrived seems seemed hurts drains overheats lags"
                            + " freezes shines es está están son era fue fueron tiene tienen funciona"
                            + " falla va est sont était étaient c'est a ont fonctionne marche ist sind"
                            + " war waren hat haben hatte funktioniert geht è sono erano ha hanno"
                            + " funziona é são foi foram tem funciona");

    private static final Set<String> OPENERS =
            words(
                    "if when because since after before as unless until once si cuando porque quand"
                            + " parce wenn weil se quando perché");

    /** Words after which "but" marks no contrast. */
    static final Set<String> NOTHING =
            words("nothing anything all everything everyone nobody none anyone last can't cannot");

    private static final Set<String> BEGINNERS =
            words("the my its it his her our their this that these those i we they he she you");

    private static final Set<String> ABBREVIATIONS =
            words(
                    "mr mrs ms dr prof st vs etc no nr inc ltd co corp jr sr approx dept est fig"
                            + " e.g i.e u.s u.k a.m p.m bzw z.b usw sig sra");

    private static final Map<String, List<ContrastPhrase>> PARSED = parsed();

    private Contrasts() {}

    /** A contrast phrase: its words, and whether it may open the sentence. */
    record ContrastPhrase(List<String> words, boolean opens) {}

    /**
     * The contrast phrases of a language, longest first, and those of English, which is mixed into
     * every language.
     */
    static List<ContrastPhrase> phrases(String language) {
        return PARSED.getOrDefault(language, PARSED.getOrDefault("en", List.of()));
    }

    static boolean joins(String word, String language) {
        return JOINS.getOrDefault("en", Set.of()).contains(word)
                || JOINS.getOrDefault(language, Set.of()).contains(word);
    }

    static boolean verb(String word) {
        return VERBS.contains(word);
    }

    /** Whether a clause often begins with the word. */
    static boolean beginsClause(String word) {
        return BEGINNERS.contains(word);
    }

    /** Whether the word opens a subordinate clause that ends at the comma. */
    static boolean opensCondition(String word) {
        return OPENERS.contains(word);
    }

    /** Whether a full stop after the word does not end a sentence. */
    static boolean abbreviation(String word, char mark) {
        return mark == '.'
                && (ABBREVIATIONS.contains(word)
                        || (word.length() == 1 && Character.isLetter(word.charAt(0))));
    }

    private static Map<String, List<ContrastPhrase>> parsed() {
        Map<String, List<ContrastPhrase>> all = new HashMap<>();
        for (String language : PHRASES.keySet()) {
            List<ContrastPhrase> phrases = new ArrayList<>(parse("en"));
            if (!language.equals("en")) {
                phrases.addAll(parse(language));
            }
            phrases.sort((one, other) -> other.words().size() - one.words().size());
            all.put(language, List.copyOf(phrases));
        }
        return Map.copyOf(all);
    }

    private static List<ContrastPhrase> parse(String language) {
        return PHRASES.getOrDefault(language, "")
                .lines()
                .map(
                        line ->
                                new ContrastPhrase(
                                        List.of(line.replace("+", "").split(" ")),
                                        line.startsWith("+")))
                .toList();
    }

    private static Set<String> words(String list) {
        return Set.copyOf(Arrays.stream(list.split(" ")).distinct().toList());
    }
}
