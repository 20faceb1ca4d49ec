package dev.earshot.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

final class TemplateReaderTest {
    private static final Surroundings HERE =
            new Surroundings("000000000000", "eu-west-1", "stack", "http://127.0.0.1:9324");

    private static CloudTemplate production(Map<String, String> parameters) throws Exception {
        return TemplateReader.read(
                Path.of(System.getProperty("earshot.root"), "template.yaml"), parameters, HERE);
    }

    private static CloudTemplate read(String resources) {
        return TemplateReader.read("Resources:\n" + resources.indent(2), "test", Map.of(), HERE);
    }

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
    void stream_ofATable_isReadWithItsFilter() {
        CloudTemplate template =
                read(
                        """
                        T:
                          Type: AWS::DynamoDB::Table
                          Properties:
                            AttributeDefinitions: [{AttributeName: PK, AttributeType: S}]
                            KeySchema: [{AttributeName: PK, KeyType: HASH}]
                            StreamSpecification: {StreamViewType: NEW_IMAGE}
                        F:
                          Type: AWS::Serverless::Function
                          Properties:
                            Handler: a.B
                            Events:
                              Changes:
                                Type: DynamoDB
                                Properties:
                                  Stream: !GetAtt T.StreamArn
                                  StartingPosition: TRIM_HORIZON
                                  FunctionResponseTypes: [ReportBatchItemFailures]
                                  FilterCriteria: {Filters: [{Pattern: '{"eventName":["INSERT"]}'}]}
                        """);
        CloudTemplate.StreamTrigger trigger = template.function("F").streamTriggers().getFirst();

        assertThat(template.tableByStreamArn(trigger.streamArn()).orElseThrow().id())
                .isEqualTo("T");
        assertThat(trigger)
                .isEqualTo(
                        new CloudTemplate.StreamTrigger(
                                trigger.streamArn(),
                                100,
                                true,
                                true,
                                -1,
                                null,
                                List.of("{\"eventName\":[\"INSERT\"]}")));
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
    void functions_ofTheLanguage_areEvaluated() {
        CloudTemplate template =
                TemplateReader.read(
                        """
                        Parameters:
                          Kind: {Type: String, Default: big}
                          Names: {Type: CommaDelimitedList, Default: 'x,y'}
                        Conditions:
                          IsBig: !Equals [!Ref Kind, big]
                          IsNot: !Not [{Condition: IsBig}]
                          Both: !And [{Condition: IsBig}, !Not [{Condition: IsNot}]]
                          Either: !Or [{Condition: IsNot}, {Condition: IsBig}]
                        Resources:
                          Left:
                            Type: AWS::SQS::Queue
                            Condition: IsNot
                          Right:
                            Type: AWS::SQS::Queue
                            Condition: Both
                            Properties:
                              QueueName: !Join ['-', [!Select [1, !Ref Names], !Sub ['${a}-${!b}', {a: !Ref Kind}]]]
                              DelaySeconds: !If [Either, 3, !Ref AWS::NoValue]
                              VisibilityTimeout: !If [IsNot, 3, !Ref AWS::NoValue]
                              ReceiveMessageWaitTimeSeconds: !Select [0, !Split ['|', '4|5']]
                        """,
                        "test",
                        Map.of(),
                        HERE);
        assertThat(template.queues()).hasSize(1);
        CloudTemplate.Queue queue = template.queues().getFirst();
        assertThat(queue.name()).isEqualTo("y-big-${b}");
        assertThat(queue.attributes())
                .isEqualTo(Map.of("DelaySeconds", "3", "ReceiveMessageWaitTimeSeconds", "4"));
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

    @Test
    void loops_ofResourcesAndConditions_areExpanded() {
        CloudTemplate template =
                TemplateReader.read(
                        """
                        Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
                        Parameters:
                          Wanted: {Type: String, Default: Left}
                        Mappings:
                          Sides:
                            Left: {Name: port}
                            Right: {Name: starboard}
                        Conditions:
                          Fn::ForEach::Sides: [Side, [Left, Right], {'Has${Side}': !Equals [!Ref Wanted, !Ref Side]}]
                        Resources:
                          Fn::ForEach::Queues:
                            - Side
                            - [Left, Right]
                            - ${Side}Queue:
                                Type: AWS::SQS::Queue
                                Condition: Has${Side}
                                Properties:
                                  QueueName: !Sub ['${name}-queue', {name: !FindInMap [Sides, !Ref Side, Name]}]
                        """,
                        "test",
                        Map.of("Wanted", "Right"),
                        HERE);

        assertThat(template.queues()).hasSize(1);
        assertThat(template.queue("RightQueue").name()).isEqualTo("starboard-queue");
    }

    @Test
    void mappingWithoutTheKey_isRefusedByName() {
        assertThatThrownBy(
                        () ->
                                TemplateReader.read(
                                        """
                                        Mappings:
                                          Sides: {Left: {Name: port}}
                                        Resources:
                                          Queue:
                                            Type: AWS::SQS::Queue
                                            Properties:
                                              QueueName: !FindInMap [Sides, Right, Name]
                                        """,
                                        "test",
                                        Map.of(),
                                        HERE))
                .isInstanceOf(TemplateException.class)
                .hasMessage("Queue.QueueName: Mappings has no Sides.Right.Name");
    }

    @Test
    void unknownTag_isRefusedWithItsLine() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "Queue:\n  Type: AWS::SQS::Queue\n  Properties:\n"
                                                + "    QueueName: !Reff x\n"))
                .isInstanceOf(TemplateException.class)
                .hasMessage("unknown tag !Reff at line 5");
    }

    @Test
    void knownTagWithoutMeaningHere_isRefusedByName() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "Queue:\n  Type: AWS::SQS::Queue\n  Properties:\n"
                                                + "    QueueName: !ImportValue x\n"))
                .isInstanceOf(TemplateException.class)
                .hasMessage(
                        "Queue.QueueName: the embedded cloud does not know the function "
                                + "Fn::ImportValue");
    }

    @Test
    void unknownReference_isRefusedByName() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "Queue:\n  Type: AWS::SQS::Queue\n  Properties:\n"
                                                + "    QueueName: !Ref Nothing\n"))
                .hasMessage("Queue.QueueName: no parameter or resource is named Nothing");
    }

    @Test
    void triggerThatCannotFire_isRefused() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "F:\n"
                                                + "  Type: AWS::Serverless::Function\n"
                                                + "  Properties:\n"
                                                + "    Handler: a.B\n"
                                                + "    Events:\n"
                                                + "      Tick: {Type: Kinesis}\n"))
                .hasMessage(
                        "F.Events.Tick: the embedded cloud cannot fire a trigger of type "
                                + "Kinesis");
    }

    @Test
    void schedule_rate_isRead() {
        CloudTemplate.ScheduleTrigger trigger =
                read("F:\n"
                                + "  Type: AWS::Serverless::Function\n"
                                + "  Properties:\n"
                                + "    Handler: a.B\n"
                                + "    Events:\n"
                                + "      Tick:\n"
                                + "        Type: Schedule\n"
                                + "        Properties: {Schedule: rate(5 minutes)}\n")
                        .function("F")
                        .scheduleTriggers()
                        .getFirst();

        assertThat(trigger.rate()).isEqualTo(java.time.Duration.ofMinutes(5));
        assertThat(trigger.id()).isEqualTo("Tick");
    }

    @Test
    void schedule_cron_isRefused() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "F:\n"
                                                + "  Type: AWS::Serverless::Function\n"
                                                + "  Properties:\n"
                                                + "    Handler: a.B\n"
                                                + "    Events:\n"
                                                + "      Tick:\n"
                                                + "        Type: Schedule\n"
                                                + "        Properties: {Schedule: 'cron(0 * * * ?"
                                                + " *)'}\n"))
                .hasMessageContaining("F.Events.Tick: the embedded cloud fires rate(...) alone");
    }

    @Test
    void unknownParameter_isRefused() {
        assertThatThrownBy(
                        () ->
                                TemplateReader.read(
                                        "Resources: {}", "test", Map.of("Nope", "1"), HERE))
                .hasMessage("the template has no parameter Nope");
    }

    @Test
    void yamlThatIsBroken_isRefusedWithThePlace() {
        assertThatThrownBy(() -> TemplateReader.read("a: [", "test.yaml", Map.of(), HERE))
                .hasMessageContaining("test.yaml is not readable YAML");
        assertThatThrownBy(() -> TemplateReader.read("a: 1\na: 2", "t", Map.of(), HERE))
                .hasMessageContaining("duplicate key");
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
