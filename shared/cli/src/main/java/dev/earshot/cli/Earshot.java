package dev.earshot.cli;

import dev.earshot.cli.analyze.Analyze;
import dev.earshot.cli.command.FullHelp;
import dev.earshot.cli.command.HelpCommand;
import dev.earshot.cli.command.Languages;
import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.command.VersionCommand;
import dev.earshot.cli.demo.Demo;
import dev.earshot.cli.eval.Eval;
import dev.earshot.cli.explain.Explain;
import dev.earshot.cli.influencers.Influencers;
import dev.earshot.cli.influencers.Score;
import dev.earshot.cli.stack.Down;
import dev.earshot.cli.stack.Key;
import dev.earshot.cli.stack.Up;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** The command line itself: {@code ./earshot COMMAND [OPTIONS]}. */
@Command(
        name = "./earshot",
        version = "earshot 0.1.0",
        header = "Earshot: what people say and show about a brand, analysed on this machine.%n",
        customSynopsis = "./earshot COMMAND [OPTIONS]",
        optionListHeading = "%n",
        commandListHeading = "",
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 called wrongly.",
            "Messages of libraries go to .earshot/log/COMMAND.log in the project."
        })
final class Earshot implements Callable<Integer> {
    private static final int WIDTH = 100;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Prints this help; after a command, the help of that command.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Prints the version.")
    private boolean version;

    /** All commands, ready to run, with the way in which they are read and shown. */
    static CommandLine commandLine(PrintStream out, PrintStream error, InstantSource clock) {
        CommandLine line =
                new CommandLine(new Earshot())
                        .addSubcommand(new Demo(out, error, clock))
                        .addSubcommand(new Up(out))
                        .addSubcommand(new Down(out))
                        .addSubcommand(new Key(out, clock))
                        .addSubcommand(new Explain(out))
                        .addSubcommand(new Analyze(out, error, clock))
                        .addSubcommand(new Score(out))
                        .addSubcommand(new Influencers(out, error, clock))
                        .addSubcommand(Eval.commandLine(out, error, clock))
                        .addSubcommand(new Languages())
                        .addSubcommand(new HelpCommand(out))
                        .addSubcommand(new VersionCommand(out));
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new FullHelp());
        return line
                // A text of 'explain' may well begin with an @.
                .setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setUsageHelpWidth(WIDTH)
                .setUsageHelpLongOptionsMaxWidth(WIDTH / 4)
                .setColorScheme(Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(error, true, StandardCharsets.UTF_8));
    }

    /** Reached only if no command is named. */
    @Override
    public Integer call() {
        throw new UsageException("a command is missing; see './earshot --help'");
    }
}
