package dev.earshot.local.template;

import static dev.earshot.local.template.Templates.HERE;
import static dev.earshot.local.template.Templates.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What the reader makes of the language of templates, and how it refuses the rest. */
final class TemplateReaderTest {
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
}
