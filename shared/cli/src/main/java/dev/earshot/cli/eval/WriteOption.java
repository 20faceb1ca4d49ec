package dev.earshot.cli.eval;

import dev.earshot.cli.command.UsageException;
import dev.earshot.evaluation.report.FigureSection;
import dev.earshot.evaluation.report.Machine;
import dev.earshot.local.Project;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** {@code --write}, the option of every evaluation that publishes its figures. For one thread. */
final class WriteOption {
    private final String readme;
    private final String name;

    @Option(
            names = "--write",
            description =
                    "Also writes the table into its section of the README that states it, under the"
                            + " date, machine, commit and versions.")
    private boolean write;

    /**
     * @param readme the Markdown file with the section, relative to the project's folder
     * @param name of the section, such as {@code eval text}
     */
    WriteOption(String readme, String name) {
        this.readme = readme;
        this.name = name;
    }

    /**
     * Finds the section before anything is measured, so that a missing one is reported at once.
     *
     * @param isPartial whether other options restrict what is measured
     * @param options the names of those options
     * @return empty without {@code --write}
     * @throws UsageException if partial figures would be published
     * @throws IOException if the section is missing
     */
    Optional<FigureSection> section(boolean isPartial, String options) throws IOException {
        if (!write) {
            return Optional.empty();
        }
        if (isPartial) {
            throw new UsageException("--write needs a full run; leave out " + options);
        }
        return Optional.of(FigureSection.of(Project.root().resolve(readme), name));
    }

    /** Writes the table into the section, if there is one. */
    static void publish(Optional<FigureSection> section, List<String> table, InstantSource clock)
            throws IOException, InterruptedException {
        if (section.isPresent()) {
            section.get().replace(Machine.lines(Project.root(), clock.instant()), table);
        }
    }
}
