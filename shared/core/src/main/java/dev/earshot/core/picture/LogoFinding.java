package dev.earshot.core.picture;

import dev.earshot.core.Checks;

/**
 * A brand's logo found in a picture by one of the user's references.
 *
 * @param brand the brand's id
 * @param score how well the place matches the reference, in [0, 1]
 */
public record LogoFinding(String brand, double score, Box box) {
    public LogoFinding {
        Checks.name("logo's brand", brand, 64);
        Checks.inRange("logo score", score, 0, 1);
    }
}
