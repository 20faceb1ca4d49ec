package dev.earshot.wire.api;

import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Account;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.job.Job;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostFiles;
import dev.earshot.wire.json.BadField;
import dev.earshot.wire.json.Excerpt;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.FieldError;
import dev.earshot.wire.json.Json;
import dev.earshot.wire.json.JsonSource;
import dev.earshot.wire.json.Parsed;
import dev.earshot.wire.table.TableOptions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads the bodies that the API and the job queue accept. Every invalid field is reported with its
 * path; an unknown field of a brand is an error, one of a job is ignored. Writing is {@link
 * JsonWriter}'s job. Stateless.
 */
public final class ApiJson {
    private static final int MAX_DEPTH = 16;

    private static final List<String> BRAND_FIELDS =
            List.of(
                    "id",
                    "name",
                    "names",
                    "aliases",
                    "handles",
                    "hashtags",
                    "products",
                    "competitors",
                    "values",
                    "context",
                    "ambiguous",
                    "accounts");

    private static final Optional<String> NOTHING = Optional.empty();

    private ApiJson() {}

    /**
     * A brand from the body of {@code PUT /v1/brands/{brand}}. An {@code id} in it must match;
     * {@code names} is an alternative: the name first, then aliases.
     */
    public static Parsed<Brand> brand(String brandId, String body) {
        return object(
                body,
                (root, errors) -> {
                    known(root, BRAND_FIELDS, errors);
                    take(root, errors, () -> sameId(root.at("id"), brandId), "");
                    List<String> names = texts(root.at("names"), errors);
                    String name = take(root, errors, () -> name(root.at("name"), names), "");
                    names.remove(name);
                    names.addAll(texts(root.at("aliases"), errors));
                    List<String> handles = texts(root.at("handles"), errors);
                    List<String> hashtags = texts(root.at("hashtags"), errors);
                    List<String> products = texts(root.at("products"), errors);
                    List<String> competitors = texts(root.at("competitors"), errors);
                    List<String> values = texts(root.at("values"), errors);
                    List<String> context = texts(root.at("context"), errors);
                    List<String> ambiguous = texts(root.at("ambiguous"), errors);
                    List<Account> accounts = accounts(root.at("accounts"), errors);
                    if (!errors.isEmpty()) {
                        return Optional.empty();
                    }
                    try {
                        return Optional.of(
                                new Brand(
                                        brandId,
                                        name,
                                        names,
                                        handles,
                                        hashtags,
                                        products,
                                        competitors,
                                        values,
                                        context,
                                        ambiguous,
                                        accounts));
                    } catch (FieldException e) {
                        errors.add(new FieldError(e.field(), e.reason()));
                        return Optional.empty();
                    }
                });
    }

    private static void known(Field root, List<String> names, List<FieldError> errors) {
        for (String name : root.names()) {
            if (!names.contains(name)) {
                errors.add(
                        new FieldError(
                                Excerpt.of(name, 64),
                                "is not known here; use " + String.join(", ", names)));
            }
        }
    }

    private static String sameId(Field id, String brandId) {
        String sent = id.text().orElse(brandId);
        if (!sent.equals(brandId)) {
            throw id.bad("must be the brand of the address, '" + brandId + "', got " + id.shown());
        }
        return sent;
    }

    private static String name(Field name, List<String> names) {
        return name.text().or(() -> names.stream().findFirst()).orElseThrow(name::missing);
    }

    private static List<String> texts(Field list, List<FieldError> errors) {
        var texts = new ArrayList<String>();
        for (Field item : take(list, errors, list::items, List.<Field>of())) {
            take(item, errors, () -> texts.add(item.requiredText()), false);
        }
        return texts;
    }

    /** Accounts as {@code {"platform": ..., "handle": ...}}. */
    private static List<Account> accounts(Field list, List<FieldError> errors) {
        var accounts = new ArrayList<Account>();
        for (Field item : take(list, errors, list::items, List.<Field>of())) {
            take(item, errors, () -> accounts.add(account(item)), false);
        }
        return accounts;
    }

