package dev.earshot.reading.clause;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognises texts that measure a thing against another or tell of leaving one for another, even
 * where only one is named: "better than the rest", "moved on from Acme", "went back to Acme". What
 * such a text says as a whole need not be what it says of the thing. English word lists. Stateless.
 */
public final class Comparisons {
    private static final Pattern CUE =
            Pattern.compile(
                    "\\b(than|versus|vs|unlike|compared (to|with)|instead of|rather than|prefer\\w*"
                            + "|over (the|any|every|all|other)|(switch|mov|chang|migrat)\\w* (\\w+ )?"
                            + "(from|to|over|away|back)|(go|goes|going|went|gone) back to"
                            + "|came? back (to|from)|(ditch|dump|replac|leav|left|quit)\\w*"
                            + "|beat|beats|beating|outperform\\w*|alternatives? to"
                            + "|why can'?t \\w+ be|be more like)\\b");

    private Comparisons() {}

    /** Whether the text holds a cue of comparison or of switching. */
    public static boolean in(String text) {
        return CUE.matcher(text.replace('’', '\'').toLowerCase(Locale.ENGLISH)).find();
    }
}
