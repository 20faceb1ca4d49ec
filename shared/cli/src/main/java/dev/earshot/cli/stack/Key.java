package dev.earshot.cli.stack;

import dev.earshot.cli.command.Arguments;
import dev.earshot.cli.command.Command;
import dev.earshot.cli.command.UsageException;
import dev.earshot.local.ApiKeyTable;
import dev.earshot.local.Clients;
import dev.earshot.local.Endpoints;
import dev.earshot.local.Project;
import dev.earshot.local.StackState;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code key}: makes a key of the HTTP API for a workspace of a running stack. */
public final class Key implements Command {
    private static final List<String> SCOPES =
            List.of("read", "write", "originals", "resolve", "admin");

    private final PrintStream out;
    private final InstantSource clock;

    public Key(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Arguments given =
                new Arguments("key", arguments, Set.of("--workspace", "--state", "--scopes"));
        String workspace =
                given.text("--workspace")
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "key needs --workspace NAME; see './earshot"
                                                        + " --help'"));
        Path folder = given.folder("--state", Project.defaultState());
        Path file = folder.resolve("endpoints.json");
        if (!StackState.held(folder) || !Files.isRegularFile(file)) {
            throw new UsageException(
                    "no stack is running on " + folder + "; start one with './earshot up'");
        }
        List<String> scopes =
                Stream.of(given.text("--scopes").orElse("read,write").split(",", -1))
                        .distinct()
                        .toList();
        if (!SCOPES.containsAll(scopes)) {
            throw new UsageException(
                    "--scopes must be some of "
                            + String.join(",", SCOPES)
                            + ", but got '"
                            + given.text("--scopes").orElse("")
                            + "'");
        }
        String key = ApiKeyTable.fresh(new SecureRandom());
        Endpoints endpoints = Endpoints.read(file);
        try (Clients clients = Clients.of(endpoints)) {
            for (String table : endpoints.tables().values()) {
                ApiKeyTable.store(
                        clients.dynamoDb(), table, key, workspace, scopes, clock.instant());
            }
        }
        out.println(key);
        return 0;
    }
}
