package dev.earshot.queryapi.route;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.AuditUse;
import dev.earshot.core.catalogue.CataloguedMedia;
import dev.earshot.core.catalogue.Copies;
import dev.earshot.core.catalogue.MediaCatalogue;
import dev.earshot.core.catalogue.Reuse;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaKeys;
import dev.earshot.core.store.DerivedFiles;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.queryapi.usage.BudgetGuard;
import dev.earshot.wire.api.MediaWithReuse;
import dev.earshot.wire.api.media.DownloadView;
import dev.earshot.wire.api.media.UploadView;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Pictures and videos: a presigned upload in, the result out. Thread-safe. */
public final class MediaRoutes {
    private static final int MAX_BODY_BYTES = 16 << 10;
    private static final String BLURRED_SUFFIX = "/blurred";
    private static final String EXPLANATION_SUFFIX = "/explanation";
    private static final Duration VALID = Duration.ofMinutes(15);

    private static final Pattern MEDIA = Pattern.compile("(image|video)/[a-z0-9][a-z0-9.+-]{0,60}");
    private static final List<String> POSTS =
            List.of("application/x-ndjson", "application/json", "text/csv", "application/gzip");

    /** Maximum key length in S3. */
    private static final int MAX_KEY_BYTES = 1_024;

    /** Maximum size of one PUT to S3. */
    private static final long MAX_VIDEO_BYTES = 5L << 30;

    private final MediaResults results;
    private final MediaStore files;
    private final DerivedFiles derived;
    private final MediaCatalogue catalogue;
    private final AuditLog audit;
    private final BudgetGuard budget;
    private final Supplier<String> randomHex;
    private final WorkspaceId defaultWorkspace;
    private final long maxPictureBytes;
    private final InstantSource clock;

