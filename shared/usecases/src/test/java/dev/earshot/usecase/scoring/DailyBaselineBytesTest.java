package dev.earshot.usecase.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.post.Platform;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.graph.Standing;
import dev.earshot.influence.history.BrandDay;
import dev.earshot.influence.impact.AudienceSeries;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

final class DailyBaselineBytesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-04");
    private static final DailyBaseline BASELINE =
            new DailyBaseline(
                    "baseline-1",
                    Instant.parse("2026-03-05T00:00:00Z"),
                    7,
                    "table-3",
                    1L << 40,
                    List.of(
                            new AuthorSummary(
                                    Posts.author(1),
                                    Platform.MASTODON,
                                    "ja",
                                    Map.of("reach", 0.1, "rate", Double.MIN_VALUE),
                                    Map.of("acme", 1.0 / 3),
                                    TopicSketch.of("a fine kettle")),
                            new AuthorSummary(
                                    Posts.author(2),
                                    Platform.X,
                                    "",
                                    Map.of(),
                                    Map.of(),
                                    TopicSketch.EMPTY)),
                    Set.of(Posts.author(1), Posts.author(4)),
                    Map.of("acme", List.of("tea", "お茶"), "zenith", List.of()),
                    Map.of(
                            "acme",
                            Map.of(Posts.author(1), new Standing(0.1 + 0.2, 1.0 / 3, 4, 5)),
                            "acme#tea",
                            Map.of()),
                    Map.of(
                            "acme",
                            List.of(
                                    new AudienceSeries(
                                            Posts.author(3),
                                            "acme",
                                            DAY.minusDays(1),
                                            List.of(BrandDay.NONE, new BrandDay(4, 1, 2, 99)),
                                            new TreeSet<>(List.of(DAY)),
                                            3)),
                            "zenith",
                            List.of()));

    @Test
    void read_whatWasWritten_isTheSameToTheLastBit() throws IOException {
        assertThat(DailyBaselineBytes.read(DailyBaselineBytes.write(BASELINE))).isEqualTo(BASELINE);
    }

    @Test
    void read_cutOffAnywhere_isRefused() {
        byte[] bytes = DailyBaselineBytes.write(BASELINE);
        for (int length = 0; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> DailyBaselineBytes.read(part))
                    .as("first %d bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void read_oneBitTurned_isRefusedOrTheSame() {
        byte[] bytes = DailyBaselineBytes.write(BASELINE);
        for (int i = 0; i < 8 * bytes.length; i++) {
            byte[] turned = bytes.clone();
            turned[i / 8] ^= (byte) (1 << i % 8);
            try {
                // Bits of gzip's header, such as its time, do not affect the content.
                assertThat(DailyBaselineBytes.read(turned)).as("bit %d", i).isEqualTo(BASELINE);
            } catch (IOException e) {
                assertThat(e).as("bit %d", i).isNotNull();
            }
        }
    }

    @Test
    void read_contentThatNoBaselineHas_isRefusedThoughItsChecksumIsRight() throws IOException {
        byte[] plain = plain(DailyBaselineBytes.write(BASELINE));
        for (int i = 0; i < plain.length; i++) {
            byte[] turned = plain.clone();
            turned[i] ^= (byte) 0x80;
            try {
                DailyBaselineBytes.read(packed(turned));
            } catch (IOException e) {
                // Refused, as expected; any other exception fails the test.
                assertThat(e).isNotNull();
            }
        }
    }

    @Test
    void read_anotherForm_saysWhich() throws IOException {
        byte[] plain = plain(DailyBaselineBytes.write(BASELINE));
        plain[3] = 9;

        assertThatThrownBy(() -> DailyBaselineBytes.read(packed(plain)))
                .isInstanceOf(IOException.class)
                .hasMessage("the baseline is in form 9, not 2");
    }

    @Test
    void read_moreBytesThanABaseline_isRefused() throws IOException {
        byte[] plain = plain(DailyBaselineBytes.write(BASELINE));
        byte[] longer = Arrays.copyOf(plain, plain.length + 1);

        assertThatThrownBy(() -> DailyBaselineBytes.read(packed(longer)))
                .isInstanceOf(IOException.class)
                .hasMessage("more bytes follow the baseline");
    }

    private static byte[] plain(byte[] packed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    private static byte[] packed(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
