package dev.earshot.aws;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Enables the LocalStack tests where Docker is available and has the image or can fetch it, and
 * says clearly where they are skipped: skipped tests have not passed.
 */
final class LocalStackLane implements ExecutionCondition {
    /** The last image that starts without an account, unless a system property names another. */
    static final String IMAGE =
            System.getProperty("earshot.localstack.image", "localstack/localstack:4.14.0");

    private static final int PULL_SECONDS = 300;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(LocalStackLane.class))
                .getOrComputeIfAbsent("lane", key -> evaluate(), ConditionEvaluationResult.class);
    }

    private static ConditionEvaluationResult evaluate() {
        if (succeeds("docker", "image", "inspect", IMAGE)
                || (succeeds("docker", "info") && succeeds("docker", "pull", "--quiet", IMAGE))) {
            return ConditionEvaluationResult.enabled("Docker has " + IMAGE);
        }
        String reason =
                "SKIPPED, NOT PASSED: the contracts on LocalStack need Docker with the image "
                        + IMAGE;
        System.out.println(reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    private static boolean succeeds(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(PULL_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
