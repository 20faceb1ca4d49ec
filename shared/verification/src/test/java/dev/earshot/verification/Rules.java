package dev.earshot.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules, each with its reason. A rule whose subject is missing fails. */
final class Rules {
    static final int MAX_CLASSES_IN_A_PACKAGE = 25;

    private static final String ROOT = "dev.earshot..";

    private Rules() {}

    /** Every rule that holds for classes that are shipped or run, tests aside. */
    static List<ArchRule> all() {
        return Stream.of(
                        Stream.of(Module.values()).map(Rules::knowsOnlyWhatItMay),
                        Module.PURE.stream().sorted().map(Rules::needsJavaBaseAlone),
                        Stream.of(
                                shippedKnowsNothingUnshipped(),
                                environmentIsReadBySettingsAlone(),
                                timeIsAnInput(),
                                packagesFormNoCircle(),
                                packagesAreSmall()))
                .flatMap(rules -> rules)
                .toList();
    }

    static ArchRule knowsOnlyWhatItMay(Module module) {
        if (module.anyLibrary()) {
            return noClasses()
                    .that()
                    .resideInAPackage(module.packages())
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(module.forbiddenModules())
                    .as(module.folder() + " knows only the modules that it may")
                    .because("an arrow goes from a higher module to a lower one");
        }
        return classes()
                .that()
                .resideInAPackage(module.packages())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(module.allowed())
                .as(module.folder() + " knows only the modules and libraries that it may")
                .because(
                        "each library lives in one module, and an arrow goes from a higher module"
                                + " to a lower one");
    }

    static ArchRule needsJavaBaseAlone(Module module) {
        return noClasses()
                .that()
                .resideInAPackage(module.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "java.net.http..",
                        "java.util.logging..",
                        "java.awt..",
                        "javax.imageio..")
                .as(module.folder() + " needs the Java module java.base alone")
                .because("what the product knows outlives every library and every machine");
    }

    static ArchRule shippedKnowsNothingUnshipped() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT)
                .and()
                .resideOutsideOfPackages(packages(Module.NEVER_SHIPPED))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(Module.NEVER_SHIPPED))
                .as("what is shipped knows nothing that is never shipped")
                .because("the embedded cloud, the fakes and the evaluations stay at home");
    }

    static ArchRule environmentIsReadBySettingsAlone() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT)
                .and()
                .resideOutsideOfPackages(packages(Module.NEVER_SHIPPED))
                .and()
                .haveSimpleNameNotEndingWith("Settings")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .as("the environment is read by settings alone")
                .because("in one process functions can't have environments of their own");
    }

    static ArchRule timeIsAnInput() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT)
                .and()
                .resideOutsideOfPackages(packages(Module.NEVER_SHIPPED))
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
                .as("time is an input")
                .because("a test sets the clock; take an InstantSource");
    }

    static ArchRule packagesFormNoCircle() {
        return slices().assignedFrom(new ByPackage())
                .should()
                .beFreeOfCycles()
                .as("packages form no circle")
                .because("what can't be read alone can't be changed alone");
    }

    static ArchRule packagesAreSmall() {
        return classes()
                .that(isTopLevelOfTheProject())
                .should(new PackageSizes())
                .as("no package holds more than " + MAX_CLASSES_IN_A_PACKAGE + " classes")
                .because("a package is one subject");
    }

    private static DescribedPredicate<JavaClass> isTopLevelOfTheProject() {
        return DescribedPredicate.describe(
                "are top-level classes of the project",
                type ->
                        type.getPackageName().startsWith("dev.earshot")
                                && type.isTopLevelClass()
                                && !type.getSimpleName().equals("package-info"));
    }

    private static String[] packages(Collection<Module> modules) {
        return modules.stream().map(Module::packages).toArray(String[]::new);
    }

    /** Each package is a slice of its own; what is not of the project is in none. */
    private static final class ByPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("dev.earshot")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages of the project";
        }
    }

    private static final class PackageSizes extends ArchCondition<JavaClass> {
        private final Map<String, Integer> sizes = new TreeMap<>();

        PackageSizes() {
            super("be few in their package");
        }

        @Override
        public void init(Collection<JavaClass> all) {
            sizes.clear();
            sizes.putAll(
                    all.stream()
                            .collect(
                                    Collectors.toMap(
                                            JavaClass::getPackageName, type -> 1, Integer::sum)));
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            int size = sizes.getOrDefault(type.getPackageName(), 0);
            if (size > MAX_CLASSES_IN_A_PACKAGE) {
                events.add(
                        SimpleConditionEvent.violated(
                                type, type.getPackageName() + " holds " + size + " classes"));
            }
        }
    }

    /** Fails where a module has no class among these: its rules would hold of nothing. */
    static void requireEveryModule(JavaClasses classes) {
        for (Module module : Module.values()) {
            String prefix = module.packages().replace("..", "");
            if (classes.stream()
                    .noneMatch(
                            type ->
                                    type.getPackageName().equals(prefix)
                                            || type.getPackageName().startsWith(prefix + "."))) {
                throw new AssertionError(
                        "no class of " + module.folder() + " is on the class path of the rules");
            }
        }
    }
}
