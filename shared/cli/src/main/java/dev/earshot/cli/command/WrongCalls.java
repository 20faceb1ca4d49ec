package dev.earshot.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells in one line on standard error how a command was called wrongly: which option, which value,
 * and how to fix it. Stateless.
 */
public final class WrongCalls implements IParameterExceptionHandler {
    private final PrintStream error;

    public WrongCalls(PrintStream error) {
        this.error = error;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName(" ");
        String problem =
                switch (e) {
                    case UnmatchedArgumentException unmatched -> unmatched(unmatched);
                    case MissingParameterException missing -> missing(missing, arguments);
                    case OverwrittenOptionException twice ->
                            name(twice.getOverwritten()) + " is given twice";
                    default -> value(e);
                };
        error.println(
                "earshot: "
                        + problem
                        + (problem.endsWith("?") ? " See '" : "; see '")
                        + command
                        + " --help'");
        return ExitCode.USAGE;
    }

    private static String unmatched(UnmatchedArgumentException e) {
        CommandLine command = e.getCommandLine();
        String given = e.getUnmatched().getFirst();
        String hint =
                e.getSuggestions().stream()
                        .findFirst()
                        .map(nearest -> "; did you mean '" + nearest + "'?")
                        .orElse("");
        if (e.isUnknownOption()) {
            return "unknown option '" + given + "' for '" + command.getCommandName() + "'" + hint;
        }
        if (!command.getSubcommands().isEmpty()) {
            return "unknown command '" + given + "'" + hint;
        }
        return "'" + command.getCommandName() + "' takes no argument '" + given + "'";
    }

    private static String missing(MissingParameterException e, String[] arguments) {
        List<ArgSpec> missing = e.getMissing();
        if (missing.getFirst() instanceof OptionSpec option
                && Arrays.stream(option.names()).anyMatch(Arrays.asList(arguments)::contains)) {
            return name(option) + " needs a value, " + option.paramLabel();
        }
        return "'"
                + e.getCommandLine().getCommandName()
                + "' needs "
                + missing.stream()
                        .map(
                                argument ->
                                        argument.isOption()
                                                ? name(argument) + " " + argument.paramLabel()
                                                : argument.paramLabel())
                        .collect(Collectors.joining(", "));
    }

    private static String value(ParameterException e) {
        ArgSpec argument = e.getArgSpec();
        if (argument == null || e.getValue() == null) {
            return String.valueOf(e.getMessage());
        }
        if (e.getValue().isBlank()) {
            return name(argument) + " needs a value, " + argument.paramLabel();
        }
        String rule =
                e.getCause() instanceof TypeConversionException broken
                        ? String.valueOf(broken.getMessage())
                        : "can't be read";
        return name(argument) + " " + rule + ", but got '" + e.getValue() + "'";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
