package dev.earshot.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A value that must name a readable file. Stateless. */
public final class ExistingFile implements ITypeConverter<Path> {
    /**
     * A file among several arguments. The parser must not convert these: it takes the failure of
     * one for the end of the list and complains about the rest.
     *
     * @throws UsageException if it is not a readable file
     */
    public static Path argument(String label, String value) {
        try {
            return new ExistingFile().convert(value);
        } catch (TypeConversionException e) {
            throw new UsageException(label + " " + e.getMessage() + ", but got '" + value + "'");
        }
    }

    @Override
    public Path convert(String value) {
        if (value.isBlank()) {
            throw new TypeConversionException("must not be blank");
        }
        Path path;
        try {
            path = Path.of(value);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("must be a file name");
        }
        if (Files.isDirectory(path)) {
            throw new TypeConversionException("must be a file, not a folder");
        }
        if (!Files.exists(path)) {
            throw new TypeConversionException("must be an existing file");
        }
        if (!Files.isReadable(path)) {
            throw new TypeConversionException(
                    "must be a file that you may read (check its permissions)");
        }
        return path;
    }
}
