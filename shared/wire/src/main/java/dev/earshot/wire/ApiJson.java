package dev.earshot.wire;

import dev.earshot.core.Checks;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.Task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Reads the bodies that the API and the job queue take. Unknown fields are ignored; every wrong
 * field is named with its path. Writing is {@link JsonWriter}'s part. Stateless.
 */
public final class ApiJson {
    private static final int MAX_DEPTH = 16;

    /** As {@link Brand} has it; checked here for the sake of the path. */
    private static final int MAX_TERM_LENGTH = 200;

    private static final Optional<String> NOTHING = Optional.empty();

    private ApiJson() {}

    /** A brand from the body of {@code PUT /v1/brands/{brand}}; an {@code id} in it must agree. */
    public static Parsed<Brand> brand(String brandId, String body) {
        return object(
                body,
                (root, errors) -> {
                    var lists = new LinkedHashMap<String, List<String>>();
                    for (String list :
                            List.of(
                                    "aliases",
                                    "handles",
                                    "hashtags",
                                    "products",
                                    "competitors",
                                    "values",
                                    "context",
                                    "ambiguous")) {
                        lists.put(list, terms(root.at(list), errors));
                    }
                    Field named = root.at("name");
                    String name =
                            take(
                                    named,
                                    errors,
                                    () ->
                                            Checks.name(
                                                    "the name",
                                                    named.requiredText(),
                                                    MAX_TERM_LENGTH),
                                    "");
                    take(root, errors, () -> sameId(root.at("id"), brandId), "");
                    if (!errors.isEmpty()) {
                        return Optional.empty();
                    }
                    return Optional.of(
                            new Brand(
                                    brandId,
                                    name,
                                    term(lists, "aliases"),
                                    term(lists, "handles"),
                                    term(lists, "hashtags"),
                                    term(lists, "products"),
                                    term(lists, "competitors"),
                                    term(lists, "values"),
                                    term(lists, "context"),
                                    term(lists, "ambiguous")));
                });
    }

    private static List<String> term(Map<String, List<String>> lists, String name) {
        return lists.getOrDefault(name, List.of());
    }

    private static String sameId(Field id, String brandId) {
        String sent = id.text().orElse(brandId);
        if (!sent.equals(brandId)) {
            throw id.bad("must be the brand of the address, '" + brandId + "', got " + id.shown());
        }
        return sent;
    }

    private static List<String> terms(Field list, List<FieldError> errors) {
        var terms = new ArrayList<String>();
        for (Field item : take(list, errors, list::items, List.<Field>of())) {
            take(
                    item,
                    errors,
                    () -> terms.add(Checks.name("the term", item.requiredText(), MAX_TERM_LENGTH)),
                    false);
        }
        return terms;
    }

    /** A request for an upload from the body of {@code POST /v1/uploads}. */
    public static Parsed<UploadRequest> upload(String body) {
        return object(
                body,
                (root, errors) -> {
                    String name = take(root, errors, () -> root.at("name").requiredText(), "");
                    String type =
                            take(root, errors, () -> root.at("contentType").requiredText(), "");
                    OptionalLong bytes =
                            take(
                                    root,
                                    errors,
                                    () -> required(root.at("bytes")),
                                    OptionalLong.empty());
                    return errors.isEmpty()
                            ? Optional.of(new UploadRequest(name, type, bytes.orElse(0)))
                            : Optional.empty();
                });
    }

    private static OptionalLong required(Field field) {
        OptionalLong count = field.count();
        if (count.isEmpty()) {
            throw field.missing();
        }
        return count;
    }

    /**
     * A file that a client means to upload.
     *
     * @param name the file's own name
     * @param bytes its exact size
     */
    public record UploadRequest(String name, String contentType, long bytes) {}

