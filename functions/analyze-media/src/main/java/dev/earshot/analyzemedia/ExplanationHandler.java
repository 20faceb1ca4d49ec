package dev.earshot.analyzemedia;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

import dev.earshot.core.store.StoreException;
import dev.earshot.lambda.DirectAnswers;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.Once;
import dev.earshot.lambda.Settings;
import dev.earshot.wire.api.JsonWriter;
import dev.earshot.wire.api.Problem;
import dev.earshot.wire.api.ProblemKind;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers {@code GET /v1/explanations/{key}?label=}: which part of a picture a label hangs on. It
 * runs in the image of analyze-media, not in query-api, because only this image holds the models;
 * and on request, because it costs as much as looking at about 50 pictures. Neither key nor label
 * is logged. Thread-safe.
 */
public final class ExplanationHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Once<PictureExplanations> explanations;
    private final JsonWriter json = new JsonWriter();

    /** For Lambda: configured by the environment, with the models loaded while it starts. */
    public ExplanationHandler() {
        this(Settings.fromEnvironment());
        explanations.get();
    }

    /** Configured by these settings; the models are loaded when first asked. */
    public ExplanationHandler(Settings settings) {
        this(() -> Wiring.explanations(settings));
    }

    /**
     * @param load called once, when first asked; again only after it failed
     */
    ExplanationHandler(Supplier<PictureExplanations> load) {
        this.explanations = new Once<>(load);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        long started = System.nanoTime();
        LogLine line = new LogLine("explanation of a picture asked for");
        PictureExplanations.Answer answer = answer(event, line);
        context.getLogger()
                .log(
                        line.with("status", answer.status())
                                        .with(
                                                "totalMs",
                                                Duration.ofNanos(System.nanoTime() - started))
                                + "\n");
        boolean problem = answer.status() >= 400;
        return DirectAnswers.of(
                answer.status(),
                problem ? Problem.MEDIA_TYPE : "application/json",
                json.write(answer.body()),
                Map.of());
    }

    private PictureExplanations.Answer answer(APIGatewayV2HTTPEvent event, LogLine line) {
        try {
            return explanations.get().answer(event);
        } catch (StoreException e) {
            line.with(e);
            return PictureExplanations.problem(
                    ProblemKind.UNAVAILABLE, "a service that this needs failed");
        } catch (RuntimeException e) {
            line.with(e);
            return PictureExplanations.problem(
                    ProblemKind.FAILED, "the fault is not yours; the log has the cause");
        }
    }
}
