package dev.earshot.cli.predict;

import dev.earshot.core.text.Reading;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.text.TextReaders;
import dev.earshot.engagement.predict.Encoder;
import dev.earshot.engagement.predict.PastPost;
import dev.earshot.local.Project;
import dev.earshot.reading.TextReader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text model as predictions use it. Thread-safe. */
public final class TextReading {
    private final Encoder encoder;

    private TextReading(Encoder encoder) {
        this.encoder = encoder;
    }

    /** Loads the assembled models, which takes seconds. */
    public static TextReading load() {
        TextReader reader = TextReaders.load(Project.models(), ComputeDevice.CPU);
        return new TextReading(
                texts ->
                        reader.read(
                                texts.stream()
                                        .map(text -> new TextReader.Text(text, Optional.empty()))
                                        .toList()));
    }

    /** One that reads nothing. */
    public static TextReading none() {
        return new TextReading(Encoder.NONE);
    }

    Encoder encoder() {
        return encoder;
    }

    /** The same posts with what the model reads in them. */
    public List<PastPost> of(List<PastPost> posts) {
        List<Reading> readings =
                encoder.read(posts.stream().map(post -> post.post().text().orElse("")).toList());
        List<PastPost> read = new ArrayList<>(posts.size());
        for (int i = 0; i < posts.size(); i++) {
            read.add(posts.get(i).read(readings.get(i)));
        }
        return read;
    }
}
