package dev.earshot.queryapi.route;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.core.catalogue.Copies;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.picture.QuestionVectors;
import dev.earshot.core.store.BrandStore;
import dev.earshot.query.MediaSearch;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.Problem;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Searches pictures and videos, and lists those that show a brand. Thread-safe. */
public final class PictureRoutes {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 100;
    private static final int MAX_QUESTION_LENGTH = 500;

    /** The newest of a brand's files that are listed and counted. */
    private static final int MAX_OF_BRAND = 1_000;

    private final MediaCatalogue catalogue;
    private final BrandStore brands;
    private final MediaSearch search;

    public PictureRoutes(MediaCatalogue catalogue, QuestionVectors questions, BrandStore brands) {
        this.catalogue = catalogue;
        this.brands = brands;
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
            throw Problem.parameter(
                    "q", "q must have at most " + MAX_QUESTION_LENGTH + " characters");
        }
        MediaSearch.Answer answer = search.search(request.workspace(), question, limit(request));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("q", question);
        view.putAll(method(answer.method()));
        view.put("pictures", answer.found());
        view.put("files", answer.files());
        view.put("complete", answer.complete());
        List<Map<String, Object>> hits = new ArrayList<>();
        for (MediaSearch.Hit hit : answer.hits()) {
            Map<String, Object> entry = entry(hit.media(), hit.copies());
            entry.put("score", hit.score());
            entry.put("matched", hit.matched());
            hit.similarity().ifPresent(similarity -> entry.put("similarity", similarity));
            hits.add(entry);
        }
        view.put("media", hits);
        return Response.json(200, view);
    }

    private static Map<String, Object> method(MediaSearch.Method method) {
        Map<String, Object> view = new LinkedHashMap<>();
        switch (method) {
            case MediaSearch.Method.OfWords(Optional<String> instead) -> {
                view.put("method", "words");
                instead.ifPresent(reason -> view.put("insteadOfVectors", reason));
            }
            case MediaSearch.Method.OfVectors(ModelVersion model, int compared) -> {
                view.put("method", "vectors");
                view.put("model", model);
                view.put("byVector", compared);
            }
        }
        return view;
    }

    private Response ofBrand(Request request) {
        request.acceptOnly("limit");
        String brand = request.path("brand");
        if (brands.catalogue(request.workspace()).brands().stream()
                .noneMatch(b -> b.id().equals(brand))) {
            throw Problem.notFound(
                    "no brand '" + Request.shortened(brand) + "' is registered; PUT it first");
        }
        String term = CataloguedMedia.BRAND + brand;
        MediaCatalogue.Places places =
                catalogue
                        .under(request.workspace(), Set.of(term), MAX_OF_BRAND)
                        .getOrDefault(term, MediaCatalogue.Places.NONE);
        List<CataloguedMedia> files =
                List.copyOf(catalogue.get(request.workspace(), places.newest()).values());
        List<List<CataloguedMedia>> distinct = Copies.groups(files);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("brand", brand);
        view.put("pictures", distinct.size());
        view.put("files", files.size());
        view.put("complete", places.whole());
        view.put(
                "media",
                distinct.stream()
                        .limit(limit(request))
                        .map(copies -> entry(copies.getFirst(), copies.size()))
                        .toList());
        return Response.json(200, view);
    }

    private static Map<String, Object> entry(CataloguedMedia media, int copies) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("key", media.key());
        entry.put("kind", media.kind());
        entry.put("seenAt", media.seenAt());
        entry.put("shows", media.things().stream().distinct().toList());
        entry.put("brands", media.brands());
        entry.put("copies", copies);
        return entry;
    }

    private static int limit(Request request) {
        int limit = request.number("limit", DEFAULT_LIMIT);
        if (limit < 1 || limit > MOST) {
            throw Problem.parameter("limit", "limit must be 1 to " + MOST + ", got " + limit);
        }
        return limit;
    }
}
