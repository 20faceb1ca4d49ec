package dev.earshot.core.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostFiles.Column;
import dev.earshot.core.post.PostFiles.Description;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class FileReportTest {
    private static final Instant READ = Instant.parse("2026-03-04T00:00:00Z");
    private static final Description TABLE =
            new Description(
                    "a table",
                    "UTF-8",
                    Optional.of('\t'),
                    List.of(
                            new Column("Te\txt\\n", Optional.of("text")),
                            new Column("", Optional.empty())),
                    Optional.of("dmy ('25/3/2026' in row 2)"),
                    List.of("one\nnote"));

    private static Decoded post(String id, String text, String at) {
        return new Decoded.Event(
                new PostEvent.Published(
                        new Post(
                                new PostId(Platform.X, id),
                                List.of(),
                                new Revision(0, READ, "d"),
                                Instant.parse(at),
                                text,
                                Optional.of("en"),
                                Optional.empty(),
                                Engagement.UNKNOWN,
                                List.of(
                                        new Reference(
                                                Reference.Kind.REPOST,
                                                new PostId(Platform.X, "9"))),
                                List.of(),
                                List.of("engagement.likes is negative: '-" + id + "'"))));
    }

    private static FileTally tally(FileTally tally) {
        tally.add(post("1", "a".repeat(300), "2026-03-02T00:00:00Z"));
        tally.add(post("2", "b", "2026-03-01T00:00:00Z"));
        tally.add(new Decoded.Rejected("row 3", "must be a time, got 'x'", "{}"));
        tally.add(new Decoded.Rejected("row 4", "must be a time, got 'y'", "{}"));
        tally.add(new Decoded.Irrelevant("row 5 adds up the others"));
        return tally;
    }

    @Test
    void tally_ofAFile_groupsReasonsAndTellsThePeriod() {
        FileReport report = tally(FileTally.of(TABLE)).report();

        assertThat(report.posts()).isEqualTo(2);
        assertThat(report.reposts()).isEqualTo(2);
        assertThat(report.from()).contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(report.to()).contains(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(report.refused())
                .containsExactly(
                        new FileReport.Reason(
                                "must be a time, got …", 2, "row 3: must be a time, got 'x'"));
        assertThat(report.notes())
                .singleElement()
                .extracting(FileReport.Reason::count)
                .isEqualTo(2L);
        assertThat(report.samples()).hasSize(2);
        assertThat(report.samples().getFirst().text()).hasSize(241).endsWith("…");
    }

    @Test
    void tally_ofPostsThatStateNoTime_countsThem() {
        FileTally tally = FileTally.of(TABLE);
        tally.add(post("1", "a", READ.toString()));
        tally.add(post("2", "b", "2026-03-01T00:00:00Z"));

        assertThat(tally.report().notes())
                .anySatisfy(
                        note -> {
                            assertThat(note.kind()).startsWith("states no time");
                            assertThat(note.count()).isEqualTo(1);
                        });
    }

    @Test
    void report_asText_comesBackWithoutItsSamples() {
        FileReport report = tally(FileTally.withoutSamples(TABLE)).report();

        assertThat(FileReportText.decoded(FileReportText.encoded(report))).isEqualTo(report);
        FileReport refused = FileReport.refused("no\tgood");
        assertThat(FileReportText.decoded(FileReportText.encoded(refused))).isEqualTo(refused);
    }

    @Test
    void tally_goneOnWith_countsAsIfItHadNotStopped() {
        FileTally whole = tally(tally(FileTally.withoutSamples(TABLE)));
        FileTally resumed =
                FileTally.withoutSamples(tally(FileTally.withoutSamples(TABLE)).report());

        assertThat(tally(resumed).report()).isEqualTo(whole.report());
    }
}
