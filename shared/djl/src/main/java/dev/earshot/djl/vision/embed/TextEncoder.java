package dev.earshot.djl.vision.embed;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.PictureTextModel;
import dev.earshot.core.picture.PictureVector;
import dev.earshot.djl.ComputeDevice;
import dev.earshot.djl.ModelFolderException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The text half of the mounted text-image model. Thread-safe. */
public final class TextEncoder implements PictureTextModel {
    private final MountedModel mounted;
    private final HuggingFaceTokenizer tokenizer;
    private final Encoder encoder;

    private TextEncoder(MountedModel mounted, HuggingFaceTokenizer tokenizer, Encoder encoder) {
        this.mounted = mounted;
        this.tokenizer = tokenizer;
        this.encoder = encoder;
    }

    /**
     * Loads it and tests it on a word; empty where none is mounted.
     *
     * @param models the folder that may contain {@code picture-text}
     * @throws ModelFolderException where it is there and can't be used
     */
    public static Optional<TextEncoder> among(Path models, ComputeDevice device) {
        return MountedModel.among(models).map(mounted -> load(mounted, device));
    }

    private static TextEncoder load(MountedModel mounted, ComputeDevice device) {
        try {
            HuggingFaceTokenizer tokenizer =
                    HuggingFaceTokenizer.builder()
                            .optTokenizerPath(mounted.tokenizer())
                            .optMaxLength(mounted.length())
                            .optTruncation(true)
                            .optPadding(false)
                            .build();
            TextEncoder made =
                    new TextEncoder(
                            mounted, tokenizer, Encoder.load(mounted, mounted.textFile(), device));
            made.ofText("picture");
            return made;
        } catch (IOException e) {
            throw new ModelFolderException(
                    mounted.tokenizer() + " is no tokenizer that can be read", e);
        }
    }

    @Override
    public ModelVersion version() {
        return mounted.version();
    }

    @Override
    public PictureVector ofText(String text) {
        long[] ids = tokenizer.encode(text).getIds();
        int length = mounted.padding().isPresent() ? mounted.length() : Math.max(1, ids.length);
        long[] tokens = Arrays.copyOf(ids, length);
        long[] mask = new long[length];
        Arrays.fill(mask, 0, Math.min(ids.length, length), 1);
        if (ids.length < length) {
            Arrays.fill(tokens, ids.length, length, mounted.padding().orElse(0L));
        }
        Shape shape = new Shape(1, length);
        return encoder.vector(
                manager -> {
                    NDList inputs = new NDList(manager.create(tokens, shape));
                    if (mounted.masked()) {
                        inputs.add(manager.create(mask, shape));
                    }
                    return inputs;
                });
    }

    @Override
    public void close() {
        encoder.close();
        tokenizer.close();
    }
}
