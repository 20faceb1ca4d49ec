package dev.earshot.djl.text;

import java.util.List;

/** Replaces web addresses by {@code http} and handles by {@code @user}. Stateless. */
final class Links {
    private static final List<String> PREFIXES =
            List.of("http://", "https://", "www.", "pic.twitter.com/", "t.co/", "bit.ly/");

    /**
     * Characters that end a sentence or close a bracket rather than belong to the address before
     * them.
     */
    private static final String TRAILING_PUNCTUATION = ".,!?:;'\")]}";

    private Links() {}

    static CodePoints replaceUrls(CodePoints text) {
        CodePoints out = new CodePoints(text.size());
        int i = 0;
        while (i < text.size()) {
            int path = atBorder(text, i) ? afterPrefix(text, i) : -1;
            if (path < 0) {
                out.add(text.at(i), text.origin(i));
                i++;
                continue;
            }
            int end = path;
            while (end < text.size() && " <>\"".indexOf(text.at(end)) < 0) {
                end++;
            }
            while (end > path && TRAILING_PUNCTUATION.indexOf(text.at(end - 1)) >= 0) {
                end--;
            }
            out.add(" http ", text.origin(i));
            i = end;
        }
        return out;
    }

    /** Index after the scheme or {@code www.} of an address at {@code i}, or -1. */
    private static int afterPrefix(CodePoints text, int i) {
        for (String start : PREFIXES) {
            int matched = 0;
            while (matched < start.length()
                    && i + matched < text.size()
                    && lower(text.at(i + matched)) == start.charAt(matched)) {
                matched++;
            }
            if (matched == start.length()) {
                return i + matched;
            }
        }
        return -1;
    }

    private static int lower(int c) {
        return CodePoints.isUpper(c) ? c + 32 : c;
    }

    private static boolean atBorder(CodePoints text, int i) {
        return i == 0 || !CodePoints.isAsciiAlphanumeric(text.at(i - 1));
    }

    static CodePoints replaceHandles(CodePoints text) {
        CodePoints out = new CodePoints(text.size());
        int i = 0;
        while (i < text.size()) {
            boolean starts =
                    text.at(i) == '@'
                            && i + 1 < text.size()
                            && isNamePart(text.at(i + 1))
                            && atBorder(text, i);
            if (!starts) {
                out.add(text.at(i), text.origin(i));
                i++;
                continue;
            }
            int end = endOfName(text, i + 1);
            // A handle of the fediverse or of Bluesky continues with a domain
            while (end + 2 < text.size()
                    && ".@-".indexOf(text.at(end)) >= 0
                    && isDomain(text, end + 1)) {
                end = endOfName(text, end + 1);
            }
            out.add(" @user ", text.origin(i));
            i = end;
        }
        return out;
    }

    private static int endOfName(CodePoints text, int from) {
        int i = from;
        while (i < text.size() && isNamePart(text.at(i))) {
            i++;
        }
        return i;
    }

    private static boolean isNamePart(int c) {
        return CodePoints.isAsciiAlphanumeric(c) || c == '_';
    }

    private static boolean isDomain(CodePoints text, int i) {
        return isDomainPart(text.at(i)) && isDomainPart(text.at(i + 1));
    }

    private static boolean isDomainPart(int c) {
        return CodePoints.isLower(c) || CodePoints.isDigit(c);
    }
}
