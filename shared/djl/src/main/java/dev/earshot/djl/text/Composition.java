package dev.earshot.djl.text;

import java.text.Normalizer;

/**
 * Unicode's compatibility composition (NFKC) that keeps each character's origin; most posts are
 * unchanged by it. Stateless.
 */
final class Composition {
    private Composition() {}

    static CodePoints compose(CodePoints text) {
        String plain = text.toString();
        String composed = Normalizer.normalize(plain, Normalizer.Form.NFKC);
        if (composed.equals(plain)) {
            return text;
        }
        CodePoints fine = inPieces(text, true);
        // Rare sequences compose across these pieces; none composes across the start of an ASCII
        // character
        return fine.toString().equals(composed) ? fine : inPieces(text, false);
    }

    private static CodePoints inPieces(CodePoints text, boolean fine) {
        CodePoints out = new CodePoints(text.size());
        int from = 0;
        for (int end = 1; end <= text.size(); end++) {
            if (end == text.size() || startsPiece(text.at(end), fine)) {
                add(text, from, end, out);
                from = end;
            }
        }
        return out;
    }

    private static void add(CodePoints text, int from, int end, CodePoints out) {
        if (end == from + 1 && text.at(from) < 0x80) {
            out.add(text.at(from), text.origin(from));
            return;
        }
        String piece = text.substring(from, end);
        String composed = Normalizer.normalize(piece, Normalizer.Form.NFKC);
        if (composed.equals(piece)) {
            out.add(text, from, end);
        } else {
            out.add(composed, text.origin(from));
        }
    }

    /**
     * Whether a character does not combine with the previous one; only approximately if {@code
     * fine}.
     */
    private static boolean startsPiece(int c, boolean fine) {
        if (c < 0x80 || !fine) {
            return c < 0x80;
        }
        boolean joins =
                switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK ->
                            true;
                    default ->
                            // Hangul vowels and finals; half-width voicing marks and Hangul
                            (c >= 0x1160 && c <= 0x11FF) || (c >= 0xFF9E && c <= 0xFFDC);
                };
        return !joins;
    }
}
