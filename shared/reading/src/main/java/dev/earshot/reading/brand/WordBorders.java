package dev.earshot.reading.brand;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Tells whether a match in a folded text is a whole word. There is no border between two letters or
 * digits of a script that is written with spaces. There is one
 *
 * <ul>
 *   <li>beside Han, Kana, Thai, Lao, Khmer, Myanmar and Tibetan letters, which are written without
 *       spaces (but not before a mark, a small or a lengthening Kana, which belong to the letter
 *       before);
 *   <li>between letters of two scripts, as in {@code Acme는} or {@code iPhoneом};
 *   <li>after a Hangul name followed by particles (조사) up to the end of the word;
 *   <li>before an Arabic or Hebrew name whose word begins with attached particles (و ف ب ك ل ال; ה
 *       ו ב כ ל מ ש).
 * </ul>
 *
 * <p>Stateless and thread-safe.
 */
final class WordBorders {
    private static final Set<String> HANGUL_PARTICLES =
            Set.of(
                    "은", "는", "이", "가", "을", "를", "의", "에", "에서", "에게", "에게서", "께", "께서", "한테",
                    "한테서", "로", "으로", "로서", "으로서", "로써", "으로써", "와", "과", "랑", "이랑", "하고", "도", "만",
                    "까지", "부터", "마저", "조차", "밖에", "처럼", "보다", "같은", "같이", "만큼", "대로", "마다", "나",
                    "이나", "라도", "이라도", "든지", "이든지", "라고", "이라고", "란", "이란", "라는", "이라는", "야", "이야",
                    "아", "여", "이여", "요", "이요", "다", "이다", "인데", "입니다", "이에요", "예요", "였다", "이었다",
                    "면", "이면", "며", "이며", "고", "이고", "씨", "님", "측", "들");
    private static final int MAX_PARTICLES_LENGTH = 7;
    private static final int MAX_CHANCE_KATAKANA = 3;
    private static final String HEBREW_PREFIXES = "הובכלמש";

    private WordBorders() {}

    /** Whether the match at {@code [start, end)} is not part of a longer word. */
    static boolean stands(char[] text, int start, int end) {
        return begins(text, start, end) && ends(text, start, end);
    }

    /** Whether a match at {@code [start, end)} may begin a word there. */
    static boolean begins(char[] text, int start, int end) {
        return (border(text, start) || attachedBefore(text, start))
                && !(isShortKatakana(text, start, end)
                        && start > 0
                        && UnicodeScript.of(text[start - 1]) == UnicodeScript.KATAKANA);
    }

    /** Whether a match at {@code [start, end)} may end a word there. */
    static boolean ends(char[] text, int start, int end) {
        return (border(text, end) || particlesAfter(text, end))
                && !(isShortKatakana(text, start, end)
                        && end < text.length
                        && UnicodeScript.of(text[end]) == UnicodeScript.KATAKANA);
    }

    /**
     * Short runs of Katakana occur by chance in longer loan words, as {@code ライン} does in {@code
     * オンライン}, so they must not touch Katakana.
     */
    private static boolean isShortKatakana(char[] text, int start, int end) {
        if (end - start > MAX_CHANCE_KATAKANA) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (UnicodeScript.of(text[i]) != UnicodeScript.KATAKANA && text[i] != 0x30FC) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word may begin or end at {@code at}. */
    static boolean border(char[] text, int at) {
        if (at <= 0 || at >= text.length) {
            return true;
        }
        int before = Character.codePointBefore(text, at);
        int after = Character.codePointAt(text, at);
        if (!Marks.isWord(before) || !Marks.isWord(after)) {
            return true;
        }
        if ((before < 0x80 && after < 0x80) || Marks.isMark(after)) {
            return false;
        }
        UnicodeScript left = UnicodeScript.of(before);
        UnicodeScript right = UnicodeScript.of(after);
        if (isKana(left) && continuesKana(after)) {
            return false;
        }
        if (unspaced(left, before) || unspaced(right, after)) {
            return true;
        }
        return left != right && shows(left) && shows(right);
    }

    private static boolean shows(UnicodeScript script) {
        return script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED;
    }

    static boolean unspaced(int c) {
        return c >= 0x80 && unspaced(UnicodeScript.of(c), c);
    }

    private static boolean unspaced(UnicodeScript script, int c) {
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> c == 0x30FC;
        };
    }

    private static boolean isKana(UnicodeScript script) {
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }

    private static boolean continuesKana(int c) {
        return c == 0x30FC || "ぁぃぅぇぉっゃゅょァィゥェォッャュョ".indexOf(c) >= 0;
    }

    private static boolean particlesAfter(char[] text, int at) {
        int end = at;
        while (end < text.length
                && end - at <= MAX_PARTICLES_LENGTH
                && UnicodeScript.of(text[end]) == UnicodeScript.HANGUL) {
            end++;
        }
        if (end == at || end - at > MAX_PARTICLES_LENGTH || !border(text, end)) {
            return false;
        }
        return isParticles(new String(text, at, end - at));
    }

    /** Whether Hangul letters are one particle or two. */
    static boolean isParticles(String tail) {
        if (HANGUL_PARTICLES.contains(tail)) {
            return true;
        }
        for (int cut = 1; cut < tail.length(); cut++) {
            if (HANGUL_PARTICLES.contains(tail.substring(0, cut))
                    && HANGUL_PARTICLES.contains(tail.substring(cut))) {
                return true;
            }
        }
        return false;
    }

    private static boolean attachedBefore(char[] text, int at) {
        UnicodeScript script = UnicodeScript.of(text[at]);
        return switch (script) {
            case ARABIC -> arabicPrefix(text, at);
            case HEBREW -> hebrewPrefix(text, at);
            default -> false;
        };
    }

    /** One of و ف, then one of ب ك ل, then the article, each optional. */
    private static boolean arabicPrefix(char[] text, int at) {
        int i = at;
        if (i >= 2 && text[i - 1] == 'ل' && (text[i - 2] == 'ا' || text[i - 2] == 'ل')) {
            i -= 2;
        }
        if (border(text, i)) {
            return true;
        }
        if ("بكل".indexOf(text[i - 1]) >= 0) {
            i--;
        }
        if (border(text, i)) {
            return true;
        }
        return "وف".indexOf(text[i - 1]) >= 0 && border(text, i - 1);
    }

    private static boolean hebrewPrefix(char[] text, int at) {
        for (int i = at; i > 0 && at - i < 3 && HEBREW_PREFIXES.indexOf(text[i - 1]) >= 0; ) {
            i--;
            if (border(text, i)) {
                return true;
            }
        }
        return false;
    }
}
