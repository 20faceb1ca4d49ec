package dev.earshot.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

final class ForEachTest {
    private static final List<String> TRANSFORMS =
            List.of("AWS::LanguageExtensions", "AWS::Serverless-2016-10-31");

    private static Map<String, Object> expand(String section) {
        return new ForEach(TRANSFORMS, Map.of("Names", List.of("Left", "Right"), "Kind", "big"))
                .expand(CloudFormationYaml.load(section, "test"));
    }

    private static Map<String, Object> yaml(String text) {
        return CloudFormationYaml.load(text, "expected");
    }

    @Test
    void loop_ofAList_makesItsFragmentForEachItemInOrder() {
        Map<String, Object> expanded =
                expand(
                        """
                        First: {Type: A}
                        Fn::ForEach::Queues:
                          - Queue
                          - [Posts, Jobs]
                          - ${Queue}Queue: {Type: B}
                            ${Queue}Policy: {Type: C, Queues: [{Ref: !Sub '${Queue}Queue'}]}
                        Last: {Type: D}
                        """);

        assertThat(expanded.keySet())
                .containsExactly(
                        "First", "PostsQueue", "PostsPolicy", "JobsQueue", "JobsPolicy", "Last");
        assertThat(expanded)
                .contains(
                        entry("JobsPolicy", yaml("{Type: C, Queues: [{Ref: !Sub 'JobsQueue'}]}")));
    }

    @Test
    void identifier_isReplacedInTextsKeysAndReferences() {
        assertThat(
                        expand(
                                """
                                Fn::ForEach::Alarms:
                                  - Metric
                                  - [Errors]
                                  - ${Metric}Alarm:
                                      Name: !Sub '${Prefix}-${Metric}'
                                      Metric: !Ref Metric
                                      Other: !Ref Metrics
                                      Value: !GetAtt [!Sub '${Metric}Queue', Arn]
                                      Tags: {'${Metric}': 1, Empty: }
                                """))
                .isEqualTo(
                        yaml(
                                """
                                ErrorsAlarm:
                                  Name: !Sub '${Prefix}-Errors'
                                  Metric: Errors
                                  Other: !Ref Metrics
                                  Value: !GetAtt [!Sub ErrorsQueue, Arn]
                                  Tags: {Errors: 1, Empty: }
                                """));
    }

    @Test
    void identifierWithAmpersand_keepsLettersAndDigitsAlone() {
        assertThat(expand("Fn::ForEach::Hosts: [Host, [10.0.0.1], {'H&{Host}': '${Host}'}]"))
                .containsExactly(entry("H10001", "10.0.0.1"));
    }

    @Test
    void loopInALoop_besideAResource_makesEveryPair() {
        Map<String, Object> expanded =
                expand(
                        """
                        Fn::ForEach::Functions:
                          - Function
                          - [Read, Write]
                          - ${Function}Role: {Type: R}
                            Fn::ForEach::Alarms:
                              - Metric
                              - [Errors, Throttles]
                              - ${Function}${Metric}: {Of: !Ref Function, What: !Ref Metric}
                        """);

        assertThat(expanded.keySet())
                .containsExactly(
                        "ReadRole",
                        "ReadErrors",
                        "ReadThrottles",
                        "WriteRole",
                        "WriteErrors",
                        "WriteThrottles");
        assertThat(expanded)
                .contains(entry("WriteErrors", Map.of("Of", "Write", "What", "Errors")));
    }

    @Test
    void innerCollection_mayUseTheOuterIdentifier() {
        assertThat(
                        expand(
                                        """
                                        Fn::ForEach::Outer:
                                          - Outer
                                          - [A, B]
                                          - Fn::ForEach::Inner:
                                              - Inner
                                              - ['${Outer}1', !Ref Outer]
                                              - X${Inner}: {}
                                        """)
                                .keySet())
                .containsExactly("XA1", "XA", "XB1", "XB");
    }

