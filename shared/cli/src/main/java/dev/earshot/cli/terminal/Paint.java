package dev.earshot.cli.terminal;

import java.util.Locale;

/** Colours (on a terminal only) and small bars of block characters. Immutable. */
public final class Paint {
    private static final String BLOCKS = " ▏▎▍▌▋▊▉";
    private final boolean terminal;

    public Paint(boolean terminal) {
        this.terminal = terminal;
    }

    boolean terminal() {
        return terminal;
    }

    public String bold(String text) {
        return code("1", text);
    }

    public String dim(String text) {
        return code("2", text);
    }

    public String red(String text) {
        return code("31", text);
    }

    public String green(String text) {
        return code("32", text);
    }

    /** A word that drove a verdict. */
    public String strong(String text) {
        return code("1;31", text);
    }

    private String code(String code, String text) {
        return terminal ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }

    /** A bar of {@code share} of {@code width} characters, padded to that width. */
    public static String bar(double share, int width) {
        int eighths = (int) Math.round(Math.clamp(share, 0, 1) * width * 8);
        var bar = new StringBuilder("█".repeat(eighths / 8));
        if (eighths % 8 > 0) {
            bar.append(BLOCKS.charAt(eighths % 8));
        }
        return bar + " ".repeat(width - bar.length());
    }

    public static String percent(double share) {
        return String.format(Locale.ROOT, "%3.0f %%", 100 * share);
    }

    /** A text cut to {@code most} characters, on one line. */
    public static String oneLine(String text, int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= most ? line : line.substring(0, most - 1).stripTrailing() + "…";
    }
}
