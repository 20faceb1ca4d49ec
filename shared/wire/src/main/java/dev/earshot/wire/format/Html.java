package dev.earshot.wire.format;

import dev.earshot.wire.json.Field;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jsoup.parser.TagSet;
import org.jsoup.select.NodeFilter;

import java.util.Set;

/**
 * Converts HTML to the plain text that a reader sees: paragraphs and breaks become line breaks,
 * character references become characters, scripts and styles are dropped. URLs are kept whole
 * (Mastodon shows an abbreviation and hides the rest in spans of class {@code invisible}); hidden
 * text outside a link is dropped.
 *
 * <p>The tree is built by jsoup's XML builder, which creates at most one node per tag. The HTML5
 * builder copies open formatting tags with their attributes into every later paragraph, so that a
 * message of 1 MiB can fill gigabytes.
 */
public final class Html {
    /**
     * Maximum length of HTML that is parsed, in UTF-16 units: the size of a message. The tree takes
     * at most about 100 bytes per unit.
     */
    static final int MAX_LENGTH = 1 << 20;

    private Html() {}

    /** The plain text of a required field; rejected if it is too long to be parsed. */
    static String text(Field field) {
        return text(checked(field));
    }

    /** Likewise, without what stands in a {@code blockquote}, which is somebody else's. */
    static String ownText(Field field) {
        return text(checked(field), Part.OWN);
    }

    /** The plain text within every {@code blockquote}; empty if there is none. */
    static String quoted(String html) {
        return html.length() > MAX_LENGTH ? "" : text(html, Part.QUOTED);
    }

    private static String checked(Field field) {
        String html = field.requiredText();
        if (html.length() > MAX_LENGTH) {
            throw field.bad(
                    "must be at most " + MAX_LENGTH + " characters of HTML, got " + html.length());
        }
        return html;
    }

    /** Which part of a text is wanted. */
    private enum Part {
        WHOLE,
        OWN,
        QUOTED
    }

    /** The plain text of a piece of HTML, well formed or not. */
    public static String text(String html) {
        return text(html, Part.WHOLE);
    }

    private static String text(String html, Part part) {
        Parser parser =
                Parser.xmlParser()
                        .settings(ParseSettings.htmlDefault)
                        .tagSet(new TagSet().onNewTag(Html::setContentModel));
        var visible = new VisibleText(part);
        visible.traverse(parser.parseInput(html, ""));
        return visible.text();
    }

    /** Tells the XML builder which HTML tags are void or contain raw text. */
    private static void setContentModel(Tag tag) {
        switch (tag.normalName()) {
            case "script", "style" -> tag.set(Tag.Data);
            case "br", "hr", "img", "input", "wbr" -> tag.set(Tag.Void);
            default -> {}
        }
    }

    /** Collects the text of the nodes that it visits. */
    private static final class VisibleText implements NodeFilter {
        private static final Set<String> BLOCKS =
                Set.of("p", "div", "blockquote", "ul", "ol", "pre", "h1", "h2", "h3", "h4");
        private static final String QUOTE = "blockquote";
        private static final char NO_BREAK_SPACE = '\u00A0';

        private final StringBuilder out = new StringBuilder();
        private final Part part;
        private int linkDepth;
        private int quoteDepth;

        VisibleText(Part part) {
            this.part = part;
        }

        String text() {
            return out.toString().strip();
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (part != Part.QUOTED || quoteDepth > 0) {
                    append(text.getWholeText());
                }
            } else if (node instanceof Element element) {
                if (linkDepth == 0 && element.nameIs("span") && element.hasClass("invisible")) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (part == Part.OWN && element.nameIs(QUOTE)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                open(element.normalName());
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                close(element.normalName());
            }
            return FilterResult.CONTINUE;
        }

        private void open(String name) {
            quoteDepth += name.equals(QUOTE) ? 1 : 0;
            if (name.equals("br") || BLOCKS.contains(name)) {
                endLines(1);
            } else if (name.equals("a")) {
                linkDepth++;
            }
        }

        private void close(String name) {
            quoteDepth -= name.equals(QUOTE) ? 1 : 0;
            if (BLOCKS.contains(name)) {
                endLines(2);
            } else if (name.equals("li") || name.equals("tr")) {
                endLines(1);
            } else if (name.equals("a")) {
                linkDepth--;
            }
        }

        /** White space is a space each, but for the one that begins a line. */
        private void append(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!Character.isWhitespace(c) && c != NO_BREAK_SPACE) {
                    out.append(c);
                } else if (!endsWith('\n')) {
                    out.append(' ');
                }
            }
        }

        /** Ends a line at its last character; two line ends in a row are enough. */
        private void endLines(int count) {
            while (endsWith(' ')) {
                out.setLength(out.length() - 1);
            }
            int there = 0;
            while (there < 2
                    && out.length() > there
                    && out.charAt(out.length() - 1 - there) == '\n') {
                there++;
            }
            out.repeat('\n', Math.min(count, 2 - there));
        }

        private boolean endsWith(char c) {
            return !out.isEmpty() && out.charAt(out.length() - 1) == c;
        }
    }
}
