package dev.earshot.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Which packages may depend on which, and why. An empty subclass among a module's tests checks the
 * module and all project modules on its class path.
 */
public abstract class ArchitectureRules {
    private static final String ROOT = "dev.earshot..";
    private static final String CORE = "dev.earshot.core..";
    private static final String WIRE = "dev.earshot.wire..";
    private static final String AWS = "dev.earshot.aws..";
    private static final String DJL = "dev.earshot.djl..";
    private static final String LAMBDA = "dev.earshot.lambda..";
    private static final String LOCAL = "dev.earshot.local..";
    private static final String TESTKIT = "dev.earshot.testkit..";
    private static final String EVALUATION = "dev.earshot.evaluation..";
    private static final String BENCH = "dev.earshot.bench..";
    private static final String[] FUNCTIONS = {
        "dev.earshot.analyzeposts..",
        "dev.earshot.analyzemedia..",
        "dev.earshot.queryapi..",
        "dev.earshot.gpuworker.."
    };

    /** One test for each rule, over the project's compiled classes without tests. */
    @TestFactory
    List<DynamicTest> architecture() {
        JavaClasses project =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.earshot");
        if (!project.contain("dev.earshot.core.post.Post")) {
            throw new IllegalStateException(
                    "the rules must see the classes of core, got " + project.size() + " classes");
        }
        return rules().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getDescription(), () -> check(rule, project)))
                .toList();
    }

    private static void check(ArchRule rule, JavaClasses project) {
        rule.allowEmptyShould(true).check(project);
    }

    private static List<ArchRule> rules() {
        return List.of(
                classes()
                        .that()
                        .resideInAPackage(CORE)
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(CORE, "java..", "javax.crypto..", "org.jspecify..")
                        .because(
                                "core is the vocabulary and the rules, and outlives every library"),
                noClasses()
                        .that()
                        .resideInAPackage(CORE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "java.net.http..", "java.util.logging..")
                        .because("core needs the module java.base alone"),
                only("com.fasterxml.jackson..", WIRE, LAMBDA, LOCAL, EVALUATION, BENCH),
                only("software.amazon.awssdk..", AWS, LOCAL, BENCH),
                only("ai.djl..", DJL, BENCH),
                adapterKnowsNoOther(AWS, WIRE, DJL),
                adapterKnowsNoOther(WIRE, AWS, DJL),
                adapterKnowsNoOther(DJL, AWS, WIRE),
                noClasses()
                        .that()
                        .resideInAnyPackage(WIRE, AWS, DJL, LAMBDA)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(FUNCTIONS)
                        .because("functions are deployed apart and put shared parts together"),
                functionKnowsNoOther(FUNCTIONS[0], FUNCTIONS[1], FUNCTIONS[2], FUNCTIONS[3]),
                functionKnowsNoOther(FUNCTIONS[1], FUNCTIONS[0], FUNCTIONS[2], FUNCTIONS[3]),
                functionKnowsNoOther(FUNCTIONS[2], FUNCTIONS[0], FUNCTIONS[1], FUNCTIONS[3]),
                functionKnowsNoOther(FUNCTIONS[3], FUNCTIONS[0], FUNCTIONS[1], FUNCTIONS[2]),
                noClasses()
                        .that()
                        .resideOutsideOfPackages(LOCAL, TESTKIT, EVALUATION, BENCH)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(LOCAL, TESTKIT, EVALUATION, BENCH)
                        .because(
                                "the embedded cloud, the testkit and the evaluation are never"
                                        + " shipped"),
                noClasses()
                        .that()
                        .resideInAPackage(ROOT)
                        .and()
                        .resideOutsideOfPackages(LOCAL, TESTKIT, BENCH)
                        .and()
                        .haveSimpleNameNotEndingWith("Settings")
                        .should()
                        .callMethod(System.class, "getenv")
                        .orShould()
                        .callMethod(System.class, "getenv", String.class)
                        .because("in one process functions can't have environments of their own"),
                noClasses()
                        .that()
                        .resideInAPackage(ROOT)
                        .and()
                        .resideOutsideOfPackages(LOCAL, TESTKIT, BENCH)
                        .and()
                        .haveSimpleNameNotEndingWith("Wiring")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(InstantSource.class, "system")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC")
                        .orShould()
                        .callMethod(Clock.class, "systemDefaultZone")
                        .because("time is an input; take an InstantSource"));
    }

    private static ArchRule only(String library, String... packages) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT)
                .and()
                .resideOutsideOfPackages(packages)
                .and()
                .resideOutsideOfPackages(FUNCTIONS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("each library lives in one module, where it can be replaced");
    }

    private static ArchRule adapterKnowsNoOther(String adapter, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(adapter)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("adapters meet in a function's wiring and nowhere else");
    }

    private static ArchRule functionKnowsNoOther(String function, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(function)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("functions are deployed apart");
    }
}
