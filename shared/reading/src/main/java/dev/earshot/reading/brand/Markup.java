package dev.earshot.reading.brand;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the parts of a post that are not prose: URLs, e-mail addresses, handles and hashtags. One
 * pass, linear in the text. Stateless.
 */
final class Markup {
    private Markup() {}

    /** Kind of a part. */
    enum Kind {
        URL,
        EMAIL,
        HANDLE,
        HASHTAG
    }

    /** A part of the raw text; a handle or tag includes its sign. */
    record Span(Kind kind, int start, int end) {}

    /** The parts in order; they don't overlap. */
    static List<Span> spans(String raw) {
        var spans = new ArrayList<Span>();
        int done = 0;
        int i = 0;
        while (i < raw.length()) {
            Span span =
                    switch (raw.charAt(i)) {
                        case 'h', 'H', 'w', 'W' -> url(raw, i);
                        case '/' -> bareUrl(raw, i, done);
                        case '@', '＠' -> at(raw, i, done);
                        case '#', '＃' -> hashtag(raw, i);
                        default -> null;
                    };
            if (span == null) {
                i++;
            } else {
                spans.add(span);
                done = span.end;
                i = span.end;
            }
        }
        return spans;
    }

    private static @Nullable Span url(String raw, int at) {
        if (at > 0 && isAsciiWord(raw.charAt(at - 1))) {
            return null;
        }
        boolean starts =
                raw.regionMatches(true, at, "http://", 0, 7)
                        || raw.regionMatches(true, at, "https://", 0, 8)
                        || raw.regionMatches(true, at, "www.", 0, 4);
        return starts ? new Span(Kind.URL, at, urlEnd(raw, at)) : null;
    }

    /** A host name with a path, as in {@code t.co/Acme}; {@code at} is the slash. */
    private static @Nullable Span bareUrl(String raw, int at, int done) {
        int start = at;
        while (start > done && isHost(raw.charAt(start - 1))) {
            start--;
        }
        int dot = raw.lastIndexOf('.', at);
        if (dot <= start || at - dot < 3) {
            return null;
        }
        for (int i = dot + 1; i < at; i++) {
            if (!isAsciiLetter(raw.charAt(i))) {
                return null;
            }
        }
        return new Span(Kind.URL, start, urlEnd(raw, at));
    }

    private static int urlEnd(String raw, int from) {
        int end = from;
        while (end < raw.length()
                && raw.charAt(end) > ' '
                && raw.charAt(end) < 0x7F
                && "<>\"`{}|\\^".indexOf(raw.charAt(end)) < 0) {
            end++;
        }
        while (end > from + 1 && ".,;:!?')]*_".indexOf(raw.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static @Nullable Span at(String raw, int at, int done) {
        if (at > done && isMailbox(raw.charAt(at - 1))) {
            int start = at;
            while (start > done && isMailbox(raw.charAt(start - 1))) {
                start--;
            }
            int end = hostEnd(raw, at + 1);
            return end == at + 1 ? null : new Span(Kind.EMAIL, start, end);
        }
        int end = handleEnd(raw, at + 1);
        if (end == at + 1) {
            return null;
        }
        if (end + 1 < raw.length() && raw.charAt(end) == '@') {
            int host = hostEnd(raw, end + 1);
            end = host > end + 1 ? host : end;
        }
        return new Span(Kind.HANDLE, at, end);
    }

    private static int handleEnd(String raw, int from) {
        if (from == raw.length()) {
            return from;
        }
        int end = from;
        if (raw.charAt(from) < 0x80) {
            while (end < raw.length()
                    && (isAsciiWord(raw.charAt(end)) || ".-".indexOf(raw.charAt(end)) >= 0)) {
                end++;
            }
            while (end > from && ".-".indexOf(raw.charAt(end - 1)) >= 0) {
                end--;
            }
            return end;
        }
        return wordEnd(raw, from);
    }

    private static @Nullable Span hashtag(String raw, int at) {
        if (at > 0) {
            int before = raw.codePointBefore(at);
            if (before == '&' || (Marks.isWord(before) && !WordBorders.unspaced(before))) {
                return null;
            }
        }
        int end = wordEnd(raw, at + 1);
        boolean named =
                raw.substring(at + 1, end).codePoints().anyMatch(c -> !Character.isDigit(c));
        return named ? new Span(Kind.HASHTAG, at, end) : null;
    }

    private static int wordEnd(String raw, int from) {
        int end = from;
        while (end < raw.length()) {
            int c = raw.codePointAt(end);
            if (!Marks.isWord(c) && c != 0x200C && c != 0x200D) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static int hostEnd(String raw, int from) {
        int end = from;
        while (end < raw.length() && isHost(raw.charAt(end))) {
            end++;
        }
        while (end > from && ".-".indexOf(raw.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isMailbox(char c) {
        return isAsciiWord(c) || c == '.' || c == '+' || c == '-' || c == '%';
    }

    private static boolean isHost(char c) {
        return isAsciiLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }

    private static boolean isAsciiWord(char c) {
        return isAsciiLetter(c) || (c >= '0' && c <= '9') || c == '_';
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
