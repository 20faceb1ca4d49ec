package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.MediaStore.Fetched;
import dev.earshot.core.store.MediaStore.Listed;
import dev.earshot.core.store.MediaStore.Part;
import dev.earshot.core.store.MediaStore.Upload;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What every {@link MediaStore} must do. */
public abstract class MediaStoreContract {
    private static final String KEY = "media/a b+c#\u00e9🚀.jpg";

    /** The store under test. */
    protected abstract MediaStore store();

    /** Puts a file into the store by other means than the port. */
    protected abstract void put(String key, byte[] bytes);

    @Test
    void file_withinTheLimit_isReadWhole() {
        MediaStore store = store();
        byte[] bytes = bytes(70_000);
        put(KEY, bytes);

        assertThat(store.fetch(KEY, 70_000))
                .isInstanceOfSatisfying(
                        Fetched.Content.class,
                        content -> assertThat(content.bytes()).isEqualTo(bytes));
    }

    @Test
    void file_empty_isReadAsEmpty() {
        MediaStore store = store();
        put(KEY, new byte[0]);

        assertThat(store.fetch(KEY, 10))
                .isInstanceOfSatisfying(
                        Fetched.Content.class, content -> assertThat(content.bytes()).isEmpty());
    }

    @Test
    void file_overTheLimit_givesItsSizeAndHead() {
        MediaStore store = store();
        put(KEY, bytes(70_000));

        assertThat(store.fetch(KEY, 69_999))
                .isInstanceOfSatisfying(
                        Fetched.TooLarge.class,
                        large -> {
                            assertThat(large.bytes()).isEqualTo(70_000);
                            assertThat(large.head()).isEqualTo(bytes(4_096));
                        });
    }

    @Test
    void file_missing_isSaidSo() {
        assertThat(store().fetch("media/missing", 10)).isEqualTo(new Fetched.Missing());
    }

    @Test
    void parts_ofAFile_areReadWithinItsEnd() {
        MediaStore store = store();
        put(KEY, bytes(70_000));
        Part.Content first = (Part.Content) store.part(KEY, 0, 50_000, "");

        Part.Content second = (Part.Content) store.part(KEY, 50_000, 50_000, first.tag());
        Part.Content none = (Part.Content) store.part(KEY, 70_000, 50_000, first.tag());

        assertThat(first.bytes()).hasSize(50_000);
        assertThat(first.size()).isEqualTo(70_000);
        assertThat(second.bytes()).isEqualTo(Arrays.copyOfRange(bytes(70_000), 50_000, 70_000));
        assertThat(none.bytes()).isEmpty();
        assertThat(none.size()).isEqualTo(70_000);
    }

    @Test
    void part_ofAnEmptyFile_isEmpty() {
        MediaStore store = store();
        put(KEY, new byte[0]);

        assertThat(store.part(KEY, 0, 100, ""))
                .isInstanceOfSatisfying(
                        Part.Content.class,
                        part -> {
                            assertThat(part.bytes()).isEmpty();
                            assertThat(part.size()).isZero();
                        });
    }

    @Test
    void part_ofAFileThatWasReplaced_isSaidSo() {
        MediaStore store = store();
        put(KEY, bytes(100));
        Part.Content first = (Part.Content) store.part(KEY, 0, 50, "");
        put(KEY, bytes(101));

        assertThat(store.part(KEY, 50, 50, first.tag())).isEqualTo(new Part.Changed());
        assertThat(store.part(KEY, 200, 50, first.tag())).isEqualTo(new Part.Changed());
    }

    @Test
    void part_ofAMissingFile_isSaidSo() {
        assertThat(store().part("media/missing", 0, 10, "")).isEqualTo(new Part.Missing());
    }

    @Test
    void list_givesKeysOfAPrefixInOrder() {
        MediaStore store = store();
        for (String key :
                List.of("media/b/2", "media/a", "media/b/10", "media/b/\u00e9", "other")) {
            put(key, bytes(key.length()));
        }

        List<Listed> first = store.list("media/b/", "", 2);
        List<Listed> second = store.list("media/b/", first.getLast().key(), 2);

        assertThat(first).extracting(Listed::key).containsExactly("media/b/10", "media/b/2");
        assertThat(second).containsExactly(new Listed("media/b/\u00e9", 9));
        assertThat(store.list("media/c", "", 2)).isEmpty();
    }

    @Test
    void upload_presigned_namesTypeAndKey() {
        Upload upload =
                store().presign(
                                new WorkspaceId("acme"),
                                KEY,
                                "image/jpeg",
                                123,
                                Duration.ofMinutes(5));

        assertThat(upload.method()).isEqualTo("PUT");
        assertThat(upload.url()).startsWith("http");
        assertThat(upload.key()).contains(KEY);
        assertThat(upload.headers()).containsEntry("content-type", "image/jpeg");
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }
}
