package dev.earshot.cli.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number of a range; each option that takes one extends this with its range. Immutable. */
public abstract class WholeNumber implements ITypeConverter<Integer> {
    private final int lowest;
    private final int highest;

    /**
     * @param lowest the smallest value allowed
     * @param highest the largest value allowed
     */
    protected WholeNumber(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    @Override
    public final Integer convert(String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message below.
        }
        throw new TypeConversionException(
                highest == Integer.MAX_VALUE
                        ? "must be a whole number of at least " + lowest
                        : "must be a whole number from " + lowest + " to " + highest);
    }
}
