package dev.earshot.evaluation.trends;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.evaluation.DataFolder;
import dev.earshot.evaluation.trends.NabScore.Window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A brand's mentions in five minutes each, with the windows that people labelled.
 *
 * @param counts one for each of {@code times}
 */
record NabSeries(String name, List<Instant> times, List<Double> counts, List<Window> windows) {
    NabSeries {
        times = List.copyOf(times);
        counts = List.copyOf(counts);
        windows = List.copyOf(windows);
    }

    /** All of a folder that has {@code labels.json} and the files that it names. */
    static List<NabSeries> all(Path folder) throws IOException {
        Path labels = DataFolder.need(folder, "labels.json");
        List<NabSeries> all = new ArrayList<>();
        for (var label : new ObjectMapper().readTree(labels.toFile()).properties()) {
            all.add(read(folder.resolve(label.getKey()), label.getValue()));
        }
        return all;
    }

    private static NabSeries read(Path file, JsonNode label) throws IOException {
        List<Instant> times = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("timestamp")) {
                String[] cells = line.split(",", -1);
                times.add(time(cells[0]));
                counts.add(Double.parseDouble(cells[1]));
            }
        }
        List<Window> windows = new ArrayList<>();
        for (JsonNode window : label.get("anomaly_windows")) {
            Instant from = time(window.get(0).asText());
            Instant to = time(window.get(1).asText());
            int first = (int) times.stream().filter(at -> at.isBefore(from)).count();
            int last = (int) times.stream().filter(at -> !at.isAfter(to)).count() - 1;
            windows.add(new Window(first, last));
        }
        String name = String.valueOf(file.getFileName());
        return new NabSeries(
                name.replaceAll("^Twitter_volume_|\\.csv$", ""), times, counts, windows);
    }

    private static Instant time(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}
