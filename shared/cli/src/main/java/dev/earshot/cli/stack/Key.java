package dev.earshot.cli.stack;

import dev.earshot.cli.command.Choice;
import dev.earshot.cli.command.NonBlank;
import dev.earshot.local.ApiKeyTable;
import dev.earshot.local.Clients;
import dev.earshot.local.Endpoints;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code key}: makes a key of the HTTP API for a workspace of a running stack. */
@Command(
        name = "key",
        description = "Makes and prints an API key for a workspace of a running stack.")
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
                "What the key may do, separated by commas: read, write, originals (unblurred files),"
                        + " resolve (tell whose a pseudonym is), admin.",
                "Default: ${DEFAULT-VALUE}"
            })
    private List<String> scopes = List.of();

    @Mixin private final RunningStack stack = new RunningStack();

    private final PrintStream out;
    private final InstantSource clock;

    public Key(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    static final class Scope extends Choice {
        Scope() {
            super(List.of("read", "write", "originals", "resolve", "admin"));
        }
    }

    @Override
    public Integer call() throws Exception {
        Endpoints endpoints = stack.endpoints();
        String key = ApiKeyTable.fresh(new SecureRandom());
        List<String> distinct = scopes.stream().distinct().toList();
        try (Clients clients = Clients.of(endpoints)) {
            for (String table : endpoints.tables().values()) {
                ApiKeyTable.store(
                        clients.dynamoDb(), table, key, workspace, distinct, clock.instant());
            }
        }
        out.println(key);
        return 0;
    }
}
