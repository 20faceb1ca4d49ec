package dev.earshot.queryapi.route;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.picture.LogoReference;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.LogoStore;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.brand.LogosView;
import dev.earshot.wire.file.PictureStructure;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The reference pictures of a brand's logo. Thread-safe. */
public final class LogoRoutes {
    /** All references in Base64, plus the surrounding JSON. */
    private static final int MAX_BODY_BYTES =
            LogoStore.MAX_PICTURES * (LogoStore.MAX_BYTES / 3 * 4 + 1024) + 4096;

    private final BrandStore brands;
    private final LogoStore logos;

    public LogoRoutes(BrandStore brands, LogoStore logos) {
        this.brands = brands;
        this.logos = logos;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/brands/{brand}/logos", Access.READ, this::get),
                new Route("PUT", "/v1/brands/{brand}/logos", Access.WRITE, this::put),
                new Route("DELETE", "/v1/brands/{brand}/logos", Access.WRITE, this::delete));
    }

    private Response get(Request request) {
        request.acceptOnly();
        Brand brand = brand(request);
        return Response.json(200, view(brand, logos.get(request.workspace(), brand.id())));
    }

    private Response put(Request request) {
        request.acceptOnly();
        Brand brand = brand(request);
        List<byte[]> pictures = pictures(request);
        if (pictures.isEmpty() || pictures.size() > LogoStore.MAX_PICTURES) {
            throw ProblemException.parameter(
                    "logos",
                    "logos must hold 1 to "
                            + LogoStore.MAX_PICTURES
                            + " pictures, got "
                            + pictures.size());
        }
        for (int i = 0; i < pictures.size(); i++) {
            check(pictures.get(i), i);
        }
        logos.put(request.workspace(), brand.id(), pictures);
        // Analysis takes notice. The brand itself may have been changed since it was read here.
        brands.touch(request.workspace());
        return Response.json(200, view(brand, logos.get(request.workspace(), brand.id())));
    }

    private Response delete(Request request) {
        request.acceptOnly();
        Brand brand = brand(request);
        logos.delete(request.workspace(), brand.id());
        brands.touch(request.workspace());
        return Response.noContent();
    }

    /** One picture as the body itself, or up to three in JSON. */
    private static List<byte[]> pictures(Request request) {
        if (request.header("content-type").filter(type -> type.startsWith("image/")).isPresent()) {
            return List.of(request.bytes(LogoStore.MAX_BYTES));
        }
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(List.of("logos"));
        List<byte[]> pictures = new ArrayList<>();
        for (String text : body.texts("logos")) {
            try {
                pictures.add(
                        Base64.getMimeDecoder()
                                .decode(text.replaceFirst("^data:image/[a-z+]+;base64,", "")));
            } catch (IllegalArgumentException e) {
                throw ProblemException.parameter(
                        "logos", "logos[" + pictures.size() + "] must be a picture in Base64");
            }
        }
        return pictures;
    }

    private static void check(byte[] picture, int index) {
        if (picture.length > LogoStore.MAX_BYTES) {
            throw ProblemException.parameter(
                    "logos",
                    "logos["
                            + index
                            + "] has "
                            + picture.length
                            + " bytes, more than "
                            + LogoStore.MAX_BYTES);
        }
        PictureStructure.fault(picture)
                .ifPresent(
                        fault -> {
                            throw ProblemException.parameter(
                                    "logos",
                                    "logos["
                                            + index
                                            + "] must be a PNG, JPEG, GIF or WebP picture, but it "
                                            + fault);
                        });
    }

    private static LogosView view(Brand brand, List<LogoReference> references) {
        return new LogosView(
                brand.id(),
                references.stream()
                        .map(
                                reference ->
                                        new LogosView.Logo(
                                                reference.id(),
                                                reference.picture().length,
                                                Base64.getEncoder()
                                                        .encodeToString(reference.picture())))
                        .toList());
    }

    private Brand brand(Request request) {
        String id = request.path("brand");
        return brands.catalogue(request.workspace())
                .find(id)
                .orElseThrow(() -> ProblemException.unknownBrand(id));
    }
}
