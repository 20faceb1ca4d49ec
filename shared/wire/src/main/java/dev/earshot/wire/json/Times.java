package dev.earshot.wire.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Reads the platforms' spellings of a time: ISO 8601 with or without offset (without means UTC),
 * Facebook's {@code +0000}, a date alone, X v1.1's {@code Wed Oct 10 20:19:24 +0000 2018}, and
 * seconds, milliseconds or microseconds since 1970 as a number.
 */
final class Times {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .optionalStart()
                    .appendPattern("['T'][' ']")
                    .append(DateTimeFormatter.ISO_LOCAL_TIME)
                    .appendPattern("[' ']")
                    .optionalStart()
                    .appendOffset("+HH:MM", "Z")
                    .optionalEnd()
                    .optionalStart()
                    .appendOffset("+HHMM", "Z")
                    .optionalEnd()
                    .optionalStart()
                    .appendLiteral("UTC")
                    .optionalEnd()
                    .optionalEnd()
                    .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter X_V1 =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss xx yyyy", Locale.ENGLISH);

    private Times() {}

    /** Reads a field that is present. */
    static Instant read(Field field) {
        Instant time =
                switch (field.value()) {
                    case Json.Str(String text) -> fromText(field, text.strip());
                    case Json.Num(String number) -> fromNumber(field, number);
                    case null, default -> throw field.bad("must be a time, got " + field.shown());
                };
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw field.bad("must lie between 1990 and 2100, got " + field.shown());
        }
        return time;
    }

    private static Instant fromText(Field field, String text) {
        if (text.length() > 64) {
            throw notATime(field);
        }
        if (text.matches("[0-9]{9,17}(\\.[0-9]+)?")) {
            return fromNumber(field, text);
        }
        try {
            boolean iso = text.isEmpty() || !Character.isLetter(text.charAt(0));
            TemporalAccessor parsed =
                    (iso ? ISO : X_V1)
                            .parseBest(
                                    text,
                                    OffsetDateTime::from,
                                    LocalDateTime::from,
                                    LocalDate::from);
            return switch (parsed) {
                case OffsetDateTime time -> time.toInstant();
                case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
                case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
                default -> throw notATime(field);
            };
        } catch (DateTimeException e) {
            throw notATime(field);
        }
    }

    private static BadField notATime(Field field) {
        return field.bad("must be a time such as 2026-01-31T12:00:00Z, got " + field.shown());
    }

    private static Instant fromNumber(Field field, String number) {
        double rough = Double.parseDouble(number);
        // No time since 1990 is below 1e8 in any unit; the check also keeps the exponent small for
        // the exact arithmetic below.
        if (!(rough >= 1e8 && rough < 1e17)) {
            throw field.bad("must lie between 1990 and 2100, got " + field.shown());
        }
        BigDecimal exact = new BigDecimal(number);
        int shift = rough < 1e11 ? 3 : rough < 1e14 ? 0 : -3;
        return Instant.ofEpochMilli(exact.movePointRight(shift).longValue());
    }
}
