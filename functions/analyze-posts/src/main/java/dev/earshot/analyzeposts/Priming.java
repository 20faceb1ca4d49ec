package dev.earshot.analyzeposts;

import dev.earshot.core.text.Reading;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.lambda.Settings;
import dev.earshot.reading.TextReader;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs while the image is built, never in the function: unpacks the native libraries and loads what
 * a start loads, so that the JVM can record it. Calls no service.
 */
public final class Priming {
    private static final String NOWHERE = "http://127.0.0.1:9";

    private Priming() {}

    public static void main(String[] arguments) {
        Path models = Path.of(Settings.fromEnvironment().require("MODELS_DIR"));
        TextReader reader = TextReaders.load(models, ComputeDevice.CPU);
        List<Reading> readings =
                reader.read(
                        List.of(
                                new TextReader.Text(
                                        "The kettle is quiet at last, I love it.",
                                        Optional.empty())));
        new Handler(settings(models));
        System.out.println("primed: " + readings.getFirst());
    }

    private static Settings settings(Path models) {
        return Settings.of(
                Map.ofEntries(
                        Map.entry("MODELS_DIR", models.toString()),
                        Map.entry("AWS_REGION", "eu-west-1"),
                        Map.entry("DYNAMODB_ENDPOINT", NOWHERE),
                        Map.entry("S3_ENDPOINT", NOWHERE),
                        Map.entry("SQS_ENDPOINT", NOWHERE),
                        Map.entry("AWS_ACCESS_KEY_ID", "none"),
                        Map.entry("AWS_SECRET_ACCESS_KEY", "none"),
                        Map.entry("TABLE_NAME", "none"),
                        Map.entry("POSTS_QUEUE_URL", NOWHERE + "/none"),
                        Map.entry("VAULT_BUCKET", "none"),
                        Map.entry("AWS_SAM_LOCAL", "true"),
                        Map.entry("PSEUDONYM_KEY", "none-none-none-none-none-none-none")));
    }
}
