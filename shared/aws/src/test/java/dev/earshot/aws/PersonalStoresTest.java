package dev.earshot.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.aws.table.Keys;
import dev.earshot.core.privacy.PersonalStore;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No kind of item may hold personal data that nobody thought of. */
class PersonalStoresTest {
    private static final Pattern PREFIX = Pattern.compile("\"([A-Z]{1,2})#\"");

    private static List<String> prefixes(String source) {
        List<String> prefixes = new ArrayList<>();
        Matcher matcher = PREFIX.matcher(source);
        while (matcher.find()) {
            prefixes.add(matcher.group(1));
        }
        return prefixes;
    }

    private static Path sources() {
        Path here = Path.of("src/main/java");
        return Files.isDirectory(here.resolve("dev/earshot/aws"))
                ? here
                : Path.of("shared/aws/src/main/java");
    }

    @Test
    void keys_everyPrefixOfAPartition_isRegistered() throws IOException {
        String keys = Files.readString(sources().resolve("dev/earshot/aws/table/Keys.java"));
        assertThat(prefixes(keys))
                .hasSizeGreaterThan(20)
                .allSatisfy(prefix -> assertThat(PersonalStore.of(prefix + "#acme")).isPresent());
        assertThat(PersonalStore.of(Keys.workspaces())).isPresent();
    }

    /** Keys are made in one class, so that this test sees all of them. */
    @Test
    void sources_outsideKeys_makeNoPartitionKeys() throws IOException {
        try (Stream<Path> files = Files.walk(sources())) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).toList())
                    .filteredOn(file -> !file.endsWith("Keys.java"))
                    .allSatisfy(
                            file ->
                                    assertThat(Files.readString(file))
                                            .doesNotContainPattern(
                                                    "PK, *(?:text|string)?\\(?\"[A-Z]+#"));
        }
    }

    @Test
    void of_aPrefixThatNobodyRegistered_isEmpty() {
        assertThat(PersonalStore.of("ZZ#acme")).isEmpty();
    }
}
