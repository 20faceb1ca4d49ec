package dev.earshot.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

final class DigestsTest {
    /** The example of FIPS 180-4. */
    private static final String SHA256_OF_ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void sha256_ofTextAndOfItsBytes_isTheStandardsExample() {
        assertThat(Digests.sha256("abc")).isEqualTo(SHA256_OF_ABC);
        assertThat(Digests.sha256("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo(SHA256_OF_ABC);
    }

    @Test
    void newSha256_fedInPieces_equalsTheWhole() {
        var digest = Digests.newSha256();
        digest.update((byte) 'a');

        byte[] whole = digest.digest("bc".getBytes(StandardCharsets.UTF_8));

        assertThat(Digests.hex(whole)).isEqualTo(SHA256_OF_ABC);
    }
}
