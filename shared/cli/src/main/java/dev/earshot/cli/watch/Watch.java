package dev.earshot.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.command.NonBlank;
import dev.earshot.cli.command.StopSignal;
import dev.earshot.cli.command.UsageException;
import dev.earshot.cli.command.WholeNumber;
import dev.earshot.cli.stack.ApiPlace;
import dev.earshot.cli.terminal.Paint;
import dev.earshot.cli.terminal.Terminal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code watch}: follows a running stack through its API until interrupted. */
@Command(
        name = "watch",
        description = {
            "Follows what is said on a running stack: posts against what is usual, what rises and why,",
            "new topics. On a terminal a table that is redrawn, else a line for each news.",
            "A bucket of five minutes is judged two minutes after its end."
        })
public final class Watch implements Callable<Integer> {
    /** Every brand costs some questions a look, so not all of a large workspace are followed. */
    private static final int MOST_BRANDS = 20;

    private static final int USUAL_SECONDS = 15;
    private static final String OTHER_SCREEN = "\u001B[?1049h\u001B[?25l";
    private static final String FIRST_SCREEN = "\u001B[?25h\u001B[?1049l";
    private static final String CLEAR = "\u001B[H\u001B[J";

    @Option(
            names = "--brand",
            paramLabel = "B",
            converter = NonBlank.class,
            description = {
                "Follows this brand alone.",
                "Default: all, the first " + MOST_BRANDS + " of them"
            })
    private @Nullable String brand;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = {"How often to look.", "Default: " + USUAL_SECONDS})
    private int every = USUAL_SECONDS;

    @Option(names = "--once", description = "Looks once, prints the table and ends.")
    private boolean once;

    @Mixin private final ApiPlace place = new ApiPlace();

    private final PrintStream out;
    private final InstantSource clock;

    public Watch(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    static final class Seconds extends WholeNumber {
        Seconds() {
            super(1, 3600);
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (ApiClient api = place.client()) {
            List<BrandFeed> feeds = feeds(api);
            if (once) {
                table(look(feeds)).forEach(out::println);
                return 0;
            }
            StopSignal signal = StopSignal.ofProcess();
            try {
                follow(feeds, Terminal.onOutput(), signal);
            } finally {
                signal.done();
            }
            return 0;
        }
    }

    /** Follows the brands until asked to stop, or until the stack has stopped. */
    private void follow(List<BrandFeed> feeds, boolean redrawn, StopSignal signal)
            throws IOException, InterruptedException {
        var news = new WatchNews();
        String end = "";
        out.print(redrawn ? OTHER_SCREEN : "");
        try {
            do {
                try {
                    List<WatchedBrand> brands = look(feeds);
                    if (redrawn) {
                        redraw(brands);
                    } else {
                        news.lines(brands).forEach(out::println);
                    }
                } catch (IOException e) {
                    if (place.hasStopped()) {
                        end = "The stack has stopped.";
                        return;
                    }
                    out.println("No answer, asking again in " + every + " s: " + e.getMessage());
                }
                out.flush();
            } while (!signal.await(Duration.ofSeconds(every)));
        } finally {
            out.print(redrawn ? FIRST_SCREEN : "");
            out.print(end.isEmpty() ? "" : end + "\n");
            out.flush();
        }
    }

    private void redraw(List<WatchedBrand> brands) {
        out.print(CLEAR);
        out.println(WatchTable.hour(clock.instant()) + " UTC, every " + every + " s; Ctrl-C ends");
        out.println();
        table(brands).forEach(out::println);
    }

    private static List<String> table(List<WatchedBrand> brands) {
        return new WatchTable(new Paint(Terminal.onOutput())).lines(brands);
    }

    private List<WatchedBrand> look(List<BrandFeed> feeds)
            throws IOException, InterruptedException {
        Instant now = clock.instant();
        List<WatchedBrand> brands = new ArrayList<>();
        for (BrandFeed feed : feeds) {
            brands.add(feed.ask(now));
        }
        return brands;
    }

    private List<BrandFeed> feeds(ApiClient api) throws IOException, InterruptedException {
        List<JsonNode> known = new ArrayList<>();
        api.get("/v1/brands").path("brands").forEach(known::add);
        if (known.isEmpty()) {
            throw new UsageException(
                    "no brand is registered yet; PUT /v1/brands/{id} registers one");
        }
        List<BrandFeed> feeds =
                known.stream()
                        .filter(each -> brand == null || each.path("id").asText().equals(brand))
                        .limit(MOST_BRANDS)
                        .map(
                                each ->
                                        new BrandFeed(
                                                api,
                                                each.path("id").asText(),
                                                WatchedBrand.text(each.path("name"))))
                        .toList();
        if (feeds.isEmpty()) {
            throw new UsageException(
                    "no brand has the id '"
                            + brand
                            + "'; registered are "
                            + known.stream()
                                    .limit(MOST_BRANDS)
                                    .map(each -> each.path("id").asText())
                                    .collect(Collectors.joining(", ")));
        }
        if (brand == null && known.size() > MOST_BRANDS) {
            out.println(
                    "Following the first "
                            + MOST_BRANDS
                            + " of "
                            + known.size()
                            + " brands; --brand follows another.");
        }
        return feeds;
    }
}
