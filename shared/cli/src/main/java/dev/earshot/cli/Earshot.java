package dev.earshot.cli;

import dev.earshot.cli.analyze.Analyze;
import dev.earshot.cli.check.Check;
import dev.earshot.cli.collect.Collect;
import dev.earshot.cli.collect.Status;
import dev.earshot.cli.command.FullHelp;
import dev.earshot.cli.command.HelpCommand;
import dev.earshot.cli.command.Languages;
import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.command.VersionCommand;
import dev.earshot.cli.demo.Demo;
import dev.earshot.cli.eval.Eval;
import dev.earshot.cli.explain.Explain;
import dev.earshot.cli.export.Export;
import dev.earshot.cli.influencers.Influencers;
import dev.earshot.cli.influencers.Score;
import dev.earshot.cli.mcp.Mcp;
import dev.earshot.cli.predict.Predict;
import dev.earshot.cli.privacy.Dpia;
import dev.earshot.cli.privacy.Privacy;
import dev.earshot.cli.replay.Replay;
import dev.earshot.cli.stack.Claim;
import dev.earshot.cli.stack.Down;
import dev.earshot.cli.stack.Key;
import dev.earshot.cli.stack.KeysCommand;
import dev.earshot.cli.stack.Up;
import dev.earshot.cli.trends.Trends;
import dev.earshot.cli.watch.Watch;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

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
    private static final String HELP = "help";

    @SuppressWarnings("UnusedVariable") // the parser acts on the option itself
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Prints this help; after a command, the help of that command.")
    private boolean help;

    @SuppressWarnings("UnusedVariable") // likewise
    @Option(names = "--version", versionHelp = true, description = "Prints the version.")
    private boolean version;

    /** All commands, ready to run, with the way in which they are read and shown. */
    static CommandLine commandLine(PrintStream out, PrintStream error, InstantSource clock) {
        return commandLine(commands(out, error, clock));
    }

    /**
     * Likewise, but of one command alone if the arguments begin with its name: describing all of
     * them takes longer than some of them run.
     */
    static CommandLine commandLine(
            List<String> arguments, PrintStream out, PrintStream error, InstantSource clock) {
        Map<String, Supplier<Object>> commands = commands(out, error, clock);
        String first = arguments.isEmpty() ? "" : arguments.getFirst();
        if (commands.containsKey(first) && !first.equals(HELP)) {
            commands.keySet().retainAll(Set.of(first));
        }
        return commandLine(commands);
    }

    /** By name, in the order of the help. */
    private static Map<String, Supplier<Object>> commands(
            PrintStream out, PrintStream error, InstantSource clock) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("demo", () -> new Demo(out, error, clock));
        commands.put("up", () -> new Up(out));
        commands.put("down", () -> new Down(out));
        commands.put("key", () -> new Key(out, clock));
        commands.put("keys", () -> KeysCommand.commandLine(out, clock));
        commands.put("claim", () -> new Claim(out));
        commands.put("explain", () -> new Explain(out));
        commands.put("check", () -> new Check(out, clock));
        commands.put("analyze", () -> new Analyze(out, error, clock));
        commands.put("trends", () -> new Trends(out, error, clock));
        commands.put("collect", () -> new Collect(out, clock));
        commands.put("status", () -> new Status(out));
        commands.put("watch", () -> new Watch(out, clock));
        commands.put("predict", () -> new Predict(out, error, clock));
        commands.put("export", () -> new Export(out));
        commands.put("mcp", () -> new Mcp(System.in, out, clock));
        commands.put("score", () -> new Score(out));
        commands.put("influencers", () -> new Influencers(out, error, clock));
        commands.put("eval", () -> Eval.commandLine(out, error, clock));
        commands.put("privacy", () -> Privacy.commandLine(out));
        commands.put("replay", () -> new Replay(out));
        commands.put("dpia", () -> new Dpia(out, clock));
        commands.put("languages", Languages::new);
        commands.put(HELP, () -> new HelpCommand(out));
        commands.put("version", () -> new VersionCommand(out));
        return commands;
    }

    private static CommandLine commandLine(Map<String, Supplier<Object>> commands) {
        CommandLine line = new CommandLine(new Earshot());
        commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new FullHelp());
        return line
                // A text of 'explain' may well begin with an @.
                .setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setUsageHelpWidth(WIDTH)
                .setUsageHelpLongOptionsMaxWidth(WIDTH / 4)
                .setColorScheme(Help.defaultColorScheme(Ansi.OFF));
    }

    /** Reached only if no command is named. */
    @Override
    public Integer call() {
        throw new UsageException("a command is missing; see './earshot --help'");
    }
}
