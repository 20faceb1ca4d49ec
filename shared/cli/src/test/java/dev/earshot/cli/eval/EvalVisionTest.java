package dev.earshot.cli.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.evaluation.vision.VisionEvaluation;

import org.junit.jupiter.api.Test;

final class EvalVisionTest {
    @Test
    void names_areThoseOfTheEvaluations() {
        assertThat(EvalVision.evaluations().stream().map(VisionEvaluation::name))
                .containsExactlyElementsOf(EvalVision.EvaluationName.NAMES);
    }
}
