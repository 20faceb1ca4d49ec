package dev.earshot.assembly;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Parsed {@code recipe.json}: how each emptied entry of the skeleton is filled. */
record Recipe(String skeleton, String adapter, Map<String, Tensor> tensors) {

    /** Where a tensor's bytes begin. */
    sealed interface Source {
        int offset();
    }

    /** In the decoded bytes of the upstream entry {@code upstream}. */
    record Upstream(String upstream, int offset) implements Source {}

    /** In the model folder's adapter file. */
    record Adapter(int offset) implements Source {}

    /** q * scale + min. */
    record Affine(double scale, double min) {}

    /** Adds scale * B[out, rank] @ A[rank, in]; a and b are byte offsets into the adapter. */
    record LowRank(int rank, float scale, int a, int b) {}

    /** One tensor; {@code shape} is the source's, {@code permute} as in numpy.transpose. */
    record Tensor(
            String entry,
            Source source,
            ElementType sourceType,
            ElementType targetType,
            List<Integer> shape,
            List<Integer> permute,
            Optional<Affine> affine,
            Optional<LowRank> lowRank,
            Optional<RowQuantisation> quantisation) {

        Tensor {
            shape = List.copyOf(shape);
            permute = List.copyOf(permute);
            if (!permute.isEmpty()
                    && !permute.stream().sorted().toList().equals(axes(shape.size()))) {
                throw new IllegalArgumentException(
                        "permute " + permute + " does not fit shape " + shape);
            }
            if (lowRank.isPresent() && shape.size() != 2) {
                throw new IllegalArgumentException("lora needs a matrix, not shape " + shape);
            }
            if (quantisation.isPresent() && shape.size() != 2) {
                throw new IllegalArgumentException("quantise needs a matrix, not shape " + shape);
            }
        }

        int elements() {
            long count = 1;
            for (int size : shape) {
                count = Math.multiplyExact(count, size);
            }
            return Math.toIntExact(count);
        }

        /** Axis order of the target: {@code permute}, or the source's own. */
        List<Integer> order() {
            return permute.isEmpty() ? axes(shape.size()) : permute;
        }

        private static List<Integer> axes(int count) {
            return IntStream.range(0, count).boxed().toList();
        }
    }

    Recipe {
        tensors = Map.copyOf(tensors);
    }

    static Recipe read(Path file) {
        JsonFields root = JsonFields.read(file);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (JsonFields fields : root.list("tensors")) {
            Tensor tensor = tensor(fields);
            if (tensors.put(tensor.entry(), tensor) != null) {
                throw fields.wrong("entry", "'" + tensor.entry() + "' is filled twice");
            }
        }
        return new Recipe(
                root.text("skeleton", "skeleton.pt"), root.text("adapter", "adapter.bin"), tensors);
    }

    private static Tensor tensor(JsonFields fields) {
        Optional<Affine> affine =
                fields.has("scale")
                        ? Optional.of(new Affine(fields.number("scale"), fields.number("min", 0)))
                        : Optional.empty();
        Optional<LowRank> lowRank = fields.object("lora").map(Recipe::lowRank);
        Source source =
                fields.has("adapter")
                        ? new Adapter(fields.offset("adapter"))
                        : new Upstream(fields.text("upstream"), fields.offset("offset"));
        try {
            ElementType from = ElementType.parse(fields.text("sourceType"));
            boolean floats = from == ElementType.FLOAT16 || affine.isPresent();
            ElementType usual = floats ? ElementType.FLOAT32 : from;
            return new Tensor(
                    fields.text("entry"),
                    source,
                    from,
                    ElementType.parse(fields.text("targetType", usual.label())),
                    fields.wholeNumbers("shape"),
                    fields.wholeNumbers("permute"),
                    affine,
                    lowRank,
                    fields.object("quantise").map(Recipe::quantisation));
        } catch (IllegalArgumentException e) {
            throw fields.wrong("", String.valueOf(e.getMessage()));
        }
    }

    private static RowQuantisation quantisation(JsonFields fields) {
        return new RowQuantisation(
                fields.offset("most"), RowQuantisation.parse(fields.text("part")));
    }

    private static LowRank lowRank(JsonFields fields) {
        return new LowRank(
                fields.offset("rank"),
                (float) fields.number("scale"),
                fields.offset("a"),
                fields.offset("b"));
    }
}
