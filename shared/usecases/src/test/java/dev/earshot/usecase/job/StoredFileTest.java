package dev.earshot.usecase.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.testkit.store.InMemoryMediaStore;
import dev.earshot.usecase.job.StoredFile.UnusableFileException;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;

/** A file of ten bytes, fetched in parts of four. */
final class StoredFileTest {
    private static final byte[] TEN = {0, 1, 2, 3, 4, 5, 6, 7, 8, (byte) 0xff};

    private final InMemoryMediaStore files = new InMemoryMediaStore();

    private StoredFile file(String tag, long maxBytes) {
        return new StoredFile(files, "key", 4, tag, maxBytes);
    }

    @Test
    void from_theBeginning_givesEveryByteOnceWhateverTheParts() throws IOException {
        files.put("key", TEN);
        StoredFile file = file("", 10);

        assertThat(file.from(0).readAllBytes()).isEqualTo(TEN);
        assertThat(file.size()).isEqualTo(10);
        assertThat(file.read()).isEqualTo(10);
    }

    @Test
    void from_theMiddle_givesTheRest() throws IOException {
        files.put("key", TEN);

        assertThat(file("", 10).from(7).readAllBytes()).containsExactly(7, 8, 0xff);
    }

    @Test
    void read_byByte_isUnsignedAndCounted() throws IOException {
        files.put("key", TEN);
        StoredFile file = file("", 10);
        InputStream in = file.from(8);

        assertThat(in.available()).isZero();
        assertThat(in.read()).isEqualTo(8);
        assertThat(in.available()).isEqualTo(1);
        assertThat(file.read()).isEqualTo(9);
        assertThat(in.read()).isEqualTo(255);
        assertThat(in.read()).isEqualTo(-1);
        assertThat(in.read(new byte[3], 0, 3)).isEqualTo(-1);
        assertThat(file.read()).isEqualTo(10);
    }

    @Test
    void read_moreThanAPart_endsWithThePart() throws IOException {
        files.put("key", TEN);
        InputStream in = file("", 10).from(0);
        byte[] target = new byte[9];

        assertThat(in.read(target, 0, 0)).isZero();
        assertThat(in.read(target, 1, 8)).isEqualTo(4);
        assertThat(target).containsExactly(0, 0, 1, 2, 3, 0, 0, 0, 0);
        assertThatThrownBy(() -> in.read(target, 5, 5))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void read_emptyFile_endsAtOnce() throws IOException {
        files.put("key", new byte[0]);

        assertThat(file("", 10).from(0).read()).isEqualTo(-1);
    }

    @Test
    void part_ofAFileThatIsGone_saysSo() {
        assertThatThrownBy(() -> file("", 10).part(0))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void part_ofAFileThatWasReplaced_saysSo() {
        files.put("key", TEN);
        StoredFile file = file("", 10);
        file.part(0);
        String tag = file.tag();
        files.put("key", new byte[] {1});

        assertThatThrownBy(() -> file.part(4))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("replaced");
        assertThatThrownBy(() -> file(tag, 10).part(4))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("replaced");
    }

    @Test
    void part_ofAFileOverTheLimit_namesBothSizes() {
        files.put("key", TEN);

        assertThatThrownBy(() -> file("", 9).part(0))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("10 bytes, more than the 9");
    }
}
