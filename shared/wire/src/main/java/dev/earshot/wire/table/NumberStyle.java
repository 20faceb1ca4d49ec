package dev.earshot.wire.table;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file writes numbers: what its commas and points mean, judged over all of its counts. Counts
 * are read as people see them: {@code 1.2K}, {@code 3,1K}, {@code 12 345}, {@code 1,2 Tsd.}, {@code
 * 2.5万}.
 */
enum NumberStyle {
    /** No count needs more than common sense: {@code 1.234} and {@code 1,234} can't both occur. */
    UNTOLD,
    DECIMAL_POINT,
    DECIMAL_COMMA,
    /** Points and commas are both seen as decimal signs. */
    MIXED;

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "([+-]?)([0-9][0-9.,]*)(?:[eE]\\+?([0-9]{1,2}))?\\s*(\\p{L}{0,10}|[万億亿千천만억])\\.?\\+?");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:[.,][0-9]{3})+");
    private static final Pattern ONE_SIGN = Pattern.compile("[0-9]+([.,])([0-9]+)");

    private static final Map<String, Integer> SCALES =
            Map.ofEntries(
                    Map.entry("", 0),
                    Map.entry("k", 3),
                    Map.entry("tsd", 3),
                    Map.entry("tys", 3),
                    Map.entry("thousand", 3),
                    Map.entry("mil", 3),
                    Map.entry("mila", 3),
                    Map.entry("dzd", 3),
                    Map.entry("千", 3),
                    Map.entry("천", 3),
                    Map.entry("万", 4),
                    Map.entry("만", 4),
                    Map.entry("m", 6),
                    Map.entry("mn", 6),
                    Map.entry("mio", 6),
                    Map.entry("mln", 6),
                    Map.entry("mill", 6),
                    Map.entry("million", 6),
                    Map.entry("millions", 6),
                    Map.entry("millionen", 6),
                    Map.entry("億", 8),
                    Map.entry("亿", 8),
                    Map.entry("억", 8),
                    Map.entry("b", 9),
                    Map.entry("bn", 9),
                    Map.entry("mrd", 9),
                    Map.entry("md", 9),
                    Map.entry("mld", 9),
                    Map.entry("billion", 9));

    /** Whether a cell shows which sign is the decimal one; a style, or {@link #UNTOLD}. */
    static NumberStyle shownBy(String cell) {
        Matcher written = WRITTEN.matcher(plain(cell));
        if (!written.matches()) {
            return UNTOLD;
        }
        String number = written.group(2);
        int point = number.lastIndexOf('.');
        int comma = number.lastIndexOf(',');
        if (point >= 0 && comma >= 0) {
            return point > comma ? DECIMAL_POINT : DECIMAL_COMMA;
        }
        Matcher one = ONE_SIGN.matcher(number);
        if (one.matches()) {
            boolean decimal = one.group(2).length() != 3 || !written.group(4).isEmpty();
            boolean isPoint = one.group(1).equals(".");
            return decimal ? (isPoint ? DECIMAL_POINT : DECIMAL_COMMA) : UNTOLD;
        }
        if (GROUPED.matcher(number).matches()) {
            return point >= 0 ? DECIMAL_COMMA : comma >= 0 ? DECIMAL_POINT : UNTOLD;
        }
        return UNTOLD;
    }

    /** The style of a file that shows this one and another one. */
    NumberStyle and(NumberStyle other) {
        if (this == UNTOLD || this == other) {
            return other;
        }
        return other == UNTOLD ? this : MIXED;
    }

    /** The count that a cell shows, sign included; empty if it is none or could be two. */
    OptionalLong count(String cell) {
        Matcher written = WRITTEN.matcher(plain(cell));
        if (!written.matches()) {
            return OptionalLong.empty();
        }
        Integer scale = SCALES.get(written.group(4).toLowerCase(Locale.ROOT));
        Optional<String> number = decimal(written.group(2), !written.group(4).isEmpty());
        if (scale == null || number.isEmpty()) {
            return OptionalLong.empty();
        }
        int power = written.group(3) == null ? 0 : Integer.parseInt(written.group(3));
        try {
            BigDecimal exact =
                    new BigDecimal(written.group(1) + number.get())
                            .scaleByPowerOfTen(scale + power);
            return OptionalLong.of(exact.longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** A number with a point for its decimal sign and nothing between its thousands. */
    private Optional<String> decimal(String number, boolean scaled) {
        int point = number.lastIndexOf('.');
        int comma = number.lastIndexOf(',');
        if (point < 0 && comma < 0) {
            return Optional.of(number);
        }
        Matcher one = ONE_SIGN.matcher(number);
        if (one.matches()) {
            char sign = one.group(1).charAt(0);
            boolean isDecimal = this == (sign == '.' ? DECIMAL_POINT : DECIMAL_COMMA);
            boolean threeDigits = one.group(2).length() == 3;
            if (scaled || !threeDigits) {
                return Optional.of(number.replace(',', '.'));
            }
            if (this == MIXED || isDecimal || !GROUPED.matcher(number).matches()) {
                return Optional.empty();
            }
            return Optional.of(number.replace(String.valueOf(sign), ""));
        }
        if (GROUPED.matcher(number).matches() && (point < 0 || comma < 0)) {
            return Optional.of(number.replace(".", "").replace(",", ""));
        }
        if (point >= 0 && comma >= 0) {
            char decimal = point > comma ? '.' : ',';
            String whole = number.substring(0, Math.max(point, comma));
            if (!GROUPED.matcher(whole).matches() || whole.indexOf(decimal) >= 0) {
                return Optional.empty();
            }
            return Optional.of(
                    whole.replace(".", "").replace(",", "")
                            + "."
                            + number.substring(Math.max(point, comma) + 1));
        }
        return Optional.empty();
    }

    /** Without the blanks and apostrophes between thousands, in western digits. */
    private static String plain(String cell) {
        var plain = new StringBuilder();
        String text = cell.strip().replaceAll("(?<=[0-9])[\\s\\p{Z}'’](?=[0-9]{3})", "");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            plain.append(digit >= 0 ? (char) ('0' + digit) : c == '\u2212' ? '-' : c);
        }
        return plain.toString();
    }
}
