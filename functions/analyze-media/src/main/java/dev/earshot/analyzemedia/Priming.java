package dev.earshot.analyzemedia;

import dev.earshot.lambda.Settings;

import java.util.Map;

/**
 * Runs while the image is built, never in the function: unpacks the native libraries and loads what
 * a start loads, so that the JVM can record it. Calls no service.
 */
public final class Priming {
    private static final String NOWHERE = "http://127.0.0.1:9";

    private Priming() {}

    public static void main(String[] arguments) {
        String models = Settings.fromEnvironment().require("MODELS_DIR");
        new Handler(
                Settings.of(
                        Map.ofEntries(
                                Map.entry("MODELS_DIR", models),
                                Map.entry("AWS_REGION", "eu-west-1"),
                                Map.entry("DYNAMODB_ENDPOINT", NOWHERE),
                                Map.entry("S3_ENDPOINT", NOWHERE),
                                Map.entry("SQS_ENDPOINT", NOWHERE),
                                Map.entry("AWS_ACCESS_KEY_ID", "none"),
                                Map.entry("AWS_SECRET_ACCESS_KEY", "none"),
                                Map.entry("TABLE_NAME", "none"),
                                Map.entry("MEDIA_BUCKET", "none"),
                                Map.entry("VAULT_BUCKET", "none"),
                                Map.entry("JOBS_QUEUE_URL", NOWHERE),
                                Map.entry("MEDIA_QUEUE_URL", NOWHERE))));
        System.out.println("primed");
    }
}
