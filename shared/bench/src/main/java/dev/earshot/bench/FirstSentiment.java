package dev.earshot.bench;

import ai.djl.Device;

import dev.earshot.djl.text.TextReaders;
import dev.earshot.reading.TextReader;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads one text in a JVM of its own and prints the time since that JVM started. */
final class FirstSentiment {
    private FirstSentiment() {}

    public static void main(String[] arguments) {
        TextReader reader = TextReaders.load(Path.of(arguments[0]), Device.cpu());
        var readings =
                reader.read(
                        List.of(
                                new TextReader.Text(
                                        "I love this phone, best I ever had!", Optional.of("en"))));
        System.out.println(
                readings.getFirst().label()
                        + " "
                        + ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
