package dev.earshot.cli.influencers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.local.EmbeddedCloud;
import dev.earshot.local.Endpoints;
import dev.earshot.local.Project;
import dev.earshot.local.delivery.EmbeddedFunction;
import dev.earshot.local.template.CloudTemplate;
import dev.earshot.local.template.Surroundings;
import dev.earshot.local.template.TemplateReader;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls score-influencers on a running stack from this process, without waiting for its schedule.
 */
final class ScoreCall {
    private static final String FUNCTION = "ScoreInfluencersFunction";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ScoreCall() {}

    /**
     * Scores now.
     *
     * @param all whether to score every author, with a new baseline
     * @return the result of each workspace
     */
    static JsonNode run(Endpoints endpoints, boolean all) throws Exception {
        CloudTemplate template =
                TemplateReader.read(
                        Project.template(),
                        Map.of(),
                        new Surroundings(
                                EmbeddedCloud.ACCOUNT,
                                EmbeddedCloud.REGION,
                                "earshot-local",
                                endpoints.sqs()));
        CloudTemplate.Function declared = template.function(FUNCTION);
        Map<String, String> environment = new HashMap<>(declared.environment());
        environment.put("AWS_REGION", endpoints.region());
        environment.put("DYNAMODB_ENDPOINT", endpoints.dynamodb());
        environment.put("S3_ENDPOINT", endpoints.s3());
        environment.put("SQS_ENDPOINT", endpoints.sqs());
        environment.put("AWS_ACCESS_KEY_ID", endpoints.accessKeyId());
        environment.put("AWS_SECRET_ACCESS_KEY", endpoints.secretAccessKey());
        String event = "{\"all\":" + all + "}";
        try (EmbeddedFunction function = EmbeddedFunction.create(declared, environment)) {
            return JSON.readTree(function.invoke(event.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