    @Test
    void loopInProperties_makesProperties() {
        assertThat(
                        expand(
                                """
                                Table:
                                  Properties:
                                    Fn::ForEach::Switches: [Switch, [One, Two], {'${Switch}': true}]
                                """))
                .containsExactly(
                        entry("Table", Map.of("Properties", Map.of("One", true, "Two", true))));
    }

    @Test
    void collection_mayBeAParameterOfAListType() {
        assertThat(expand("Fn::ForEach::L: [Name, !Ref Names, {'${Name}': {}}]").keySet())
                .containsExactly("Left", "Right");
    }

    @Test
    void loopWithoutTheTransformInFront_isRefusedWithTheRemedy() {
        Map<String, Object> section = yaml("Fn::ForEach::L: [Name, [A], {'${Name}': {}}]");

        for (Object transforms :
                List.of("AWS::Serverless-2016-10-31", List.of(), TRANSFORMS.reversed())) {
            assertThatThrownBy(() -> new ForEach(transforms, Map.of()).expand(section))
                    .isInstanceOf(TemplateException.class)
                    .hasMessage(
                            "Fn::ForEach::L needs AWS::LanguageExtensions as the first item of the"
                                    + " template's Transform");
        }
        assertThatThrownBy(() -> new ForEach(null, Map.of()).expand(section))
                .isInstanceOf(TemplateException.class);
    }

    @Test
    void loopOfAnotherShape_isRefusedByName() {
        for (String loop :
                List.of(
                        "Fn::ForEach::L: [Name, [A]]",
                        "Fn::ForEach::L: {Name: A}",
                        "Fn::ForEach::L: [[Name], [A], {}]",
                        "Fn::ForEach::L: [Name, [A], text]",
                        "Fn::ForEach::L:")) {
            assertThatThrownBy(() -> expand(loop))
                    .hasMessageStartingWith(
                            "Fn::ForEach::L needs an identifier, a collection and a mapping, but got");
        }
    }

    @Test
    void identifierOfAParameterOrAnOuterLoop_isRefused() {
        assertThatThrownBy(() -> expand("Fn::ForEach::L: [Kind, [A], {'${Kind}': {}}]"))
                .hasMessage(
                        "Fn::ForEach::L: a parameter or an outer loop is also named Kind; choose"
                                + " another identifier");
        assertThatThrownBy(
                        () ->
                                expand(
                                        "Fn::ForEach::Outer: [X, [A], {'Fn::ForEach::Inner':"
                                                + " [X, [B], {'${X}': {}}]}]"))
                .hasMessageStartingWith("Fn::ForEach::Inner: a parameter or an outer loop");
    }

    @Test
    void collectionThatIsNoListOfTexts_isRefused() {
        for (String collection :
                List.of("!Ref Kind", "!Ref Nothing", "A", "[[A]]", "[!GetAtt Queue.Arn]")) {
            assertThatThrownBy(
                            () ->
                                    expand(
                                            "Fn::ForEach::L: [Name, "
                                                    + collection
                                                    + ", {'${Name}': 1}]"))
                    .hasMessageStartingWith(
                            "Fn::ForEach::L: the collection must be a list of texts or a Ref to a"
                                    + " parameter that is one, but is");
        }
    }

    @Test
    void nameMadeTwice_isRefusedWithTheRemedy() {
        assertThatThrownBy(() -> expand("Fn::ForEach::L: [Name, [A, B], {Fixed: {}}]"))
                .hasMessage(
                        "Fn::ForEach::L: Fixed is declared twice; give each iteration its own name"
                                + " with the loop's identifier");
        assertThatThrownBy(
                        () ->
                                expand(
                                        "{'Fn::ForEach::L': [Name, [A], {'${Name}Q': {}}], AQ:"
                                                + " {}}"))
                .hasMessageStartingWith("AQ is declared twice");
    }
}
