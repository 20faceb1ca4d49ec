package dev.earshot.privacy.number;

import static dev.earshot.privacy.number.CheckDigits.date;
import static dev.earshot.privacy.number.CheckDigits.last;
import static dev.earshot.privacy.number.CheckDigits.luhn;
import static dev.earshot.privacy.number.CheckDigits.mod11To10;
import static dev.earshot.privacy.number.CheckDigits.number;
import static dev.earshot.privacy.number.CheckDigits.remainder;
import static dev.earshot.privacy.number.CheckDigits.weighted;
import static dev.earshot.privacy.number.NumberRule.alone;
import static dev.earshot.privacy.number.NumberRule.near;

import java.util.List;
import java.util.Set;

/** Numbers of people in Europe. Stateless. */
final class EuropeanNumbers {
    private static final String DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String HETU_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final Set<String> UNUSED_NINO = Set.of("BG", "GB", "KN", "NK", "NT", "TN", "ZZ");

    /** Worth of a character at an odd place of an Italian tax code, 0 to 9 and A to Z. */
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    static final List<NumberRule> ALL =
            List.of(
                    alone("FI_HETU", "\\d{6}[-+A-FU-Y]\\d{3}[0-9A-Y]", EuropeanNumbers::hetu),
                    alone(
                            "DE_TAX_ID",
                            "[1-9]\\d ?\\d{3} ?\\d{3} ?\\d{3}",
                            EuropeanNumbers::germanTax),
                    alone(
                            "DE_PENSION",
                            "\\d{2} ?\\d{6} ?[A-Z] ?\\d{2} ?\\d",
                            EuropeanNumbers::germanPension),
                    near(
                            "ausweis\\p{L}*|personalausweis\\p{L}*|reisepass\\p{L}*|pass\\p{L}*|id card",
                            "DE_ID_CARD",
                            "[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ0-9]{8}\\d?",
                            EuropeanNumbers::germanCard),
                    alone(
                            "IT_FISCAL_CODE",
                            "[A-Za-z]{6}\\d[\\dL-Vl-v][A-EHLMPRSTa-ehlmprst][\\dL-Vl-v]{2}[A-Za-z][\\dL-Vl-v]{3}[A-Za-z]",
                            EuropeanNumbers::fiscalCode),
                    alone("IT_VAT", "IT ?\\d{11}", each -> luhn(each.substring(2))),
                    near(
                            "p\\.? ?iva|partita iva|vat|codice fiscale",
                            "IT_VAT",
                            "\\d{11}",
                            CheckDigits::luhn),
                    alone("PL_PESEL", "\\d{11}", EuropeanNumbers::pesel),
                    alone(
                            "PL_NIP",
                            "\\d{3}-\\d{3}-\\d{2}-\\d{2}|\\d{3}-\\d{2}-\\d{2}-\\d{3}",
                            EuropeanNumbers::nip),
                    near("nip|tax|podatk\\p{L}*", "PL_NIP", "\\d{10}", EuropeanNumbers::nip),
                    alone("ES_NIF", "\\d{7,8}[- ]?[A-Za-z]", EuropeanNumbers::dni),
                    alone("ES_NIE", "[XYZxyz][- ]?\\d{7}[- ]?[A-Za-z]", EuropeanNumbers::nie),
                    alone(
                            "SE_PERSONNUMMER",
                            "(?:19|20)?\\d{6}[-+]\\d{4}|(?:19|20)\\d{10}",
                            EuropeanNumbers::personnummer),
                    near(
                            "personnummer|personnr|samordningsnummer|ssn|personal (?:identity )?number|id number",
                            "SE_PERSONNUMMER",
                            "\\d{10}",
                            EuropeanNumbers::personnummer),
                    alone("TR_TCKN", "[1-9]\\d{10}", EuropeanNumbers::tckn),
                    near(
                            "nhs|patient|hospital|gp|health (?:service )?number|medical",
                            "UK_NHS",
                            "\\d{3}[- ]?\\d{3}[- ]?\\d{4}",
                            EuropeanNumbers::nhs),
                    alone(
                            "UK_NINO",
                            "[A-CEGHJ-PR-TW-Za-ceghj-pr-tw-z][A-CEGHJ-NPR-TW-Za-ceghj-npr-tw-z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-Da-d]",
                            each -> !UNUSED_NINO.contains(each.substring(0, 2))),
                    alone(
                            "FR_NIR",
                            "[12] ?\\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}",
                            EuropeanNumbers::nir),
                    near(
                            "bsn|burgerservicenummer|sofi\\p{L}*|citizen service",
                            "NL_BSN",
                            "\\d{9}|\\d{4}[. ]\\d{2}[. ]\\d{3}",
                            EuropeanNumbers::bsn),
                    alone("NO_FODSELSNUMMER", "\\d{6} ?\\d{5}", EuropeanNumbers::fodselsnummer),
                    alone("CH_AHV", "756[. ]?\\d{4}[. ]?\\d{4}[. ]?\\d{2}", EuropeanNumbers::ahv),
                    near(
                            "nif|contribuinte|fiscal",
                            "PT_NIF",
                            "[1-35689]\\d{2} ?\\d{3} ?\\d{3}",
                            EuropeanNumbers::portuguese));