    public MediaRoutes(
            MediaResults results,
            MediaStore files,
            DerivedFiles derived,
            MediaCatalogue catalogue,
            AuditLog audit,
            BudgetGuard budget,
            Supplier<String> randomHex,
            WorkspaceId defaultWorkspace,
            long maxPictureBytes,
            InstantSource clock) {
        this.results = results;
        this.files = files;
        this.derived = derived;
        this.catalogue = catalogue;
        this.audit = audit;
        this.budget = budget;
        this.randomHex = randomHex;
        this.defaultWorkspace = defaultWorkspace;
        this.maxPictureBytes = maxPictureBytes;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/media/{key+}", Access.READ, this::get),
                new Route("GET", "/v1/contact-sheets/{key+}", Access.READ, this::contactSheet),
                new Route("GET", "/v1/blurred/{key+}", Access.READ, this::blurred),
                new Route("GET", "/v1/originals/{key+}", Access.ORIGINALS, this::original),
                new Route("POST", "/v1/uploads", Access.WRITE, this::upload));
    }

    private Response contactSheet(Request request) {
        request.acceptOnly();
        for (String key : keys(request.spellings("key"))) {
            if (theirs(request, key)) {
                Optional<byte[]> sheet =
                        derived.get(request.workspace(), key, DerivedFiles.CONTACT_SHEET);
                if (sheet.isPresent()) {
                    return Response.bytes("image/jpeg", sheet.get());
                }
            }
        }
        throw ProblemException.notFound("no analysed video has this key");
    }

    private Response blurred(Request request) {
        request.acceptOnly();
        return copy(request, keys(request.spellings("key")))
                .orElseThrow(() -> ProblemException.notFound("no analysed picture has this key"));
    }

    private Optional<Response> copy(Request request, Set<String> keys) {
        return keys.stream()
                .filter(key -> theirs(request, key))
                .filter(key -> results.get(request.workspace(), key).isPresent())
                .flatMap(
                        key -> derived.get(request.workspace(), key, DerivedFiles.BLURRED).stream())
                .findFirst()
                .map(bytes -> Response.bytes("image/jpeg", bytes));
    }

    private Response original(Request request) {
        request.acceptOnly();
        for (String key : keys(request.spellings("key"))) {
            if (theirs(request, key) && results.get(request.workspace(), key).isPresent()) {
                audit.add(
                        request.workspace(),
                        new AuditUse(
                                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                                request.callerName(),
                                "original",
                                AuditUse.digest(key),
                                "",
                                true));
                return Response.json(
                        200, new DownloadView(key, files.download(key, VALID), expiry()));
            }
        }
        throw ProblemException.notFound("no analysed file has this key");
    }

    /** The key alone determines the owner; another workspace's file is treated as not found. */
    private boolean theirs(Request request, String key) {
        return MediaKeys.workspaceOf(key, defaultWorkspace).equals(request.workspace())
                && key.getBytes(StandardCharsets.UTF_8).length <= MAX_KEY_BYTES;
    }

    private Response get(Request request) {
        boolean explains =
                request.spellings("key").stream().anyMatch(k -> k.endsWith(EXPLANATION_SUFFIX));
        request.acceptOnly(explains ? new String[] {"label"} : new String[0]);
        Optional<String> label = explains ? request.query("label") : Optional.empty();
        for (String key : keys(request.spellings("key"))) {
            if (!theirs(request, key)) {
                continue;
            }
            Optional<MediaAnalysis> result = results.get(request.workspace(), key);
            if (result.isPresent()) {
                return Response.json(
                        200, new MediaWithReuse(result.get(), reuse(request, result.get())));
            }
        }
        Set<String> spellings = request.spellings("key");
        Optional<Response> copy = copy(request, withoutSuffix(spellings, BLURRED_SUFFIX));
        if (copy.isPresent()) {
            return copy.get();
        }
        for (String key : withoutSuffix(spellings, EXPLANATION_SUFFIX)) {
            if (theirs(request, key) && results.get(request.workspace(), key).isPresent()) {
                return explanation(key, label);
            }
        }
        throw ProblemException.notFound(
                "no analysed file has this key; it may still be waiting, or have been deleted");
    }

    /** The function that holds the models answers it, at an address of its own. */
    private static Response explanation(String key, Optional<String> label) {
        String query =
                label.map(l -> "?label=" + URLEncoder.encode(l, StandardCharsets.UTF_8)).orElse("");
        String path = URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
        return new Response(
                307,
                "",
                "",
                Map.of("location", "/v1/explanations/" + path.replace("+", "%20") + query));
    }

    /** {@code /v1/media/<key>/blurred} is an alias of {@code /v1/blurred/<key>}. */
    private static Set<String> withoutSuffix(Set<String> spellings, String suffix) {
        Set<String> keys = new LinkedHashSet<>();
        for (String spelling : spellings) {
            if (spelling.endsWith(suffix)) {
                keys.add(spelling.substring(0, spelling.length() - suffix.length()));
            }
        }
        return keys(keys);
    }

    private Optional<Reuse> reuse(Request request, MediaAnalysis analysis) {
        return CataloguedMedia.of(analysis)
                .filter(media -> media.fingerprint().isPresent())
                .map(media -> Copies.of(request.workspace(), media, catalogue));
    }

    private Response upload(Request request) {
        request.acceptOnly();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        body.acceptOnly(List.of("fileName", "contentType", "bytes"));
        String fileName = fileName(body.requiredText("fileName"));
        String contentType = contentType(body.requiredText("contentType"));
        long bytes = bytes(body.requiredWhole("bytes"), contentType);
        budget.admit(request.workspace(), kinds(contentType));
        String key =
                MEDIA.matcher(contentType).matches()
                        ? MediaKeys.upload(request.workspace(), randomHex.get(), fileName)
                        : MediaKeys.fileOfPosts(request.workspace(), randomHex.get(), fileName);
        MediaStore.Upload upload =
                files.presign(request.workspace(), key, contentType, bytes, VALID);
        return Response.json(
                201,
                new UploadView(
                        upload.url(),
                        upload.method(),
                        upload.headers(),
                        upload.key().orElse(key),
                        expiry()));
    }

    /** What reading a file of this type uses. */
    private static UsageKind[] kinds(String contentType) {
        if (!MEDIA.matcher(contentType).matches()) {
            return new UsageKind[] {UsageKind.POSTS, UsageKind.WORKER};
        }
        return new UsageKind[] {
            contentType.startsWith("video/") ? UsageKind.WORKER : UsageKind.PICTURES
        };
    }

    /** When a URL presigned now expires. */
    private Instant expiry() {
        return clock.instant().plus(VALID).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The keys that spellings may mean, with and without the prefix that every key has. */
    private static Set<String> keys(Set<String> spellings) {
        Set<String> keys = new LinkedHashSet<>();
        for (String spelling : spellings) {
            if (spelling.startsWith(MediaKeys.PREFIX)) {
                keys.add(spelling);
            }
        }
        for (String spelling : spellings) {
            keys.add(MediaKeys.PREFIX + spelling);
        }
        return keys;
    }

    private static String fileName(String fileName) {
        if (fileName.isBlank() || fileName.length() > 255) {
            throw ProblemException.parameter(
                    "fileName",
                    "fileName must be 1 to 255 characters, got '"
                            + Request.shortened(fileName)
                            + "'");
        }
        return fileName;
    }

    private static String contentType(String contentType) {
        if (!MEDIA.matcher(contentType).matches() && !POSTS.contains(contentType)) {
            throw ProblemException.parameter(
                    "contentType",
                    "contentType must be an image or video type such as image/jpeg, or of a file"
                            + " of posts "
                            + String.join(", ", POSTS)
                            + "; got '"
                            + Request.shortened(contentType)
                            + "'");
        }
        return contentType;
    }

    private long bytes(long bytes, String contentType) {
        long most = contentType.startsWith("image/") ? maxPictureBytes : MAX_VIDEO_BYTES;
        if (bytes < 1 || bytes > most) {
            throw ProblemException.parameter(
                    "bytes",
                    "bytes must be 1 to " + most + " for " + contentType + ", got " + bytes);
        }
        return bytes;
    }
}
