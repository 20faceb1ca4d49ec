package dev.earshot.cli.stack;

import dev.earshot.core.store.ApiKeyRegistry;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.PrintStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code keys list}: every key of a stack, by its id. */
@Command(
        name = "list",
        description =
                "Lists a stack's API keys: the id that audit logs name, when it was issued, its"
                        + " workspace, its scopes and its name. Keys themselves are stored nowhere.")
final class KeysList implements Callable<Integer> {
    @Mixin private final KeyPlace place = new KeyPlace();

    private final PrintStream out;
    private final InstantSource clock;

    KeysList(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        lines(place.keys(clock).entries()).forEach(out::println);
        return 0;
    }

    static List<String> lines(List<ApiKeyRegistry.Entry> entries) {
        return entries.stream()
                .map(
                        each ->
                                String.format(
                                        Locale.ROOT,
                                        "%s  %s  %-20s %s  %s",
                                        each.id(),
                                        each.issuedAt().truncatedTo(ChronoUnit.SECONDS),
                                        each.grant().workspace(),
                                        String.join(
                                                ",",
                                                each.grant().scopes().stream().sorted().toList()),
                                        each.name()))
                .map(String::stripTrailing)
                .toList();
    }
}
