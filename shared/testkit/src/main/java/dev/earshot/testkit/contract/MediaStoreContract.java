package dev.earshot.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.MediaStore.Fetched;
import dev.earshot.core.store.MediaStore.Upload;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every {@link MediaStore} must do. */
public abstract class MediaStoreContract {
    private static final String KEY = "media/a b+c#\u00e9🚀.jpg";

    /** The store under test. */
    protected abstract MediaStore store();

    /** Puts a file there by another way than the store. */
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
                        Fetched.Content.class,
                        content -> assertThat(content.bytes()).isEmpty());
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
    void upload_presigned_namesTypeAndKey() {
        Upload upload =
                store().presign(
                        new WorkspaceId("acme"), KEY, "image/jpeg", 123, Duration.ofMinutes(5));

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
