package dev.earshot.cli.analyze;

import dev.earshot.cli.command.UsageException;
import dev.earshot.core.post.PostFiles;
import dev.earshot.wire.table.TableOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The options that say what a table's header does not. */
public final class TableHints {
    @Option(
            names = "--columns",
            paramLabel = "FIELD=HEADER",
            split = ",",
            description = {
                "Which column of a table holds a field: text=Beitrag,time=Datum,id=Link. The"
                        + " header 'none' means no column.",
                "Default: by the headers' names"
            })
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--dates",
            paramLabel = "ORDER",
            description = {
                "dmy or mdy: whether 03/04/2026 is in April or in March.",
                "Default: what the column proves"
            })
    private @Nullable String dates;

    /**
     * The options as given.
     *
     * @throws UsageException if they name no field or order that is known
     */
    public PostFiles.Hints hints() {
        var hints = new PostFiles.Hints(columns, Optional.ofNullable(dates));
        try {
            TableOptions.of(hints.columns(), hints.dates());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + e.getMessage());
        }
        return hints;
    }
}
