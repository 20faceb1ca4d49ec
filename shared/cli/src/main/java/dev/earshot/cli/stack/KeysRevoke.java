package dev.earshot.cli.stack;

import dev.earshot.cli.command.NonBlank;
import dev.earshot.cli.command.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** {@code keys revoke ID}: makes a key invalid. */
@Command(name = "revoke", description = "Makes an API key invalid.")
final class KeysRevoke implements Callable<Integer> {
    @Parameters(
            paramLabel = "ID",
            converter = NonBlank.class,
            description = "The key's id, as 'keys list' shows it, such as key-0123456789ab")
    private String id = "";

    @Mixin private final KeyPlace place = new KeyPlace();

    private final PrintStream out;
    private final InstantSource clock;

    KeysRevoke(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        if (!place.keys(clock).revoke(id)) {
            throw new UsageException(
                    "there is no key '" + id + "'; './earshot keys list' shows the ids");
        }
        out.println(
                place.onAws()
                        ? "revoked; API Gateway may remember it for AuthorizerCacheSeconds (60 s"
                                + " unless chosen otherwise)"
                        : "revoked");
        return 0;
    }
}
