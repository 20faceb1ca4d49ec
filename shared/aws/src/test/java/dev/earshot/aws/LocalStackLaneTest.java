package dev.earshot.aws;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** Says aloud that the LocalStack lane did not run; a lane that is skipped has not passed. */
final class LocalStackLaneTest {
    @Test
    void lane_withoutDocker_isSkippedAloud() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            System.out.println(
                    "SKIPPED, NOT PASSED: the contracts on LocalStack need Docker, which is not here.");
            Assumptions.abort("no Docker: the contracts on LocalStack did not run");
        }
    }
}
