package dev.earshot.reading.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Languages identified by their script alone, however short the text. Stateless. */
final class Scripts {
    private static final Map<UnicodeScript, String> ONE_LANGUAGE =
            Map.ofEntries(
                    Map.entry(UnicodeScript.HANGUL, "ko"),
                    Map.entry(UnicodeScript.HIRAGANA, "ja"),
                    Map.entry(UnicodeScript.KATAKANA, "ja"),
                    Map.entry(UnicodeScript.THAI, "th"),
                    Map.entry(UnicodeScript.LAO, "lo"),
                    Map.entry(UnicodeScript.KHMER, "km"),
                    Map.entry(UnicodeScript.MYANMAR, "my"),
                    Map.entry(UnicodeScript.TIBETAN, "bo"),
                    Map.entry(UnicodeScript.GEORGIAN, "ka"),
                    Map.entry(UnicodeScript.ARMENIAN, "hy"),
                    Map.entry(UnicodeScript.GREEK, "el"),
                    Map.entry(UnicodeScript.TAMIL, "ta"),
                    Map.entry(UnicodeScript.TELUGU, "te"),
                    Map.entry(UnicodeScript.KANNADA, "kn"),
                    Map.entry(UnicodeScript.MALAYALAM, "ml"),
                    Map.entry(UnicodeScript.GUJARATI, "gu"),
                    Map.entry(UnicodeScript.GURMUKHI, "pa"),
                    Map.entry(UnicodeScript.ORIYA, "or"),
                    Map.entry(UnicodeScript.SINHALA, "si"));

    private Scripts() {}

    /** The language of the script of more than half of the letters, if that script has only one. */
    static Optional<String> language(List<int[]> words) {
        int letters = 0;
        int kana = 0;
        int han = 0;
        EnumMap<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        for (int[] word : words) {
            for (int c : word) {
                UnicodeScript script = UnicodeScript.of(c);
                letters++;
                counts.merge(script, 1, Integer::sum);
                kana += isKana(script) ? 1 : 0;
                han += script == UnicodeScript.HAN ? 1 : 0;
            }
        }
        // Japanese mixes Chinese characters with Kana; Chinese never does
        if (kana > 0 && 2 * (kana + han) > letters) {
            return Optional.of("ja");
        }
        for (Map.Entry<UnicodeScript, Integer> count : counts.entrySet()) {
            if (2 * count.getValue() > letters) {
                return Optional.ofNullable(ONE_LANGUAGE.get(count.getKey()));
            }
        }
        return Optional.empty();
    }

    private static boolean isKana(UnicodeScript script) {
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
