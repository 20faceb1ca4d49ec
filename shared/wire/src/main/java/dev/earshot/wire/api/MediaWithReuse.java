package dev.earshot.wire.api;

import dev.earshot.core.catalogue.Reuse;
import dev.earshot.core.media.MediaAnalysis;

import java.util.Optional;

/** A file's result together with the copies of the same picture, where it is a picture. */
public record MediaWithReuse(MediaAnalysis media, Optional<Reuse> reuse) {}
