package dev.earshot.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.command.NonBlank;
import dev.earshot.local.Endpoints;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code claim}: attributes the stored posts of a running stack to a brand that came later. */
@Command(
        name = "claim",
        description = "Attributes stored posts of a running stack to a brand as its terms are now.")
public final class Claim implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final List<String> OVER = List.of("done", "failed", "parked");

    @Parameters(
            paramLabel = "BRAND",
            converter = NonBlank.class,
            description = "Id of a registered brand")
    private String brand = "";

    @Mixin private final RunningStack stack = new RunningStack();

    private final PrintStream out;

    public Claim(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Endpoints endpoints = stack.endpoints();
        try (var api = new ApiClient(endpoints.api(), endpoints.apiKey())) {
            JsonNode job = api.post("/v1/brands/" + ApiClient.encoded(brand) + "/claim", "");
            String path = "/v1/jobs/" + job.path("id").asText();
            while (!OVER.contains(job.path("state").asText())) {
                Thread.sleep(LOOK);
                job = api.get(path);
            }
            tell(job);
            return job.path("state").asText().equals("done") ? 0 : 1;
        }
    }

    private void tell(JsonNode job) {
        if (!job.path("state").asText().equals("done")) {
            say("%s: %s", job.path("state").asText(), job.path("reason").asText());
            return;
        }
        JsonNode changed = job.path("changed");
        say(
                "%s: looked at %,d posts; %,d gained, %,d lost",
                brand,
                job.at("/progress/records").asLong(),
                changed.path("gained").asLong(),
                changed.path("lost").asLong());
        about(job.at("/progress/refused").asLong(), "have no text any more and stay as they were");
        about(
                changed.path("unread").asLong(),
                "name other brands too; what they say of this one was not read, so they count"
                        + " without a verdict until newer models read them");
        about(changed.path("own").asLong(), "changed sides: by the brand's own accounts, or not");
    }

    private void about(long posts, String what) {
        if (posts > 0) {
            say("  %,d %s", posts, what);
        }
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
