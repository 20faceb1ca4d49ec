package dev.earshot.analyzeposts;

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
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers {@code GET /v1/posts/{platform}/{id}/explanation}, and {@code POST} of {@code
 * /v1/brands/{brand}/preview} and {@code /v1/brands/{brand}/forecast}. It runs in the image of
 * analyze-posts, not in query-api, because only this image holds the models and the rule of
 * mentions; and on request, because explaining a post costs as much as reading about a hundred.
 * Neither path nor text is logged. Thread-safe.
 */
public final class ExplanationHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Once<PostExplanations> explanations;
    private final Once<BrandPreviews> previews;
    private final Once<BrandForecasts> forecasts;
    private final JsonWriter json = new JsonWriter();

    /** For Lambda: configured by the environment, with the models loaded while it starts. */
    public ExplanationHandler() {
        this(Settings.fromEnvironment());
        explanations.get();
    }

    /** Configured by these settings; the models are loaded when first asked. */
    public ExplanationHandler(Settings settings) {
        this(Wiring.questions(settings));
    }

    private ExplanationHandler(Wiring.Questions questions) {
        this(questions::explanations, questions::previews, questions::forecasts);
    }

    /**
     * @param load called once, when first asked; again only after it failed
     * @param previews the same
     * @param forecasts the same
     */
    ExplanationHandler(
            Supplier<PostExplanations> load,
            Supplier<BrandPreviews> previews,
            Supplier<BrandForecasts> forecasts) {
        this.explanations = new Once<>(load);
        this.previews = new Once<>(previews);
        this.forecasts = new Once<>(forecasts);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        long started = System.nanoTime();
        Question question = question(event);
        LogLine line = new LogLine(question.name().toLowerCase(Locale.ROOT) + " asked for");
        PostExplanations.Answer answer = answer(question, event, line);
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
                question == Question.FORECAST && !problem
                        ? Map.of("link", "</v1/rules/forecast>; rel=\"describedby\"")
                        : Map.of());
    }

    private PostExplanations.Answer answer(
            Question question, APIGatewayV2HTTPEvent event, LogLine line) {
        try {
            return switch (question) {
                case EXPLANATION -> explanations.get().answer(event);
                case PREVIEW -> previews.get().answer(event);
                case FORECAST -> forecasts.get().answer(event);
            };
        } catch (StoreException e) {
            line.with(e);
            return PostExplanations.problem(
                    ProblemKind.UNAVAILABLE, "a service that this needs failed");
        } catch (RuntimeException e) {
            line.with(e);
            return PostExplanations.problem(
                    ProblemKind.FAILED, "the fault is not yours; the log has the cause");
        }
    }

    private enum Question {
        EXPLANATION,
        PREVIEW,
        FORECAST
    }

    /** Told by the last step of the path. */
    private static Question question(APIGatewayV2HTTPEvent event) {
        if (event.getPathParameters() == null || !event.getPathParameters().containsKey("brand")) {
            return Question.EXPLANATION;
        }
        String path = event.getRawPath() == null ? "" : event.getRawPath();
        return path.endsWith("/forecast") ? Question.FORECAST : Question.PREVIEW;
    }
}
