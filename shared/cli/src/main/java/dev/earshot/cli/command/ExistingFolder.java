package dev.earshot.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Files;
import java.nio.file.Path;

/** A value that must name an existing folder. Stateless. */
public final class ExistingFolder implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
        Path folder = new NewFolder().convert(value);
        if (!Files.isDirectory(folder)) {
            throw new TypeConversionException("must be an existing folder");
        }
        return folder;
    }
}
