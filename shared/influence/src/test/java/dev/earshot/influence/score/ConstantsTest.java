package dev.earshot.influence.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.influence.statistics.Normal;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class ConstantsTest {
    private static final Path SOURCES =
            Path.of(
                    System.getProperty("earshot.root", "."),
                    "shared/influence/src/main/java/dev/earshot/influence");
    private static final Pattern NO_CODE =
            Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"(\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])(\\d[\\d_]*\\.?\\d*(?:[eE]-?\\d+)?|\\.\\d+)");

    /**
     * Numbers of arithmetic rather than of judgement: counting, halves and squares, powers of ten.
     */
    private static final Set<String> PLAIN =
            Set.of("0", "1", "2", "10", "100", "1000", "0.0", "1.0", "2.0");

    /** The components and their parts, without the wording of reasons. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of("", "evidence", "impact")) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("ScoreText.java"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    static List<String> numbers(String source) {
        List<String> numbers = new ArrayList<>();
        Matcher found = NUMBER.matcher(NO_CODE.matcher(source).replaceAll(" "));
        while (found.find()) {
            if (!PLAIN.contains(found.group())) {
                numbers.add(found.group());
            }
        }
        return numbers;
    }

    @Test
    void components_numbers_areOnlyInConstants() throws IOException {
        List<Path> sources = sources();

        assertThat(sources).hasSizeGreaterThan(20);
        for (Path source : sources) {
            assertThat(numbers(Files.readString(source))).as("numbers in %s", source).isEmpty();
        }
    }

    @Test
    void numbers_codeWithComments_areThoseOfTheCode() {
        assertThat(numbers("a = .5 * b1 + 7; // 8\n/* 9 */ c(\"3\", 1e-6, 1_000, 2);"))
                .containsExactly(".5", "7", "1e-6", "1_000");
    }

    @Test
    void intervals_ofTheScore_excludeATenth() {
        assertThat(2 * Constants.ENGAGEMENT_TAIL)
                .isCloseTo(1 - ScoreTable.CONFIDENCE, within(1e-12));
        assertThat(2 * Normal.cumulative(-Normal.Z90))
                .isCloseTo(1 - ScoreTable.CONFIDENCE, within(1e-9));
    }
}
