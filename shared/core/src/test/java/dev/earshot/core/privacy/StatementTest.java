package dev.earshot.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.privacy.Statement.Line;
import dev.earshot.core.privacy.Statement.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HexFormat;
import java.util.List;

class StatementTest {
    private static final StatementSigner SIGNER = new StatementSigner(new byte[32]);
    private static final String TEXT =
            Statement.signed(List.of(new Line("posts", "3"), new Line("scores", "0")), SIGNER);

    @Test
    void check_whatWasSigned_isGenuineWithItsKey() {
        assertThat(Statement.check(TEXT)).isEqualTo(new Verdict.Genuine(SIGNER.publicKey()));
        assertThat(Statement.check(TEXT.replace("\n", "\r\n")))
                .isEqualTo(new Verdict.Genuine(SIGNER.publicKey()));
    }

    @Test
    void check_oneDigitChanged_isForged() {
        assertThat(Statement.check(TEXT.replace("posts: 3", "posts: 0")))
                .isInstanceOf(Verdict.Forged.class);
        assertThat(Statement.check(TEXT.replace("posts: 3\n", "")))
                .isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void check_signedByAnother_namesTheOthersKey() {
        String others =
                Statement.signed(
                        List.of(new Line("posts", "0")),
                        new StatementSigner(
                                "another seed of 32 bytes, or so."
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(Statement.check(others))
                .isInstanceOfSatisfying(
                        Verdict.Genuine.class,
                        genuine -> assertThat(genuine.key()).isNotEqualTo(SIGNER.publicKey()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "Earshot statement 1\nkey: x\nsignature: y\n",
                "Earshot statement 1\nsignature: y\nkey: x\n"
            })
    void check_whatIsNoStatement_isForgedWithAReason(String text) {
        assertThat(Statement.check(text))
                .isInstanceOfSatisfying(
                        Verdict.Forged.class, forged -> assertThat(forged.reason()).isNotBlank());
    }

    @Test
    void line_withABreak_isRefused() {
        assertThatThrownBy(() -> new Line("purpose", "a\nposts: 0"))
                .hasMessageContaining("one line");
    }

    /** RFC 8032, section 7.1, test 1: the public key of that secret key. */
    @Test
    void signer_ofTheStandardsSeed_hasTheStandardsKey() {
        byte[] seed =
                HexFormat.of()
                        .parseHex(
                                "9d61b19deffd5a60ba844af492ec2cc4"
                                        + "4449c5697b326919703bac031cae7f60");
        byte[] key = java.util.Base64.getDecoder().decode(new StatementSigner(seed).publicKey());
        assertThat(HexFormat.of().formatHex(key, key.length - 32, key.length))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }
}
