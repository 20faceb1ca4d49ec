package dev.earshot.privacy.number;

import static dev.earshot.privacy.number.CheckDigits.date;
import static dev.earshot.privacy.number.CheckDigits.last;
import static dev.earshot.privacy.number.CheckDigits.luhn;
import static dev.earshot.privacy.number.CheckDigits.number;
import static dev.earshot.privacy.number.CheckDigits.weighted;
import static dev.earshot.privacy.number.NumberRule.alone;
import static dev.earshot.privacy.number.NumberRule.near;

import java.util.List;

/** Numbers of people in the Americas and in Africa. Stateless. */
final class AmericanAfricanNumbers {
    static final List<NumberRule> ALL =
            List.of(
                    alone("US_SSN", "\\d{3}-\\d{2}-\\d{4}", AmericanAfricanNumbers::socialSecurity),
                    near(
                            "ssns?|social security|ss ?#|soc sec",
                            "US_SSN",
                            "\\d{3}[-. ]?\\d{2}[-. ]?\\d{4}",
                            AmericanAfricanNumbers::socialSecurity),
                    alone("US_ITIN", "9\\d{2}-\\d{2}-\\d{4}", AmericanAfricanNumbers::taxpayer),
                    near(
                            "itin|taxpayer|tax ?id|individual",
                            "US_ITIN",
                            "9\\d{2}[- ]?\\d{2}[- ]?\\d{4}",
                            AmericanAfricanNumbers::taxpayer),
                    near(
                            "npi|national provider|provider",
                            "US_NPI",
                            "[12]\\d{3}[- ]?\\d{3}[- ]?\\d{3}",
                            each -> luhn("80840" + each)),
                    near(
                            "aba|routing|rtn|bank",
                            "US_ABA_ROUTING",
                            "[0-3678]\\d{3}-?\\d{4}-?\\d",
                            AmericanAfricanNumbers::routing),
                    near(
                            "dea|medical licen[cs]e|prescri\\p{L}+|licen[cs]e|certificate",
                            "US_DEA",
                            "[A-HJ-MP-UXa-hj-mp-ux][A-Za-z9]\\d{7}",
                            AmericanAfricanNumbers::drugEnforcement),
                    alone(
                            "US_MBI",
                            "[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\\d-?[AC-HJKMNP-RT-Y]"
                                    + "[0-9AC-HJKMNP-RT-Y]\\d-?[AC-HJKMNP-RT-Y]{2}\\d{2}",
                            each -> true),
                    near(
                            "sin|social insurance|nas|assurance sociale",
                            "CA_SIN",
                            "[1-9]\\d{2}[- ]?\\d{3}[- ]?\\d{3}|0\\d{2}[- ]?\\d{3}[- ]?\\d{3}",
                            CheckDigits::luhn),
                    alone(
                            "BR_CPF",
                            "\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}|\\d{9}-\\d{2}",
                            AmericanAfricanNumbers::cpf),
                    near("cpf", "BR_CPF", "\\d{11}", AmericanAfricanNumbers::cpf),
                    alone(
                            "CL_RUT",
                            "\\d{1,2}\\.\\d{3}\\.\\d{3}-[\\dkK]",
                            AmericanAfricanNumbers::rut),
                    alone(
                            "ZA_ID",
                            "\\d{6} ?\\d{4} ?[012][89] ?\\d",
                            AmericanAfricanNumbers::southAfrica),
                    near(
                            "nin|national identi\\p{L}+|nimc|identity number",
                            "NG_NIN",
                            "\\d{11}",
                            CheckDigits::verhoeff));

    private AmericanAfricanNumbers() {}

    /**
     * United States: no area 000, 666 or from 900 on, no group 00, no serial 0000 (Social Security
     * Administration, "The SSN numbering scheme"). Numbers printed in advertisements do not count.
     */
    static boolean socialSecurity(String digits) {
        int area = number(digits, 0, 3);
        return area != 0
                && area != 666
                && area < 900
                && number(digits, 3, 5) != 0
                && number(digits, 5, 9) != 0
                && !digits.equals("078051120")
                && digits.chars().distinct().count() > 1;
    }

    /** United States: groups 50-65, 70-88, 90-92 and 94-99 (Internal Revenue Manual 3.21.263). */
    static boolean taxpayer(String digits) {
        int group = number(digits, 3, 5);
        return (group >= 50 && group <= 65)
                || (group >= 70 && group <= 88)
                || (group >= 90 && group != 93);
    }

    /** United States: weights 3 7 1, divisible by 10 (American Bankers Association). */
    static boolean routing(String digits) {
        return weighted(digits, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0
                && digits.chars().distinct().count() > 1;
    }

    /** United States: odd places plus twice the even ones modulo 10 (21 CFR 1301; DEA). */
    static boolean drugEnforcement(String code) {
        return weighted(code.substring(2), 1, 2, 1, 2, 1, 2) % 10 == last(code);
    }

    /** Brazil: two digits by weights 10 to 2 and 11 to 2 modulo 11 (Receita Federal). */
    static boolean cpf(String digits) {
        int first = weighted(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        int second = weighted(digits, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10;
        return first == digits.charAt(9) - '0'
                && second == last(digits)
                && digits.chars().distinct().count() > 1;
    }

    /** Chile: weights 2 to 7 in turn from the right, eleven less the sum modulo 11, 10 is K. */
    static boolean rut(String code) {
        int sum = 0;
        for (int i = 0; i < code.length() - 1; i++) {
            sum += (code.charAt(code.length() - 2 - i) - '0') * (2 + i % 6);
        }
        int check = 11 - sum % 11;
        return (check == 11 ? '0' : check == 10 ? 'K' : (char) ('0' + check))
                == code.charAt(code.length() - 1);
    }

    /**
     * South Africa: a date of birth, citizenship 0 to 2, and Luhn (Identification Act 68 of 1997;
     * Department of Home Affairs).
     */
    static boolean southAfrica(String digits) {
        return date(number(digits, 2, 4), number(digits, 4, 6)) && luhn(digits);
    }
}
