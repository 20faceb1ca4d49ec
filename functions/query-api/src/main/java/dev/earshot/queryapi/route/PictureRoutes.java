package dev.earshot.queryapi.route;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.core.catalogue.Copies;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.picture.QuestionVectors;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.query.MediaSearch;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.media.BrandMediaView;
import dev.earshot.wire.api.media.ListedMediaView;
import dev.earshot.wire.api.media.MediaSearchView;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Searches pictures and videos, and lists those that show a brand. Thread-safe. */
public final class PictureRoutes {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    private static final int MAX_QUESTION_LENGTH = 500;

    /** Maximum files of a brand that are listed and counted, newest first. */
    private static final int MAX_OF_BRAND = 1_000;

    /** Maximum results whose text's sentiment is looked up for one answer. */
    private static final int MAX_OF_SENTIMENT = 200;

    private final MediaCatalogue catalogue;
    private final BrandStore brands;
    private final MediaResults results;
    private final MediaSearch search;

    public PictureRoutes(
            MediaCatalogue catalogue,
            QuestionVectors questions,
            BrandStore brands,
            MediaResults results) {
        this.catalogue = catalogue;
        this.brands = brands;
        this.results = results;
        this.search = new MediaSearch(catalogue, questions);
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/media", Access.READ, this::search),
                new Route("GET", "/v1/brands/{brand}/media", Access.READ, this::ofBrand));
    }

    private Response search(Request request) {
        request.acceptOnly("q", "limit");
        String question = request.query("q").orElse("");
        if (question.length() > MAX_QUESTION_LENGTH) {
            throw ProblemException.parameter(
                    "q", "q must have at most " + MAX_QUESTION_LENGTH + " characters");
        }
        MediaSearch.Answer answer = search.search(request.workspace(), question, limit(request));
        return Response.json(200, view(question, answer));
    }

    private static MediaSearchView view(String question, MediaSearch.Answer answer) {
        return switch (answer.method()) {
            case MediaSearch.Method.OfWords(Optional<String> instead) ->
                    view(question, "words", instead, Optional.empty(), OptionalInt.empty(), answer);
            case MediaSearch.Method.OfVectors(ModelVersion model, int compared) ->
                    view(
                            question,
                            "vectors",
                            Optional.empty(),
                            Optional.of(model),
                            OptionalInt.of(compared),
                            answer);
        };
    }

    private static MediaSearchView view(
            String question,
            String method,
            Optional<String> insteadOfVectors,
            Optional<ModelVersion> model,
            OptionalInt byVector,
            MediaSearch.Answer answer) {
        return new MediaSearchView(
                question,
                method,
                insteadOfVectors,
                model,
                byVector,
                answer.found(),
                answer.files(),
                answer.complete(),
                answer.hits().stream()
                        .map(
                                hit ->
                                        new MediaSearchView.Hit(
                                                ListedMediaView.of(hit.media(), hit.copies()),
                                                hit.score(),
                                                hit.matched(),
                                                hit.similarity()))
                        .toList());
    }

    private Response ofBrand(Request request) {
        request.acceptOnly("object", "place", "sentiment", "limit");
        Optional<SentimentLabel> sentiment = request.query("sentiment").map(PictureRoutes::label);
        String brand = request.path("brand");
        if (brands.catalogue(request.workspace()).find(brand).isEmpty()) {
            throw ProblemException.unknownBrand(brand);
        }
        String term = CataloguedMedia.BRAND + brand;
        MediaCatalogue.Places places =
                catalogue
                        .under(request.workspace(), Set.of(term), MAX_OF_BRAND)
                        .getOrDefault(term, MediaCatalogue.Places.NONE);
        List<CataloguedMedia> shown =
                catalogue.get(request.workspace(), places.newest()).values().stream()
                        .filter(media -> shows(media, request.query("object")))
                        .filter(media -> shows(media, request.query("place")))
                        .toList();
        boolean looksUpAll = sentiment.isEmpty() || shown.size() <= MAX_OF_SENTIMENT;
        List<CataloguedMedia> files =
                sentiment
                        .map(
                                wanted ->
                                        shown.stream()
                                                .limit(MAX_OF_SENTIMENT)
                                                .filter(media -> says(request, media, wanted))
                                                .toList())
                        .orElse(shown);
        List<List<CataloguedMedia>> distinct = Copies.groups(files);
        return Response.json(
                200,
                new BrandMediaView(
                        brand,
                        distinct.size(),
                        files.size(),
                        places.whole() && looksUpAll,
                        distinct.stream()
                                .limit(limit(request))
                                .map(copies -> ListedMediaView.of(copies.getFirst(), copies.size()))
                                .toList()));
    }

    /** Whether a file shows a thing or a place, called by its name in any case. */
    private static boolean shows(CataloguedMedia media, Optional<String> wanted) {
        return wanted.isEmpty()
                || media.things().stream().anyMatch(thing -> thing.equalsIgnoreCase(wanted.get()));
    }

    /** Whether what is written in a file is of a sentiment. */
    private boolean says(Request request, CataloguedMedia media, SentimentLabel wanted) {
        return results.get(request.workspace(), media.key())
                .flatMap(MediaAnalysis::textReading)
                .filter(reading -> reading.label() == wanted)
                .isPresent();
    }

    private static SentimentLabel label(String written) {
        return Arrays.stream(SentimentLabel.values())
                .filter(label -> label.key().equals(written))
                .findFirst()
                .orElseThrow(
                        () ->
                                ProblemException.parameter(
                                        "sentiment",
                                        "sentiment must be negative, neutral, positive, mixed or"
                                                + " abstain, got '"
                                                + Request.shortened(written)
                                                + "'"));
    }

    private static int limit(Request request) {
        int limit = request.number("limit", DEFAULT_LIMIT);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemException.parameter(
                    "limit", "limit must be 1 to " + MAX_LIMIT + ", got " + limit);
        }
        return limit;
    }
}
