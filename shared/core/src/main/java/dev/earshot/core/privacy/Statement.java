package dev.earshot.core.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * A signed statement of what is held of a person: lines of a name and a value, then the public key,
 * then the signature of all that stands before it. A text, so that anybody can read it. Stateless.
 */
public final class Statement {
    private static final String TITLE = "Earshot statement 1\n";
    private static final String KEY = "key: ";
    private static final String SIGNATURE = "signature: ";

    private Statement() {}

    /**
     * One line.
     *
     * @param value on one line
     */
    public record Line(String name, String value) {
        public Line {
            if (name.isBlank() || name.contains(":") || name.contains("\n")) {
                throw new IllegalArgumentException(
                        "a line's name must be one line without a colon, got '" + name + "'");
            }
            if (value.chars().anyMatch(c -> c < ' ')) {
                throw new IllegalArgumentException(
                        name + " must stand on one line, got '" + value + "'");
            }
        }
    }

    /** What checking a statement comes to. */
    public sealed interface Verdict {
        /**
         * It is as it was signed.
         *
         * @param key the public key that it names; whose it is, the statement can't prove
         */
        record Genuine(String key) implements Verdict {}

        /** It is not, or is none; with the reason. */
        record Forged(String reason) implements Verdict {}
    }

    /** The text of a statement. */
    public static String signed(List<Line> lines, StatementSigner signer) {
        var text = new StringBuilder(TITLE);
        lines.forEach(
                line -> text.append(line.name()).append(": ").append(line.value()).append('\n'));
        text.append(KEY).append(signer.publicKey()).append('\n');
        String signature = signer.sign(text.toString().getBytes(StandardCharsets.UTF_8));
        return text.append(SIGNATURE).append(signature).append('\n').toString();
    }

    /** Checks a statement; line ends may be those of Windows. */
    public static Verdict check(String given) {
        String text = given.replace("\r\n", "\n").stripTrailing() + "\n";
        int signature = text.lastIndexOf("\n" + SIGNATURE) + 1;
        int key = text.lastIndexOf("\n" + KEY, signature) + 1;
        if (!text.startsWith(TITLE) || key == 0 || signature <= key) {
            return new Verdict.Forged(
                    "this is no statement: it must begin with '"
                            + TITLE.strip()
                            + "' and end with the lines key and signature");
        }
        String named = text.substring(key + KEY.length(), signature).strip();
        try {
            Signature check = Signature.getInstance(StatementSigner.ALGORITHM);
            check.initVerify(
                    KeyFactory.getInstance(StatementSigner.ALGORITHM)
                            .generatePublic(
                                    new X509EncodedKeySpec(Base64.getDecoder().decode(named))));
            check.update(text.substring(0, signature).getBytes(StandardCharsets.UTF_8));
            String value = text.substring(signature + SIGNATURE.length()).strip();
            return check.verify(Base64.getDecoder().decode(value))
                    ? new Verdict.Genuine(named)
                    : new Verdict.Forged(
                            "the signature does not fit: the statement was altered after it was"
                                    + " signed, or another key signed it");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new Verdict.Forged("the key or the signature can't be read: " + e.getMessage());
        }
    }
}
