package dev.earshot.cli.command;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/** {@code languages}: in the help like every command, but run by the launcher script itself. */
@Command(
        name = "languages",
        description =
                "Installs the optional model of languages beside English (fetches 663 MB once).")
public final class Languages implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new UsageException("'languages' builds a model; run it as './earshot languages'");
    }
}
