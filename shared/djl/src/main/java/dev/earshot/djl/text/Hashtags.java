package dev.earshot.djl.text;

/** Splits hashtags: {@code #AcmePhone2} becomes {@code Acme Phone 2}. Stateless. */
final class Hashtags {
    private Hashtags() {}

    static int[] split(int[] text) {
        CodePoints out = new CodePoints(text.length + 16);
        int i = 0;
        while (i < text.length) {
            if (text[i] != '#') {
                out.add(text[i]);
                i++;
                continue;
            }
            int end = i + 1;
            while (end < text.length && CodePoints.isWord(text[end])) {
                end++;
            }
            if (onlyDigits(text, i + 1, end)) {
                out.add(text, i, end);
            } else {
                out.add(' ');
                addWords(text, i + 1, end, out);
                out.add(' ');
            }
            i = end;
        }
        return out.toArray();
    }

    private static boolean onlyDigits(int[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!CodePoints.isDigit(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static void addWords(int[] text, int from, int to, CodePoints out) {
        for (int i = from; i < to; i++) {
            if (text[i] == '_') {
                out.add(' ');
                continue;
            }
            if (i > from && startsWord(text, i, to)) {
                out.add(' ');
            }
            out.add(text[i]);
        }
    }

    private static boolean startsWord(int[] text, int i, int to) {
        int before = text[i - 1];
        if (before == '_') {
            return false;
        }
        if (CodePoints.isDigit(before) != CodePoints.isDigit(text[i])) {
            return true;
        }
        if (!CodePoints.isUpper(text[i])) {
            return false;
        }
        boolean nextIsLower = i + 1 < to && CodePoints.isLower(text[i + 1]);
        return !CodePoints.isUpper(before) || nextIsLower;
    }
}
