package dev.earshot.core;

/**
 * Which model made a result; stored with every result so that it can be replayed.
 *
 * @param name the model's folder name, for instance {@code text}
 * @param revision the release of its weights
 * @param sha256 digest of the assembled weights, 64 hexadecimal digits
 */
public record ModelVersion(String name, String revision, String sha256) {
    public ModelVersion {
        Checks.name("model name", name, 64);
        Checks.name("model revision", revision, 64);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new FieldException(
                    "model sha256", "must be 64 hexadecimal digits, got " + sha256);
        }
    }
}
