package dev.earshot.wire.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Cells that stand for nothing: removed texts, missing values, faults of a formula, totals. */
final class Placeholders {
    private static final Pattern REMOVED =
            Pattern.compile(
                    "\\[\\s*(?:removed|deleted|deleted by user|removed by \\w+(?: \\w+)?"
                            + "|unavailable|redacted)\\s*]",
                    Pattern.CASE_INSENSITIVE);

    /** Faults of formulas in English, German, Spanish, French, Italian, Portuguese, Dutch. */
    private static final Pattern FAULT =
            Pattern.compile(
                    "#(?:NAME|VALUE|REF|DIV/0|NULL|NUM|N/A|NV|WERT|BEZUG|ZAHL|NOMBRE|VALOR|VALEUR"
                            + "|NOM|NOME|VALORE|RIF|NAAM|WAARDE|VERW|N/D|SPILL|CALC|ERROR)[?!]?");

    private static final Set<String> NOTHING =
            Set.of(
                    "null",
                    "nan",
                    "n/a",
                    "na",
                    "none",
                    "undefined",
                    "(null)",
                    "<na>",
                    "nil",
                    "(none)");

    private static final Set<String> TOTALS =
            Set.of(
                    "total",
                    "totals",
                    "grandtotal",
                    "gesamt",
                    "gesamtsumme",
                    "gesamtergebnis",
                    "summe",
                    "insgesamt",
                    "totalgeneral",
                    "totale",
                    "totalecomplessivo",
                    "totaal",
                    "eindtotaal",
                    "sum");

    private Placeholders() {}

    /** What the text of a row stands for, if it is no text. */
    static Optional<String> text(String cell) {
        String text = cell.strip();
        boolean nothing =
                REMOVED.matcher(text).matches()
                        || FAULT.matcher(text).matches()
                        || (NOTHING.contains(text.toLowerCase(Locale.ROOT)) && !isWord(text));
        return nothing
                ? Optional.of("its text is a placeholder: '" + text + "'")
                : Optional.empty();
    }

    /**
     * Words that people do write as a whole answer, unless a program's spelling gives them away.
     */
    private static boolean isWord(String text) {
        return text.equals("none")
                || text.equals("None.")
                || text.equals("na")
                || text.equals("Na");
    }

    /** Whether a cell is empty in all but name. */
    static boolean isNothing(String cell) {
        String plain = cell.strip().toLowerCase(Locale.ROOT);
        return plain.isEmpty()
                || NOTHING.contains(plain)
                || plain.matches("[-–—.?]+")
                || REMOVED.matcher(plain).matches()
                || FAULT.matcher(cell.strip()).matches();
    }

    /** Whether a row adds up the others. */
    static boolean isTotal(List<String> cells) {
        return cells.stream()
                .filter(cell -> !cell.isBlank())
                .findFirst()
                .filter(cell -> TOTALS.contains(TableField.plain(cell)))
                .isPresent();
    }
}
