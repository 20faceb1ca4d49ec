package dev.earshot.wire.json;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A zone at the beginning of a text: an offset, {@code Z}, {@code GMT+1}, an identifier such as
 * {@code [Europe/London]}, or an abbreviation. American abbreviations have the meaning that RFC
 * 2822, section 4.3, gives them; those that name several zones (IST, AST) are not known.
 *
 * @param length of the zone in the text, blanks before it included
 */
record WrittenZone(ZoneId zone, int length) {
    private static final Pattern OFFSET =
            Pattern.compile(
                    "^\\s*\\(?(?:UTC|GMT|Z)?\\s?([+\\-\u2212])([0-9]{2}):?([0-9]{2})(?::?00)?\\)?"
                            + "(?![0-9])(?:\\s*(?:\\[[A-Za-z_/+\\-]+]|\\([A-Za-z ]+\\)))?");
    private static final Pattern SHORT_OFFSET =
            Pattern.compile("^\\s*\\(?(?:UTC|GMT)\\s?([+\\-\u2212])([0-9]{1,2})\\)?(?![0-9:])");
    private static final Pattern BARE_OFFSET = Pattern.compile("^([+-])([0-9]{2})(?![0-9:])");
    private static final Pattern REGION =
            Pattern.compile("^Z?\\s*\\[?([A-Z][A-Za-z_]+/[A-Za-z_]+(?:/[A-Za-z_]+)?)]?");
    private static final Pattern NAME =
            Pattern.compile("^\\s*\\(?([A-Z]{1,5})\\)?(?![A-Za-z])", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("Z", "Z"),
                    Map.entry("UTC", "Z"),
                    Map.entry("GMT", "Z"),
                    Map.entry("UT", "Z"),
                    Map.entry("WET", "Z"),
                    Map.entry("EST", "-05:00"),
                    Map.entry("EDT", "-04:00"),
                    Map.entry("CST", "-06:00"),
                    Map.entry("CDT", "-05:00"),
                    Map.entry("MST", "-07:00"),
                    Map.entry("MDT", "-06:00"),
                    Map.entry("PST", "-08:00"),
                    Map.entry("PDT", "-07:00"),
                    Map.entry("BRT", "-03:00"),
                    Map.entry("BST", "+01:00"),
                    Map.entry("WEST", "+01:00"),
                    Map.entry("CET", "+01:00"),
                    Map.entry("MEZ", "+01:00"),
                    Map.entry("CEST", "+02:00"),
                    Map.entry("MESZ", "+02:00"),
                    Map.entry("EET", "+02:00"),
                    Map.entry("SAST", "+02:00"),
                    Map.entry("EEST", "+03:00"),
                    Map.entry("MSK", "+03:00"),
                    Map.entry("HKT", "+08:00"),
                    Map.entry("SGT", "+08:00"),
                    Map.entry("JST", "+09:00"),
                    Map.entry("KST", "+09:00"),
                    Map.entry("AEST", "+10:00"),
                    Map.entry("AEDT", "+11:00"),
                    Map.entry("NZST", "+12:00"),
                    Map.entry("NZDT", "+13:00"));

    /** The zone with which a text begins, if it does. */
    static Optional<WrittenZone> at(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (offset.find()) {
            return offset(offset, Integer.parseInt(offset.group(3)));
        }
        offset = SHORT_OFFSET.matcher(text);
        if (offset.find()) {
            return offset(offset, 0);
        }
        offset = BARE_OFFSET.matcher(text);
        if (offset.find()) {
            return offset(offset, 0);
        }
        Matcher region = REGION.matcher(text.stripLeading());
        if (region.find()) {
            int blanks = text.length() - text.stripLeading().length();
            try {
                return Optional.of(
                        new WrittenZone(ZoneId.of(region.group(1)), blanks + region.end()));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        Matcher name = NAME.matcher(text);
        String known = name.find() ? NAMES.get(name.group(1).toUpperCase(Locale.ROOT)) : null;
        return known == null
                ? Optional.empty()
                : Optional.of(new WrittenZone(ZoneOffset.of(known), name.end()));
    }

    private static Optional<WrittenZone> offset(Matcher written, int minutes) {
        int hours = Integer.parseInt(written.group(2));
        if (hours > 18 || minutes > 59) {
            return Optional.empty();
        }
        int sign = written.group(1).equals("+") ? 1 : -1;
        return Optional.of(
                new WrittenZone(
                        ZoneOffset.ofTotalSeconds(
                                Math.clamp(sign * (hours * 3600L + minutes * 60L), -64800, 64800)),
                        written.end()));
    }
}
