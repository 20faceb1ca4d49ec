package dev.earshot.local.template;

import static dev.earshot.local.template.Templates.production;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.store.RedeliveryWait;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What template.yaml declares, as read: what must hold of it wherever it is deployed. */
final class ProductionTemplateTest {
    @Test
    void productionTemplate_queues_haveUrlsAndRedrive() throws Exception {
        CloudTemplate.Queue posts = production(Map.of()).queue("PostsQueue");
        assertThat(posts.url()).isEqualTo("http://127.0.0.1:9324/000000000000/earshot-posts");
        assertThat(posts.attributes())
                .containsEntry("VisibilityTimeout", "721")
                .containsEntry(
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:"
                                + "000000000000:earshot-posts-dead-letter\",\"maxReceiveCount\":\""
                                + RedeliveryWait.RECEIVES
                                + "\"}");
    }

    @Test
    void productionTemplate_visibility_isSixTimesTheFunctionsTimeout() throws Exception {
        CloudTemplate template = production(Map.of());
        for (CloudTemplate.Function function : template.functions()) {
            for (CloudTemplate.QueueTrigger trigger : function.queueTriggers()) {
                String visibility =
                        template.queueByArn(trigger.queueArn())
                                .orElseThrow()
                                .attributes()
                                .get("VisibilityTimeout");
                assertThat(visibility)
                        .isNotNull()
                        .satisfies(
                                seconds ->
                                        assertThat(Integer.parseInt(String.valueOf(seconds)))
                                                .isGreaterThanOrEqualTo(
                                                        6 * function.timeoutSeconds()));
            }
        }
    }

    @Test
    void productionTemplate_function_getsGlobalsUnderItsOwnVariables() throws Exception {
        CloudTemplate.Function posts =
                production(Map.of("TextRetentionDays", "7")).function("AnalyzePostsFunction");
        assertThat(posts.handler()).isEqualTo("dev.earshot.analyzeposts.Handler::handleRequest");
        assertThat(posts.image()).isTrue();
        assertThat(posts.environment())
                .containsEntry("TABLE_NAME", "stack-table")
                .containsEntry("TEXT_RETENTION_DAYS", "7")
                .containsEntry("RESULT_RETENTION_DAYS", "400")
                .containsEntry("VAULT_BUCKET", "earshot-vault-000000000000-local")
                .containsEntry(
                        "PSEUDONYM_KEY_SECRET_ARN",
                        "arn:aws:secretsmanager:eu-west-1:000000000000:secret:stack-pseudonym-key");
        assertThat(posts.queueTriggers())
                .containsExactly(
                        new CloudTemplate.QueueTrigger(
                                "arn:aws:sqs:eu-west-1:000000000000:earshot-posts", 100, true, 20));
    }

    @Test
    void productionTemplate_media_isAnnouncedUnderItsPrefixAloneAndTakenFromItsQueue()
            throws Exception {
        CloudTemplate template = production(Map.of());
        List<CloudTemplate.Announcement> media = template.bucket("MediaBucket").announcements();

        assertThat(media).anyMatch(each -> each.matches("ObjectCreated:Put", "media/a"));
        assertThat(media).anyMatch(each -> each.matches("ObjectRemoved:Delete", "media/a"));
        assertThat(media)
                .noneMatch(each -> each.matches("ObjectCreated:Put", "other/a"))
                .noneMatch(each -> each.matches("ObjectTagging:Put", "media/a"))
                .allMatch(each -> each.queueArn().equals(template.queue("MediaQueue").arn()));
        assertThat(template.function("AnalyzeMediaFunction").queueTriggers())
                .containsExactly(
                        new CloudTemplate.QueueTrigger(
                                template.queue("MediaQueue").arn(), 4, true, 10));
        assertThat(template.bucket("VaultBucket").announcements()).isEmpty();
    }

    @Test
    void productionTemplate_routes_areClosedUnlessSaid() throws Exception {
        CloudTemplate.Api api = production(Map.of()).api().orElseThrow();
        assertThat(
                        api.routes().stream()
                                .filter(route -> route.authorizer() == null)
                                .map(CloudTemplate.Route::path))
                .containsExactlyInAnyOrder("/", "/v1/health", "/v1/openapi.json", "/{proxy+}");
        assertThat(api.cors()).isEmpty();
        assertThat(
                        production(
                                        Map.of(
                                                "CorsAllowOrigins",
                                                "https://a.example,https://b.example"))
                                .api()
                                .orElseThrow()
                                .cors()
                                .orElseThrow()
                                .origins())
                .containsExactly("https://a.example", "https://b.example");
    }

