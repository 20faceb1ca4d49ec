package dev.earshot.cli.mcp;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.stack.RunningStack;
import dev.earshot.local.Endpoints;
import dev.earshot.mcp.McpService;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
    @Option(
            names = "--api",
            paramLabel = "ADDRESS",
            description = {
                "Address of a deployed API, with --key-file.",
                "Default: the stack that is running here"
            })
    private @Nullable String api;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            converter = ExistingFile.class,
            description = {
                "File with an API key of the scope read.",
                "Default: the key of the stack that is running here"
            })
    private @Nullable Path keyFile;

    @Mixin private final RunningStack stack = new RunningStack();

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
        if ((api == null) != (keyFile == null)) {
            throw new UsageException("--api and --key-file must be given together");
        }
        try (ApiClient client = client()) {
            new McpService(path -> client.get(path).toString(), clock, "0.1.0").serve(in, out);
        }
        return 0;
    }

    private ApiClient client() throws IOException {
        if (api != null && keyFile != null) {
            return new ApiClient(api.replaceAll("/+$", ""), Files.readString(keyFile).strip());
        }
        Endpoints endpoints = stack.endpoints();
        return new ApiClient(endpoints.api(), endpoints.apiKey());
    }
}
