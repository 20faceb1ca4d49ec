package dev.earshot.cli;

import dev.earshot.cli.analyze.Analyze;
import dev.earshot.cli.command.Command;
import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.demo.Demo;
import dev.earshot.cli.eval.Eval;
import dev.earshot.cli.explain.Explain;
import dev.earshot.cli.influencers.Influencers;
import dev.earshot.cli.influencers.Score;
import dev.earshot.cli.stack.Down;
import dev.earshot.cli.stack.Key;
import dev.earshot.cli.stack.Up;
import dev.earshot.local.StackException;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The launcher's door: {@code earshot COMMAND [OPTIONS]}. */
public final class Main {
    private static final int USAGE = 2;
    private static final String VERSION = "0.1.0";
    private static final String HELP =
            """
            Earshot: what people say and show about a brand, analysed on this machine.

            usage: ./earshot COMMAND [OPTIONS]

              demo                         start, analyse a sample, print what was found, stop
              up    [--state DIR] [--port N]
                                           start and stay until interrupted; DIR survives a restart
              down  [--state DIR]          stop the stack that runs on DIR
              key   --workspace NAME [--scopes LIST] [--state DIR]
                                           make an API key for a workspace of a running stack; LIST is read,write
                                           unless given, originals adds unblurred files, resolve whose a pseudonym is
              explain [--json] [--brands FILE] [--language TAG] TEXT...
                                           say what is read in a text, and which words it hangs on
              score [--all] [--state DIR]
                                           score the authors of a running stack now
              influencers --brand B [--topic T] [--platform P] [--min-followers N] [--limit N]
                          [--state DIR] | --brands FILE FILE...
                                           the leaderboard, of a running stack or of posts in files
              analyze FILE...              analyse posts (NDJSON, CSV), pictures or videos, one JSON result a line
              languages                    install the optional model of languages beside English (fetches 663 MB)
              eval text [--data DIR] [--set HEAD=FILE] [--only PARTS] [--json]
                                           measure the text models on labelled posts, beside published figures
              eval vision [--data DIR] [--json]
                                           measure the vision models on annotated pictures and clips
              eval influencers [--data DIR] [--quick]
                                           measure the score on planted worlds and human judgements
              --help                       this text
              --version                    the version

            DIR is .earshot/state in the project unless given; DIR/endpoints.json says where everything listens.
            """;

    private Main() {}

    /** Runs one command and exits with its code: 0 done, 1 failed, 2 called wrongly. */
    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream error) {
        if (arguments.isEmpty()) {
            error.println("earshot: a command is missing; see './earshot --help'");
            return USAGE;
        }
        String name = arguments.getFirst();
        switch (name) {
            case "--help", "-h", "help" -> {
                out.print(HELP);
                return 0;
            }
            case "--version", "version" -> {
                out.println("earshot " + VERSION);
                return 0;
            }
            default -> {}
        }
        Command command = commands(out, error).get(name);
        if (command == null) {
            error.println("earshot: unknown command '" + name + "'; see './earshot --help'");
            return USAGE;
        }
        List<String> rest = arguments.subList(1, arguments.size());
        if (rest.equals(List.of("--help")) || rest.equals(List.of("-h"))) {
            out.print(HELP);
            return 0;
        }
        try {
            return command.run(rest);
        } catch (UsageException | StackException e) {
            error.println("earshot: " + e.getMessage());
            return USAGE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (Exception e) {
            error.println("earshot: " + name + " failed: " + reason(e));
            if (Boolean.getBoolean("earshot.trace")) {
                e.printStackTrace(error);
            }
            return 1;
        }
    }

    private static Map<String, Command> commands(PrintStream out, PrintStream error) {
        return Map.of(
                "score", new Score(out, error),
                "influencers", new Influencers(out, error, Clock.systemUTC()),
                "analyze", new Analyze(out, error, Clock.systemUTC()),
                "eval", new Eval(out, error),
                "demo", new Demo(out, error, Clock.systemUTC()),
                "up", new Up(out),
                "explain", new Explain(out),
                "down", new Down(out),
                "key", new Key(out, Clock.systemUTC()));
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        String text =
                message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        return text.lines().findFirst().orElse(text);
    }
}
