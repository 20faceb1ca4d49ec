package dev.earshot.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.List;

/**
 * One of a fixed set of words; each option that takes one extends this with its words. Immutable.
 */
public abstract class Choice implements ITypeConverter<String> {
    private final List<String> words;

    protected Choice(List<String> words) {
        this.words = List.copyOf(words);
    }

    @Override
    public final String convert(String value) {
        if (!words.contains(value)) {
            throw new TypeConversionException("must be one of " + String.join(", ", words));
        }
        return value;
    }
}
