package dev.earshot.privacy.number;

import static dev.earshot.privacy.number.CheckDigits.date;
import static dev.earshot.privacy.number.CheckDigits.last;
import static dev.earshot.privacy.number.CheckDigits.number;
import static dev.earshot.privacy.number.CheckDigits.weighted;
import static dev.earshot.privacy.number.NumberRule.alone;
import static dev.earshot.privacy.number.NumberRule.near;

import java.util.List;

/** Numbers of people in Asia and Australia. Stateless. */
final class AsianPacificNumbers {
    private static final String CHINESE_CHECKS = "10X98765432";

    static final List<NumberRule> ALL =
            List.of(
                    alone(
                            "AU_ABN",
                            "\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}",
                            AsianPacificNumbers::businessNumber),
                    near(
                            "acn|australian company number|company number",
                            "AU_ACN",
                            "\\d{3} ?\\d{3} ?\\d{3}",
                            AsianPacificNumbers::companyNumber),
                    near(
                            "tfn|tax file|tax number",
                            "AU_TFN",
                            "\\d{3} ?\\d{3} ?\\d{3}",
                            AsianPacificNumbers::taxFile),
                    alone("AU_MEDICARE", "[2-6]\\d{3} \\d{5} \\d", AsianPacificNumbers::medicare),
                    near(
                            "medicare",
                            "AU_MEDICARE",
                            "[2-6]\\d{3}[- ]?\\d{5}[- ]?\\d",
                            AsianPacificNumbers::medicare),
                    // UIDAI, "Aadhaar numbering scheme": Verhoeff's check, no leading 0 or 1
                    alone("IN_AADHAAR", "[2-9]\\d{3}[- ]\\d{4}[- ]\\d{4}", CheckDigits::verhoeff),
                    near(
                            "aadhaa?r|adhaa?r|uidai|uid|आधार",
                            "IN_AADHAAR",
                            "[2-9]\\d{11}",
                            CheckDigits::verhoeff),
                    // The fourth letter says what the holder is: Income Tax Rules 1962, rule 114
                    alone("IN_PAN", "[A-Z]{3}[ABCFGHLJPTK][A-Z]\\d{4}[A-Z]", each -> true),
                    near(
                            "pan|permanent account|income tax",
                            "IN_PAN",
                            "[a-z]{3}[abcfghljptk][a-z]\\d{4}[a-z]",
                            each -> true),
                    alone(
                            "IN_GSTIN",
                            "\\d{2}[A-Z]{5}\\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]",
                            AsianPacificNumbers::goodsTax),
                    // With its hyphen, the date and the century's digit it is plain without a check
                    alone("KR_RRN", "\\d{6}-[1-8]\\d{6}", AsianPacificNumbers::dated),
                    near(
                            "주민\\p{L}*|주민등록번호|외국인등록번호|rrn|resident registration",
                            "KR_RRN",
                            "\\d{6}[1-8]\\d{6}",
                            AsianPacificNumbers::korean),
                    alone("SG_NRIC", "[STFGMstfgm]\\d{7}[A-Za-z]", AsianPacificNumbers::singapore),
                    alone(
                            "TH_TNIN",
                            "[1-8]-\\d{4}-\\d{5}-\\d{2}-\\d|[1-8] \\d{4} \\d{5} \\d{2} \\d",
                            AsianPacificNumbers::thai),
                    near(
                            "บัตรประชาชน|ประชาชน|เลขประจำตัว|thai|tnin|national id|citizen id|id card"
                                    + "|identification",
                            "TH_TNIN",
                            "[1-8]\\d{12}",
                            AsianPacificNumbers::thai),
                    alone("CN_RESIDENT", "[1-9]\\d{16}[\\dXx]", AsianPacificNumbers::chinese));

    private AsianPacificNumbers() {}

    /**
     * Australia: one less in the first digit, weights 10 1 3 5 7 9 11 13 15 17 19, divisible by 89
     * (Australian Business Register, "Format of the ABN").
     */
    static boolean businessNumber(String digits) {
        return digits.charAt(0) != '0'
                && (weighted(digits, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10) % 89 == 0;
    }

    /** Australia: weights 8 to 1 modulo 10 (ASIC, "Australian Company Number digit check"). */
    static boolean companyNumber(String digits) {
        return (10 - weighted(digits, 8, 7, 6, 5, 4, 3, 2, 1) % 10) % 10 == last(digits);
    }

    /** Australia: weights 1 4 3 7 5 8 6 9 10, divisible by 11 (Australian Taxation Office). */
    static boolean taxFile(String digits) {
        return weighted(digits, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0;
    }

    /** Australia: weights 1 3 7 9 1 3 7 9 modulo 10 give the ninth digit (Services Australia). */
    static boolean medicare(String digits) {
        return weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == digits.charAt(8) - '0';
    }

    /**
     * India: each character's worth in base 36, times 1 and 2 in turn, the quotient and remainder
     * by 36 added up; what lacks to a multiple of 36 is the last character (GST Network).
     */
    static boolean goodsTax(String code) {
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int product = Character.digit(code.charAt(i), 36) * (i % 2 + 1);
            sum += product / 36 + product % 36;
        }
        return (36 - sum % 36) % 36 == Character.digit(code.charAt(14), 36);
    }

    /**
     * South Korea: weights 2 to 9, then 2 to 5, eleven less the sum modulo 11. Numbers given since
     * October 2020 end in six digits of chance (Ministry of the Interior and Safety).
     */
    static boolean korean(String digits) {
        int sum = weighted(digits, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5);
        return dated(digits) && (11 - sum % 11) % 10 == last(digits);
    }

    private static boolean dated(String digits) {
        return date(number(digits, 2, 4), number(digits, 4, 6));
    }

    /**
     * Singapore: weights 2 7 6 5 4 3 2, four more for T and G, three for M, modulo 11 into a table
     * of letters for citizens and one for foreigners (National Registration Act; ICA).
     */
    static boolean singapore(String code) {
        char series = code.charAt(0);
        int sum = weighted(code.substring(1), 2, 7, 6, 5, 4, 3, 2);
        sum += series == 'T' || series == 'G' ? 4 : series == 'M' ? 3 : 0;
        String letters =
                switch (series) {
                    case 'S', 'T' -> "JZIHGFEDCBA";
                    case 'F', 'G' -> "XWUTRQPNMLK";
                    default -> "XWUTRQPNJLK";
                };
        int place = series == 'M' ? 10 - sum % 11 : sum % 11;
        return letters.charAt(place) == code.charAt(8);
    }

    /**
     * Thailand: weights 13 to 2, eleven less the sum modulo 11 (Department of Provincial Admin.).
     */
    static boolean thai(String digits) {
        int sum = weighted(digits, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2);
        return (11 - sum % 11) % 10 == last(digits);
    }

    /** China: ISO/IEC 7064 MOD 11-2 (GB 11643-1999). */
    static boolean chinese(String code) {
        int sum = weighted(code, 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2);
        return date(number(code, 10, 12), number(code, 12, 14))
                && CHINESE_CHECKS.charAt(sum % 11) == code.charAt(17);
    }
}
