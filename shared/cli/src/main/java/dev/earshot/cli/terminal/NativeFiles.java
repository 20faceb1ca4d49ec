package dev.earshot.cli.terminal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.NoSuchElementException;

/**
 * The calls of POSIX on file descriptors that Java does not offer. Needs {@code
 * --enable-native-access}. Thread-safe.
 */
final class NativeFiles {
    private static final int MODE = 0644;

    private final MethodHandle creat;
    private final MethodHandle dup;
    private final MethodHandle dup2;
    private final MethodHandle close;
    private final MethodHandle write;

    /**
     * @throws IOException if this system has no such calls
     */
    NativeFiles() throws IOException {
        var integer = ValueLayout.JAVA_INT;
        var size = ValueLayout.JAVA_LONG;
        var pointer = ValueLayout.ADDRESS;
        creat = call("creat", FunctionDescriptor.of(integer, pointer, integer));
        dup = call("dup", FunctionDescriptor.of(integer, integer));
        dup2 = call("dup2", FunctionDescriptor.of(integer, integer, integer));
        close = call("close", FunctionDescriptor.of(integer, integer));
        write = call("write", FunctionDescriptor.of(size, integer, pointer, size));
    }

    @SuppressWarnings("restricted") // the types are those of POSIX
    private static MethodHandle call(String name, FunctionDescriptor types) throws IOException {
        Linker linker = Linker.nativeLinker();
        try {
            return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), types);
        } catch (NoSuchElementException e) {
            throw new IOException("this system has no call " + name, e);
        }
    }

    /** Creates a file, or empties it, and returns a descriptor for writing. */
    int create(Path file) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = (int) creat.invokeExact(arena.allocateFrom(file.toString()), MODE);
            return checked(descriptor, "creat of " + file);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /** A second descriptor for the same open file. */
    int duplicate(int descriptor) throws IOException {
        try {
            return checked((int) dup.invokeExact(descriptor), "dup");
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /** Makes {@code to} a descriptor for the file that {@code from} has open. */
    void redirect(int from, int to) throws IOException {
        try {
            int unused = checked((int) dup2.invokeExact(from, to), "dup2");
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    void close(int descriptor) throws IOException {
        try {
            int unused = checked((int) close.invokeExact(descriptor), "close");
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /** Writes all the bytes. */
    void write(int descriptor, byte[] bytes, int offset, int length) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(Math.max(1, length));
            MemorySegment.copy(bytes, offset, buffer, ValueLayout.JAVA_BYTE, 0, length);
            long written = 0;
            while (written < length) {
                long now =
                        (long)
                                write.invokeExact(
                                        descriptor, buffer.asSlice(written), length - written);
                if (now < 0) {
                    throw new IOException("write to descriptor " + descriptor + " failed");
                }
                written += now;
            }
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    private static int checked(int result, String call) throws IOException {
        if (result < 0) {
            throw new IOException(call + " failed");
        }
        return result;
    }

    /** Method handles declare every throwable; these calls throw nothing checked of their own. */
    private static IOException failure(Throwable e) {
        return switch (e) {
            case IOException known -> known;
            case Error error -> throw error;
            default -> new IOException("a native call failed", e);
        };
    }
}
