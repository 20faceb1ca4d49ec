package dev.earshot.djl.text;

import java.util.List;

/** Replaces web addresses by {@code http} and handles by {@code @user}. Stateless. */
final class Links {
    private static final List<String> STARTS =
            List.of("http://", "https://", "www.", "pic.twitter.com/", "t.co/", "bit.ly/");

    /** Marks that end a sentence or a bracket rather than belong to the address before them. */
    private static final String TRAILERS = ".,!?:;'\")]}";

    private Links() {}

    static int[] replaceUrls(int[] text) {
        CodePoints out = new CodePoints(text.length);
        int i = 0;
        while (i < text.length) {
            int path = atBorder(text, i) ? afterStart(text, i) : -1;
            if (path < 0) {
                out.add(text[i]);
                i++;
                continue;
            }
            int end = path;
            while (end < text.length && " <>\"".indexOf(text[end]) < 0) {
                end++;
            }
            while (end > path && TRAILERS.indexOf(text[end - 1]) >= 0) {
                end--;
            }
            out.add(" http ");
            i = end;
        }
        return out.toArray();
    }

    /** Index after the start of an address at {@code i}, or -1. */
    private static int afterStart(int[] text, int i) {
        for (String start : STARTS) {
            int matched = 0;
            while (matched < start.length()
                    && i + matched < text.length
                    && lower(text[i + matched]) == start.charAt(matched)) {
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

    private static boolean atBorder(int[] text, int i) {
        return i == 0 || !CodePoints.isAsciiAlphanumeric(text[i - 1]);
    }

    static int[] replaceHandles(int[] text) {
        CodePoints out = new CodePoints(text.length);
        int i = 0;
        while (i < text.length) {
            boolean starts =
                    text[i] == '@'
                            && i + 1 < text.length
                            && isNamePart(text[i + 1])
                            && atBorder(text, i);
            if (!starts) {
                out.add(text[i]);
                i++;
                continue;
            }
            i = endOfName(text, i + 1);
            // A handle of the fediverse or of Bluesky goes on with a domain
            while (i + 2 < text.length && ".@-".indexOf(text[i]) >= 0 && isDomain(text, i + 1)) {
                i = endOfName(text, i + 1);
            }
            out.add(" @user ");
        }
        return out.toArray();
    }

    private static int endOfName(int[] text, int from) {
        int i = from;
        while (i < text.length && isNamePart(text[i])) {
            i++;
        }
        return i;
    }

    private static boolean isNamePart(int c) {
        return CodePoints.isAsciiAlphanumeric(c) || c == '_';
    }

    private static boolean isDomain(int[] text, int i) {
        return isDomainPart(text[i]) && isDomainPart(text[i + 1]);
    }

    private static boolean isDomainPart(int c) {
        return CodePoints.isLower(c) || CodePoints.isDigit(c);
    }
}
