package dev.earshot.analyzemedia;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.PictureExplanation;
import dev.earshot.core.picture.Safety;
import dev.earshot.djl.vision.why.PictureExplainer.Answer;
import dev.earshot.testkit.lambda.RecordingContext;
import dev.earshot.testkit.store.InMemoryMediaResults;
import dev.earshot.testkit.store.InMemoryMediaStore;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Around an explanation: who may have one, of which file, and what is answered. */
final class ExplanationHandlerTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final String KEY = "media/acme/" + "0".repeat(32) + "/cup.jpg";

    private final RecordingContext context = new RecordingContext();
    private final InMemoryMediaResults results = new InMemoryMediaResults();
    private final InMemoryMediaStore files = new InMemoryMediaStore();
    private final ExplanationHandler handler =
            new ExplanationHandler(
                    () ->
                            new PictureExplanations(
                                    results,
                                    files,
                                    ExplanationHandlerTest::explain,
                                    new WorkspaceId("default"),
                                    1_000));

    @Test
    void picture_isExplainedWithASmallPicture() throws Exception {
        analysed(new byte[] {1});

        APIGatewayV2HTTPResponse response = ask("acme", "read", Map.of("label", "cup"));

        assertThat(response.getStatusCode()).isEqualTo(200);
        JsonNode body = new ObjectMapper().readTree(response.getBody());
        assertThat(body.path("label").asText()).isEqualTo("cup");
        assertThat(body.path("drops")).hasSize(2);
        assertThat(Base64.getDecoder().decode(body.path("heat").asText()))
                .startsWith(0x89, 'P', 'N', 'G');
        assertThat(context.lines()).singleElement().asString().doesNotContain("cup");
    }

    @Test
    void labelThatIsNotSeen_isNotFoundAndTheOthersAreNamed() {
        analysed(new byte[] {1});

        APIGatewayV2HTTPResponse response = ask("acme", "read", Map.of("label", "horse"));

        assertThat(response.getStatusCode()).isEqualTo(404);
        assertThat(response.getBody()).contains("what is: cup");
    }

    @Test
    void anotherWorkspacesPicture_isNotFound() {
        analysed(new byte[] {1});

        assertThat(ask("other", "read", Map.of()).getStatusCode()).isEqualTo(404);
    }

    @Test
    void pictureWhoseFileIsGone_saysSo() {
        results.put(analysis());

        assertThat(ask("acme", "read", Map.of()).getStatusCode()).isEqualTo(410);
    }

    @Test
    void callerWithoutTheScope_isRefused() {
        assertThat(ask("acme", "write", Map.of()).getStatusCode()).isEqualTo(403);
    }

    @Test
    void unknownParameter_isRefused() {
        assertThat(ask("acme", "read", Map.of("lable", "cup")).getStatusCode()).isEqualTo(400);
    }

    private void analysed(byte[] file) {
        files.put(KEY, file);
        results.put(analysis());
    }

    private static MediaAnalysis analysis() {
        return new MediaAnalysis(
                WORKSPACE,
                KEY,
                "1",
                Instant.EPOCH,
                new MediaAnalysis.Status.Analysed(
                        new ImageFindings(
                                10,
                                10,
                                List.of(),
                                List.of(),
                                List.of(),
                                new Safety("neutral", 1, false))),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Answer explain(byte[] file, Optional<String> label) {
        return label.filter(l -> !l.equals("cup")).isPresent()
                ? new Answer.NotSeen(List.of("cup"))
                : new Answer.Explained(
                        new PictureExplanation("cup", "object", 0.9, 2, 1, List.of(0.8, 0.0), 0.1));
    }

    private APIGatewayV2HTTPResponse ask(
            String workspace, String scope, Map<String, String> query) {
        Authorizer authorizer = new Authorizer();
        authorizer.setLambda(Map.of("workspace", workspace, "scopes", scope, "caller", "test"));
        RequestContext request = new RequestContext();
        request.setAuthorizer(authorizer);
        APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
        event.setRequestContext(request);
        event.setPathParameters(Map.of("key", KEY));
        event.setQueryStringParameters(query);
        assertThat(Set.of("read", "write")).contains(scope);
        return handler.handleRequest(event, context);
    }
}
