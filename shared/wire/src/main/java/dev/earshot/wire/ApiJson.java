package dev.earshot.wire;

import dev.earshot.core.Checks;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.store.JobQueue.Job;

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

    /** A job from the queue, as {@link JsonWriter} wrote it. */
    public static Parsed<Job> job(String body) {
        return object(
                body,
                (root, errors) -> {
                    String id = take(root, errors, () -> root.at("id").requiredText(), "");
                    String kind = take(root, errors, () -> root.at("kind").requiredText(), "");
                    String space =
                            take(root, errors, () -> root.at("workspace").requiredText(), "");
                    String key = take(root, errors, () -> root.at("key").requiredText(), "");
                    Field at = root.at("createdAt");
                    Instant createdAt =
                            take(
                                    root,
                                    errors,
                                    () -> at.time().orElseThrow(at::missing),
                                    Instant.EPOCH);
                    return errors.isEmpty()
                            ? Optional.of(new Job(id, kind, new WorkspaceId(space), key, createdAt))
                            : Optional.empty();
                });
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
