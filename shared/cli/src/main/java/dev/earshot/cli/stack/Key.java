package dev.earshot.cli.stack;

import dev.earshot.cli.command.Choice;
import dev.earshot.cli.command.NonBlank;
import dev.earshot.cli.command.UsageException;
import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.ApiKeyRegistry;
import dev.earshot.core.store.ApiKeys;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code key}: makes a key of the HTTP API for a workspace of a stack. */
@Command(
        name = "key",
        description =
                "Makes and prints an API key for a workspace of a stack. It is shown this once.")
public final class Key implements Callable<Integer> {
    @Option(
            names = "--workspace",
            paramLabel = "NAME",
            required = true,
            converter = NonBlank.class,
            description = "Workspace whose data the key opens. Required")
    private String workspace = "";

    @Option(
            names = "--scopes",
            paramLabel = "LIST",
            split = ",",
            converter = Scope.class,
            defaultValue = "read,write",
            description = {
                "What the key may do, separated by commas: read (results), write (posts, brands,"
                        + " jobs), originals (files with faces as they are), resolve (tell whose a"
                        + " pseudonym is), admin (read, write, originals, and to issue and"
                        + " revoke keys).",
                "Default: ${DEFAULT-VALUE}"
            })
    private List<String> scopes = List.of();

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            converter = NonBlank.class,
            description =
                    "Whose key it is or what it is for, as 'keys list' shows it. Default: none")
    private String name = "";

    @Mixin private final KeyPlace place = new KeyPlace();

    private final PrintStream out;
    private final InstantSource clock;

    public Key(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    static final class Scope extends Choice {
        Scope() {
            super(ApiKeys.SCOPES);
        }
    }

    @Override
    public Integer call() throws Exception {
        String key = ApiKeyRegistry.fresh(new SecureRandom());
        WorkspaceId opened;
        try {
            opened = new WorkspaceId(workspace);
            if (!name.isEmpty()) {
                Checks.name("name", name, ApiKeyRegistry.MAX_NAME);
            }
        } catch (FieldException e) {
            throw new UsageException("--" + e.getMessage());
        }
        place.keys(clock).allow(key, name, new ApiKeys.Grant(opened, Set.copyOf(scopes)));
        out.println(key);
        return 0;
    }
}
