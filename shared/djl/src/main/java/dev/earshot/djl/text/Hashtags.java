package dev.earshot.djl.text;

import dev.earshot.reading.brand.TagCut;

import java.util.BitSet;
import java.util.Locale;

/**
 * Splits hashtags: {@code #AcmePhone2} becomes {@code Acme Phone 2}, {@code #hateit} becomes {@code
 * hate it}. Stateless.
 */
final class Hashtags {
    private Hashtags() {}

    static CodePoints split(CodePoints text) {
        CodePoints out = new CodePoints(text.size() + 16);
        int i = 0;
        while (i < text.size()) {
            if (text.at(i) != '#') {
                out.add(text.at(i), text.origin(i));
                i++;
                continue;
            }
            int end = i + 1;
            while (end < text.size() && CodePoints.isWord(text.at(end))) {
                end++;
            }
            if (onlyDigits(text, i + 1, end)) {
                out.add(text, i, end);
            } else {
                out.add(' ', text.origin(i));
                addWords(text, i + 1, end, out);
                out.add(' ', text.origin(i));
            }
            i = end;
        }
        return out;
    }

    private static boolean onlyDigits(CodePoints text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!CodePoints.isDigit(text.at(i))) {
                return false;
            }
        }
        return true;
    }

    private static void addWords(CodePoints text, int from, int to, CodePoints out) {
        BitSet begins = hasInnerCapitals(text, from, to) ? new BitSet() : begins(text, from, to);
        for (int i = from; i < to; i++) {
            if (text.at(i) == '_') {
                out.add(' ', text.origin(i));
                continue;
            }
            if (i > from && (begins.get(i) || startsWord(text, i, to))) {
                out.add(' ', text.origin(i));
            }
            out.add(text.at(i), text.origin(i));
        }
    }

    /**
     * Whether capitals part the words already: one comes after the first letter, and there are
     * small letters too.
     */
    private static boolean hasInnerCapitals(CodePoints text, int from, int to) {
        boolean capital = false;
        boolean small = false;
        for (int i = from; i < to; i++) {
            capital |= i > from && CodePoints.isUpper(text.at(i));
            small |= CodePoints.isLower(text.at(i));
        }
        return capital && small;
    }

    /** Where words begin within the runs of letters a to z. */
    private static BitSet begins(CodePoints text, int from, int to) {
        var begins = new BitSet();
        int start = from;
        for (int end = from; end <= to; end++) {
            if (end < to
                    && (CodePoints.isLower(text.at(end)) || CodePoints.isUpper(text.at(end)))) {
                continue;
            }
            String run = text.substring(start, end).toLowerCase(Locale.ROOT);
            for (int at : TagCut.starts(run)) {
                begins.set(start + at);
            }
            start = end + 1;
        }
        return begins;
    }

    private static boolean startsWord(CodePoints text, int i, int to) {
        int before = text.at(i - 1);
        if (before == '_') {
            return false;
        }
        if (CodePoints.isDigit(before) != CodePoints.isDigit(text.at(i))) {
            return true;
        }
        if (!CodePoints.isUpper(text.at(i))) {
            return false;
        }
        boolean nextIsLower = i + 1 < to && CodePoints.isLower(text.at(i + 1));
        return !CodePoints.isUpper(before) || nextIsLower;
    }
}
