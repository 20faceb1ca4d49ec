package dev.earshot.privacy.number;

import dev.earshot.core.privacy.PiiKind;
import dev.earshot.core.privacy.PiiSpan;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds addresses of wallets: Base58Check (Bitcoin, Litecoin, Dogecoin, Dash, Tron, Ripple), Bech32
 * and Bech32m (BIP 173, BIP 350: Bitcoin's and Litecoin's segregated witness, Cardano), and
 * Ethereum's 40 hexadecimal digits after {@code 0x}. Stateless.
 */
public final class Wallets {
    private static final String BITCOIN =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private static final String RIPPLE =
            "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

    /** Version bytes: P2PKH, P2SH, their test networks, Litecoin, Dogecoin, Dash, Tron. */
    private static final Set<Integer> VERSIONS =
            Set.of(0x00, 0x05, 0x6f, 0xc4, 0x30, 0x32, 0x1e, 0x16, 0x4c, 0x10, 0x41);

    private static final Pattern BASE58 =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}/_=])[123LMDXT9Amnr][1-9A-HJ-NP-Za-km-z]{24,34}(?![\\p{L}\\p{N}])");

    private static final Pattern SEGWIT =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}/_=])(bc|tb|ltc|addr|stake)1([02-9ac-hj-np-z]{11,110})"
                            + "(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern ETHEREUM =
            Pattern.compile("(?<![\\p{L}\\p{N}/_=])0x[0-9a-fA-F]{40}(?![\\p{L}\\p{N}])");

    private Wallets() {}

    /** All addresses of wallets. */
    public static List<PiiSpan> find(String text) {
        List<PiiSpan> found = new ArrayList<>();
        Matcher base58 = BASE58.matcher(text);
        while (base58.find()) {
            if (base58Check(base58.group())) {
                found.add(span(base58, "BASE58CHECK"));
            }
        }
        Matcher segwit = SEGWIT.matcher(text);
        while (segwit.find()) {
            if (bech32(segwit.group())) {
                found.add(span(segwit, "BECH32"));
            }
        }
        Matcher ethereum = ETHEREUM.matcher(text);
        while (ethereum.find()) {
            found.add(span(ethereum, "ETHEREUM"));
        }
        return found;
    }

    private static PiiSpan span(Matcher matcher, String rule) {
        return new PiiSpan(matcher.start(), matcher.end(), PiiKind.WALLET, rule);
    }

    /** Whether the last four of 25 bytes begin the double SHA-256 of those before. */
    static boolean base58Check(String address) {
        return base58Check(address, address.charAt(0) == 'r' ? RIPPLE : BITCOIN);
    }

    private static boolean base58Check(String address, String alphabet) {
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < address.length(); i++) {
            int digit = alphabet.indexOf(address.charAt(i));
            if (digit < 0) {
                return false;
            }
            value = value.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
        }
        byte[] bytes = value.toByteArray();
        int skipped = bytes.length > 25 && bytes[0] == 0 ? 1 : 0;
        if (bytes.length - skipped > 25) {
            return false;
        }
        byte[] decoded = new byte[25];
        int length = bytes.length - skipped;
        System.arraycopy(bytes, skipped, decoded, 25 - length, length);
        byte[] check = sha256(sha256(Arrays.copyOf(decoded, 21)));
        return VERSIONS.contains(decoded[0] & 0xff) && Arrays.equals(check, 0, 4, decoded, 21, 25);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** BIP 173's checksum, whose constant is 1, or BIP 350's 0x2bc830a3. */
    static boolean bech32(String address) {
        if (!address.equals(address.toLowerCase(Locale.ROOT))
                && !address.equals(address.toUpperCase(Locale.ROOT))) {
            return false;
        }
        String lower = address.toLowerCase(Locale.ROOT);
        int one = lower.lastIndexOf('1');
        int check = 1;
        for (int i = 0; i < one; i++) {
            check = step(check, lower.charAt(i) >> 5);
        }
        check = step(check, 0);
        for (int i = 0; i < one; i++) {
            check = step(check, lower.charAt(i) & 31);
        }
        for (int i = one + 1; i < lower.length(); i++) {
            check = step(check, BECH32.indexOf(lower.charAt(i)));
        }
        return check == 1 || check == 0x2bc830a3;
    }

    private static int step(int check, int value) {
        int[] generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
        int top = check >>> 25;
        int next = (check & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < 5; i++) {
            next ^= (top >> i & 1) == 1 ? generator[i] : 0;
        }
        return next;
    }
}
