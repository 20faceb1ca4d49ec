package dev.earshot.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Any text with a visible character in it. Stateless. */
public final class NonBlank implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
        if (value.isBlank()) {
            throw new TypeConversionException("must not be blank");
        }
        return value;
    }
}
