package dev.earshot.wire.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.earshot.core.catalogue.Reuse;

import java.util.Optional;

/** A file's result as the API shows it, with its copies. */
record ReusedMediaView(@JsonUnwrapped MediaView media, Optional<Reuse> reuse) {
    static ReusedMediaView of(MediaWithReuse media) {
        return new ReusedMediaView(MediaView.of(media.media()), media.reuse());
    }
}
