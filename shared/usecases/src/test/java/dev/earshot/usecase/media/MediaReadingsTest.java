package dev.earshot.usecase.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaAnalysis.Status;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoText;
import dev.earshot.reading.TextReader;
import dev.earshot.reading.brand.BrandMatcher;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.model.MagicNumberVisionModel;
import dev.earshot.usecase.media.MediaReadings.File;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

final class MediaReadingsTest {
    private static final File FILE = new File(new WorkspaceId("acme"), "media/x", "0A");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final byte[] PICTURE =
            "\u00ff\u00d8\u00ffrest".getBytes(StandardCharsets.ISO_8859_1);
    private static final ModelVersion LOOKER = new ModelVersion("looker", "1", "4".repeat(64));
    private static final BrandMatcher MATCHER =
            BrandMatcher.of(
                    new BrandCatalogue(1, List.of(Brand.named("coffee-co", "Good Coffee"))));

    private static MediaReadings readings(String language) {
        return new MediaReadings(
                new MagicNumberVisionModel(),
                new TextReader(
                        new KeywordTextModel(),
                        (text, declared) -> new Language(language, .99),
                        Set.of("en")),
                InstantSource.fixed(NOW));
    }

    @Test
    void read_picture_hasItsTextReadAndNamesEveryModel() {
        MediaAnalysis analysis = readings("en").read(FILE, PICTURE, MATCHER);

        assertThat(analysis.status())
                .isEqualTo(new Status.Analysed(MagicNumberVisionModel.FINDINGS));
        assertThat(analysis.textReading().orElseThrow().label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(analysis.brands()).containsExactly("coffee-co");
        assertThat(analysis.models())
                .extracting(ModelVersion::name)
                .containsExactly("magic-number", "keyword");
        assertThat(analysis.analysedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00.123Z"));
        assertThat(analysis.version()).isEqualTo("0A");
    }

    @Test
    void read_pictureWithTextInAnUnknownLanguage_namesTheModelsThatAbstained() {
        MediaAnalysis analysis = readings("fr").read(FILE, PICTURE, MATCHER);

        assertThat(analysis.textReading().orElseThrow()).isInstanceOf(Reading.Abstained.class);
        assertThat(analysis.models())
                .extracting(ModelVersion::name)
                .containsExactly("magic-number", "keyword");
    }

    @Test
    void watched_videoWithoutText_hasNoReadingAndOnlyTheModelsThatLooked() {
        MediaAnalysis analysis = readings("en").watched(FILE, findings(), List.of(LOOKER), MATCHER);

        assertThat(analysis.status()).isEqualTo(new Status.Watched(findings()));
        assertThat(analysis.textReading()).isEmpty();
        assertThat(analysis.models()).containsExactly(LOOKER);
        assertThat(analysis.brands()).isEmpty();
    }

    @Test
    void watched_videoWithText_isReadAsOneText() {
        MediaAnalysis analysis =
                readings("en")
                        .watched(
                                FILE,
                                findings(
                                        new VideoText("bad", 0, 1, 1),
                                        new VideoText("tea", 1, 2, 1)),
                                List.of(LOOKER),
                                MATCHER);

        assertThat(analysis.textReading().orElseThrow().label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(analysis.models()).hasSize(2).startsWith(LOOKER);
    }

    private static VideoFindings findings(VideoText... lines) {
        return new VideoFindings(
                2,
                64,
                48,
                50,
                List.of(),
                List.of(),
                List.of(),
                List.of(lines),
                List.of(),
                OptionalDouble.empty());
    }

    @Test
    void jobId_isTheSameForOneEventAndAnotherForAnyOther() {
        String id = MediaReadings.jobId(FILE, "");

        assertThat(id).matches("[0-9a-f]{32}").isEqualTo(MediaReadings.jobId(FILE, ""));
        assertThat(
                        Set.of(
                                id,
                                MediaReadings.jobId(FILE, "cause"),
                                MediaReadings.jobId(
                                        new File(FILE.workspace(), "media/x", "0B"), ""),
                                MediaReadings.jobId(
                                        new File(FILE.workspace(), "media/y", "0A"), ""),
                                MediaReadings.jobId(
                                        new File(new WorkspaceId("rival"), "media/x", "0A"), "")))
                .hasSize(5);
    }

    @Test
    void tooLarge_namesBothSizes() {
        assertThat(MediaReadings.tooLarge(101, 100))
                .isEqualTo("the file has 101 bytes, more than the 100 that a picture may have");
    }
}
