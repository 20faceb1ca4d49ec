package dev.earshot.local;

import dev.earshot.lambda.Settings;
import dev.earshot.local.server.Loopback;
import dev.earshot.local.template.CloudTemplate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The environments of functions and workers: what the template declares, Lambda's own variables,
 * and where the stack's services are.
 *
 * @param lambdaUrl address of the functions
 * @param publishPort port of topics and buses
 * @param added settings that everybody gets
 */
record Environments(
        StackState.Secrets secrets,
        StackState.Ports ports,
        Principals principals,
        String lambdaUrl,
        int publishPort,
        Map<String, String> added) {

    /** A function's. */
    Map<String, String> of(CloudTemplate.Function function) {
        Map<String, String> environment = new LinkedHashMap<>(function.environment());
        addServices(environment);
        environment.putAll(principals.settings(function.id()));
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.put(
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memoryMegabytes()));
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
        environment.put("_HANDLER", function.handler());
        environment.putAll(added);
        return environment;
    }

    private void addServices(Map<String, String> environment) {
        environment.put("AWS_REGION", EmbeddedCloud.REGION);
        environment.put("AWS_DEFAULT_REGION", EmbeddedCloud.REGION);
        environment.put("DYNAMODB_ENDPOINT", Loopback.url(ports.dynamoDb()));
        environment.put("S3_ENDPOINT", Loopback.url(ports.s3()));
        environment.put("SQS_ENDPOINT", Loopback.url(ports.sqs()));
        environment.put("LAMBDA_ENDPOINT", lambdaUrl);
        environment.put("SNS_ENDPOINT", Loopback.url(publishPort));
        environment.put("EVENTS_ENDPOINT", Loopback.url(publishPort));
        environment.put("API_GATEWAY_ENDPOINT", Loopback.url(publishPort));
        // Receivers under development run on this machine.
        environment.put("WEBHOOK_TEST_HOSTS", "localhost");
        environment.put("AWS_ACCESS_KEY_ID", secrets.accessKeyId());
        environment.put("AWS_SECRET_ACCESS_KEY", secrets.secretAccessKey());
        environment.put("AWS_SAM_LOCAL", "true");
        environment.put("PSEUDONYM_KEY", secrets.pseudonymKey());
    }

    /** A worker's, whose files are in a folder of its own. */
    Map<String, String> of(CloudTemplate.Worker worker, Path scratch) {
        Map<String, String> environment = new LinkedHashMap<>(worker.environment());
        addServices(environment);
        environment.putAll(principals.settings(worker.id()));
        environment.put("SCRATCH_DIR", scratch.toString());
        environment.put("WORKER_POLL_SECONDS", "2");
        environment.put("WORKER_HOLD_SECONDS", "15");
        environment.put("WORKER_PARALLEL_STEPS", "1");
        // This machine costs nothing.
        environment.put("WORKER_HOURLY_PRICE", "0");
        environment.putAll(added);
        return environment;
    }

    /** Those of the stack's owner, for a table. */
    Settings ofOwner(String table) {
        Map<String, String> settings = new LinkedHashMap<>();
        addServices(settings);
        settings.put("TABLE_NAME", table);
        return Settings.of(settings);
    }
}
