package dev.earshot.aws;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Enables the LocalStack tests where {@code -Dearshot.localstack.endpoint=http://host:port} names a
 * server of AWS's services (LocalStack or another), or where Docker has the image or can fetch it,
 * and says clearly where they are skipped: skipped tests have not passed. A server that is named
 * and does not answer fails the tests.
 */
final class LocalStackLane implements ExecutionCondition {
    /** The last image that starts without an account, unless a system property names another. */
    static final String IMAGE =
            System.getProperty("earshot.localstack.image", "localstack/localstack:4.14.0");

    private static final String ENDPOINT = "earshot.localstack.endpoint";

    private static final int PULL_SECONDS = 300;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(LocalStackLane.class))
                .getOrComputeIfAbsent("lane", key -> evaluate(), ConditionEvaluationResult.class);
    }

    /** The server that a system property names. */
    static Optional<URI> endpoint() {
        return Optional.ofNullable(System.getProperty(ENDPOINT))
                .filter(text -> !text.isBlank())
                .map(URI::create);
    }

    private static ConditionEvaluationResult evaluate() {
        if (endpoint().isPresent()) {
            return ConditionEvaluationResult.enabled(ENDPOINT + " names " + endpoint().get());
        }
        if (succeeds("docker", "image", "inspect", IMAGE)
                || (succeeds("docker", "info") && succeeds("docker", "pull", "--quiet", IMAGE))) {
            return ConditionEvaluationResult.enabled("Docker has " + IMAGE);
        }
        String reason =
                "SKIPPED, NOT PASSED: the contracts on LocalStack need Docker with the image "
                        + IMAGE
                        + ", or -D"
                        + ENDPOINT
                        + "=http://host:port";
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
