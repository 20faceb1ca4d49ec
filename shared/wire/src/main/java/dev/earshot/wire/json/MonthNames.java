package dev.earshot.wire.json;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Words in dates: months in English, German, Spanish, French, Italian, Portuguese and Dutch, each
 * whole or shortened to three letters or more, and the words that may be left out.
 */
final class MonthNames {
    private static final List<List<String>> MONTHS =
            List.of(
                    List.of(
                            "january", "januar", "janner", "enero", "janvier", "gennaio",
                            "janeiro"),
                    List.of("february", "februar", "febrero", "fevrier", "febbraio", "fevereiro"),
                    List.of(
                            "march", "marz", "maerz", "mrz", "marzo", "mars", "marco", "maart",
                            "mrt"),
                    List.of("april", "abril", "avril"),
                    List.of("may", "mai", "mayo", "maggio", "maio", "mei"),
                    List.of("june", "juni", "junio", "juin", "giugno", "junho"),
                    List.of("july", "juli", "julio", "juillet", "luglio", "julho"),
                    List.of("august", "agosto", "aout", "augustus"),
                    List.of(
                            "september",
                            "septiembre",
                            "setiembre",
                            "settembre",
                            "setembro",
                            "septembre"),
                    List.of("october", "oktober", "octubre", "octobre", "ottobre", "outubro"),
                    List.of("november", "noviembre", "novembre", "novembro"),
                    List.of(
                            "december",
                            "dezember",
                            "diciembre",
                            "decembre",
                            "dicembre",
                            "dezembro"));

    private static final List<String> WEEKDAYS =
            List.of(
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                    "montag",
                    "dienstag",
                    "mittwoch",
                    "donnerstag",
                    "freitag",
                    "samstag",
                    "sonnabend",
                    "sonntag",
                    "lunes",
                    "martes",
                    "miercoles",
                    "jueves",
                    "viernes",
                    "sabado",
                    "domingo",
                    "lundi",
                    "mardi",
                    "mercredi",
                    "jeudi",
                    "vendredi",
                    "samedi",
                    "dimanche",
                    "lunedi",
                    "martedi",
                    "mercoledi",
                    "giovedi",
                    "venerdi",
                    "sabato",
                    "domenica",
                    "segunda",
                    "terca",
                    "quarta",
                    "quinta",
                    "sexta",
                    "maandag",
                    "dinsdag",
                    "woensdag",
                    "donderdag",
                    "vrijdag",
                    "zaterdag",
                    "zondag");

    private static final Set<String> JOINING =
            Set.of(
                    "at", "on", "of", "the", "um", "am", "uhr", "den", "der", "de", "del", "a",
                    "las", "le", "h", "alle", "ore", "as", "om", "uur", "@", "-", "–", "·", "|",
                    "");

    private MonthNames() {}

    /** The month from 1 to 12. */
    static Optional<Integer> month(String word) {
        String plain = plain(word);
        for (int month = 0; month < MONTHS.size() && plain.length() >= 3; month++) {
            if (MONTHS.get(month).stream().anyMatch(name -> name.startsWith(plain))) {
                return Optional.of(month + 1);
            }
        }
        return Optional.empty();
    }

    /** Whether a word of a date says nothing that its numbers don't. */
    static boolean isFiller(String word) {
        String plain = plain(word);
        return JOINING.contains(plain)
                || (plain.length() >= 2
                        && month(word).isEmpty()
                        && WEEKDAYS.stream().anyMatch(day -> day.startsWith(plain)));
    }

    private static String plain(String word) {
        String bare = word.replaceAll("(?<=\\p{L})[.]$|-feira$", "");
        return Normalizer.normalize(bare, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
