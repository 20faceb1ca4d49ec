package dev.earshot.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

final class ArchitectureTest {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private static JavaClasses project;

    @BeforeAll
    static void readTheProject() {
        project =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.earshot");
    }

    @TestFactory
    List<DynamicTest> project_everyRule_isKept() {
        return Rules.all().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getDescription(), () -> rule.check(project)))
                .toList();
    }

    @Test
    void classPath_everyModule_isOnIt() {
        Rules.requireEveryModule(project);
    }

    @Test
    void modules_ofTheBuild_areThoseOfTheRules() throws IOException {
        String pom = Files.readString(Path.of(System.getProperty("earshot.root"), "pom.xml"));
        List<String> built = MODULE.matcher(pom).results().map(match -> match.group(1)).toList();

        assertThat(built)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Stream.of(Module.values()).map(Module::folder),
                                        Stream.of("models", "shared/verification"))
                                .toList());
    }

    @Test
    void functions_ofTheTable_knowNoOtherFunction() {
        for (Module function : Module.FUNCTIONS) {
            assertThat(function.known()).doesNotContainAnyElementsOf(Module.FUNCTIONS);
        }
    }

    @Test
    void rules_withoutTheirSubject_fail() {
        JavaClasses strangers = new ClassFileImporter().importClasses(Matcher.class);

        assertThat(Rules.all())
                .filteredOn(rule -> !rule.getDescription().startsWith("packages form no circle"))
                .allSatisfy(
                        rule ->
                                assertThatThrownBy(() -> rule.check(strangers))
                                        .isInstanceOf(AssertionError.class)
                                        .hasMessageContaining("failed to check any classes"));
        assertThatThrownBy(() -> Rules.requireEveryModule(strangers))
                .hasMessageContaining("no class of shared/core");
    }
}
