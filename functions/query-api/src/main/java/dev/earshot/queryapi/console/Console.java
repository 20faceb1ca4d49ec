package dev.earshot.queryapi.console;

import dev.earshot.core.store.MediaStore;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Resources;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.ProblemKind;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * The console's page and the files that it loads, as the build of the folder {@code console} left
 * them. The files' names carry a digest of their content, so browsers keep them. Thread-safe.
 */
public final class Console {
    private static final String FOLDER = "site/";
    private static final String PAGE = "index.html";

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8");

    private final MediaStore media;
    private final Set<String> files;
    private final Map<String, Response> zipped = new ConcurrentHashMap<>();

    /**
     * @param media where files are uploaded to, the only other place that the page may talk to
     */
    public Console(MediaStore media) {
        this.media = media;
        this.files =
                Resources.find(FOLDER + "files.txt").stream()
                        .flatMap(String::lines)
                        .collect(Collectors.toUnmodifiableSet());
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/", Access.OPEN, this::page),
                new Route("GET", "/console/{file}", Access.OPEN, this::file));
    }

    private Response page(Request request) {
        return file(request, PAGE).with("content-security-policy", policy());
    }

    private Response file(Request request) {
        return file(request, request.path("file"))
                .with("cache-control", "public, max-age=31536000, immutable");
    }

    private Response file(Request request, String name) {
        if (files.isEmpty()) {
            throw new ProblemException(
                    ProblemKind.UNAVAILABLE,
                    "this build has no console; Maven builds it with functions/query-api, which"
                            + " needs npm");
        }
        if (!files.contains(name)) {
            throw ProblemException.notFound("the console has no such file; load the page again");
        }
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
        boolean zip = request.header("accept-encoding").orElse("").contains("gzip");
        Response response =
                zip
                        ? zipped.computeIfAbsent(name, each -> zipped(type, each))
                        : new Response(200, type, Resources.text(FOLDER + name), Map.of());
        return response.with("vary", "accept-encoding");
    }

    /** Nothing but the console's own files runs or styles, and nothing frames it. */
    private String policy() {
        URI upload = URI.create(media.download("media/any", Duration.ofMinutes(1)));
        return "default-src 'none'; connect-src 'self' "
                + upload.getScheme()
                + "://"
                + upload.getAuthority()
                + "; img-src 'self' data: blob:; style-src 'self'; script-src 'self'; base-uri"
                + " 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static Response zipped(String type, String name) {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(Resources.text(FOLDER + name).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Response.bytes(type, zipped.toByteArray()).with("content-encoding", "gzip");
    }
}
