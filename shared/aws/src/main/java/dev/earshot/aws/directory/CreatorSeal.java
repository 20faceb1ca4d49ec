package dev.earshot.aws.directory;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts entries with AES-256-GCM (NIST SP 800-38D). The key of an entry is the HMAC of its
 * author and its salt under the workspace's secret: the table alone can't be read without the
 * secret, and without the salt, which goes with the entry, neither can. A salt is used once, so the
 * nonce is constant. Immutable, thread-safe.
 */
final class CreatorSeal {
    static final int SALT_BYTES = 16;

    private static final String MAC = "HmacSHA256";
    private static final int TAG_BITS = 128;
    private static final byte[] NONCE = new byte[12];

    private final List<SecretKeySpec> secrets;

    /**
     * @param secrets the one to seal under first, then those under which entries may lie
     */
    CreatorSeal(List<byte[]> secrets) {
        this.secrets = secrets.stream().map(each -> new SecretKeySpec(each, MAC)).toList();
    }

    byte[] seal(WorkspaceId workspace, AuthorRef author, byte[] salt, String plain) {
        try {
            return cipher(secrets.getFirst(), Cipher.ENCRYPT_MODE, workspace, author, salt)
                    .doFinal(plain.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must supply AES-GCM", e);
        }
    }

    /** Empty if the entry was sealed under no secret that is known, or altered. */
    Optional<String> open(WorkspaceId workspace, AuthorRef author, byte[] salt, byte[] sealed) {
        return secrets.stream()
                .flatMap(secret -> open(secret, workspace, author, salt, sealed).stream())
                .findFirst();
    }

    /** Whether an entry lies under the secret that entries are sealed under now. */
    boolean isCurrent(WorkspaceId workspace, AuthorRef author, byte[] salt, byte[] sealed) {
        return open(secrets.getFirst(), workspace, author, salt, sealed).isPresent();
    }

    private static Optional<String> open(
            SecretKeySpec secret,
            WorkspaceId workspace,
            AuthorRef author,
            byte[] salt,
            byte[] sealed) {
        try {
            byte[] plain =
                    cipher(secret, Cipher.DECRYPT_MODE, workspace, author, salt).doFinal(sealed);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform must supply AES-GCM", e);
        }
    }

    private static Cipher cipher(
            SecretKeySpec secret, int mode, WorkspaceId workspace, AuthorRef author, byte[] salt)
            throws GeneralSecurityException {
        byte[] whose =
                (workspace + "\0" + author.pseudonym() + "\0").getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance(MAC);
        mac.init(secret);
        mac.update(whose);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(mac.doFinal(salt), "AES"),
                new GCMParameterSpec(TAG_BITS, NONCE));
        cipher.updateAAD(whose);
        return cipher;
    }
}
