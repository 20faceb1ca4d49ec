package dev.earshot.cli.privacy;

import dev.earshot.cli.command.UsageException;
import dev.earshot.core.key.KeyRing;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * {@code privacy keys STEP}: one step of a change of keys, from the secret's value on standard
 * input to its next value on standard output, so that no key stands in a command line or a file of
 * ours.
 */
@Command(
        name = "keys",
        description = {
            "Changes the keys of cursors, signatures, segments and the directory of creators: reads the"
                    + " secret's value from standard input and writes its next value.",
            "Three steps, with all functions started anew after each: announce, use, retire."
        })
final class RotateKeys implements Callable<Integer> {
    /** A secret of AWS holds no more bytes (Secrets Manager, quotas). */
    private static final int MAX_BYTES = 65_536;

    /** What is done with the keys. */
    enum Step {
        ANNOUNCE,
        USE,
        RETIRE
    }

    @Parameters(
            paramLabel = "STEP",
            description =
                    "announce (a next key, which all accept), use (it makes what is made from now on)"
                            + " or retire (those before are accepted no more).")
    private String step = "";

    private final InputStream in;
    private final PrintStream out;

    RotateKeys(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Step wanted = step();
        String secret = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8).strip();
        if (secret.isEmpty()) {
            throw new UsageException(
                    "standard input is empty; it must hold the secret's value, as 'aws secretsmanager"
                            + " get-secret-value --query SecretString --output text' prints it");
        }
        try {
            KeyRing ring = KeyRing.of(secret.getBytes(StandardCharsets.UTF_8));
            out.print(
                    switch (wanted) {
                        case ANNOUNCE -> ring.announced(new SecureRandom()).text();
                        case USE -> ring.used().text();
                        case RETIRE -> ring.retired().text();
                    });
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private Step step() {
        for (Step each : Step.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(step)) {
                return each;
            }
        }
        throw new UsageException("STEP must be announce, use or retire, got '" + step + "'");
    }
}
