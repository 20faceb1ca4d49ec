package dev.earshot.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Each rule can fail: a class that breaks it is compiled beside the project's, and is caught. */
final class PlantedViolationsTest {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** One for all, since it takes a second to read the whole class path anew. */
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, null, null);

    @AfterAll
    static void close() throws IOException {
        FILES.close();
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void module_thatKnowsAHigherOne_isCaught(Module module, @TempDir Path folder)
            throws IOException {
        String stranger = module.forbiddenModules()[0].replace("..", ".planted.Stranger");

        JavaClasses planted =
                compiled(
                        folder,
                        Map.of(
                                stranger,
                                "public final class Stranger {}",
                                planted(module),
                                "public final class Planted { " + stranger + " field; }"));

        assertCaught(Rules.knowsOnlyWhatItMay(module), planted);
    }

    @ParameterizedTest
    @EnumSource(
            value = Module.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LOCAL", "BENCH"})
    void module_thatUsesALibraryOfAnother_isCaught(Module module, @TempDir Path folder)
            throws IOException {
        JavaClasses planted =
                compiled(
                        folder,
                        Map.of(
                                planted(module),
                                "public final class Planted {"
                                        + " com.tngtech.archunit.lang.ArchRule field; }"));

        assertCaught(Rules.knowsOnlyWhatItMay(module), planted);
    }

    @ParameterizedTest
    @EnumSource(
            value = Module.class,
            names = {"CORE", "VIDEO", "READING", "INFLUENCE", "QUERIES", "USECASES"})
    void pureModule_thatNeedsMoreOfJava_isCaught(Module module, @TempDir Path folder)
            throws IOException {
        JavaClasses planted =
                compiled(
                        folder,
                        Map.of(
                                planted(module),
                                "public final class Planted { java.sql.Connection field; }"));

        assertThat(Module.PURE).contains(module);
        assertCaught(Rules.needsJavaBaseAlone(module), planted);
    }

    @Test
    void shippedClass_thatUsesAFake_isCaught(@TempDir Path folder) throws IOException {
        JavaClasses planted =
                compiled(
                        folder,
                        Map.of(
                                "dev.earshot.testkit.planted.Fake",
                                "public final class Fake {}",
                                "dev.earshot.queryapi.planted.Planted",
                                "public final class Planted {"
                                        + " dev.earshot.testkit.planted.Fake field; }"));

        assertCaught(Rules.shippedKnowsNothingUnshipped(), planted);
    }

    @Test
    void class_thatReadsTheEnvironment_isCaught(@TempDir Path folder) throws IOException {
        assertCaught(
                Rules.environmentIsReadBySettingsAlone(),
                calling(folder, "System.getenv(\"TABLE\")"));
        assertCaught(Rules.environmentIsReadBySettingsAlone(), calling(folder, "System.getenv()"));
    }

    @Test
    void class_thatAsksTheSystemForTheTime_isCaught(@TempDir Path folder) throws IOException {
        for (String call :
                List.of(
                        "java.time.Instant.now()",
                        "java.time.InstantSource.system()",
                        "java.time.Clock.systemUTC()",
                        "java.time.Clock.systemDefaultZone()")) {
            assertCaught(Rules.timeIsAnInput(), calling(folder, call));
        }
    }

    @Test
    void packages_inACircle_areCaught(@TempDir Path folder) throws IOException {
        JavaClasses planted =
                compiled(
                        folder,
                        Map.of(
                                "dev.earshot.core.planted.here.Here",
                                "public final class Here {"
                                        + " dev.earshot.core.planted.there.There field; }",
                                "dev.earshot.core.planted.there.There",
                                "public final class There {"
                                        + " dev.earshot.core.planted.here.Here field; }"));

        assertCaught(Rules.packagesFormNoCircle(), planted);
    }

    @Test
    void package_withOneClassTooMany_isCaught(@TempDir Path folder) throws IOException {
        StringBuilder many = new StringBuilder("public final class Planted {}\n");
        for (int i = 0; i < Rules.MAX_CLASSES_IN_A_PACKAGE; i++) {
            many.append("final class Further").append(i).append(" {}\n");
        }

        assertCaught(
                Rules.packagesAreSmall(),
                compiled(folder, Map.of("dev.earshot.core.planted.Planted", many.toString())));
    }

    private static JavaClasses calling(Path folder, String expression) throws IOException {
        return compiled(
                folder,
                Map.of(
                        "dev.earshot.core.planted.Planted",
                        "public final class Planted { Object value() { return "
                                + expression
                                + "; } }"));
    }

    private static String planted(Module module) {
        return module.packages().replace("..", ".planted.Planted");
    }

    private static void assertCaught(ArchRule rule, JavaClasses classes) {
        assertThat(rule.evaluate(classes).hasViolation()).as(rule.getDescription()).isTrue();
    }

    /**
     * @param sources by full class name, without their package line
     */
    private static JavaClasses compiled(Path folder, Map<String, String> sources)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            String name = source.getKey().substring(0, source.getKey().lastIndexOf('.'));
            Files.writeString(file, "package " + name + ";\n" + source.getValue());
            files.add(file);
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        var messages = new StringWriter();
        boolean done =
                COMPILER.getTask(
                                messages,
                                FILES,
                                null,
                                List.of("-proc:none"),
                                null,
                                FILES.getJavaFileObjectsFromPaths(files))
                        .call();
        assertThat(done).as(messages.toString()).isTrue();
        return new ClassFileImporter().importPath(classes);
    }
}
