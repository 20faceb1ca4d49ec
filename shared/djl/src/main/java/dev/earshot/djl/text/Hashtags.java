package dev.earshot.djl.text;

/** Splits hashtags: {@code #AcmePhone2} becomes {@code Acme Phone 2}. Stateless. */
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
        for (int i = from; i < to; i++) {
            if (text.at(i) == '_') {
                out.add(' ', text.origin(i));
                continue;
            }
            if (i > from && startsWord(text, i, to)) {
                out.add(' ', text.origin(i));
            }
            out.add(text.at(i), text.origin(i));
        }
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