    /** A job from the queue: {@code id}, {@code workspace}, {@code createdAt} and a {@link #task}. */
    public static Parsed<Job> job(String body) {
        return object(
                body,
                (root, errors) -> {
                    String id = take(root, errors, () -> root.at("id").requiredText(), "");
                    String space =
                            take(root, errors, () -> root.at("workspace").requiredText(), "");
                    Field at = root.at("createdAt");
                    Instant createdAt =
                            take(
                                    root,
                                    errors,
                                    () -> at.time().orElseThrow(at::missing),
                                    Instant.EPOCH);
                    Optional<Task> task = task(root, errors);
                    return errors.isEmpty()
                            ? task.map(what -> new Job(id, new WorkspaceId(space), what, createdAt))
                            : Optional.empty();
                });
    }

    /**
     * What a job is to do, from the body of {@code POST /v1/jobs}: {@code kind} and, of a video,
     * {@code key}; of a batch either {@code key} of a file of posts, with its format as {@code source}
     * if that is not to be recognised, or {@code prefix} of pictures.
     */
    public static Parsed<Task> task(String body) {
        return object(body, ApiJson::task);
    }

    private static Optional<Task> task(Field root, List<FieldError> errors) {
        String kind = take(root, errors, () -> root.at("kind").requiredText(), "");
        Optional<String> prefix = take(root, errors, () -> root.at("prefix").text(), NOTHING);
        Optional<String> source = take(root, errors, () -> root.at("source").text(), NOTHING);
        Optional<String> version = take(root, errors, () -> root.at("version").text(), NOTHING);
        boolean ofPictures = kind.equals(Task.BATCH) && prefix.isPresent();
        String key =
                ofPictures ? "" : take(root, errors, () -> root.at("key").requiredText(), "");
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return take(
                        root,
                        errors,
                        () ->
                                Optional.of(switch (kind) {
                                    case Task.VIDEO -> new Task.Video(key, version.orElse(""));
                                    case Task.BATCH ->
                                            ofPictures
                                                    ? new Task.Pictures(prefix.orElse(""))
                                                    : new Task.Posts(key, source);
                                    default ->
                                            throw root.at("kind")
                                                    .bad(
                                                            "must be video or batch, got "
                                                                    + root.at("kind").shown());
                                }),
                        Optional.<Task>empty());
    }

    private interface Reader<T> {
        /** The value; empty where {@code errors} tell why not. */
        Optional<T> read(Field root, List<FieldError> errors);
    }

    private static <T> Parsed<T> object(String body, Reader<T> reader) {
        return switch (JsonSource.read(body, MAX_DEPTH)) {
            case JsonSource.Reading.Broken broken -> wrong("$", broken.reason());
            case JsonSource.Reading.Whole whole when !whole.flaws().isEmpty() ->
                    new Parsed.Wrong<>(
                            whole.flaws().stream()
                                    .map(flaw -> new FieldError(flaw.path(), flaw.reason()))
                                    .toList());
            case JsonSource.Reading.Whole whole when !(whole.root() instanceof Json.Obj) ->
                    wrong("$", "must be an object, got " + whole.root().kind());
            case JsonSource.Reading.Whole whole -> {
                var errors = new ArrayList<FieldError>();
                Optional<T> value =
                        take(
                                new Field("$", whole.root()),
                                errors,
                                () -> reader.read(new Field("", whole.root()), errors),
                                Optional.<T>empty());
                yield value.isPresent()
                        ? new Parsed.Right<>(value.get())
                        : new Parsed.Wrong<>(errors);
            }
        };
    }

    private static <T> Parsed<T> wrong(String path, String reason) {
        return new Parsed.Wrong<>(List.of(new FieldError(path, reason)));
    }

    /** Runs one reading; what it complains of is kept and the reading goes on. */
    private static <R> R take(
            Field place, List<FieldError> errors, Supplier<R> reading, R otherwise) {
        try {
            return reading.get();
        } catch (BadField e) {
            errors.add(new FieldError(e.path(), e.reason()));
        } catch (IllegalArgumentException e) {
            errors.add(
                    new FieldError(
                            place.path().isEmpty() ? "$" : place.path(),
                            String.valueOf(e.getMessage())));
        }
        return otherwise;
    }
}
