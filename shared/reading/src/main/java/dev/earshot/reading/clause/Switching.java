package dev.earshot.reading.clause;

import dev.earshot.core.text.TextSpan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells of a text what its author leaves for what: "switched from X to Y", "von X zu Y gewechselt",
 * "cambié de X a Y", "quitté X pour Y". Rules for English, German, Spanish and French, each over
 * what stands on both sides within one sentence; another wording is not recognised. Stateless.
 */
public final class Switching {
    private static final List<Pattern> WORDINGS =
            List.of(
                    of(
                            "(?:switch|mov|chang|migrat|port|went|convert)\\w* (?:\\w+ )?from LEFT to JOINED"),
                    of("back from LEFT to JOINED"),
                    of("(?:switch|mov|chang|migrat|convert)\\w* (?:\\w+ )?to JOINED from LEFT"),
                    of("(?:left|leav\\w+|ditch\\w*|dump\\w*|drop\\w*|quit\\w*) LEFT for JOINED"),
                    of("(?:replac\\w+|swap\\w*) LEFT (?:with|for|by) JOINED"),
                    of("(?:goodbye|bye) LEFT,? (?:hello|hi) JOINED"),
                    of(
                            "von LEFT (?:zu|zum|zur|auf) JOINED (?:\\w+ )?(?:gewechselt|umgestiegen|gegangen)"),
                    of(
                            "(?:wechsl\\w*|wechsel\\w*|steig\\w*|stieg) (?:\\w+ )?von LEFT (?:zu|zum|zur|auf) JOINED"),
                    of("(?:cambi|pas|migr)\\p{L}* de LEFT a JOINED"),
                    of("(?:dej|abandon|cambi)\\p{L}* (?:a )?LEFT por JOINED"),
                    of("(?:pass|chang|migr)\\p{L}* de LEFT (?:à|a|chez|vers) JOINED"),
                    of("(?:quitt|abandonn|laiss|chang)\\p{L}* LEFT (?:pour|contre) JOINED"));

    private Switching() {}

    private static Pattern of(String wording) {
        return Pattern.compile(
                "(?<!\\p{L})" + thing(thing(wording, "LEFT"), "JOINED"),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * What is left or joined, without an end of sentence: between words of the wording as short as
     * can be, at the end a few words.
     */
    private static String thing(String wording, String name) {
        String words = wording.endsWith(name) ? "{0,2}" : "{0,4}?";
        String thing = "(?:[^\\s.!?;,]+\\s+)" + words + "[^\\s.!?;,]+";
        return wording.replace(name, "(?<" + name.toLowerCase(Locale.ROOT) + ">" + thing + ")");
    }

    /**
     * What a text leaves for what.
     *
     * @param left where in the text the thing stands that is left
     * @param joined where the other stands
     */
    public record Move(TextSpan left, TextSpan joined) {}

    /** The moves that a text tells of. */
    public static List<Move> in(String text) {
        List<Move> moves = new ArrayList<>();
        for (Pattern wording : WORDINGS) {
            Matcher matcher = wording.matcher(text);
            while (matcher.find()) {
                moves.add(
                        new Move(
                                new TextSpan(matcher.start("left"), matcher.end("left")),
                                new TextSpan(matcher.start("joined"), matcher.end("joined"))));
            }
        }
        return moves;
    }
}
