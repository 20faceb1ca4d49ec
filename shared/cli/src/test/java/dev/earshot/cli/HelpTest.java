package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

final class HelpTest {
    private static final List<String> COMMANDS =
            List.of(
                    "demo",
                    "up",
                    "down",
                    "key",
                    "keys list",
                    "keys revoke",
                    "claim",
                    "explain",
                    "check",
                    "analyze",
                    "trends",
                    "collect",
                    "status",
                    "watch",
                    "predict",
                    "export",
                    "mcp",
                    "score",
                    "influencers",
                    "eval text",
                    "eval vision",
                    "eval device",
                    "eval influencers",
                    "eval privacy",
                    "eval bias",
                    "eval trends",
                    "eval engagement",
                    "privacy verify",
                    "privacy mask",
                    "privacy keys",
                    "replay",
                    "dpia",
                    "languages",
                    "help");

    /** The commands that the parser knows, by what is typed after {@code ./earshot}. */
    private static Stream<String> commands() {
        var nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return leaves(Earshot.commandLine(nowhere, nowhere, Clock.systemUTC()))
                .map(leaf -> leaf.getCommandSpec().qualifiedName(" ").replace("./earshot ", ""));
    }

    private static Stream<CommandLine> leaves(CommandLine line) {
        return line.getSubcommands().isEmpty()
                ? Stream.of(line)
                : line.getSubcommands().values().stream()
                        .filter(sub -> !sub.getCommandSpec().usageMessage().hidden())
                        .flatMap(HelpTest::leaves);
    }

    private static CommandLine command(String name) {
        var nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        CommandLine line = Earshot.commandLine(nowhere, nowhere, Clock.systemUTC());
        for (String part : name.split(" ", -1)) {
            line = Objects.requireNonNull(line.getSubcommands().get(part), name);
        }
        return line;
    }

    @Test
    void commands_areThoseOfTheHelp() {
        assertThat(commands()).containsExactlyElementsOf(COMMANDS);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpOfACommand_listsEveryOptionWithADescription(String name) {
        CommandLineRun ran = CommandLineRun.of((name + " --help").split(" ", -1));

        assertThat(ran.code()).isZero();
        assertThat(ran.error()).isEmpty();
        assertThat(ran.out()).startsWith("Usage: ./earshot " + name);
        for (ArgSpec argument : command(name).getCommandSpec().args()) {
            assertThat(argument.description()).as(argument.toString()).isNotEmpty();
            if (argument instanceof OptionSpec option) {
                assertThat(ran.out()).contains(option.names());
            } else {
                assertThat(ran.out()).contains(argument.paramLabel());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void optionWithAValue_tellsItsDefaultOrThatItIsRequired(String name) {
        for (OptionSpec option : command(name).getCommandSpec().options()) {
            if (option.arity().max() > 0) {
                assertThat(Arrays.asList(option.description()).getLast())
                        .as(option.longestName())
                        .containsAnyOf("Default: ", "Required");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_ofEverything_listsTheCommandAndItsOptions(String name) {
        String all = CommandLineRun.of("--help").out();

        assertThat(all).contains("\n./earshot " + name);
        String section = all.substring(all.indexOf("\n./earshot " + name)).split("\n\n", 2)[0];
        for (OptionSpec option : command(name).getCommandSpec().options()) {
            if (!option.usageHelp()) {
                assertThat(section).contains(option.longestName());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpCommand_ofACommand_printsWhatItsHelpOptionPrints(String name) {
        assertThat(CommandLineRun.of(("help " + name).split(" ", -1)))
                .isEqualTo(CommandLineRun.of((name + " --help").split(" ", -1)));
    }

    @Test
    void help_isTheSameHoweverItIsAskedFor() {
        CommandLineRun help = CommandLineRun.of("--help");

        assertThat(help.code()).isZero();
        assertThat(help.error()).isEmpty();
        assertThat(CommandLineRun.of("-h")).isEqualTo(help);
        assertThat(CommandLineRun.of("help")).isEqualTo(help);
    }

    @Test
    void help_besideOtherMistakes_isStillHelp() {
        CommandLineRun ran = CommandLineRun.of("key", "--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("--workspace=NAME");
    }

    @Test
    void help_ofChoices_namesThoseThatAreAccepted() {
        String vision = CommandLineRun.of("eval", "vision", "--help").out();
        String refused = CommandLineRun.of("eval", "vision", "--only", "x").error();
        String[] names = refused.replaceAll(".*one of (.*), but got.*\\s*", "$1").split(", ", -1);

        assertThat(names).hasSizeGreaterThan(5);
        assertThat(vision).contains(names);
    }

    @Test
    void version_isPrinted() {
        assertThat(CommandLineRun.of("--version").out()).isEqualTo("earshot 0.1.0\n");
        assertThat(CommandLineRun.of("version").out()).isEqualTo("earshot 0.1.0\n");
    }
}
