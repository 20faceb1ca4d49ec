package dev.earshot.usecase.media;

import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.store.DerivedFiles;
import dev.earshot.core.store.MediaStore;
import dev.earshot.core.store.MediaStore.Fetched;
import dev.earshot.usecase.media.MediaReadings.File;
import dev.earshot.usecase.media.MediaReadings.Looked;
import dev.earshot.usecase.post.Brands;

import java.util.Arrays;
import java.util.Optional;

/**
 * Fetches and analyses a file, and stores the blurred copy of a picture; storing the result is up
 * to the caller. The copy is stored before the result, so that whoever sees the result finds the
 * copy. A video is recognised by its first bytes and not fetched completely. Thread-safe.
 */
public final class StoredFileReadings {
    /** A video is told by these; too few for a picture that takes time. */
    private static final int FIRST_BYTES = 64;

    private final MediaStore files;
    private final MediaReadings readings;
    private final Brands brands;
    private final DerivedFiles derived;
    private final long maxBytes;

    /**
     * @param maxBytes the largest picture that is read into memory
     */
    public StoredFileReadings(
            MediaStore files,
            MediaReadings readings,
            Brands brands,
            DerivedFiles derived,
            long maxBytes) {
        this.files = files;
        this.readings = readings;
        this.brands = brands;
        this.derived = derived;
        this.maxBytes = maxBytes;
    }

    /** The result for a file, not stored yet; empty if the file is gone. */
    public Optional<MediaAnalysis> read(File file) {
        return switch (files.fetch(file.key(), maxBytes)) {
            case Fetched.Missing missing -> Optional.empty();
            case Fetched.Content content -> {
                Looked looked = look(file, content.bytes());
                looked.blurredCopy().ifPresent(copy -> keep(file, copy.get()));
                yield Optional.of(looked.analysis());
            }
            case Fetched.TooLarge large -> {
                MediaAnalysis ofHead = look(file, large.head()).analysis();
                yield Optional.of(
                        ofHead.status() instanceof MediaAnalysis.Status.Queued
                                ? ofHead
                                : readings.rejected(
                                        file, MediaReadings.tooLarge(large.bytes(), maxBytes)));
            }
        };
    }

    /**
     * The result for a file whose pictures are not to be read: a video's job, otherwise a refusal;
     * empty if the file is gone.
     *
     * @param reason why it is not read
     */
    Optional<MediaAnalysis> unread(File file, String reason) {
        byte[] first =
                switch (files.fetch(file.key(), 0)) {
                    case Fetched.Missing missing -> null;
                    case Fetched.Content content -> content.bytes();
                    case Fetched.TooLarge large -> large.head();
                };
        return Optional.ofNullable(first)
                .map(bytes -> look(file, Arrays.copyOf(bytes, FIRST_BYTES)).analysis())
                .map(
                        told ->
                                told.status() instanceof MediaAnalysis.Status.Queued
                                        ? told
                                        : readings.rejected(file, reason));
    }

    private Looked look(File file, byte[] bytes) {
        return readings.look(file, bytes, brands.of(file.workspace()));
    }

    private void keep(File file, byte[] copy) {
        derived.put(file.workspace(), file.key(), DerivedFiles.BLURRED, copy);
    }
}
