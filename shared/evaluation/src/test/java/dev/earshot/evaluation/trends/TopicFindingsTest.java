package dev.earshot.evaluation.trends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.evaluation.report.Figure;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

final class TopicFindingsTest {
    @Test
    @Tag("long")
    void run_ofASmallWeek_findsMostTopicsByEachLawAndTellsFewOthers() {
        List<Figure> figures = TopicFindings.run(20_000);

        assertThat(figures)
                .filteredOn(figure -> figure.name().contains("found at all"))
                .hasSize(TopicLaw.values().length)
                .allSatisfy(figure -> assertThat(figure.value()).isGreaterThanOrEqualTo(0.8));
        assertThat(figures)
                .filteredOn(figure -> figure.name().contains("of those told"))
                .allSatisfy(figure -> assertThat(figure.value()).isGreaterThanOrEqualTo(0.5));
    }
}
