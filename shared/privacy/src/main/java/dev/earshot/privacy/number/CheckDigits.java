package dev.earshot.privacy.number;

import java.math.BigInteger;

/** The checks that several kinds of numbers share. Stateless; arguments hold digits alone. */
final class CheckDigits {
    /** Dihedral group of the pentagon, as Verhoeff (1969) multiplies digits. */
    private static final String[] PRODUCT = {
        "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
        "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"
    };

    /** Verhoeff's permutations; row {@code i} is for the {@code i}-th digit from the right. */
    private static final String[] PERMUTATION = {
        "0123456789", "1576283094", "5803796142", "8916043527",
        "9453126870", "4286573901", "2793806415", "7046913258"
    };

    private CheckDigits() {}

    /** ISO/IEC 7812-1, annex B: every second digit from the right counts twice. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
        }
        return sum % 10 == 0;
    }

    /** Verhoeff, "Error detecting decimal codes", Mathematical Centre Tract 29 (1969). */
    static boolean verhoeff(String digits) {
        int check = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            check = PRODUCT[check].charAt(PERMUTATION[i % 8].charAt(digit) - '0') - '0';
        }
        return check == 0;
    }

    /** ISO/IEC 7064, MOD 11,10: the hybrid system of German tax numbers. */
    static boolean mod11To10(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length() - 1; i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == last(digits);
    }

    /** The remainder of a decimal number of any length. */
    static int remainder(String digits, int divisor) {
        return new BigInteger(digits).mod(BigInteger.valueOf(divisor)).intValue();
    }

    /** The digits' sum, each times its weight; digits beyond the weights do not count. */
    static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum;
    }

    static int last(String digits) {
        return digits.charAt(digits.length() - 1) - '0';
    }

    /** Whether two digits each can be a month and a day. */
    static boolean date(int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }
}
