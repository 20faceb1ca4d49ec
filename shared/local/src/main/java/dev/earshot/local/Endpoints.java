package dev.earshot.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earshot.local.template.CloudTemplate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a running stack can be reached, as stored in {@code DIR/endpoints.json}. Immutable.
 *
 * @param queues short name (posts, postsDeadLetter, jobs) to address
 * @param buckets short name (media, vault) to bucket name
 * @param tables short name (main) to table name
 */
public record Endpoints(
        String api,
        String apiKey,
        String region,
        String accessKeyId,
        String secretAccessKey,
        String s3,
        String sqs,
        String dynamodb,
        Map<String, String> queues,
        Map<String, String> buckets,
        Map<String, String> tables) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Endpoints {
        queues = Map.copyOf(queues);
        buckets = Map.copyOf(buckets);
        tables = Map.copyOf(tables);
    }

    static Map<String, String> queues(CloudTemplate template) {
        Map<String, String> queues = new LinkedHashMap<>();
        template.queues().forEach(queue -> queues.put(shortName(queue.id(), "Queue"), queue.url()));
        return queues;
    }

    static Map<String, String> buckets(CloudTemplate template) {
        Map<String, String> buckets = new LinkedHashMap<>();
        template.buckets()
                .forEach(bucket -> buckets.put(shortName(bucket.id(), "Bucket"), bucket.name()));
        return buckets;
    }

    static Map<String, String> tables(CloudTemplate template) {
        Map<String, String> tables = new LinkedHashMap<>();
        template.tables()
                .forEach(table -> tables.put(shortName(table.id(), "Table"), table.name()));
        return tables;
    }

    private static String shortName(String id, String kind) {
        String stem = id.endsWith(kind) ? id.substring(0, id.length() - kind.length()) : id;
        return stem.isEmpty() ? "main" : Character.toLowerCase(stem.charAt(0)) + stem.substring(1);
    }

    /** Reads the file of a running stack. */
    public static Endpoints read(Path file) throws IOException {
        JsonNode root = JSON.readTree(Files.readAllBytes(file));
        return new Endpoints(
                root.path("api").asText(),
                root.path("apiKey").asText(),
                root.path("region").asText(),
                root.path("accessKeyId").asText(),
                root.path("secretAccessKey").asText(),
                root.path("s3").asText(),
                root.path("sqs").asText(),
                root.path("dynamodb").asText(),
                map(root.path("queues")),
                map(root.path("buckets")),
                map(root.path("tables")));
    }

    private static Map<String, String> map(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    /** Writes the file atomically, readable only by its owner. */
    void write(Path file) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("api", api);
        root.put("apiKey", apiKey);
        root.put("region", region);
        root.put("accessKeyId", accessKeyId);
        root.put("secretAccessKey", secretAccessKey);
        root.put("s3", s3);
        root.put("sqs", sqs);
        root.put("dynamodb", dynamodb);
        queues.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> root.withObject("/queues").put(entry.getKey(), entry.getValue()));
        buckets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        entry -> root.withObject("/buckets").put(entry.getKey(), entry.getValue()));
        tables.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> root.withObject("/tables").put(entry.getKey(), entry.getValue()));
        OwnerOnly.write(file, root.toPrettyString() + "\n");
    }
}
