package dev.earshot.core.picture;

import dev.earshot.core.Checks;

/** One line of text read in a picture; lines are listed in reading order. */
public record TextLine(String text, double score, Box box) {
    /**
     * What the reader can't tell apart, for whoever reads its results: the alphabet of the network
     * has no euro and no pound sign and few accented letters.
     */
    public static final String LIMITS =
            "Read in Latin script, Chinese and Japanese. Not in the reader's alphabet, and so told"
                    + " as their nearest look-alikes: the euro and pound signs, ¿ and ¡, and all"
                    + " letters with accents other than à á ä è é ì í ò ó ú ü ā ē ī ō ū É Ë Ó Ü.";

    public TextLine {
        Checks.inRange("text score", score, 0, 1);
    }

    /** The same line with other words. */
    public TextLine saying(String words) {
        return new TextLine(words, score, box);
    }
}
