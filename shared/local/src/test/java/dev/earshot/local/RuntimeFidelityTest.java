package dev.earshot.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.local.delivery.EmbeddedFunction;
import dev.earshot.local.template.CloudTemplate;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The embedded cloud hands events to handlers exactly as Lambda's own runtime does. */
final class RuntimeFidelityTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "Sqs, sqs-posts.json",
        "SqsFields, sqs-posts.json",
        "S3Fields, s3-media.json",
        "S3Fields, s3-media-removed.json",
        "Http, http-post-posts.json",
        "Http, http-get-post.json",
        "Identity, authorizer.json"
    })
    void event_underTheRealRuntime_isReadAndAnsweredTheSame(
            String handler, String file, @TempDir Path folder) throws Exception {
        String name = "dev.earshot.local.fake.Recorders$" + handler;
        String event = Files.readString(Project.root().resolve("events").resolve(file));
        String embedded =
                new String(
                        EmbeddedFunction.create(declaration(name), Map.of())
                                .invoke(event.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8);
        Path log = folder.resolve("function.log");
        try (RuntimeApi runtime = new RuntimeApi(name + "::handleRequest", Map.of(), log)) {
            String real = runtime.invoke(event);
            assertThat(real).as(Files.readString(log)).doesNotStartWith("error");
            assertThat(JSON.readTree(embedded)).isEqualTo(JSON.readTree(real));
        }
    }

    private static CloudTemplate.Function declaration(String handler) {
        return new CloudTemplate.Function(
                "Function",
                "function",
                "arn:aws:lambda:eu-west-1:000000000000:function:function",
                handler,
                false,
                512,
                30,
                Map.of(),
                "",
                List.of(),
                List.of(),
                List.of());
    }
}
