package dev.earshot.wire.api;

import dev.earshot.core.count.PostAnalysis;

import java.util.Optional;

/** A post's result together with its raw text, where that may be shown and has not expired. */
public record PostWithText(PostAnalysis post, Optional<String> text) {}
