package dev.earshot.core.export;

import dev.earshot.core.count.PostAnalysis;

import java.util.Optional;

/**
 * A post of an export.
 *
 * @param text empty where it is no longer kept
 */
public record PostRow(PostAnalysis post, Optional<String> text) {}
