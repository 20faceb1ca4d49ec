package dev.earshot.cli.command;

import java.util.List;

/** One sub-command of the launcher. */
public interface Command {
    /**
     * Runs it.
     *
     * @param arguments what follows the command's name
     * @return the process's exit code
     * @throws UsageException for a mistake of the caller, told in one line; exit code 2
     */
    int run(List<String> arguments) throws Exception;
}
