package dev.earshot.reading.clause;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognises parts of a text that do not state what the author feels now: they report what the
 * author felt before or what others feel, they are questions or denials, or they suppose or wish:
 * "I used to hate it", "my sister thinks it is awful", "was it any good?", "I can't say that it is
 * lovely", "it would be great if it worked". Such a part does not make a text mixed. Works on
 * English word lists. Stateless.
 */
public final class ReportedViews {
    private static final String REPORTS =
            "(say|says|said|think|thinks|call|calls|claim|claims|find|finds|believe|believes|reckon"
                    + "|reckons|warned|told|praise|praises)";

    private static final List<Pattern> PATTERNS =
            List.of(
                    // What was felt or feared before
                    compiled("\\bused to (?!it\\b|this\\b|that\\b|the\\b)"),
                    compiled("\\b(last|previous) (year|month|week|season|summer|winter|time)\\b"),
                    compiled("\\b(in the past|before that|back then|years ago|would have said)\\b"),
                    compiled(
                            "\\b(i|we|i'd|we'd|i had|we had) (thought|expected|feared|assumed)\\b"),
                    compiled("\\b(was|were) (afraid|sure|told|warned)\\b"),
                    compiled("\\b(at first|initially|originally|to begin with)\\b"),
                    // What others feel
                    compiled(
                            "^(some|many|most|few|people|everyone|everybody|others|they|(my|the|our|his|her|half|most|some|all)"
                                    + " [\\w']+( [\\w']+){0,3}) "
                                    + REPORTS
                                    + "\\b"),
                    compiled("^even if (?!i\\b|we\\b)"),
                    compiled(
                            "\\b(i|we)('ve| have|'d| had)?( \\w+)? (heard|read that|been told|seen"
                                    + " people)\\b"),
                    compiled("\\b(according to|apparently|supposedly|rumou?r has it)\\b"),
                    // What is supposed or wished
                    compiled("^(if|unless|in case|as if|as though) "),
                    compiled(
                            "\\b(would|could|might|should|'d) (be|have been) (so |really |pretty |very"
                                    + " )?(\\w+ )?(if|to (have|see|get))\\b"),
                    compiled("^(i|we)('m| am| are|'re)?( \\w+)? (wish|hope|hoping|wishing)\\b"),
                    compiled("^(hopefully|fingers crossed|let's hope|i was hoping|imagine)\\b"),
                    // What is asked or denied
                    compiled(
                            "^(do|does|did|is|was|were|would|are|am|should|has|have|could|will)"
                                    + " .*\\?$"),
                    compiled("^(any|anyone|anybody|who else|what if) .*\\?$"),
                    compiled("^that\\b(?! said\\b)"),
                    compiled(
                            "\\b(don't|do not|can't|cannot|can not|wouldn't|would not|couldn't)"
                                    + " (think|say|believe|claim|call)\\b"));

    private ReportedViews() {}

    /** Whether the part, given with the conjunctions before it, reports another view. */
    public static boolean holds(String part) {
        String plain =
                part.replace('’', '\'')
                        .toLowerCase(Locale.ENGLISH)
                        .replaceAll("^[^\\p{L}]+|[^\\p{L}?]+$", "")
                        .replaceFirst("^(but|and|although|though|while|yet|however|so) ", "");
        return PATTERNS.stream().anyMatch(pattern -> pattern.matcher(plain).find());
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(pattern);
    }
}
