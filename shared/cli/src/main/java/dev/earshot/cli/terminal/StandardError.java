package dev.earshot.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Keeps what libraries print apart from what Earshot tells the user. Native code of the libraries
 * prints to descriptor 2, past everything that Java could redirect: on some processors PyTorch says
 * before each convolution that it could not initialise NNPACK. So descriptor 2 itself is moved:
 * once {@link #divert} is called, it leads to a log file, and with it {@link System#err}, the
 * logging of the libraries and the messages of the JVM. {@link #terminal} still leads to where
 * descriptor 2 led when the process began. Nothing is lost: whatever does not reach the terminal is
 * in the log.
 *
 * <p>Until then, and where diverting fails, both are the same. Thread-safe.
 */
public final class StandardError {
    private static final int DESCRIPTOR = 2;

    private final Switch stream = new Switch(new FileOutputStream(FileDescriptor.err));
    private final PrintStream terminal = new PrintStream(stream, true, StandardCharsets.UTF_8);

    /** Messages for the user. */
    public PrintStream terminal() {
        return terminal;
    }

    /**
     * Diverts the process's standard error to a file, and keeps the file's last content beside it
     * as {@code NAME.1}. To be called once.
     *
     * @throws IOException if the file can't be created or the system can't divert; nothing has
     *     changed then
     */
    public void divert(Path log) throws IOException {
        var files = new NativeFiles();
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log)) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        int file = files.create(log);
        int saved = files.duplicate(DESCRIPTOR);
        stream.target = new Descriptor(files, saved);
        files.redirect(file, DESCRIPTOR);
        files.close(file);
    }

    /** Writes to a descriptor that Java knows nothing of. */
    private static final class Descriptor extends OutputStream {
        private final NativeFiles files;
        private final int descriptor;

        Descriptor(NativeFiles files, int descriptor) {
            this.files = files;
            this.descriptor = descriptor;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            files.write(descriptor, bytes, offset, length);
        }
    }

    /** A stream whose target changes once. */
    private static final class Switch extends OutputStream {
        private volatile OutputStream target;

        Switch(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int single) throws IOException {
            target.write(single);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            target.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }
    }
}
