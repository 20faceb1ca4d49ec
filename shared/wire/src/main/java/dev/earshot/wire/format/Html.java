package dev.earshot.wire.format;

import java.util.Locale;
import java.util.Map;

/**
 * Turns marked-up text into the plain text that a reader sees: paragraphs and breaks become new
 * lines, entities characters. Addresses are kept whole (Mastodon shows an abbreviation and hides
 * the rest in spans of class {@code invisible}); hidden text outside a link is dropped.
 */
final class Html {
    private static final Map<String, String> ENTITIES =
            Map.ofEntries(
                    Map.entry("amp", "&"),
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", " "),
                    Map.entry("hellip", "\u2026"),
                    Map.entry("ndash", "\u2013"),
                    Map.entry("mdash", "\u2014"),
                    Map.entry("lsquo", "\u2018"),
                    Map.entry("rsquo", "\u2019"),
                    Map.entry("ldquo", "\u201C"),
                    Map.entry("rdquo", "\u201D"),
                    Map.entry("laquo", "\u00AB"),
                    Map.entry("raquo", "\u00BB"),
                    Map.entry("copy", "\u00A9"),
                    Map.entry("reg", "\u00AE"),
                    Map.entry("trade", "\u2122"),
                    Map.entry("euro", "\u20AC"),
                    Map.entry("pound", "\u00A3"));
    private static final int MAX_ENTITY_LENGTH = 10;

    private final String html;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private int linkDepth;

    /** Spans open inside a hidden one, itself included; 0 outside. */
    private int hiddenDepth;

    private Html(String html) {
        this.html = html;
    }

    /** The plain text of a piece of HTML, well formed or not. */
    static String text(String html) {
        return new Html(html).read();
    }

    /** Resolves the three entities that X and Reddit write: ampersand, less-than, greater-than. */
    static String unescapeBasic(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private String read() {
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<' && at + 1 < html.length() && opensTag(html.charAt(at + 1))) {
                tag();
            } else if (c == '&') {
                entity();
            } else {
                put(Character.isWhitespace(c) ? " " : String.valueOf(c));
                at++;
            }
        }
        return out.toString().strip();
    }

    private static boolean opensTag(char c) {
        return Character.isLetter(c) || c == '/' || c == '!' || c == '?';
    }

    private void put(String text) {
        if (hiddenDepth > 0) {
            return;
        }
        if (text.startsWith("\n")) {
            newLines(text.length());
        } else if (!text.equals(" ") || !endsWith('\n')) {
            out.append(text);
        }
    }

    /** Ends a line at its last character; two line ends in a row are enough. */
    private void newLines(int count) {
        while (endsWith(' ')) {
            out.setLength(out.length() - 1);
        }
        int there = 0;
        while (there < 2 && out.length() > there && out.charAt(out.length() - 1 - there) == '\n') {
            there++;
        }
        out.repeat('\n', Math.min(count, 2 - there));
    }

    private boolean endsWith(char c) {
        return !out.isEmpty() && out.charAt(out.length() - 1) == c;
    }

    private void tag() {
        if (html.startsWith("<!--", at)) {
            int end = html.indexOf("-->", at + 4);
            at = end < 0 ? html.length() : end + 3;
            return;
        }
        int end = html.indexOf('>', at);
        String inside = html.substring(at + 1, end < 0 ? html.length() : end);
        at = end < 0 ? html.length() : end + 1;
        boolean closing = inside.startsWith("/");
        String name = name(closing ? inside.substring(1) : inside);
        switch (name) {
            case "br" -> put("\n");
            case "p", "div", "blockquote", "ul", "ol", "pre", "h1", "h2", "h3", "h4" ->
                    put(closing ? "\n\n" : "\n");
            case "li", "tr" -> put(closing ? "\n" : "");
            case "a" -> linkDepth = Math.max(0, linkDepth + (closing ? -1 : 1));
            case "span" -> span(closing, inside);
            case "script", "style" -> skipContent(closing, name);
            default -> {}
        }
    }

    private void span(boolean closing, String inside) {
        if (hiddenDepth > 0) {
            hiddenDepth += closing ? -1 : 1;
        } else if (!closing && linkDepth == 0 && inside.contains("invisible")) {
            hiddenDepth = 1;
        }
    }

    private void skipContent(boolean closing, String name) {
        if (!closing) {
            int end = html.indexOf("</" + name, at);
            at = end < 0 ? html.length() : end;
        }
    }

    private static String name(String inside) {
        int end = 0;
        while (end < inside.length() && Character.isLetterOrDigit(inside.charAt(end))) {
            end++;
        }
        return inside.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private void entity() {
        int end = html.indexOf(';', at, Math.min(html.length(), at + MAX_ENTITY_LENGTH));
        if (end < 0) {
            put("&");
            at++;
            return;
        }
        String name = html.substring(at + 1, end);
        String known = name.startsWith("#") ? numeric(name.substring(1)) : ENTITIES.get(name);
        if (known == null) {
            put("&");
            at++;
            return;
        }
        put(known);
        at = end + 1;
    }

    private static @org.jspecify.annotations.Nullable String numeric(String digits) {
        try {
            boolean hexadecimal = digits.startsWith("x") || digits.startsWith("X");
            int code =
                    hexadecimal
                            ? Integer.parseInt(digits.substring(1), 16)
                            : Integer.parseInt(digits);
            boolean character =
                    Character.isValidCodePoint(code) && !(code >= 0xD800 && code <= 0xDFFF);
            return character ? Character.toString(code) : "\uFFFD";
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
