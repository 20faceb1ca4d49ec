package dev.earshot.usecase.post;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The hashtags of a text. Stateless. */
final class Hashtags {
    private static final int MAX_LENGTH = 64;
    private static final Pattern TAG =
            Pattern.compile(
                    "(?<![\\p{L}\\p{M}\\p{Nd}_&/])[#＃]([\\p{L}\\p{M}\\p{Nd}_]*\\p{L}[\\p{L}\\p{M}\\p{Nd}_]*)");

    private Hashtags() {}

    /**
     * The distinct hashtags in order, in lower case and without the mark. Those longer than {@value
     * #MAX_LENGTH} UTF-16 units are ignored.
     */
    static List<String> of(String text) {
        return TAG.matcher(text)
                .results()
                .map((MatchResult tag) -> tag.group(1))
                .map(
                        tag ->
                                Normalizer.normalize(tag, Normalizer.Form.NFKC)
                                        .toLowerCase(Locale.ROOT))
                .filter(tag -> tag.length() <= MAX_LENGTH)
                .distinct()
                .toList();
    }
}
