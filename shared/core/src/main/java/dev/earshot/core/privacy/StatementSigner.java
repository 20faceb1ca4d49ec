package dev.earshot.core.privacy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/**
 * Signs statements with Ed25519 (RFC 8032), so that whoever holds one can check it without this
 * system. Thread-safe.
 */
public final class StatementSigner {
    static final String ALGORITHM = "Ed25519";
    private static final int SEED_BYTES = 32;

    private final KeyPair keys;

    /**
     * @param seed 32 secret bytes; the same seed always gives the same key
     */
    public StatementSigner(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException(
                    "the seed must hold " + SEED_BYTES + " bytes, got " + seed.length);
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must supply " + ALGORITHM, e);
        }
    }

    /** The public key that statements are checked with: X.509's encoding in Base64. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** The signature of some bytes in Base64. */
    String sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a statement could not be signed", e);
        }
    }

    /** Gives the seed as its only random bytes: Java makes the private key of them. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException(
                        "Java asked for " + bytes.length + " bytes to make a key of, not 32");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
