package dev.earshot.evaluation.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.text.Sentiment;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.evaluation.behaviour.Behaviour.Case;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.model.KeywordTextModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

final class BehaviourSuiteTest {
    private static final BehaviourSuite SUITE = BehaviourSuite.make(200, 1);

    @Test
    void make_everyRow_hasTwoHundredDistinctCases() {
        for (Behaviour row : SUITE.rows()) {
            assertThat(new HashSet<>(row.cases())).as(row.name()).hasSizeGreaterThanOrEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "de", "fr", "it", "pt", "ar"})
    void in_otherLanguage_hasTwoHundredCasesWithoutPlaceholders(String language) {
        Behaviour row = BehaviourSuite.in(language, 200, 1).rows().getFirst();

        assertThat(new HashSet<>(row.cases())).hasSizeGreaterThanOrEqualTo(200);
        assertThat(row.cases()).extracting(Case::first).noneMatch(text -> text.contains("{"));
    }

    @Test
    void make_everyCase_hasNoPlaceholderLeft() {
        for (Behaviour row : SUITE.rows()) {
            for (Case each : row.cases()) {
                assertThat(each.first() + each.second()).doesNotContain("{", "}", "(n)", "=>");
            }
        }
    }

    @Test
    void make_invariances_changeTheSentence() {
        for (Behaviour row : SUITE.rows()) {
            long changed =
                    row.cases().stream()
                            .filter(each -> !each.first().equals(each.second()))
                            .count();
            long pairs =
                    row.cases().stream()
                            .filter(each -> !(each.expectation() instanceof Expectation.OneOf))
                            .count();
            assertThat(changed).as(row.name()).isGreaterThanOrEqualTo(pairs * 9 / 10);
        }
    }

    @Test
    void make_sameSeed_givesTheSameCases() {
        assertThat(BehaviourSuite.make(200, 1).rows()).isEqualTo(SUITE.rows());
    }

    @ParameterizedTest
    @EnumSource(Disturbance.class)
    void disturbance_ofAPost_keepsMostOfIt(Disturbance disturbance) {
        String post = "I do not like the waiting room of this place.";
        String changed = disturbance.apply(post, new Random(4));
        assertThat(changed).isNotEqualTo(post);
        Set<Integer> letters = new HashSet<>(post.chars().boxed().toList());
        assertThat(changed.chars().filter(letters::contains).count())
                .isGreaterThan(post.length() - 6);
    }

    @Test
    void direction_probabilityFallsByMoreThanTheSlack_isNotMet() {
        var stronger = new Expectation.Direction(SentimentLabel.POSITIVE, true);
        Verdict before = verdict(0.1, 0.2, 0.7);
        assertThat(stronger.met(before, verdict(0.1, 0.25, 0.65))).isTrue();
        assertThat(stronger.met(before, verdict(0.1, 0.35, 0.55))).isFalse();
    }

    @Test
    void report_modelThatKnowsTwoWords_failsWhereTheyMislead() {
        TextReader reader =
                new TextReader(
                        new KeywordTextModel(),
                        (text, declared) ->
                                new dev.earshot.core.text.LanguageIdentifier.Language("en", 1),
                        Set.of("en"));
        BehaviourReport report = BehaviourReport.of(SUITE, reader);
        assertThat(rate(report, "added handle")).isZero();
        assertThat(rate(report, "negated positive")).isGreaterThan(50);
        assertThat(rate(report, "sentiment-laden words")).isGreaterThan(50);
        assertThat(report.table()).hasSize(SUITE.rows().size() + 2);
    }

    private static double rate(BehaviourReport report, String row) {
        return Optional.ofNullable(report.rates().get(row)).orElseThrow();
    }

    private static Verdict verdict(double negative, double neutral, double positive) {
        return new Verdict(SentimentLabel.POSITIVE, new Sentiment(negative, neutral, positive));
    }

    @Test
    void onPosts_realPosts_giveARowForEachDisturbance() {
        assertThat(BehaviourSuite.onPosts(List.of("We do not know yet. Maybe tomorrow."), 3))
                .hasSize(Disturbance.values().length);
    }
}
