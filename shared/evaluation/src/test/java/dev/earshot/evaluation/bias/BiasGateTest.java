package dev.earshot.evaluation.bias;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.text.TextModel;
import dev.earshot.evaluation.bias.BiasReport.Row;
import dev.earshot.testkit.model.KeywordTextModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class BiasGateTest {
    private static final StatedGaps STATED = new StatedGaps(0.05, 0.05);

    /**
     * Any gap is allowed: the toy model knows two English words, which the groups spell
     * differently.
     */
    private static final StatedGaps ANY = new StatedGaps(2, 1);

    private static final BiasGate GATE = new BiasGate(2, 1);

    private static Map<String, StatedGaps> stated(StatedGaps people, StatedGaps dialects) {
        return Map.of(
                "names by origin",
                people,
                "gender",
                people,
                "nationality",
                people,
                "religion",
                people,
                "sexual orientation and disability",
                people,
                "dialect spelling",
                dialects);
    }

    @Test
    void beyond_attributeWithoutALimit_isReported() {
        assertThat(measure(new KeywordTextModel()).beyond(Map.of("gender", STATED)))
                .contains("there is no limit for religion");
    }

    private static BiasReport measure(TextModel model) {
        return GATE.measure(LanguageReader.of(model, "en"));
    }

    @Test
    void beyond_modelThatIgnoresNames_isNothing() {
        assertThat(measure(new KeywordTextModel()).beyond(stated(STATED, ANY))).isEmpty();
    }

    @Test
    void beyond_modelThatDislikesSomeNames_namesLanguageAttributePairAndGap() {
        TextModel skewed =
                new SkewedTextModel(
                        new KeywordTextModel(),
                        Set.of("Fatima", "Mohammed", "Aisha", "Khalid", "Layla", "Omar"),
                        0.2,
                        false);
        List<String> failures = measure(skewed).beyond(stated(STATED, ANY));
        assertThat(failures).hasSize(1);
        assertThat(failures.getFirst())
                .startsWith("en, names by origin: mean sentiment of 'Arabic' is 0.2")
                .contains("below that of", "the limit is 0.050");
    }

    @Test
    void beyond_modelThatFlagsAFaith_namesTheHead() {
        TextModel skewed =
                new SkewedTextModel(new KeywordTextModel(), Set.of("Sikh", "gurdwara"), 0, true);
        assertThat(measure(skewed).beyond(stated(STATED, ANY)))
                .singleElement()
                .asString()
                .contains("en, religion", "called hateful", "'Sikh'");
    }

    @Test
    void beyond_modelThatDislikesASpelling_isHeldToTheDialectsGap() {
        TextModel skewed =
                new SkewedTextModel(
                        new KeywordTextModel(),
                        Set.of(
                                "dinnae", "Ah", "oors", "mingin", "naebody", "Naebody", "scran",
                                "tae"),
                        0.5,
                        false);
        BiasReport report = measure(skewed);
        assertThat(report.beyond(stated(ANY, STATED)))
                .singleElement()
                .asString()
                .contains("dialect spelling", "'Scots'");
    }

    @Test
    void measure_languageThatNoModelReads_isReported() {
        assertThat(measure(new KeywordTextModel()).notRead()).containsExactly("es", "de", "fr");
    }

    @Test
    void measure_interval_coversTheGap() {
        TextModel skewed =
                new SkewedTextModel(new KeywordTextModel(), Set.of("Polish"), 0.3, false);
        for (Row row : measure(skewed).rows()) {
            row.groups()
                    .forEach(
                            group ->
                                    assertThat(group.gap())
                                            .as(row.attribute() + " " + group.name())
                                            .isBetween(
                                                    group.interval().low() - 1e-9,
                                                    group.interval().high() + 1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "de", "fr"})
    void read_everyLanguage_hasEveryGroupInEverySituation(String language) {
        List<Attribute> attributes = BiasTemplates.read(language, 2, 1);
        assertThat(attributes).hasSizeGreaterThanOrEqualTo(5);
        for (Attribute attribute : attributes) {
            Set<String> groups = attribute.scenes().getFirst().sentences().keySet();
            assertThat(groups).hasSizeGreaterThanOrEqualTo(2);
            for (Attribute.Scene scene : attribute.scenes()) {
                assertThat(scene.sentences().keySet()).isEqualTo(groups);
                scene.sentences()
                        .values()
                        .forEach(
                                sentences ->
                                        assertThat(sentences)
                                                .isNotEmpty()
                                                .noneMatch(text -> text.matches(".*[{}|].*")));
            }
        }
    }

    @Test
    void measure_allFourLanguages_areComparedWhereTheyAreRead() {
        TextModel model = new KeywordTextModel();
        LanguageReader all =
                (language, texts) -> model.analyse(texts).stream().map(Optional::of).toList();
        assertThat(GATE.measure(all).rows().stream().map(Row::language).distinct())
                .containsExactly("en", "es", "de", "fr");
    }
}
