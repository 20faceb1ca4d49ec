package dev.earshot.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Map;

final class QueueTriggerTest {
    private static CloudTemplate read(String batch) {
        return TemplateReader.read(
                """
                Resources:
                  Q: {Type: 'AWS::SQS::Queue'}
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B::c
                      Events:
                        E: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn, BatchSize: %s}}
                """
                        .formatted(batch),
                "test.yaml",
                Map.of(),
                new Surroundings("000000000000", "eu-west-1", "stack", "http://127.0.0.1"));
    }

    @Test
    void batch_ofMoreThanTenWithoutAWindow_isRefusedAsAwsDoes() {
        assertThatThrownBy(() -> read("11"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("MaximumBatchingWindowInSeconds must be 1 or more");
    }

    @Test
    void batch_ofMoreThanTenInAWindow_isTaken() {
        assertThat(
                        read("100, MaximumBatchingWindowInSeconds: 1")
                                .function("F")
                                .queueTriggers()
                                .getFirst()
                                .batchSize())
                .isEqualTo(100);
    }
}
