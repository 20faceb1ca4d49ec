package dev.earshot.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.cli.command.UsageException;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

class RotateKeysTest {
    private static final String PLAIN = "a plain secret of a new stack";

    private static String step(String step, String secret) throws IOException {
        var printed = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(secret.getBytes(StandardCharsets.UTF_8));
        try (var out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            var command = new RotateKeys(in, out);
            new CommandLine(command).parseArgs(step);
            command.call();
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void steps_fromAPlainSecret_endWithANewKeyAndTheOldOneOfPseudonyms() throws IOException {
        String announced = step("announce", PLAIN + "\n");
        String used = step("use", announced);
        String retired = step("retire", used);

        assertThat(announced)
                .startsWith("earshot keys 1\npseudonyms " + PLAIN + "\ncurrent " + PLAIN + "\n")
                .containsPattern("next [0-9a-f]{64}\n");
        String next = announced.lines().toList().getLast().substring("next ".length());
        assertThat(used).contains("current " + next + "\n", "former " + PLAIN + "\n");
        assertThat(retired)
                .isEqualTo("earshot keys 1\npseudonyms " + PLAIN + "\ncurrent " + next + "\n");
    }

    @Test
    void step_thatIsNotTheNext_isRefusedWithoutShowingAKey() {
        assertThatThrownBy(() -> step("use", PLAIN))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("announce")
                .message()
                .doesNotContain("plain");
        assertThatThrownBy(() -> step("burn", PLAIN)).hasMessageContaining("'burn'");
        assertThatThrownBy(() -> step("use", " \n"))
                .hasMessageContaining("standard input is empty");
    }
}
