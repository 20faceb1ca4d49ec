package dev.earshot.ffmpeg;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Locale;
import java.util.Map;

/**
 * Draws text on pictures: in the system's sans-serif where the machine has fonts, and in letters of
 * 3 x 5 dots where it has none, as in most containers. Stateless.
 */
final class Lettering {
    private static final boolean FONTS = fonts();
    private static final int DOT = 2;
    private static final int DOTS_ACROSS = 3;
    private static final int DOTS_DOWN = 5;

    /** Rows from the top; each is an octal digit whose bits are dots from left to right. */
    private static final Map<Character, String> GLYPHS =
            Map.ofEntries(
                    Map.entry('A', "25755"),
                    Map.entry('B', "65656"),
                    Map.entry('C', "34443"),
                    Map.entry('D', "65556"),
                    Map.entry('E', "74647"),
                    Map.entry('F', "74644"),
                    Map.entry('G', "34553"),
                    Map.entry('H', "55755"),
                    Map.entry('I', "72227"),
                    Map.entry('J', "11152"),
                    Map.entry('K', "55655"),
                    Map.entry('L', "44447"),
                    Map.entry('M', "57755"),
                    Map.entry('N', "65555"),
                    Map.entry('O', "25552"),
                    Map.entry('P', "65644"),
                    Map.entry('Q', "25563"),
                    Map.entry('R', "65655"),
                    Map.entry('S', "34216"),
                    Map.entry('T', "72222"),
                    Map.entry('U', "55557"),
                    Map.entry('V', "55552"),
                    Map.entry('W', "55775"),
                    Map.entry('X', "55255"),
                    Map.entry('Y', "55222"),
                    Map.entry('Z', "71247"),
                    Map.entry('0', "75557"),
                    Map.entry('1', "26227"),
                    Map.entry('2', "61247"),
                    Map.entry('3', "61216"),
                    Map.entry('4', "55711"),
                    Map.entry('5', "74616"),
                    Map.entry('6', "34757"),
                    Map.entry('7', "71122"),
                    Map.entry('8', "75757"),
                    Map.entry('9', "75716"),
                    Map.entry(':', "02020"),
                    Map.entry('.', "00002"),
                    Map.entry(',', "00024"),
                    Map.entry('-', "00700"));

    private final boolean fonts;
    private final int style;
    private final int size;

    /**
     * @param style a style of {@link Font}
     * @param size in points
     */
    Lettering(int style, int size) {
        this(FONTS, style, size);
    }

    Lettering(boolean fonts, int style, int size) {
        this.fonts = fonts;
        this.style = style;
        this.size = size;
    }

    private static boolean fonts() {
        try {
            new java.awt.image.BufferedImage(1, 1, java.awt.image.BufferedImage.TYPE_INT_RGB)
                    .createGraphics()
                    .getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 11))
                    .stringWidth("a");
            return true;
        } catch (RuntimeException | Error e) {
            // Without fonts Java fails in several ways, including errors in class initialisers.
            return false;
        }
    }

    int width(Graphics2D graphics, String text) {
        return fonts
                ? graphics.getFontMetrics(new Font(Font.SANS_SERIF, style, size)).stringWidth(text)
                : text.length() * (DOTS_ACROSS + 1) * DOT;
    }

    int height(Graphics2D graphics) {
        return fonts
                ? graphics.getFontMetrics(new Font(Font.SANS_SERIF, style, size)).getHeight()
                : (DOTS_DOWN + 2) * DOT;
    }

    /** The longest start of a text that fits. */
    String fitting(Graphics2D graphics, String text, int width) {
        int length = text.length();
        while (length > 0 && width(graphics, text.substring(0, length)) > width) {
            length--;
        }
        return text.substring(0, length);
    }

    /** Draws in the current colour; {@code top} is the line's upper edge. */
    void write(Graphics2D graphics, String text, int left, int top) {
        if (fonts) {
            Font font = new Font(Font.SANS_SERIF, style, size);
            graphics.setFont(font);
            graphics.drawString(text, left, top + graphics.getFontMetrics(font).getAscent());
            return;
        }
        String capitals = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < capitals.length(); i++) {
            String rows = GLYPHS.getOrDefault(capitals.charAt(i), "00000");
            for (int dot = 0; dot < DOTS_ACROSS * DOTS_DOWN; dot++) {
                int row = dot / DOTS_ACROSS;
                int column = dot % DOTS_ACROSS;
                if ((((rows.charAt(row) - '0') >> (2 - column)) & 1) == 1) {
                    graphics.fillRect(
                            left + (i * (DOTS_ACROSS + 1) + column) * DOT,
                            top + (row + 1) * DOT,
                            DOT,
                            DOT);
                }
            }
        }
    }
}
