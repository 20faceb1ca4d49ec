package dev.earshot.cli.privacy;

import dev.earshot.core.privacy.MaskedText;
import dev.earshot.privacy.PiiDetector;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code privacy mask TEXT...}: shows what would be masked, and why. */
@Command(
        name = "mask",
        description = "Shows what is masked in texts, and what found it. No brand is registered.")
final class Mask implements Callable<Integer> {
    @Parameters(paramLabel = "TEXT", arity = "1..*", description = "Texts.")
    private List<String> texts = List.of();

    private final PrintStream out;

    Mask(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        PiiDetector detector = PiiDetector.builtIn();
        for (String text : texts) {
            MaskedText masked = detector.mask(text, List.of());
            out.println(masked.text());
            for (MaskedText.Mask mask : masked.masks()) {
                out.printf(
                        Locale.ROOT,
                        "  %d to %d  %s, found by %s%n",
                        mask.found().start(),
                        mask.found().end(),
                        mask.found().kind().name().toLowerCase(Locale.ROOT),
                        mask.found().rule());
            }
        }
        return 0;
    }
}
