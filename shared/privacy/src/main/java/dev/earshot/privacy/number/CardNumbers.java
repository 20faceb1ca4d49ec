package dev.earshot.privacy.number;

import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers of payment cards: Luhn's check, and an issuer's range with the length that it uses
 * (ISO/IEC 7812; each network's published ranges), or a word that says so near. Stateless.
 */
public final class CardNumbers {
    private static final Pattern SHAPE =
            Pattern.compile("(?<![\\p{L}\\p{N}./_=+])\\d(?:[ -]?\\d){11,18}(?![\\p{L}\\p{N}])");

    /** Words that make a number with a right check a card's, whoever issued it. */
    private static final Pattern CARD =
            Words.pattern(
                    "(?:credit|debit|bank|prepaid|gift)? ?cards?|visa|mastercard|amex|\\p{L}*karte|carte|tarjeta|carta"
                            + "|cartão|karta|kart(?:ı|i)?|карт\\p{L}*|kort|kortti|cc");

    private static final Pattern PARTS = Pattern.compile("[ -]");

    /** First digits from and to, then the least and the greatest length. */
    private static final List<Range> RANGES =
            List.of(
                    new Range("VISA", "4", "4", 13, 13),
                    new Range("VISA", "4", "4", 16, 16),
                    new Range("VISA", "4", "4", 19, 19),
                    new Range("MASTERCARD", "51", "55", 16, 16),
                    new Range("MASTERCARD", "2221", "2720", 16, 16),
                    new Range("AMERICAN_EXPRESS", "34", "34", 15, 15),
                    new Range("AMERICAN_EXPRESS", "37", "37", 15, 15),
                    new Range("DINERS", "300", "305", 14, 19),
                    new Range("DINERS", "3095", "3095", 14, 19),
                    new Range("DINERS", "36", "36", 14, 19),
                    new Range("DINERS", "38", "39", 14, 19),
                    new Range("JCB", "3528", "3589", 16, 19),
                    new Range("JCB", "2131", "2131", 15, 15),
                    new Range("JCB", "1800", "1800", 15, 15),
                    new Range("DISCOVER", "6011", "6011", 16, 19),
                    new Range("DISCOVER", "644", "649", 16, 19),
                    new Range("DISCOVER", "65", "65", 16, 19),
                    new Range("UNIONPAY", "62", "62", 16, 19),
                    new Range("UNIONPAY", "81", "81", 16, 19),
                    new Range("RUPAY", "60", "60", 16, 16),
                    new Range("RUPAY", "82", "82", 16, 16),
                    new Range("RUPAY", "508", "508", 16, 16),
                    new Range("MIR", "2200", "2204", 16, 19),
                    new Range("TROY", "9792", "9792", 16, 16),
                    new Range("MAESTRO", "50", "50", 12, 19),
                    new Range("MAESTRO", "56", "58", 12, 19),
                    new Range("MAESTRO", "6304", "6304", 12, 19),
                    new Range("MAESTRO", "639", "639", 12, 19),
                    new Range("MAESTRO", "67", "67", 12, 19));

    private CardNumbers() {}

    private record Range(String network, String from, String to, int shortest, int longest) {
        boolean holds(String digits) {
            if (digits.length() < shortest || digits.length() > longest) {
                return false;
            }
            String first = digits.substring(0, from.length());
            return first.compareTo(from) >= 0 && first.compareTo(to) <= 0;
        }
    }

    /** All card numbers. */
    public static List<PiiSpan> find(String text) {
        List<PiiSpan> found = new ArrayList<>();
        Matcher matcher = SHAPE.matcher(text);
        while (matcher.find()) {
            String digits = PARTS.matcher(matcher.group()).replaceAll("");
            if (CheckDigits.luhn(digits) && digits.chars().distinct().count() > 1) {
                String network = network(digits);
                boolean named = Words.near(CARD, text, matcher.start(), matcher.end());
                if (!network.isEmpty() || named) {
                    String rule = network.isEmpty() ? "NAMED" : network;
                    found.add(new PiiSpan(matcher.start(), matcher.end(), PiiKind.CARD, rule));
                }
            }
        }
        return found;
    }

    /** The network whose range holds the number; empty if none does. */
    private static String network(String digits) {
        return RANGES.stream()
                .filter(range -> range.holds(digits))
                .findFirst()
                .map(Range::network)
                .orElse("");
    }
}
