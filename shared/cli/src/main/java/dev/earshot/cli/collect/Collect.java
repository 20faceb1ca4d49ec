package dev.earshot.cli.collect;

import dev.earshot.cli.analyze.BrandFile;
import dev.earshot.cli.command.ExistingFile;
import dev.earshot.cli.command.UsageException;
import dev.earshot.collect.feed.Credential;
import dev.earshot.collect.feed.Web;
import dev.earshot.collect.run.Collector;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.state.SourceStatus;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.net.HostGuard;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.platforms.Platforms;
import dev.earshot.platforms.filter.BrandFilter;
import dev.earshot.platforms.filter.Known;
import dev.earshot.platforms.read.CredentialFields;
import dev.earshot.platforms.web.WebClient;
import dev.earshot.wire.PostReader;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code collect}: collects posts from platforms into a file, and goes on there the next time. What
 * a running stack collects, its function does by itself.
 */
@Command(
        name = "collect",
        description =
                "Collects posts from platforms into a file, each once, and goes on where it was the"
                        + " next time. A stack collects by itself: PUT /v1/sources/{id}.")
public final class Collect implements java.util.concurrent.Callable<Integer> {
    static final WorkspaceId WORKSPACE = new WorkspaceId("default");

    private static final Duration ONE_SOURCE = Duration.ofMinutes(10);

    @Option(
            names = "--sources",
            paramLabel = "FILE",
            required = true,
            converter = ExistingFile.class,
            description =
                    "A JSON array of sources, each as PUT /v1/sources/{id} takes it, with its \"id\"."
                            + " Required")
    private Path sources = Path.of("");

    @Option(
            names = "--brands",
            paramLabel = "FILE",
            required = true,
            converter = ExistingFile.class,
            description = "A JSON array of brands, as 'analyze' takes it. Required")
    private Path brands = Path.of("");

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description =
                    "Where posts are added, for 'analyze' to read; FILE.progress beside it holds how"
                            + " far each source is. Required")
    private Path output = Path.of("");

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            converter = ExistingFile.class,
            description = {
                "A JSON object of credentials by platform; functions/collect-posts/README.md says"
                        + " which.",
                "Default: none"
            })
    private @Nullable Path credentials;

    private final PrintStream out;
    private final InstantSource clock;

    public Collect(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Only what this file holds is known. */
    private static final class Nothing implements Known {
        @Override
        public Set<PostId> posts(WorkspaceId workspace, Collection<PostId> ids) {
            return Set.of();
        }

        @Override
        public boolean author(WorkspaceId workspace, AuthorRef author) {
            return false;
        }

        @Override
        public boolean ended(WorkspaceId workspace, AuthorRef author) {
            return false;
        }
    }

    @Override
    public Integer call() throws IOException {
        List<SourceSpec> wanted = SourceFile.read(sources);
        BrandCatalogue catalogue = BrandFile.read(Optional.of(brands));
        Map<String, Credential> known = credentials(credentials);
        boolean well = true;
        try (var file = CollectedFile.open(output, wanted);
                var web = new WebClient(HostGuard.ofThisMachine(Set.of()))) {
            Collector collector = collector(file, catalogue, known, web);
            for (SourceSpec source : wanted) {
                well &= collect(collector, file, source);
            }
        }
        return well ? 0 : 1;
    }

    private Collector collector(
            CollectedFile file, BrandCatalogue catalogue, Map<String, Credential> known, Web web) {
        byte[] key = new byte[32];
        var random = new SecureRandom();
        random.nextBytes(key);
        var filter = new BrandFilter(new PostReader(new Pseudonymiser(key)), new Nothing(), clock);
        return new Collector(
                file,
                workspace -> catalogue,
                new Platforms(),
                web,
                name -> Optional.ofNullable(known.get(name)),
                file,
                filter,
                clock,
                random,
                () -> "here");
    }

    private boolean collect(Collector collector, CollectedFile file, SourceSpec source) {
        switch (collector.collect(WORKSPACE, source, clock.instant().plus(ONE_SOURCE))) {
            case Collector.Outcome.NotDue notDue ->
                    say(
                            source,
                            source.paused()
                                    ? "paused"
                                    : "not due before "
                                            + file.status(WORKSPACE, source.id()).dueAt());
            case Collector.Outcome.Held held -> say(source, "held by another run");
            case Collector.Outcome.Collected(long sent, SourceStatus status) -> {
                say(source, sent + " posts and removals added");
                StatusLines.of(status.completeUntil(), status.error(), status.gaps())
                        .forEach(line -> out.println("  " + line));
                return status.error().isEmpty();
            }
        }
        return true;
    }

    private void say(SourceSpec source, String what) {
        out.println(source.id() + " (" + source.kind().key() + "): " + what);
    }

    private static Map<String, Credential> credentials(@Nullable Path file) throws IOException {
        if (file == null) {
            return Map.of();
        }
        return CredentialFields.of(Files.readString(file, StandardCharsets.UTF_8))
                .orElseThrow(() -> new UsageException(file + " " + CredentialFields.FORM));
    }
}
