package dev.earshot.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.evaluation.bias.Swap;
import dev.earshot.local.Project;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Reads some 1,700 sentences by the released model. */
@Tag("long")
final class ReleasedConsequencesTest {
    /** What models/text/card.md states: dialects alone are beyond their bounds, and no further. */
    @Test
    void swaps_ofTheReleasedModel_stayWithinTheirBoundsButForDialects() {
        List<Swap> beyond =
                EvalBias.swaps(TextReaders.load(Project.models(), ComputeDevice.CPU), List.of("en"))
                        .stream()
                        .filter(EvalBias::isBeyond)
                        .toList();

        assertThat(beyond)
                .allSatisfy(
                        swap -> {
                            assertThat(swap.attribute()).isEqualTo("dialect spelling");
                            assertThat(swap.gap())
                                    .isLessThan(swap.number().equals("case priority") ? 12 : 8);
                        });
    }
}
