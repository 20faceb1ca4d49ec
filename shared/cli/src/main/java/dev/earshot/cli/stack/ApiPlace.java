package dev.earshot.cli.stack;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.UsageException;
import dev.earshot.local.Endpoints;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The options that say whose API is asked: that of a stack on this machine, or of a deployed one.
 * Not thread-safe.
 */
public final class ApiPlace {
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

    /**
     * A client of the API.
     *
     * @throws UsageException if none is named and no stack is running here
     */
    public ApiClient client() throws IOException {
        if ((api == null) != (keyFile == null)) {
            throw new UsageException("--api and --key-file must be given together");
        }
        if (api != null && keyFile != null) {
            return new ApiClient(api.replaceAll("/+$", ""), Files.readString(keyFile).strip());
        }
        Endpoints endpoints = stack.endpoints();
        return new ApiClient(endpoints.api(), endpoints.apiKey());
    }

    /** Whether the stack on this machine, if it is meant, has stopped. */
    public boolean hasStopped() throws IOException {
        return api == null && !stack.isRunning();
    }
}
