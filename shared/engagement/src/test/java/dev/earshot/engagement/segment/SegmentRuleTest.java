package dev.earshot.engagement.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.FieldException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

final class SegmentRuleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "#diabetes",
                "Ramadan",
                "gay",
                "#ProudUnionMember",
                "#TradeUnion",
                "Gewerkschaft",
                "schwanger",
                "#BlackLivesMatter",
                "refugees",
                "#livingwithcancer",
                "democrats",
                "église"
            })
    void rule_bySensitiveTrait_isRefusedWithTheArticle(String term) {
        assertThatThrownBy(() -> Crowd.about(term))
                .isInstanceOf(FieldException.class)
                .hasMessageContaining("Article 9(1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tea", "#delivery", "price", "headphones", "garden", "running", "votive"})
    void rule_byOrdinaryWords_isTaken(String term) {
        assertThat(Crowd.about(term).about()).hasSize(1);
    }

    @Test
    void rule_withoutCondition_isRefused() {
        assertThatThrownBy(Crowd::about).hasMessageContaining("must have a condition");
    }

    @Test
    void implies_narrowerRule_holdsOneWayOnly() {
        SegmentRule wide = Crowd.about("tea", "milk");
        SegmentRule narrow =
                new SegmentRule(
                        List.of("tea"),
                        Optional.empty(),
                        Optional.of("en"),
                        Optional.empty(),
                        3,
                        0);

        assertThat(narrow.implies(wide)).isTrue();
        assertThat(wide.implies(narrow)).isFalse();
        assertThat(narrow.excludes(Crowd.speaking("de"))).isTrue();
        assertThat(narrow.excludes(wide)).isFalse();
    }
}
