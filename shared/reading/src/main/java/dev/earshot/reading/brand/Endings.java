package dev.earshot.reading.brand;

import dev.earshot.core.brand.MentionRule;

import org.jspecify.annotations.Nullable;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * What may follow a name within its word: an ending of the plural, of a case, or a noun that is
 * joined to names. Only names that can mean nothing else take one, and only where the word with it
 * is no word of its own. Stateless and thread-safe.
 */
final class Endings {
    private static final int MIN_PLURAL_LETTERS = 3;
    private static final int MIN_CASE_LETTERS = 5;
    private static final int MIN_CYRILLIC_LETTERS = 4;
    private static final int MIN_HANGUL_NAME_FOR_ANY_NOUN = 3;
    private static final int MAX_HANGUL_NOUN = 6;
    private static final int LONGEST = 8;

    /**
     * Endings of two letters or more, folded, of Finnish, Hungarian and Turkish. Single letters and
     * endings that change the stem are left out: they would make other words of the name.
     */
    private static final Set<String> CASES =
            Set.of(
                    // Finnish: in, from, into, on, off, onto, as, without; with an i before them
                    "ssa",
                    "sta",
                    "lla",
                    "lta",
                    "lle",
                    "ksi",
                    "tta",
                    "iin",
                    "een",
                    "oon",
                    "aan",
                    "issa",
                    "ista",
                    "illa",
                    "ilta",
                    "ille",
                    "iksi",
                    "in",
                    "ia",
                    // Hungarian: in, into, from, on, to, with, for, until, of
                    "ban",
                    "ben",
                    "bol",
                    "rol",
                    "tol",
                    "nak",
                    "nek",
                    "nal",
                    "nel",
                    "hoz",
                    "hez",
                    "val",
                    "vel",
                    "ert",
                    "kent",
                    "ok",
                    "ek",
                    "ot",
                    "et",
                    "ra",
                    "re",
                    // Turkish: in, from, of, to, with, the plural
                    "da",
                    "de",
                    "ta",
                    "te",
                    "dan",
                    "den",
                    "tan",
                    "ten",
                    "nin",
                    "nun",
                    "yi",
                    "yu",
                    "ya",
                    "ye",
                    "yla",
                    "yle",
                    "lar",
                    "ler",
                    "larin",
                    "lerin",
                    "daki",
                    "deki");

    /** Endings of Russian, Ukrainian, Bulgarian and Serbian nouns after a consonant. */
    private static final Set<String> CYRILLIC_CASES =
            Set.of(
                    "а", "у", "е", "и", "ы", "ом", "ем", "ов", "ев", "ам", "ами", "ах", "ой", "ою",
                    "ю", "я", "ей", "і", "ові", "от", "та", "ът");

    /** Korean nouns that stand joined to the name of a brand. */
    private static final Set<String> HANGUL_NOUNS =
            Set.of(
                    "폰", "전자", "노트북", "자동차", "차", "카드", "페이", "매장", "제품", "주식", "앱", "어플", "서비스",
                    "센터", "고객센터", "스토어", "광고", "브랜드", "회사", "그룹", "코리아", "은행", "마트", "몰", "닷컴",
                    "커피", "치킨", "버거", "피자", "맥주", "콜라", "신발", "운동화", "옷", "가방", "화장품", "냉장고", "세탁기",
                    "에어컨", "티비", "모니터", "시계", "워치", "이어폰", "헤드폰", "케이스", "배터리", "충전기", "직원", "사장",
                    "회장", "측", "팬", "유저", "빠", "까", "신제품", "신상", "행사", "세일", "할인", "쿠폰", "배송", "택배",
                    "불매", "불매운동", "최고", "최악", "짱");

    private Endings() {}

    /**
     * An ending.
     *
     * @param end where it ends in the folded text
     */
    record Ending(MentionRule rule, int end) {}

    /** The ending that follows a name at {@code [start, end)}; null if none does. */
    static @Nullable Ending after(char[] text, int start, int end, Lexicon.Term term) {
        int word = end;
        while (word < text.length && word - end <= LONGEST && !WordBorders.border(text, word)) {
            word++;
        }
        if (word == end || word - end > LONGEST || !term.role().takesEndings()) {
            return null;
        }
        String ending = new String(text, end, word - end);
        UnicodeScript script = UnicodeScript.of(text[end - 1]);
        return switch (script) {
            case LATIN -> latin(term, ending, word);
            case CYRILLIC -> cyrillic(term, ending, word);
            case HANGUL -> hangul(term, ending, word);
            default -> null;
        };
    }

    private static @Nullable Ending latin(Lexicon.Term term, String ending, int word) {
        String last = term.folded().substring(term.folded().lastIndexOf(' ') + 1);
        if (isOtherWord(term, last + ending)) {
            return null;
        }
        int letters = Tag.compact(term.folded()).length();
        if (letters >= MIN_PLURAL_LETTERS && isPlural(last, ending)) {
            return new Ending(MentionRule.PLURAL, word);
        }
        return letters >= MIN_CASE_LETTERS && CASES.contains(ending)
                ? new Ending(MentionRule.INFLECTED, word)
                : null;
    }

    private static boolean isPlural(String word, String ending) {
        return switch (ending) {
            case "s" -> !word.endsWith("s");
            case "es" -> word.matches(".*(s|x|z|ch|sh|o)");
            case "ses", "zes" -> word.endsWith(ending.substring(0, 1));
            default -> false;
        };
    }

    /** Whether the word with its ending is a word of its own that the name is only a part of. */
    private static boolean isOtherWord(Lexicon.Term term, String word) {
        return term.folded().indexOf(' ') < 0
                && term.role() == Lexicon.Role.FIRM
                && (EnglishWords.use(word) == EnglishWords.Use.ORDINARY
                        || WordList.COMMON.contains(word)
                        || (EnglishWords.contains(word) && !EnglishWords.contains(term.folded())));
    }

    private static @Nullable Ending cyrillic(Lexicon.Term term, String ending, int word) {
        return term.folded().length() >= MIN_CYRILLIC_LETTERS && CYRILLIC_CASES.contains(ending)
                ? new Ending(MentionRule.INFLECTED, word)
                : null;
    }

    private static @Nullable Ending hangul(Lexicon.Term term, String ending, int word) {
        for (int cut = 1; cut <= ending.length(); cut++) {
            String noun = ending.substring(0, cut);
            boolean fits =
                    term.folded().length() >= MIN_HANGUL_NAME_FOR_ANY_NOUN
                            ? ending.length() <= MAX_HANGUL_NOUN
                            : HANGUL_NOUNS.contains(noun);
            if (fits
                    && (cut == ending.length() || WordBorders.isParticles(ending.substring(cut)))) {
                return new Ending(MentionRule.COMPOUND, word);
            }
        }
        return null;
    }
}
