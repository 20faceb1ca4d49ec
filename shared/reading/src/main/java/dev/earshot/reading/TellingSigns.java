package dev.earshot.reading;

import java.util.regex.Pattern;

/**
 * Recognises what says something without letters: faces and hearts that are written with signs
 * ({@code :)}, {@code :'-(}, {@code <3}, {@code ^_^}), and ratings ({@code 10/10}, stars).
 * Stateless.
 */
final class TellingSigns {
    private static final String FACE =
            "[>}]?[:;=8xX][-o^'’,]{0,2}[)(\\]\\[DdPp3/\\\\|*oO0$@xXcC}{><]+"
                    + "|[)(\\]\\[D]+[-o^'’]{0,2}[:;=]<?"
                    + "|(?!-+$)[\\^>\\-tToOuU;~*=][_.\\-]+[\\^<\\-tToOuU;~*=]+"
                    + "|\\\\[oO]/|¯\\\\_\\(ツ\\)_/¯";

    private static final String HEART = "<+/?3+";
    private static final String RATING = "\\d{1,3}([.,]\\d)?/\\d{1,3}[.!]*|[★☆✩✭⭐]+";

    private static final Pattern SIGNS =
            Pattern.compile("(?:" + FACE + "|" + HEART + ")+|" + RATING);

    private TellingSigns() {}

    /** Whether the word is one of them, or several faces in a row. */
    static boolean matches(String word) {
        return SIGNS.matcher(word).matches();
    }
}
