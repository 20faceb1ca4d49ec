package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.local.permission.Call;
import dev.earshot.local.permission.Policy;
import dev.earshot.local.template.CloudTemplate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;

/** What the template's roles allow, asked of the running stack as a function would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RolesInCloudTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("default");

    private EmbeddedCloud cloud;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        cloud = FakeStack.start(folder, false);
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    private Services services(String function) {
        return new Services(Settings.of(cloud.environment(function)), InstantSource.system());
    }

    @Test
    void call_thatTheRoleAllows_passes() {
        assertThat(services("QueryApiFunction").brandStore().catalogue(WORKSPACE)).isNotNull();
    }

    @Test
    void call_thatTheRoleDoesNotAllow_failsAndIsTold() {
        assertThatThrownBy(() -> services("SweepAlertsFunction").brandStore().catalogue(WORKSPACE))
                .hasStackTraceContaining("not authorized to perform: dynamodb:GetItem");
        assertThat(cloud.refused())
                .anyMatch(each -> each.startsWith("SweepAlertsFunction") && each.contains("[C#*]"));
    }

    @Test
    void object_thatTheRoleMayNotRead_isNotGiven() {
        assertThatThrownBy(
                        () -> services("AnalyzePostsFunction").logoStore().get(WORKSPACE, "acme"))
                .hasStackTraceContaining("not authorized to perform: s3:");
    }

    /** What Lambda itself does in a function's name, and what no call shows here. */
    @Test
    void roles_allowWhatLambdaDoesForTheirFunctions() {
        CloudTemplate template = cloud.template();
        for (CloudTemplate.Function function : template.functions()) {
            Policy policy = template.policies().getOrDefault(function.id(), Policy.NOTHING);
            function.queueTriggers()
                    .forEach(
                            trigger ->
                                    Stream.of(
                                                    "ReceiveMessage",
                                                    "DeleteMessage",
                                                    "GetQueueAttributes")
                                            .map(
                                                    each ->
                                                            new Call(
                                                                    "sqs:" + each,
                                                                    trigger.queueArn()))
                                            .forEach(call -> allowed(function, policy, call)));
            function.environment().entrySet().stream()
                    .filter(setting -> setting.getKey().endsWith("_SECRET_ARN"))
                    .map(Map.Entry::getValue)
                    .map(arn -> new Call("secretsmanager:GetSecretValue", arn))
                    .forEach(call -> allowed(function, policy, call));
        }
    }

    private static void allowed(CloudTemplate.Function function, Policy policy, Call call) {
        assertThat(policy.refusal(call)).as(function.id() + " " + call).isEmpty();
    }
}