    private EuropeanNumbers() {}

    /**
     * Finland: the nine digits modulo 31 give the last character (Digital and Population Data
     * Services Agency, "The personal identity code"; new separators by decree 690/2022).
     */
    static boolean hetu(String code) {
        String digits = code.length() == 11 ? code.substring(0, 6) + code.substring(7, 10) : code;
        // The compact form lost a separator that is no letter.
        if (code.length() == 10) {
            digits = code.substring(0, 9);
        }
        return digits.chars().allMatch(Character::isDigit)
                && date(number(digits, 2, 4), number(digits, 0, 2))
                && HETU_CHARACTERS.charAt(remainder(digits, 31)) == code.charAt(code.length() - 1);
    }

    /**
     * Germany, section 139b AO: ISO/IEC 7064 MOD 11,10, and among the first ten digits one occurs
     * twice or three times, the others at most once (Federal Central Tax Office, "Aufbau der
     * Identifikationsnummer").
     */
    static boolean germanTax(String digits) {
        int[] times = new int[10];
        digits.substring(0, 10).chars().forEach(digit -> times[digit - '0']++);
        int repeated = 0;
        for (int each : times) {
            if (each > 3) {
                return false;
            }
            repeated += each > 1 ? 1 : 0;
        }
        return repeated == 1 && mod11To10(digits);
    }

