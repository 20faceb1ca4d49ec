import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats every Java file of the project, or checks that each is formatted: google-java-format,
 * AOSP style, 100 columns. Maven may run on a JDK whose parser refuses the project's syntax, so the
 * build starts this file on the toolchain's JDK, which a plugin that runs inside Maven cannot do.
 *
 * <p>Arguments: {@code check} or {@code apply}, then the project's folder.
 */
public final class Format {

    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.AOSP;

    private final Formatter formatter =
            new Formatter(JavaFormatterOptions.builder().style(STYLE).build());

    public static void main(String[] arguments) throws IOException {
        boolean apply = arguments[0].equals("apply");
        Path root = Path.of(arguments[1]);
        List<Path> changed = new Format().changed(root, apply);
        if (apply) {
            System.out.println("Formatted " + changed.size() + " files.");
        } else if (!changed.isEmpty()) {
            changed.forEach(file -> System.err.println("not formatted: " + root.relativize(file)));
            System.err.println("Format them with: mvn -N -Pformat verify");
            System.exit(1);
        }
    }

    private List<Path> changed(Path root, boolean apply) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Format::isSource).toList().parallelStream()
                    .filter(file -> differs(file, apply))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isSource(Path file) {
        String path = file.toString();
        return path.endsWith(".java")
                && !path.contains("/target/")
                && !path.contains("/node_modules/");
    }

    private boolean differs(Path file, boolean apply) {
        try {
            String source = Files.readString(file);
            String formatted = formatter.formatSource(imports(source));
            if (formatted.equals(source)) {
                return false;
            }
            if (apply) {
                Files.writeString(file, formatted);
            }
            return true;
        } catch (IOException | FormatterException e) {
            throw new IllegalStateException(file + " could not be formatted", e);
        }
    }

    // Without the library's reflow of long strings, which is not stable from one run to the next.
    private static String imports(String source) throws FormatterException {
        return ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(source), STYLE);
    }
}
