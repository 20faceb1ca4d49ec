package dev.earshot.cli.analyze;

import dev.earshot.core.post.PostFiles;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the user's, or standard input. Standard input comes once, and tables are read twice:
 * what was read of it is kept in a temporary file for as long as it may be asked for again. For one
 * thread.
 */
public sealed interface InputFile extends PostFiles.Source, AutoCloseable {
    /** The file of that name; {@code -} is standard input. */
    static InputFile of(String name) throws IOException {
        return name.equals("-") ? new Standard(System.in) : new Named(Path.of(name));
    }

    /** Promises that the file will not be asked for again. */
    void settled();

    @Override
    void close() throws IOException;

    /** A file on disk. */
    record Named(Path path) implements InputFile {
        @Override
        public InputStream from(long offset) throws IOException {
            InputStream in = Files.newInputStream(path);
            in.skipNBytes(offset);
            return in;
        }

        @Override
        public void settled() {}

        @Override
        public void close() {}
    }

    /** A stream that comes once. */
    final class Standard implements InputFile {
        private final InputStream in;
        private final Path kept;
        private final OutputStream keeping;
        private boolean settled;

        Standard(InputStream in) throws IOException {
            this.in = in;
            this.kept = Files.createTempFile("earshot", ".input");
            this.keeping = Files.newOutputStream(kept);
        }

        @Override
        public InputStream from(long offset) throws IOException {
            keeping.flush();
            var all = new SequenceInputStream(Files.newInputStream(kept), new Keeping());
            all.skipNBytes(offset);
            return all;
        }

        @Override
        public void settled() {
            settled = true;
        }

        @Override
        public void close() throws IOException {
            keeping.close();
            Files.deleteIfExists(kept);
        }

        /** Keeps what is read; closing it leaves the stream open for the next reader. */
        private final class Keeping extends FilterInputStream {
            Keeping() {
                super(Standard.this.in);
            }

            @Override
            public int read() throws IOException {
                int read = super.read();
                if (read >= 0 && !settled) {
                    keeping.write(read);
                }
                return read;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                if (read > 0 && !settled) {
                    keeping.write(bytes, from, read);
                }
                return read;
            }

            @Override
            public void close() {}
        }
    }
}