    /**
     * Each event costs the alias of query-api a permission of about 400 bytes, and its policy may
     * have 20 KB. Routes to come must not need any.
     */
    @Test
    void productionTemplate_eventsOfQueryApi_doNotGrowWithItsRoutes() throws Exception {
        assertThat(
                        production(Map.of()).api().orElseThrow().routes().stream()
                                .filter(route -> route.functionId().equals("QueryApiFunction")))
                .hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void productionTemplate_table_hasStreamAndLifetime() throws Exception {
        CloudTemplate.Table table = production(Map.of()).table("Table");
        assertThat(table.keys()).containsExactly("PK", "SK");
        assertThat(table.streamView()).isEqualTo("NEW_AND_OLD_IMAGES");
        assertThat(table.lifetimeAttribute()).isEqualTo("expiresAt");
    }

    @Test
    void productionTemplate_table_hasTheIndexOfAuthorsWithoutTexts() throws Exception {
        assertThat(production(Map.of()).table("Table").indexes())
                .singleElement()
                .satisfies(
                        index -> {
                            assertThat(index.name()).isEqualTo("authors");
                            assertThat(index.keys()).containsExactly("gp", "gs");
                            // Where a text lies, and its key.
                            assertThat(index.carried())
                                    .contains("au", "expiresAt")
                                    .doesNotContain("to", "tn", "tk");
                        });
    }

    @Test
    void productionTemplate_loops_makeQueuesWithTheirRedrive() throws Exception {
        CloudTemplate template = production(Map.of("Prefix", "mine"));

        assertThat(template.queues().stream().map(CloudTemplate.Queue::name))
                .containsExactlyInAnyOrder(
                        "mine-posts",
                        "mine-posts-dead-letter",
                        "mine-jobs",
                        "mine-jobs-dead-letter",
                        "mine-media",
                        "mine-media-dead-letter",
                        "mine-alerts",
                        "mine-alerts-dead-letter",
                        "mine-score-failures");
        assertThat(template.queue("JobsQueue").attributes().get("RedrivePolicy"))
                .contains(template.queue("JobsDeadLetterQueue").arn());
    }

    /**
     * SAM publishes a version when the code changes or when a property of the version does. Without
     * this, an alias would keep the environment of the day on which its code was deployed.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "QueryApiFunction",
                "ApiKeyAuthorizerFunction",
                "ManageKeysFunction",
                "AnalyzePostsFunction",
                "ExplainPostFunction",
                "AnalyzeMediaFunction"
            })
    void productionTemplate_parameterThatReachesAnAlias_changesItsVersion(String id)
            throws Exception {
        CloudTemplate.Function before = production(Map.of()).function(id);
        Map<String, String> unseen = new LinkedHashMap<>();
        for (Map.Entry<String, String> changed : changedParameters().entrySet()) {
            CloudTemplate.Function after =
                    production(Map.of(changed.getKey(), changed.getValue())).function(id);
            boolean reaches =
                    !after.environment().equals(before.environment())
                            || after.memoryMegabytes() != before.memoryMegabytes()
                            || changed.getKey().equals("Tracing");
            if (reaches && after.versionDescription().equals(before.versionDescription())) {
                unseen.put(changed.getKey(), changed.getValue());
            }
        }

        assertThat(unseen).isEmpty();
        assertThat(before.versionDescription()).isNotBlank().hasSizeLessThanOrEqualTo(256);
    }

    /** Each parameter with a value that is not its default. */
    private static Map<String, String> changedParameters() throws Exception {
        Map<String, Object> template =
                CloudFormationYaml.load(
                        Files.readString(
                                Path.of(System.getProperty("earshot.root"), "template.yaml")),
                        "template.yaml");
        Map<String, String> changed = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(template.get("Parameters")))
                .forEach(
                        (name, raw) -> {
                            Map<?, ?> declared = (Map<?, ?>) raw;
                            String given = String.valueOf(declared.get("Default"));
                            String other =
                                    declared.get("AllowedValues") instanceof List<?> allowed
                                            ? allowed.stream()
                                                    .map(String::valueOf)
                                                    .filter(value -> !value.equals(given))
                                                    .findFirst()
                                                    .orElseThrow()
                                            : given + "1";
                            changed.put(
                                    String.valueOf(name),
                                    given.startsWith("rate(") ? "rate(2 hours)" : other);
                        });
        return changed;
    }
}
