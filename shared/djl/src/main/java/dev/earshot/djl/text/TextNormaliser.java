package dev.earshot.djl.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Turns a post into the text that the tokenizer sees: links, handles, emoji, hashtags, typographic
 * characters, elongation and space brought to the forms that the model was trained on.
 *
 * <p>The rules and their order are those of {@code models/text/training/normalise.py}; a file of
 * pairs checks that both agree. Any string is accepted, lone surrogates and NUL included; only the
 * first {@value #MAX_CODE_POINTS} code points count. Immutable, thread-safe.
 */
public final class TextNormaliser {
    /** Longer texts are cut: the model reads 128 tokens, far fewer than this holds. */
    public static final int MAX_CODE_POINTS = 4096;

    /** What stands for a handle and for a link. */
    private static final Set<String> MASKS = Set.of("@user", "http");

    private final EmojiWords emoji = EmojiWords.load();

    /** The normalised text: words parted by single spaces, none at either end. */
    public String normalise(String text) {
        int[] points = text.codePoints().limit(MAX_CODE_POINTS).toArray();
        points = HtmlReferences.unescape(HtmlReferences.unescape(points));
        points = plainCharacters(points);
        points = Links.replaceHandles(Links.replaceUrls(points));
        points = emoji.replace(points);
        String composed =
                Normalizer.normalize(
                        new String(points, 0, points.length), Normalizer.Form.NFKC);
        points = Hashtags.split(composed.codePoints().toArray());
        return squeeze(shortenRuns(points));
    }

    private static int[] plainCharacters(int[] text) {
        CodePoints out = new CodePoints(text.length);
        for (int c : text) {
            if (c > 0x20 && c < 0x7F) {
                out.add(c);
            } else if (isSpace(c)) {
                out.add(' ');
            } else if (!isInvisible(c)) {
                out.add(plain(c));
            }
        }
        return out.toArray();
    }

    private static boolean isSpace(int c) {
        return switch (c) {
            case 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFFFD -> true;
            default ->
                    c <= 0x20
                            || (c >= 0x7F && c <= 0xA0)
                            || (c >= 0xD800 && c <= 0xDFFF)
                            || (c >= 0x2000 && c <= 0x200A);
        };
    }

    /** Soft hyphen, joiners, direction marks, variation selectors, skin tones, tags, keycap. */
    private static boolean isInvisible(int c) {
        return c == 0xAD
                || c == 0xFEFF
                || c == 0x20E3
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0x1F3FB && c <= 0x1F3FF)
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    private static int plain(int c) {
        return switch (c) {
            case 0x2018, 0x2019, 0x201B, 0xB4 -> '\'';
            case 0x201C, 0x201D, 0x201E, 0x201F -> '"';
            default -> (c >= 0x2010 && c <= 0x2015) ? '-' : c;
        };
    }

    /** At most two of the same character in a row; three full stops; digits as they are. */
    private static int[] shortenRuns(int[] text) {
        CodePoints out = new CodePoints(text.length);
        int run = 0;
        for (int i = 0; i < text.length; i++) {
            run = i > 0 && text[i - 1] == text[i] ? run + 1 : 1;
            if (run <= (text[i] == '.' ? 3 : 2) || CodePoints.isDigit(text[i])) {
                out.add(text[i]);
            }
        }
        return out.toArray();
    }

    /**
     * One space between words, one handle or link for several in a row, and none at the edges: whom
     * a post is addressed to, or that it carries a link, must not move a label. A post that is
     * nothing but handles and links keeps them.
     */
    private static String squeeze(int[] text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int end = 0; end <= text.length; end++) {
            if (end < text.length && text[end] != ' ') {
                continue;
            }
            String word = new String(Arrays.copyOfRange(text, start, end), 0, end - start);
            start = end + 1;
            boolean repeated =
                    MASKS.contains(word) && !words.isEmpty() && word.equals(words.getLast());
            if (!word.isEmpty() && !repeated) {
                words.add(word);
            }
        }
        return String.join(" ", withoutMaskedEdges(words));
    }

    private static List<String> withoutMaskedEdges(List<String> words) {
        int first = 0;
        int end = words.size();
        while (first < end && MASKS.contains(words.get(first))) {
            first++;
        }
        while (end > first && MASKS.contains(words.get(end - 1))) {
            end--;
        }
        return first < end ? words.subList(first, end) : words;
    }
}
