package dev.earshot.ffmpeg;

import dev.earshot.core.video.VideoLimits;
import dev.earshot.video.frame.FrameSource;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The command line of a child process: this JVM's Java with a minimal class path. */
final class DecoderCommand {
    private static final Path SHELL = Path.of("/bin/sh");

    private DecoderCommand() {}

    static List<String> of(DecoderRequest request, DecoderSettings settings) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            command.addAll(
                    List.of(
                            SHELL.toString(),
                            "-c",
                            "ulimit -v "
                                    + settings.maxMemoryMegabytes() * 1024L
                                    + " 2>/dev/null; ulimit -c 0 2>/dev/null; exec \"$@\"",
                            "sh"));
        }
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ReservedCodeCacheSize=24m",
                        "-XX:CompressedClassSpaceSize=32m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:ErrorFile=/dev/null",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dorg.bytedeco.javacpp.cachedir=" + settings.cache(),
                        "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                        "-Dorg.bytedeco.javacpp.maxbytes=0",
                        "-Dfile.encoding=UTF-8",
                        "-Dsun.jnu.encoding=UTF-8",
                        "-Duser.home=" + settings.cache(),
                        "-cp",
                        classPath(),
                        DecoderProcess.class.getName()));
        command.addAll(request.arguments());
        return command;
    }

    /** The jars or folders of the child's classes and FFmpeg's libraries. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type :
                List.of(
                        DecoderProcess.class,
                        FrameSource.class,
                        VideoLimits.class,
                        Pointer.class,
                        avutil.class)) {
            places.add(place("/" + type.getName().replace('.', '/') + ".class"));
        }
        places.add(place("/org/bytedeco/javacpp/linux-x86_64/libjnijavacpp.so"));
        places.add(place("/org/bytedeco/ffmpeg/linux-x86_64/libjniavutil.so"));
        return String.join(File.pathSeparator, places);
    }

    private static String place(String resource) {
        URL found = DecoderCommand.class.getResource(resource);
        if (found == null) {
            throw new IllegalStateException(
                    resource
                            + " is not on the class path: FFmpeg's libraries for this platform"
                            + " (linux-x86_64) are missing");
        }
        String address = found.toString();
        String place = address.substring(0, address.length() - resource.length());
        if (place.startsWith("jar:")) {
            place = place.substring("jar:".length(), place.length() - "!".length());
        }
        return Path.of(URI.create(place)).toString();
    }
}
