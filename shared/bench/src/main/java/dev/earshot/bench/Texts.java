package dev.earshot.bench;

import dev.earshot.cli.demo.Sample;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.local.Project;
import dev.earshot.wire.PostReader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * English posts to measure with: real tweets if available, else those of the bundled sample.
 *
 * @param origin where they come from, and how many there are
 */
record Texts(List<String> texts, String origin) {
    private static final int MAX_TEXTS = 2_000;

    /** The folder of labelled data, which may be missing. */
    static Path data() {
        return Path.of(
                System.getProperty(
                        "earshot.data",
                        Project.root().resolveSibling("shared").resolve("data").toString()));
    }

    static Texts load() throws IOException {
        Path tweets = data().resolve("text/sentiment_en_tweeteval.dev.tsv.gz");
        return Files.isRegularFile(tweets) ? tweets(tweets) : sample();
    }

    private static Texts tweets(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            List<String> header = List.of(lines.readLine().split("\t", -1));
            int column = header.indexOf("text");
            for (String line = lines.readLine();
                    line != null && texts.size() < MAX_TEXTS;
                    line = lines.readLine()) {
                texts.add(line.split("\t", -1)[column]);
            }
        }
        return new Texts(texts, texts.size() + " real tweets (" + file.getFileName() + ")");
    }

    private static Texts sample() {
        var reader = new PostReader(new Pseudonymiser(new byte[32]));
        List<String> texts = new ArrayList<>();
        Instant now = Instant.EPOCH.plusSeconds(1_700_000_000);
        for (Sample.Message message : Sample.at(now).messages()) {
            var raw =
                    new PostMessage(
                            "", new WorkspaceId("default"), message.source(), message.body(), now);
            for (Decoded decoded : reader.decode(raw)) {
                if (decoded instanceof Decoded.Event(PostEvent.Published published)) {
                    texts.add(published.post().text());
                }
            }
        }
        return new Texts(
                texts, texts.size() + " posts of the bundled sample; no real tweets at hand");
    }
}
