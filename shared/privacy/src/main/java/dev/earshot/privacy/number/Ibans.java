package dev.earshot.privacy.number;

import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds bank accounts by ISO 13616: the country's length (SWIFT, "IBAN registry", release 99) and
 * ISO/IEC 7064 MOD 97-10. In one piece or in groups of four. Stateless.
 */
public final class Ibans {
    private static final String LENGTHS =
            """
            AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 \
            DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 \
            HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 \
            MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 \
            RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 \
            VA22 VG24 XK20 YE30""";

    private static final Map<String, Integer> LENGTH = lengths();

    private static final Pattern START =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z]{2}\\d{2}(?=[ -]?[A-Za-z0-9])");

    private Ibans() {}

    private static Map<String, Integer> lengths() {
        Map<String, Integer> lengths = new HashMap<>();
        for (String each : LENGTHS.split(" ", -1)) {
            lengths.put(each.substring(0, 2), Integer.parseInt(each.substring(2)));
        }
        return Map.copyOf(lengths);
    }

    /** All account numbers. */
    public static List<PiiSpan> find(String text) {
        List<PiiSpan> found = new ArrayList<>();
        Matcher matcher = START.matcher(text);
        while (matcher.find()) {
            String country = text.substring(matcher.start(), matcher.start() + 2);
            Integer length = LENGTH.get(country.toUpperCase(Locale.ROOT));
            int end = length == null ? -1 : end(text, matcher.start(), length);
            if (end > 0) {
                found.add(new PiiSpan(matcher.start(), end, PiiKind.IBAN, "IBAN"));
            }
        }
        return found;
    }

    /** Where the account that begins there ends; -1 if none does. */
    private static int end(String text, int start, int length) {
        var account = new StringBuilder(length);
        int at = start;
        for (; at < text.length() && account.length() < length; at++) {
            char c = text.charAt(at);
            boolean separator = c == ' ' || c == '-';
            if (separator && (account.length() % 2 != 0 || text.charAt(at - 1) == c)) {
                return -1;
            }
            if (!separator && !(c < 128 && Character.isLetterOrDigit(c))) {
                return -1;
            }
            if (!separator) {
                account.append(c);
            }
        }
        boolean border = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
        return border && account.length() == length && valid(account.toString()) ? at : -1;
    }

    /** Whether the account's check holds: moved behind, letters as 10 to 35, modulo 97 is 1. */
    static boolean valid(String account) {
        var digits = new StringBuilder();
        (account.substring(4) + account.substring(0, 4))
                .chars()
                .forEach(c -> digits.append(Character.digit(c, 36)));
        return CheckDigits.remainder(digits.toString(), 97) == 1;
    }
}
