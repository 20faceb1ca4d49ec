package dev.earshot.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is evaluated is what runs: every method of the score that the evaluation reaches, through
 * whatever it calls, is reached from the deployed functions as well. Otherwise figures are of
 * something that nobody is ever scored by.
 */
final class OnePathTest {
    private static final String SCORE = "dev.earshot.influence";

    private static JavaClasses project;

    @BeforeAll
    static void readTheProject() {
        project =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.earshot");
    }

    @Test
    void score_methodsThatEvaluationReaches_areReachedFromTheFunctions() {
        Set<String> run =
                reached(
                        "dev.earshot.scoreinfluencers",
                        "dev.earshot.queryapi",
                        "dev.earshot.cli.influencers");
        Set<String> evaluated = reached("dev.earshot.evaluation.influence");

        assertThat(run).as("the walk works").anyMatch(name -> name.contains("Scorer.score("));
        assertThat(evaluated).as("the walk works").anyMatch(name -> name.contains("Scorer.score("));
        assertThat(evaluated.stream().filter(name -> !run.contains(name))).isEmpty();
    }

    @Test
    void reached_methodThatNobodyCalls_isNotAmongThem() {
        assertThat(reached("dev.earshot.scoreinfluencers"))
                .noneMatch(name -> name.contains("Portfolio.choose("));
    }

    /** Methods of the score, without those of records and enums, that packages reach. */
    private static Set<String> reached(String... packages) {
        var units = new HashMap<String, JavaCodeUnit>();
        Map<JavaClass, Set<JavaClass>> below =
                project.stream()
                        .collect(Collectors.toMap(type -> type, JavaClass::getAllSubclasses));
        var todo = new ArrayDeque<JavaCodeUnit>();
        project.stream()
                .filter(
                        type ->
                                Stream.of(packages)
                                        .anyMatch(p -> type.getPackageName().startsWith(p)))
                .flatMap(type -> type.getCodeUnits().stream())
                .forEach(todo::add);
        while (!todo.isEmpty()) {
            JavaCodeUnit unit = todo.remove();
            if (units.putIfAbsent(unit.getFullName(), unit) == null) {
                Stream.concat(unit.getCallsFromSelf().stream(), references(unit))
                        .map(JavaAccess::getTarget)
                        .forEach(target -> targets(target, below).forEach(todo::add));
                // A class that is used at all has run its initialiser.
                unit.getOwner().getStaticInitializer().ifPresent(todo::add);
            }
        }
        return units.values().stream()
                .filter(unit -> unit.getOwner().getPackageName().startsWith(SCORE))
                .filter(unit -> !unit.getOwner().isRecord() || isWritten(unit))
                .map(JavaCodeUnit::getFullName)
                .map(name -> name.substring(SCORE.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<? extends JavaAccess<?>> references(JavaCodeUnit unit) {
        return Stream.concat(
                unit.getMethodReferencesFromSelf().stream(),
                unit.getConstructorReferencesFromSelf().stream());
    }

    /** Accessors of a record are read wherever it is kept, so they say nothing. */
    private static boolean isWritten(JavaCodeUnit unit) {
        return !unit.getRawParameterTypes().isEmpty();
    }

    private static Stream<JavaCodeUnit> targets(
            AccessTarget target, Map<JavaClass, Set<JavaClass>> below) {
        if (!(target instanceof AccessTarget.CodeUnitAccessTarget called)) {
            return Stream.empty();
        }
        Stream<JavaCodeUnit> named = called.resolveMember().stream().map(JavaCodeUnit.class::cast);
        Stream<JavaCodeUnit> overriding =
                below.getOrDefault(target.getOwner(), Set.of()).stream()
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(
                                unit ->
                                        unit.getName().equals(called.getName())
                                                && unit.getRawParameterTypes()
                                                        .equals(called.getRawParameterTypes()));
        return Stream.concat(named, overriding);
    }
}
