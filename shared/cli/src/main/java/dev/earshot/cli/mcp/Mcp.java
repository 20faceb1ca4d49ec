package dev.earshot.cli.mcp;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.stack.ApiPlace;
import dev.earshot.mcp.McpService;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/**
 * {@code mcp}: serves the Model Context Protocol on standard input and output, read-only, until the
 * input ends.
 */
@Command(
        name = "mcp",
        description =
                "Answers questions of a program over the Model Context Protocol, on standard input"
                        + " and output; it can read and change nothing.")
public final class Mcp implements Callable<Integer> {
    @Mixin private final ApiPlace place = new ApiPlace();

    private final InputStream in;
    private final PrintStream out;
    private final InstantSource clock;

    public Mcp(InputStream in, PrintStream out, InstantSource clock) {
        this.in = in;
        this.out = out;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (ApiClient client = place.client()) {
            new McpService(path -> client.get(path).toString(), clock, "0.1.0").serve(in, out);
        }
        return 0;
    }
}
