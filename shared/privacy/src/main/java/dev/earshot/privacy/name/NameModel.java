package dev.earshot.privacy.name;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A linear model that tells which tokens are part of a person's name. Its weights lie in a file of
 * one signed byte for each of {@link NameFeatures#SIZE} places, in 32nds. Immutable.
 */
final class NameModel {
    /** Units of a weight's byte in a logit. */
    static final float UNIT = 32;

    private static final NameModel BUILT_IN = builtInModel();

    private final byte[] weights;

    NameModel(byte[] weights) {
        if (weights.length != NameFeatures.SIZE) {
            throw new IllegalArgumentException(
                    "weights must hold "
                            + NameFeatures.SIZE
                            + " bytes, got "
                            + weights.length
                            + "; take the file that the training wrote");
        }
        this.weights = weights.clone();
    }

    static NameModel builtIn() {
        return BUILT_IN;
    }

    private static NameModel builtInModel() {
        try (InputStream in = NameModel.class.getResourceAsStream("names.bin")) {
            if (in == null) {
                throw new IllegalStateException("names.bin is missing from the jar");
            }
            return new NameModel(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NameModel load(Path file) throws IOException {
        return new NameModel(Files.readAllBytes(file));
    }

    /** The logit that a token with these features is part of a name. */
    float logit(int[] features) {
        int sum = 0;
        for (int feature : features) {
            sum += weights[feature];
        }
        return sum / UNIT;
    }
}
