package dev.earshot.djl.text;

import dev.earshot.core.text.TextSpan;
import dev.earshot.reading.letters.PlainLetters;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Turns a post into the text that the tokenizer sees: links, handles, emoji, hashtags, typographic
 * characters, elongation and spaces get the forms that the model was trained on.
 *
 * <p>The rules and their order are those of {@code models/text/training/normalise.py}; a test on a
 * file of pairs checks that both agree. Any string is accepted, lone surrogates and NUL included;
 * only the first {@value #MAX_CODE_POINTS} code points count. Immutable, thread-safe.
 */
public final class TextNormaliser {
    /** Longer texts are cut: it is about as much as the windows of a model hold. */
    public static final int MAX_CODE_POINTS = 8192;

    /** Placeholders for a handle and for a link. */
    private static final List<String> PLACEHOLDERS = List.of("@user", "http");

    private final EmojiWords emoji = EmojiWords.load();

    /** The normalised text: words separated by single spaces, none at either end. */
    public String normalise(String text) {
        return characters(text).toString();
    }

    /** Likewise, with each character's origin in the text. */
    NormalisedText trace(String text) {
        CodePoints points = characters(text);
        return new NormalisedText(points.toString(), points.origins(), cut(text));
    }

    private static OptionalInt cut(String text) {
        if (text.length() <= MAX_CODE_POINTS
                || text.codePointCount(0, text.length()) <= MAX_CODE_POINTS) {
            return OptionalInt.empty();
        }
        int end = text.offsetByCodePoints(0, MAX_CODE_POINTS);
        return text.substring(end).isBlank() ? OptionalInt.empty() : OptionalInt.of(end);
    }

    private CodePoints characters(String text) {
        CodePoints points = CodePoints.of(text, MAX_CODE_POINTS);
        points = HtmlReferences.unescape(HtmlReferences.unescape(points));
        points = plainCharacters(points);
        points = points.replaced(PlainLetters.fold(points.values()));
        points = Links.replaceHandles(Links.replaceUrls(points));
        points = Composition.compose(emoji.replace(points));
        return squeeze(shortenRuns(Hashtags.split(points)));
    }

    private static CodePoints plainCharacters(CodePoints text) {
        CodePoints out = new CodePoints(text.size());
        for (int i = 0; i < text.size(); i++) {
            int c = text.at(i);
            if (c > 0x20 && c < 0x7F) {
                out.add(c, text.origin(i));
            } else if (isSpace(c)) {
                out.add(' ', text.origin(i));
            } else if (!isInvisible(c)) {
                out.add(plain(c), text.origin(i));
            }
        }
        return out;
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

    /**
     * True for soft hyphen, joiners, direction marks, variation selectors, skin tones, tags,
     * keycap.
     */
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

    /** Shortens runs of a character to two, of full stops to three; digits are unchanged. */
    private static CodePoints shortenRuns(CodePoints text) {
        CodePoints out = new CodePoints(text.size());
        int run = 0;
        for (int i = 0; i < text.size(); i++) {
            int c = text.at(i);
            run = i > 0 && text.at(i - 1) == c ? run + 1 : 1;
            if (run <= (c == '.' ? 3 : 2) || CodePoints.isDigit(c)) {
                out.add(c, text.origin(i));
            }
        }
        return out;
    }

    /**
     * Leaves one space between words and one of several handles or links in a row, and removes
     * those at the edges: whom a post is addressed to, or that it has a link, must not change a
     * label. A post of nothing but handles and links keeps them.
     */
    private static CodePoints squeeze(CodePoints text) {
        List<TextSpan> words = new ArrayList<>();
        String before = "";
        int start = 0;
        for (int end = 0; end <= text.size(); end++) {
            if (end < text.size() && text.at(end) != ' ') {
                continue;
            }
            String placeholder = placeholder(text, start, end);
            if (end > start && (placeholder.isEmpty() || !placeholder.equals(before))) {
                words.add(new TextSpan(start, end));
                before = placeholder;
            }
            start = end + 1;
        }
        return joined(text, withoutPlaceholdersAtEdges(text, words));
    }

    private static CodePoints joined(CodePoints text, List<TextSpan> words) {
        CodePoints out = new CodePoints(text.size());
        for (TextSpan word : words) {
            if (out.size() > 0) {
                out.add(' ', text.origin(word.start()));
            }
            out.add(text, word.start(), word.end());
        }
        return out;
    }

    private static List<TextSpan> withoutPlaceholdersAtEdges(
            CodePoints text, List<TextSpan> words) {
        int first = 0;
        int end = words.size();
        while (first < end && isPlaceholder(text, words.get(first))) {
            first++;
        }
        while (end > first && isPlaceholder(text, words.get(end - 1))) {
            end--;
        }
        return first < end ? words.subList(first, end) : words;
    }

    private static boolean isPlaceholder(CodePoints text, TextSpan word) {
        return !placeholder(text, word.start(), word.end()).isEmpty();
    }

    /** The word if it is a placeholder for a handle or a link, else an empty text. */
    private static String placeholder(CodePoints text, int start, int end) {
        for (String placeholder : PLACEHOLDERS) {
            if (placeholder.length() == end - start
                    && text.substring(start, end).equals(placeholder)) {
                return placeholder;
            }
        }
        return "";
    }
}
