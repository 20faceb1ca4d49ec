package dev.earshot.privacy.network;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds telephone numbers of all regions. An international number must be one that Google's
 * libphonenumber knows. A number without its country is one where a word such as "call" stands near
 * and some region has numbers like it, or where it is written in groups and a populous region has
 * it; never where it is a date, a price, an order's or a version's number. Thread-safe.
 */
public final class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** Regions whose numbers are looked up where nothing tells the country: the populous first. */
    private static final List<String> REGIONS =
            List.of(
                    "US", "GB", "IN", "DE", "FR", "ES", "IT", "BR", "MX", "ID", "NG", "TR", "PL",
                    "NL", "AU", "ZA", "KE", "PH", "JP", "KR", "AR", "CO", "CL", "SE", "NO", "DK",
                    "FI", "BE", "CH", "AT", "PT", "GR", "CZ", "HU", "RO", "RU", "UA", "IE", "NZ",
                    "IL", "EG", "MA", "SA", "AE", "PK", "BD", "VN", "TH", "MY", "SG", "HK", "SI",
                    "SK", "HR", "BG", "EE", "LV", "LT", "IS", "CY", "UY", "PE");

    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}@#$€£¥₹./:_-])(?:\\+|00(?=[1-9])|\\(\\+)?\\(?\\d(?:[ \\u00a0]?[().\\-/–‑·]{0,2}[ \\u00a0]?\\d){5,16}"
                            + "(?:,? ?(?:x|ext\\.?|extension|durchwahl|poste|int\\.?) ?\\d{1,5})?(?![\\p{L}\\p{N}_%€£$°])");

    private static final Pattern CALL =
            Pattern.compile(
                    "(?<!\\p{L})(?:call(?:ed|ing)?|phone\\p{L}*|tel\\p{L}*|mobile?|mob|cell(?:phone|ular)?|fax|sms|text(?: me)?|whats ?app"
                            + "|signal|viber|dial|ring|hotline|helpline|landline|reach (?:me|us|her|him)|contact|number is|anrufen|anruf"
                            + "|ruf\\p{L}*|handy\\p{L}*|nummer|rufnummer|durchwahl|appel\\p{L}*|téléphone|portable|numéro|joindre|llam\\p{L}*"
                            + "|móvil|movil|número|celular|chiam\\p{L}*|cellulare|numero|ligar?|ligue|liga|telemóvel|bel(?:len)?|mobiel"
                            + "|ring\\p{L}*|mobilnummer|zadzwo\\p{L}*|dzwo\\p{L}*|komórk\\p{L}*|numer|ara(?:yın|yin|yabilir\\p{L}*)?|telefon\\p{L}*|numara\\p{L}*|звон\\p{L}*"
                            + "|тел\\p{L}*|номер\\p{L}*|τηλ\\p{L}*|κινητό|puh\\p{L}*|soita|numeron?i?|hívj\\p{L}*|szám\\p{L}*|sun[aă]\\p{L}*|hubungi"
                            + "|nomor|telp|hp|gọi|sđt|điện thoại|zavolej\\p{L}*|電話|电话|手机|전화|โทร|هاتف|اتصل|जोड़ें|फोन)(?!\\p{L})",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern OTHER =
            Pattern.compile(
                    "(?:order|orders|invoice|ticket|tracking|parcel|ref(?:erence)?|case|item|serial|isbn|sku|model|version|transaction|id|account|licen[cs]e|passport"
                            + "|bestell\\p{L}*|auftrag\\p{L}*|rechnung\\p{L}*|sendung\\p{L}*|commande|facture|colis|pedido|factura|ordine|fattura|encomenda|zamówieni\\p{L}*|sipariş|заказ\\p{L}*)"
                            + "(?: ?(?:number|no\\.?|nr\\.?|num\\.?|nummer|id|is|was|numéro|número|numero))*[ :#.]{0,4}$",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern PRICE =
            Pattern.compile(
                    "^ ?(?:usd|eur|gbp|dollars?|euros?|pounds?|€|\\$|£|zł|kr|tl|lira|rub|people|users|views|followers|km|mb|gb|kwh|points?|million)",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern DATE =
            Pattern.compile(
                    "(?:\\d{4}[-./ ]\\d{1,2}[-./ ]\\d{1,2}(?: \\d{1,2})?|\\d{1,2}[-./]\\d{1,2}[-./](?:\\d{4}|\\d{2})(?: \\d{1,2})?|(?:(?:19|20)\\d\\d[ -–/]*){2,4})");

    private static final Pattern STREET = Pattern.compile("\\s\\p{Lu}\\p{L}+");

    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[ .]000)+");

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

    private static final Pattern GROUPS = Pattern.compile("\\d+");

    private Phones() {}

    /** All telephone numbers. */
    public static List<PiiSpan> find(String text) {
        List<PiiSpan> found = new ArrayList<>();
        Matcher matcher = SHAPE.matcher(text);
        while (matcher.find()) {
            String written = matcher.group();
            String rule = rule(text, written, matcher.start(), matcher.end());
            if (!rule.isEmpty()) {
                found.add(new PiiSpan(matcher.start(), matcher.end(), PiiKind.PHONE, rule));
            }
        }
        return found;
    }

    /** What tells that it is a telephone number; empty if nothing does. */
    private static String rule(String text, String written, int start, int end) {
        boolean plus = written.startsWith("+") || written.startsWith("(+");
        boolean called = near(CALL, text, start, end);
        if (plus || written.startsWith("00")) {
            String number = plus ? written : "+" + written.substring(2);
            return valid(number, "ZZ") || (called && possible(number, "ZZ")) ? "INTERNATIONAL" : "";
        }
        int digits = (int) written.chars().filter(Character::isDigit).count();
        if (DATE.matcher(written).matches()
                || THOUSANDS.matcher(written).matches()
                || ADDRESS.matcher(written).matches()
                || PRICE.matcher(text).region(end, text.length()).lookingAt()) {
            return "";
        }
        if (!called && OTHER.matcher(text).region(Math.max(0, start - 40), start).find()) {
            return "";
        }
        if (called) {
            return digits >= 6 && digits <= 15 && anyPossible(written) ? "CALLED" : "";
        }
        int groups = groups(written);
        boolean telling =
                (groups >= 2 && groups <= 6 && digits >= 7)
                        || (written.startsWith("0") && digits >= 9 && digits <= 11);
        return telling && !house(text, end, written) && anyValid(written) ? "GROUPED" : "";
    }

    private static int groups(String written) {
        return (int) GROUPS.matcher(written).results().count();
    }

    /** Whether a street follows, so that the number is that of a house. */
    private static boolean house(String text, int end, String written) {
        return !written.startsWith("0")
                && !written.startsWith("(")
                && STREET.matcher(text).region(end, text.length()).lookingAt();
    }

    private static boolean near(Pattern words, String text, int start, int end) {
        return words.matcher(text)
                        .region(Math.max(0, start - 50), start)
                        .useTransparentBounds(true)
                        .find()
                || words.matcher(text)
                        .region(end, Math.min(text.length(), end + 20))
                        .useTransparentBounds(true)
                        .find();
    }

    private static boolean anyValid(String number) {
        return REGIONS.stream().anyMatch(region -> valid(number, region));
    }

    private static boolean anyPossible(String number) {
        return REGIONS.stream().anyMatch(region -> possible(number, region));
    }

    private static boolean valid(String number, String region) {
        try {
            return NUMBERS.isValidNumber(NUMBERS.parse(number, region));
        } catch (NumberParseException e) {
            return false;
        }
    }

    private static boolean possible(String number, String region) {
        try {
            return NUMBERS.isPossibleNumber(NUMBERS.parse(number, region));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
