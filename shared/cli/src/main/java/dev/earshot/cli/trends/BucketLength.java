package dev.earshot.cli.trends;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time such as {@code 5m}, {@code 1h} or {@code 1d}: a minute to a day. Stateless. */
final class BucketLength implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})([mhd])");

    @Override
    public Duration convert(String value) {
        Matcher form = FORM.matcher(value);
        if (form.matches()) {
            long number = Long.parseLong(form.group(1));
            Duration length =
                    switch (form.group(2)) {
                        case "m" -> Duration.ofMinutes(number);
                        case "h" -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    };
            if (!length.isZero() && length.compareTo(Duration.ofDays(1)) <= 0) {
                return length;
            }
        }
        throw new TypeConversionException(
                "must be a length such as 5m, 1h or 1d, a minute to a day, got '" + value + "'");
    }
}
