package dev.earshot.analyzeposts;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

import dev.earshot.analyzeposts.PostExplanations.Answer;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.store.BrandStore;
import dev.earshot.engagement.predict.EngagementModel;
import dev.earshot.engagement.predict.Forecast;
import dev.earshot.engagement.predict.Planned;
import dev.earshot.engagement.predict.Quantiles;
import dev.earshot.lambda.Admission;
import dev.earshot.lambda.Caller;
import dev.earshot.lambda.Callers;
import dev.earshot.usecase.post.EngagementForecasts;
import dev.earshot.usecase.post.EngagementForecasts.Outcome;
import dev.earshot.wire.api.ProblemKind;
import dev.earshot.wire.api.brand.PlannedPostBody;
import dev.earshot.wire.json.FieldError;
import dev.earshot.wire.json.Parsed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers {@code POST /v1/brands/{brand}/forecast}, whose body is a planned post. Thread-safe. */
final class BrandForecasts {
    private final BrandStore brands;
    private final EngagementForecasts forecasts;

    BrandForecasts(BrandStore brands, EngagementForecasts forecasts) {
        this.brands = brands;
        this.forecasts = forecasts;
    }

    /**
     * What is answered.
     *
     * @param median responses: likes, replies, reposts and quotes together
     * @param low one time in ten it is fewer
     * @param high one time in ten it is more
     * @param usual the median of the account's last ten posts
     * @param learnedFrom posts of the brand's own accounts
     * @param ofAccount those of them that are the account's
     * @param withText those of them whose words are still kept
     * @param extrapolates why the past says little about this post
     */
    record ForecastView(
            String brand,
            String account,
            String at,
            long median,
            long low,
            long high,
            long usual,
            List<MoverView> movers,
            List<String> extrapolates,
            int learnedFrom,
            int ofAccount,
            int withText) {}

    /**
     * A part of the post.
     *
     * @param kind text, form or hour
     * @param effect factor on the responses, 1 for none
     */
    record MoverView(String kind, String part, double effect) {}

    Answer answer(APIGatewayV2HTTPEvent event) {
        return switch (Callers.admit(event, "read")) {
            case Admission.Unknown(String why) -> problem(ProblemKind.UNAUTHORISED, why);
            case Admission.Forbidden(String why) -> problem(ProblemKind.FORBIDDEN, why);
            case Admission.Admitted(Caller caller) -> answer(event, caller);
        };
    }

    private Answer answer(APIGatewayV2HTTPEvent event, Caller caller) {
        String brand =
                Optional.ofNullable(event.getPathParameters())
                        .map(path -> path.get("brand"))
                        .orElse("");
        Optional<Brand> known = brands.catalogue(caller.workspace()).find(brand);
        if (known.isEmpty()) {
            return problem(ProblemKind.NOT_FOUND, "no such brand is registered; PUT it first");
        }
        return switch (PlannedPostBody.read(body(event))) {
            case Parsed.Errors<PlannedPostBody>(List<FieldError> errors) ->
                    problem(
                            ProblemKind.BAD_REQUEST,
                            errors.getFirst().path() + " " + errors.getFirst().reason());
            case Parsed.Value<PlannedPostBody>(PlannedPostBody plan) ->
                    answer(known.get(), caller, plan);
        };
    }

    private Answer answer(Brand brand, Caller caller, PlannedPostBody plan) {
        Outcome outcome =
                forecasts.of(
                        caller.workspace(),
                        brand.id(),
                        new EngagementForecasts.Plan(
                                plan.text(),
                                plan.platform(),
                                plan.at(),
                                Planned.Form.valueOf(plan.form().toUpperCase(Locale.ROOT))));
        return switch (outcome) {
            case Outcome.Told told -> new Answer(200, view(brand.id(), told));
            case Outcome.TooFew few ->
                    problem(
                            ProblemKind.CONFLICT,
                            "at least "
                                    + EngagementModel.LEAST_POSTS
                                    + " posts of the last year by the brand's own accounts, with"
                                    + " known responses, are needed to predict; "
                                    + few.posts()
                                    + " are there. Own accounts are named in the brand's field"
                                    + " 'accounts'");
            case Outcome.NoAccount none ->
                    problem(
                            ProblemKind.CONFLICT,
                            "none of the brand's own accounts has posts with known responses on "
                                    + none.platform().key());
        };
    }

    private static ForecastView view(String brand, Outcome.Told told) {
        Forecast forecast = told.forecast();
        return new ForecastView(
                brand,
                told.account(),
                told.at().toString(),
                responses(forecast.quantiles().median()),
                responses(forecast.quantiles().low()),
                responses(forecast.quantiles().high()),
                Math.round(forecast.usual()),
                forecast.movers().stream().map(BrandForecasts::view).toList(),
                forecast.extrapolates(),
                told.posts(),
                told.ofAccount(),
                told.texts());
    }

    private static MoverView view(Forecast.Mover mover) {
        return new MoverView(
                mover.kind().name().toLowerCase(Locale.ROOT),
                mover.part(),
                Math.round(mover.effect() * 1_000) / 1_000.0);
    }

    private static long responses(double logarithm) {
        return Math.round(Quantiles.responses(logarithm));
    }

    private static String body(APIGatewayV2HTTPEvent event) {
        String body = Optional.ofNullable(event.getBody()).orElse("");
        return event.getIsBase64Encoded()
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }

    private static Answer problem(ProblemKind kind, String detail) {
        return PostExplanations.problem(kind, detail);
    }
}
