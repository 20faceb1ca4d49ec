package dev.earshot.privacy.name;

import dev.earshot.core.privacy.PiiSpan;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Firms that are called after people, which name nobody: a name before the word of a legal form
 * ("Grant Sanders LLC", "Brüder Lang GmbH"), before "and Sons", and three surnames in a row ("Hale,
 * Wardell and Dorr"). Words of legal forms from ISO 20275, those that are written after a name in
 * Latin letters and mean nothing else. Stateless.
 */
final class Firms {
    private static final Pattern AFTER =
            Pattern.compile(
                    "(?:,? (?:Inc|Incorporated|LLC|L\\.L\\.C|LLP|Ltd|Limited|Corp|Corporation|PLC|plc"
                            + "|GmbH|gGmbH|mbH|AG|KG|KGaA|OHG|UG|S\\.?A\\.?S?|SARL|S\\.?p\\.?A|S\\.?r\\.?l"
                            + "|B\\.?V|N\\.?V|AB|ASA|ApS|A/S|Oyj?|Kft|Zrt|d\\.o\\.o|s\\.r\\.o|sp\\. z o"
                            + "|Pty|Pvt|Holdings?|Group)"
                            + "|,? (?:&|and|und|et|y|e|och|og|en) (?:Sons?|Söhne|Fils|Hijos|Figli|Zonen|Söner"
                            + "|Daughters|Brothers|Bros|Partners|Partner|Associates|Co|Cie|Co\\. KG))"
                            + "(?![\\p{L}\\p{N}])");
    private static final Pattern THREE =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(\\p{Lu}\\p{L}+), (\\p{Lu}\\p{L}+),? (?:and|&|und|et|y|e)"
                            + " (\\p{Lu}\\p{L}+)(?![\\p{L}\\p{N}])");

    private Firms() {}

    /** The names without those that are part of a firm's. */
    static List<PiiSpan> without(List<PiiSpan> names, String text, NameList list) {
        if (names.isEmpty()) {
            return names;
        }
        List<int[]> threes =
                THREE.matcher(text)
                        .results()
                        .filter(
                                found ->
                                        surnames(
                                                list,
                                                found.group(1),
                                                found.group(2),
                                                found.group(3)))
                        .map(found -> new int[] {found.start(), found.end()})
                        .toList();
        return names.stream()
                .filter(name -> threes.stream().noneMatch(at -> name.overlaps(at[0], at[1])))
                .filter(name -> !hasForm(text, name.end()))
                .toList();
    }

    private static boolean hasForm(String text, int end) {
        Matcher matcher = AFTER.matcher(text);
        return matcher.region(end, text.length()).useTransparentBounds(true).lookingAt();
    }

    /** All of them surnames, and one that is nothing else: "Ann, Ben and Carla" are people. */
    private static boolean surnames(NameList list, String... words) {
        List<Integer> kinds =
                Stream.of(words).map(word -> list.kind(word.toLowerCase(Locale.ROOT))).toList();
        return kinds.stream().allMatch(kind -> (kind & NameList.SURNAME) != 0)
                && kinds.stream().anyMatch(kind -> kind == NameList.SURNAME);
    }
}
