package dev.earshot.cli.trends;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A table of two columns, {@code timestamp,value}: separated by comma, semicolon or tab, with a
 * header or without. Times are ISO 8601, with a blank or {@code T}, UTC unless they say otherwise,
 * or seconds since 1970. Stateless.
 */
final class CountTable {
    private static final Set<String> TIMES =
            Set.of("timestamp", "time", "date", "datetime", "bucket", "minute", "hour", "day");
    private static final String SEPARATORS = "[,;\t]";
    private static final double EARLIEST_SECOND = 631_152_000;
    private static final double LATEST_SECOND = 4_102_444_800.0;

    private CountTable() {}

    /**
     * @param samples by time
     * @param refused rows that are not taken, each with its line and why
     */
    record Read(NavigableMap<Instant, Double> samples, List<String> refused) {}

    /** Whether a file that begins with that line is such a table. */
    static boolean begins(String line) {
        String[] cells = cells(line);
        if (cells.length != 2) {
            return false;
        }
        boolean named = TIMES.contains(cells[0].toLowerCase(Locale.ROOT));
        return named ? number(cells[1]).isPresent() || isName(cells[1]) : sample(cells);
    }

    private static boolean isName(String cell) {
        return Set.of("value", "count", "counts", "posts", "mentions", "volume", "n", "y")
                .contains(cell.toLowerCase(Locale.ROOT));
    }

    private static boolean sample(String[] cells) {
        return time(cells[0]).isPresent() && number(cells[1]).isPresent();
    }

    static Read read(BufferedReader in) throws IOException {
        var samples = new TreeMap<Instant, Double>();
        List<String> refused = new ArrayList<>();
        int line = 0;
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            line++;
            if (text.isBlank() || (line == 1 && !sample(cells(text)))) {
                continue;
            }
            String[] cells = cells(text);
            Optional<Instant> time = cells.length == 2 ? time(cells[0]) : Optional.empty();
            Optional<Double> value = cells.length == 2 ? number(cells[1]) : Optional.empty();
            if (time.isPresent() && value.isPresent()) {
                samples.merge(time.get(), value.get(), Double::sum);
            } else {
                refused.add(
                        "line "
                                + line
                                + " must be a time and a number of 0 or more, got '"
                                + text.substring(0, Math.min(80, text.length()))
                                + "'");
            }
        }
        return new Read(samples, refused);
    }

    private static String[] cells(String line) {
        String[] cells = line.replace("\uFEFF", "").split(SEPARATORS, -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip().replaceAll("^\"|\"$", "");
        }
        return cells;
    }

    private static Optional<Double> number(String cell) {
        try {
            double value = Double.parseDouble(cell);
            return value >= 0 && !Double.isInfinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String cell) {
        Optional<Double> seconds = number(cell);
        if (seconds.isPresent()) {
            return seconds.filter(s -> s >= EARLIEST_SECOND && s < LATEST_SECOND)
                    .map(s -> Instant.ofEpochSecond(s.longValue()));
        }
        String iso = cell.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) +", "$1T").replace(" ", "");
        try {
            if (iso.length() == "2026-01-01".length()) {
                return Optional.of(LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            boolean zoned = iso.endsWith("Z") || iso.matches(".*[+-]\\d\\d:?\\d\\d$");
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(
                                            iso.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                                    .toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
