package dev.earshot.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Pseudonymiser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

class KeyRingTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final byte[] PLAIN =
            "a plain secret of a new stack".getBytes(StandardCharsets.UTF_8);

    /** The values of the secret while its keys are changed twice. */
    private static List<KeyRing> steps() {
        var random = new SecureRandom();
        List<KeyRing> steps = new ArrayList<>(List.of(KeyRing.of(PLAIN)));
        for (int change = 0; change < 2; change++) {
            steps.add(steps.getLast().announced(random));
            steps.add(steps.getLast().used());
            steps.add(steps.getLast().retired());
        }
        return steps;
    }

    @Test
    void secret_ofANewStack_derivesWhatItAlwaysDid() {
        var before = new Pseudonymiser(PLAIN);
        var now = new Pseudonymiser(KeyRing.of(PLAIN));

        assertThat(now.derive("cursor")).isEqualTo(before.derive("cursor"));
        assertThat(now.pseudonym(WORKSPACE, Platform.X, "7"))
                .isEqualTo(before.pseudonym(WORKSPACE, Platform.X, "7"));
    }

    @Test
    void pseudonyms_throughEveryStep_stayAsTheyWere() {
        assertThat(steps())
                .extracting(ring -> new Pseudonymiser(ring).pseudonym(WORKSPACE, Platform.X, "7"))
                .containsOnly(new Pseudonymiser(PLAIN).pseudonym(WORKSPACE, Platform.X, "7"));
    }

    @Test
    void neighbouringSteps_thatRunAtOnce_acceptWhatTheOtherMakes() {
        List<KeyRing> steps = steps();
        for (int i = 1; i < steps.size(); i++) {
            var before = new Pseudonymiser(steps.get(i - 1));
            var after = new Pseudonymiser(steps.get(i));
            // Former keys are retired when nothing of theirs is left, so that step makes nothing
            // new.
            assertThat(before.derived("cursor")).contains(after.derive("cursor"));
            assertThat(after.derived("cursor")).contains(before.derive("cursor"));
        }
    }

    @Test
    void changeOfKeys_done_leavesNothingOfTheOneBefore() {
        List<KeyRing> steps = steps();

        assertThat(new Pseudonymiser(steps.getLast()).derived("cursor"))
                .hasSize(1)
                .doesNotContain(new Pseudonymiser(PLAIN).derive("cursor"));
    }

    @Test
    void ring_asText_isReadAsItWas() {
        for (KeyRing ring : steps()) {
            KeyRing read = KeyRing.of(ring.text().getBytes(StandardCharsets.UTF_8));
            assertThat(read.text()).isEqualTo(ring.text());
            assertThat(read.toString()).doesNotContain("plain");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "earshot keys 1\n",
                "earshot keys 1\npseudonyms 0123456789abcdef\n",
                "earshot keys 1\npseudonyms 0123456789abcdef\ncurrent short\n",
                "earshot keys 1\npseudonyms 0123456789abcdef\ncurrent 0123456789abcdef\nold"
                        + " 0123456789abcdef\n",
                "earshot keys 1\npseudonyms 0123456789abcdef\ncurrent 0123456789abcdef\nnext"
                        + " 0123456789abcdef\nnext 0123456789abcdef\n"
            })
    void secret_thatIsNoRing_isRefusedWithoutShowingIt(String secret) {
        assertThatThrownBy(() -> KeyRing.of(secret.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("0123456789abcdef");
    }

    @Test
    void step_outOfItsOrder_isRefused() {
        KeyRing plain = KeyRing.of(PLAIN);
        var random = new SecureRandom();

        assertThatThrownBy(plain::used).hasMessageContaining("announce");
        assertThatThrownBy(plain::retired).hasMessageContaining("nothing is left");
        assertThatThrownBy(() -> plain.announced(random).announced(random))
                .hasMessageContaining("already");
    }
}
