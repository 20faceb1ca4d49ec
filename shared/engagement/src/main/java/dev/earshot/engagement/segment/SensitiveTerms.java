package dev.earshot.engagement.segment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words by which people would be grouped by what Article 9(1) of the General Data Protection
 * Regulation protects. Beginnings of words in English, German, Spanish and French; a list, not an
 * understanding: what it does not know it lets pass. Stateless.
 */
final class SensitiveTerms {
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    /** Beginnings so long are found inside words as well, such as hashtags of several words. */
    private static final int TELLING = 6;

    private static final Map<String, List<String>> STEMS = stems();

    private SensitiveTerms() {}

    private static Map<String, List<String>> stems() {
        Map<String, List<String>> stems = new LinkedHashMap<>();
        stems.put(
                "data concerning health",
                List.of(
                        "cancer",
                        "krebs",
                        "diabet",
                        "depress",
                        "anxiety",
                        "autis",
                        "adhd",
                        "hiv",
                        "aids",
                        "pregnan",
                        "schwanger",
                        "embaraz",
                        "enceinte",
                        "abortion",
                        "abtreib",
                        "aborto",
                        "avortement",
                        "disab",
                        "behinder",
                        "discapac",
                        "handicap",
                        "patient",
                        "therap",
                        "chemo",
                        "epilep",
                        "alzheim",
                        "dementia",
                        "demenz",
                        "asthma",
                        "obes",
                        "anorex",
                        "bulimi",
                        "bipolar",
                        "schizo",
                        "infertil",
                        "unfruchtbar",
                        "insulin",
                        "antidepress",
                        "disease",
                        "krankheit",
                        "enfermedad",
                        "maladie",
                        "mentalhealth",
                        "alcoholic",
                        "addict",
                        "covid"));
        stems.put(
                "religious or philosophical beliefs",
                List.of(
                        "christ",
                        "muslim",
                        "islam",
                        "jewish",
                        "judais",
                        "juden",
                        "hindu",
                        "buddhis",
                        "catholic",
                        "katholi",
                        "catoli",
                        "protestant",
                        "evangeli",
                        "atheis",
                        "religio",
                        "church",
                        "kirche",
                        "iglesia",
                        "eglise",
                        "mosque",
                        "moschee",
                        "synagog",
                        "ramadan",
                        "hijab",
                        "quran",
                        "koran",
                        "bible",
                        "bibel",
                        "mormon",
                        "sikh"));
        stems.put(
                "political opinions",
                List.of(
                        "democrat",
                        "republican",
                        "conservativ",
                        "socialis",
                        "communis",
                        "kommunis",
                        "liberals",
                        "labourparty",
                        "tories",
                        "trump",
                        "biden",
                        "brexit",
                        "afd",
                        "spd",
                        "cdu",
                        "fdp",
                        "maga",
                        "antifa",
                        "fascis",
                        "faschis",
                        "anarchis",
                        "leftwing",
                        "rightwing",
                        "prolife",
                        "prochoice",
                        "separatis",
                        "vote",
                        "voter",
                        "wahl"));
        stems.put(
                "trade union membership",
                List.of(
                        "tradeunion",
                        "unionmember",
                        "gewerkschaft",
                        "sindicat",
                        "syndicat",
                        "verdi",
                        "igmetall",
                        "ugt",
                        "ccoo",
                        "cgt",
                        "cfdt",
                        "teamsters"));
        stems.put(
                "sex life or sexual orientation",
                List.of(
                        "gay",
                        "lesbian",
                        "lesbisch",
                        "bisexual",
                        "transgender",
                        "transsex",
                        "queer",
                        "lgbt",
                        "homosex",
                        "hetero",
                        "schwul",
                        "sexual",
                        "fetish",
                        "pansexual",
                        "asexual",
                        "nonbinary"));
        stems.put(
                "racial or ethnic origin",
                List.of(
                        "african",
                        "latino",
                        "latina",
                        "latinx",
                        "hispanic",
                        "asianamerican",
                        "blacklives",
                        "blm",
                        "gypsy",
                        "romani",
                        "ethnic",
                        "ethni",
                        "arabs",
                        "kurdish",
                        "aborigin",
                        "nativeamerican",
                        "migrant",
                        "refugee",
                        "fluchtling",
                        "refugiad",
                        "racial"));
        return stems;
    }

    /** Which of the protected categories a word belongs to. */
    static Optional<String> category(String term) {
        String plain =
                java.text.Normalizer.normalize(term, java.text.Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}+", "");
        List<String> words =
                BREAKS.splitAsStream(plain)
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
        String whole = String.join("", words);
        for (Map.Entry<String, List<String>> category : STEMS.entrySet()) {
            for (String stem : category.getValue()) {
                boolean inside = stem.length() >= TELLING && whole.contains(stem);
                boolean word =
                        words.stream()
                                .anyMatch(
                                        each ->
                                                stem.length() < 5
                                                        ? each.equals(stem)
                                                        : each.startsWith(stem));
                if (inside || word) {
                    return Optional.of(category.getKey());
                }
            }
        }
        return Optional.empty();
    }
}
