package dev.earshot.wire.json;

import dev.earshot.core.post.Post;

import java.util.regex.Pattern;

/** Checks on texts as posted. */
public final class TextChecks {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");

    private TextChecks() {}

    /** Returns the text if it can be analysed and stored, else throws {@link BadField}. */
    public static String checked(Field field, String text) {
        if (text.length() > Post.MAX_TEXT_LENGTH) {
            throw field.bad(
                    "must be at most "
                            + Post.MAX_TEXT_LENGTH
                            + " characters, got "
                            + text.length());
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw field.bad("must hold no NUL character, got one at " + i);
            }
            if (c >= '\uFDD0' && c <= '\uFDEF') {
                throw field.bad(
                        "holds bytes that mean nothing in the file's encoding, at "
                                + i
                                + "; save the file as UTF-8");
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw field.bad(
                        "must hold no lone surrogate, got "
                                + String.format("U+%04X", (int) c)
                                + " at "
                                + i);
            }
        }
        return text;
    }

    /** Whether a text holds no NUL, no noncharacter that marks broken bytes, no lone surrogate. */
    public static boolean isStorable(String text) {
        try {
            checked(Field.NONE, text.substring(0, Math.min(text.length(), Post.MAX_TEXT_LENGTH)));
            return true;
        } catch (BadField e) {
            return false;
        }
    }

    /**
     * Whether a platform's tag names a language; {@code und}, {@code zxx} and X's {@code q..}
     * don't.
     */
    public static boolean isLanguageTag(String tag) {
        String plain = tag.toLowerCase(java.util.Locale.ROOT);
        return LANGUAGE.matcher(tag).matches()
                && !plain.equals("und")
                && !plain.equals("zxx")
                && !plain.equals("mul")
                && !(plain.length() == 3 && plain.startsWith("q"));
    }
}
