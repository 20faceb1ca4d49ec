package dev.earshot.reading.clause;

import dev.earshot.core.text.TextSpan;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into sentences and clauses: at the ends of sentences (full stops, emoji, new
 * lines), at contrast words ("but", and its equivalents in Spanish, French, German, Italian,
 * Portuguese, Hindi and Arabic), at semicolons and dashes, and at commas and conjunctions between
 * clauses. Works on word lists, so clauses without a listed conjunction are not split. Stateless.
 */
public final class TextParts {
    /** Most parts; the last one then holds the rest of the text. */
    public static final int MAX_PARTS = 12;

    /** Fewer words are not a clause; they join the part before, or else the one after. */
    private static final int MIN_WORDS = 2;

    private TextParts() {}

    /**
     * The parts in order, without the white space and conjunctions between them; one for a text
     * that is a single clause, none for a text without words.
     *
     * @param language primary subtag of the text's language; English conjunctions are known in
     *     every text
     */
    public static List<TextSpan> of(String text, String language) {
        List<Word> words = Word.of(text);
        List<TextSpan> parts = new ArrayList<>();
        int from = 0;
        for (Boundary boundary : Boundaries.of(text, words, language)) {
            boolean split =
                    boundary.kind() != Boundary.Kind.ITEM
                            && parts.size() < MAX_PARTS - 1
                            && counted(words, from, boundary.before()) >= MIN_WORDS
                            && rest(words, boundary) >= MIN_WORDS;
            if (split) {
                parts.add(span(words, from, boundary.before()));
                from = boundary.before() + boundary.skipped();
            }
        }
        if (counted(words, from, words.size()) > 0) {
            parts.add(span(words, from, words.size()));
        }
        return List.copyOf(parts);
    }

    /** Number of words up to the end of the sentence, so that "great, thanks" stays whole. */
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