    private static Account account(Field item) {
        if (!item.isObject()) {
            throw item.bad("must be an object with platform and handle, got " + item.shown());
        }
        Field named = item.at("platform");
        Platform platform =
                Platform.of(named.requiredText())
                        .orElseThrow(
                                () ->
                                        named.bad(
                                                "must be one of "
                                                        + Arrays.stream(Platform.values())
                                                                .map(Platform::key)
                                                                .collect(Collectors.joining(", "))
                                                        + ", got "
                                                        + named.shown()));
        Field handle = item.at("handle");
        try {
            return new Account(platform, handle.requiredText());
        } catch (FieldException e) {
            throw handle.bad(e.reason());
        }
    }

    /**
     * A job from the queue: {@code id}, {@code workspace}, {@code createdAt} and a {@link #task}.
     */
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
     * {@code key}; of a batch either {@code key} of a file of posts, with its format as {@code
     * source} if that is not to be recognised and {@code columns} and {@code dates} for what a
     * table's header does not say, or {@code prefix} of pictures; of a claim the {@code brand}; of
     * an export the {@code brand}, {@code format}, {@code from} and {@code to}.
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
        boolean ofABrand = kind.equals(Task.CLAIM) || kind.equals(Task.EXPORT);
        String brand =
                ofABrand ? take(root, errors, () -> root.at("brand").requiredText(), "") : "";
        String key =
                ofPictures || ofABrand
                        ? ""
                        : take(root, errors, () -> root.at("key").requiredText(), "");
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return take(
                root,
                errors,
                () ->
                        Optional.of(
                                switch (kind) {
                                    case Task.VIDEO -> new Task.Video(key, version.orElse(""));
                                    case Task.BATCH ->
                                            ofPictures
                                                    ? new Task.Pictures(prefix.orElse(""))
                                                    : new Task.Posts(key, source, hints(root));
                                    case Task.CLAIM -> new Task.Claim(brand);
                                    case Task.EXPORT -> ExportJson.task(brand, root);
                                    default ->
                                            throw root.at("kind")
                                                    .bad(
                                                            "must be video, batch, claim or export, got "
                                                                    + root.at("kind").shown());
                                }),
                Optional.<Task>empty());
    }

    /** What is said about a table: {@code columns} as header by field, and {@code dates}. */
    private static PostFiles.Hints hints(Field root) {
        var columns = new LinkedHashMap<String, String>();
        for (String name : root.at("columns").names()) {
            columns.put(name, root.at("columns").at(name).requiredText());
        }
        var hints = new PostFiles.Hints(columns, root.at("dates").text());
        try {
            TableOptions.of(hints.columns(), hints.dates());
        } catch (IllegalArgumentException e) {
            throw new BadField("$", String.valueOf(e.getMessage()));
        }
        return hints;
    }

    private interface Reader<T> {
        /** The value; empty if {@code errors} were added. */
        Optional<T> read(Field root, List<FieldError> errors);
    }

    private static <T> Parsed<T> object(String body, Reader<T> reader) {
        return switch (JsonSource.read(body, MAX_DEPTH)) {
            case JsonSource.Reading.Broken broken -> wrong("$", broken.reason());
            case JsonSource.Reading.Whole whole when !whole.flaws().isEmpty() ->
                    new Parsed.Errors<>(
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
                        ? new Parsed.Value<>(value.get())
                        : new Parsed.Errors<>(errors);
            }
        };
    }

    private static <T> Parsed<T> wrong(String path, String reason) {
        return new Parsed.Errors<>(List.of(new FieldError(path, reason)));
    }

    /** Runs one read; an error is collected and reading continues. */
    private static <R> R take(
            Field place, List<FieldError> errors, Supplier<R> reading, R otherwise) {
        try {
            return reading.get();
        } catch (BadField e) {
            errors.add(new FieldError(e.path(), e.reason()));
        } catch (FieldException e) {
            errors.add(
                    new FieldError(
                            place.path().isEmpty() ? "$" : place.path(),
                            e.field() + " " + e.reason()));
        }
        return otherwise;
    }
}
