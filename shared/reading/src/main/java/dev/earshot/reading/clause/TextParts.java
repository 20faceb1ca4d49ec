package dev.earshot.reading.clause;

import dev.earshot.core.text.TextSpan;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts a text into sentences and clauses: at the ends of sentences (full stops, emoji, new lines),
 * at words that turn ("but", and their like in Spanish, French, German, Italian, Portuguese, Hindi
 * and Arabic), at semicolons and dashes, and at commas and joining words between clauses. Works on
 * word lists, so a clause that hides its joint stays whole. Stateless.
 */
public final class TextParts {
    /** More are not looked at one by one; the last part then holds the rest. */
    public static final int MOST = 12;

    /**
     * Fewer words make no clause; they stay with the part before, or else go with the one behind.
     */
    private static final int LEAST_WORDS = 2;

    private TextParts() {}

    /**
     * The parts in order, without the white space and the joints between them; one for a text that
     * is a single clause, none for a text without words.
     *
     * @param language primary subtag of the text's language; English joints are known in every text
     */
    public static List<TextSpan> of(String text, String language) {
        List<Word> words = Word.of(text);
        List<TextSpan> parts = new ArrayList<>();
        int from = 0;
        for (Boundary boundary : Boundaries.of(text, words, language)) {
            boolean parted =
                    boundary.kind() != Boundary.Kind.ITEM
                            && parts.size() < MOST - 1
                            && counted(words, from, boundary.before()) >= LEAST_WORDS
                            && rest(words, boundary) >= LEAST_WORDS;
            if (parted) {
                parts.add(span(words, from, boundary.before()));
                from = boundary.before() + boundary.skipped();
            }
        }
        if (counted(words, from, words.size()) > 0) {
            parts.add(span(words, from, words.size()));
        }
        return List.copyOf(parts);
    }

    /** Words up to the next sentence's end, so that "great, thanks" stays whole. */
    private static int rest(List<Word> words, Boundary boundary) {
        int count = 0;
        for (int i = boundary.before() + boundary.skipped(); i < words.size(); i++) {
            count += words.get(i).counts() ? 1 : 0;
            if (words.get(i).stop()) {
                break;
            }
        }
        return count;
    }

    private static int counted(List<Word> words, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += words.get(i).counts() ? 1 : 0;
        }
        return count;
    }

    private static TextSpan span(List<Word> words, int from, int to) {
        return new TextSpan(words.get(from).start(), words.get(to - 1).end());
    }
}
