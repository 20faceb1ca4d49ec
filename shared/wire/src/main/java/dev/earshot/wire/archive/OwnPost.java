package dev.earshot.wire.archive;

import dev.earshot.core.Digests;
import dev.earshot.core.post.Platform;
import dev.earshot.wire.format.EarshotFormat;
import dev.earshot.wire.format.Intake;
import dev.earshot.wire.json.Field;
import dev.earshot.wire.json.Json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A post of the project's own format, put together from the record of an archive. */
final class OwnPost {
    private final Field record;
    private final Map<String, Json> fields = new LinkedHashMap<>();

    /**
     * @param record of the archive; an object
     */
    OwnPost(Field record, Platform platform) {
        this.record = record;
        fields.put("platform", new Json.Str(platform.key()));
    }

    OwnPost id(String id) {
        return put("id", id);
    }

    /** An id made of the content, for records that have none. */
    OwnPost idOf(String... content) {
        return put("id", Digests.sha256(String.join("\0", content)).substring(0, 32));
    }

    OwnPost text(String text) {
        return put("text", text);
    }

    /** A text as a reader sees it; the project's own format undoes character references. */
    OwnPost shownText(String text) {
        return put("text", text.replace("&", "&amp;"));
    }

    OwnPost author(Optional<String> id) {
        id.ifPresent(known -> put("author", known));
        return this;
    }

    OwnPost inReplyTo(Optional<String> id) {
        id.ifPresent(known -> put("inReplyTo", known));
        return this;
    }

    private OwnPost put(String name, String value) {
        fields.put(name, new Json.Str(value));
        return this;
    }

    /** The time as it stands in the archive; a record without one is refused. */
    void submit(Field time, Intake intake) {
        if (!time.present()) {
            intake.refuse(record, time.path(), "is missing; a post without a time can't be placed");
            return;
        }
        if (time.value() != null) {
            fields.put("createdAt", time.value());
        }
        Json.Span span =
                record.value() instanceof Json.Obj object ? object.span() : new Json.Span(0, 0);
        new EarshotFormat().read(new Field(record.path(), new Json.Obj(fields, span)), intake);
    }
}
