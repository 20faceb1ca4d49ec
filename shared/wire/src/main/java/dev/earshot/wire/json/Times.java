package dev.earshot.wire.json;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Reads the platforms' spellings of a time: those of {@link WrittenTime} (a time without a zone is
 * UTC), and seconds, milliseconds, microseconds or nanoseconds since 1970 as a number.
 */
final class Times {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

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
        if (text.matches("[0-9]{9,19}(\\.[0-9]+)?")) {
            return fromNumber(field, text);
        }
        Instant plain = iso(text);
        if (plain != null) {
            return plain;
        }
        if (WrittenTime.unordered(text).isPresent()
                && WrittenTime.of(text, Optional.empty()).isEmpty()) {
            throw field.bad(
                    "may have the day or the month first; write it such as 2026-01-31, got "
                            + field.shown());
        }
        return WrittenTime.of(text, Optional.empty())
                .map(WrittenTime::instant)
                .orElseThrow(() -> notATime(field));
    }

    /** The form that nearly all platforms use, read without the search for others; else null. */
    private static @Nullable Instant iso(String text) {
        if (text.indexOf('T') < 10 || text.indexOf(' ') >= 0) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static BadField notATime(Field field) {
        return field.bad("must be a time such as 2026-01-31T12:00:00Z, got " + field.shown());
    }

    private static Instant fromNumber(Field field, String number) {
        double rough = Double.parseDouble(number);
        // No time since 1990 is below 1e8 in any unit; the check also keeps the exponent small for
        // the exact arithmetic below.
        if (!(rough >= 1e8 && rough < 1e20)) {
            throw field.bad("must lie between 1990 and 2100, got " + field.shown());
        }
        BigDecimal exact = new BigDecimal(number);
        int shift = rough < 1e11 ? 3 : rough < 1e14 ? 0 : rough < 1e17 ? -3 : -6;
        return Instant.ofEpochMilli(exact.movePointRight(shift).longValue());
    }
}
