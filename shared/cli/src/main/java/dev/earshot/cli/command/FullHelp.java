package dev.earshot.cli.command;

import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;

import java.util.List;

/** Lists every command, subcommands too, with its arguments and options. Stateless. */
public final class FullHelp implements IHelpSectionRenderer {
    private static final String INDENT = "  ";

    @Override
    public String render(Help help) {
        var text = new StringBuilder();
        append(help, text);
        return text.toString();
    }

    private static void append(Help parent, StringBuilder text) {
        for (Help help : parent.subcommands().values()) {
            if (!help.subcommands().isEmpty()) {
                append(help, text);
                continue;
            }
            // Every command takes --help, which the root says once.
            List<OptionSpec> options =
                    help.commandSpec().options().stream()
                            .filter(option -> !option.usageHelp())
                            .toList();
            text.append(System.lineSeparator())
                    .append(help.synopsis(0).replace(" [-h]", ""))
                    .append(indented(help.description()))
                    .append(indented(help.parameterList()))
                    .append(indented(help.optionListExcludingGroups(options)));
        }
    }

    private static String indented(String block) {
        var lines = new StringBuilder();
        block.lines().forEach(line -> lines.append(INDENT).append(line).append('\n'));
        return lines.toString();
    }
}