    /**
     * Germany, section 2 VKVV: the letter as two digits, weights 2 1 2 5 7 1 2 1 2 1 2 1, the digit
     * sums of the products modulo 10.
     */
    static boolean germanPension(String code) {
        int letter = code.charAt(8) - 'A' + 1;
        String digits = code.substring(0, 8) + letter / 10 + letter % 10 + code.substring(9, 11);
        int[] weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int product = (digits.charAt(i) - '0') * weights[i];
            sum += product / 10 + product % 10;
        }
        int day = number(code, 2, 4);
        return date(number(code, 4, 6), day > 50 ? day - 50 : day) && sum % 10 == last(code);
    }

    /**
     * Germany: nine characters, and where it is written the check digit of ICAO 9303-3, section
     * 4.9: weights 7, 3, 1 modulo 10, A is 10.
     */
    static boolean germanCard(String code) {
        if (code.chars().noneMatch(Character::isDigit)) {
            return false;
        }
        if (code.length() == 9) {
            return true;
        }
        int[] weights = {7, 3, 1};
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += Character.digit(code.charAt(i), 36) * weights[i % 3];
        }
        return sum % 10 == last(code);
    }

    /**
     * Italy: decree of the Ministry of Finance of 23 December 1976; the sum of the characters'
     * worths modulo 26 is the last letter.
     */
    static boolean fiscalCode(String code) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int worth = Character.digit(code.charAt(i), 36);
            int index = worth < 10 ? worth : worth - 10;
            sum += i % 2 == 0 ? ODD[index] : index;
        }
        return sum % 26 == code.charAt(15) - 'A';
    }

    /**
     * Poland: weights 1 3 7 9 1 3 7 9 1 3, and the month carries the century (Act of 24 September
     * 2010 on the population register).
     */
    static boolean pesel(String digits) {
        return date(number(digits, 2, 4) % 20, number(digits, 4, 6))
                && (10 - weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10 == last(digits);
    }

    /** Poland: weights 6 5 7 2 3 4 5 6 7 modulo 11 (Act of 13 October 1995 on tax identifiers). */
    static boolean nip(String digits) {
        return weighted(digits, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == last(digits)
                && !digits.startsWith("000");
    }

    /** Spain: the number modulo 23 picks the letter (Royal Decree 1553/2005, article 11). */
    static boolean dni(String code) {
        int end = code.length() - 1;
        return DNI_LETTERS.charAt(number(code, 0, end) % 23) == code.charAt(end);
    }

    /** Spain: X, Y, Z stand for 0, 1, 2, then as the DNI (Order INT/2058/2008). */
    static boolean nie(String code) {
        return dni((char) (code.charAt(0) - 'X' + '0') + code.substring(1));
    }

    /**
     * Sweden: Luhn over the last ten digits; a coordination number adds 60 to the day (Tax Agency,
     * SKV 704).
     */
    static boolean personnummer(String digits) {
        String ten = digits.substring(digits.length() - 10);
        int day = number(ten, 4, 6);
        return date(number(ten, 2, 4), day > 60 ? day - 60 : day) && luhn(ten);
    }

    /**
     * Turkey: the tenth digit is (7 × the odd places − the even places) modulo 10, the eleventh the
     * sum of the ten modulo 10 (General Directorate of Civil Registration, MERNIS).
     */
    static boolean tckn(String digits) {
        int odd = weighted(digits, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        int even = weighted(digits, 0, 1, 0, 1, 0, 1, 0, 1);
        int tenth = digits.charAt(9) - '0';
        return Math.floorMod(odd * 7 - even, 10) == tenth
                && (odd + even + tenth) % 10 == last(digits);
    }

    /** United Kingdom: weights 10 to 2 modulo 11 (NHS Data Model and Dictionary, "NHS number"). */
    static boolean nhs(String digits) {
        int check = (11 - weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
        return check == last(digits);
    }

    /**
     * France: 97 less the number modulo 97; Corsica's 2A and 2B count as 19 and 18 (INSEE, decree
     * 82-103).
     */
    static boolean nir(String code) {
        String digits = code.replace("2A", "19").replace("2B", "18");
        return digits.chars().allMatch(Character::isDigit)
                && 97 - remainder(digits.substring(0, 13), 97) == number(digits, 13, 15);
    }

    /** Netherlands: weights 9 to 2 and −1, divisible by 11 (Besluit BSN, the eleven test). */
    static boolean bsn(String digits) {
        return weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0
                && !digits.equals("000000000");
    }

    /**
     * Norway: weights 3 7 6 1 8 9 4 5 2 and 5 4 3 2 7 6 5 4 3 2 modulo 11; a D-number adds 40 to
     * the day (Tax Administration, "Fødselsnummer").
     */
    static boolean fodselsnummer(String digits) {
        int first = (11 - weighted(digits, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11) % 11;
        int second = (11 - weighted(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
        int day = number(digits, 0, 2);
        return date(number(digits, 2, 4), day > 40 ? day - 40 : day)
                && first == digits.charAt(9) - '0'
                && second == last(digits);
    }

    /** Switzerland: the check digit of EAN-13 (Central Compensation Office, AHV number). */
    static boolean ahv(String digits) {
        return (10 - weighted(digits, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3) % 10) % 10
                == last(digits);
    }

    /** Portugal: weights 9 to 2 modulo 11 (Decree-Law 463/79). */
    static boolean portuguese(String digits) {
        int rest = weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (rest < 2 ? 0 : 11 - rest) == last(digits);
    }
}
