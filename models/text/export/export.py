"""Turns a checkpoint into the model's folders: skeletons, recipes, adapter, and references.

A skeleton is a TorchScript archive whose tensors are emptied; a recipe says which bytes of the
pinned ONNX file (and of the adapter) fill each one. Two networks come of the same adapter: the int8
one that is released, and the float32 one (`text-fp32`) that it is compared with.

What training changed in a matrix is kept as a product of rank RANK (truncated singular value
decomposition). The references are merged here, in the order of additions that the recipe's reader
uses: for each row of W, the sum over k = 0.. of B[row, k] * A[k], rounded to float32 at each step,
then W + sum.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from batching import pad  # noqa: E402
from bert import (  # noqa: E402
    LINEAR_NAMES, Encoder, load_encoder, matrix_names, mean, source_name,
)
from quantised import (  # noqa: E402
    MATRICES, MOST, QuantisedClassifier, QuantisedLayer, Ranges, quantise,
)
from skeleton import mark, write_skeleton  # noqa: E402
from sources import HEADS  # noqa: E402
from train import Prepared, Tokens, marked, prepared  # noqa: E402

UPSTREAM = "encoder"
PLAIN = "text-fp32"
RANGE_POSTS = 24
RANGE_TOKENS = 128
# Sentiment is the first of the heads
PART_LABELS = len(HEADS["sentiment"])


class Classifier(nn.Module):
    """Ids and mask [B, T] int64 -> logits [B, labels of all heads], sentiment logits [B, T, 3], and [B, 3].

    The last ones are of the target whose mentions are marked; without marks they mean nothing.
    """

    def __init__(self, encoder: Encoder, classes: int) -> None:
        super().__init__()
        self.encoder = encoder
        hidden = encoder.embeddings.word.shape[1]
        self.head = nn.Linear(hidden, classes)
        self.target = nn.Linear(2 * hidden, PART_LABELS)

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        vectors = self.encoder.vectors(ids, mask)
        sentiment = functional.linear(
            vectors, self.head.weight[:PART_LABELS], self.head.bias[:PART_LABELS]
        )
        pooled = mean(vectors, mask)
        return self.head(pooled), sentiment, self.target(torch.cat((mean(vectors, marked(ids) * mask), pooled), -1))


class Adapter:
    """The file of half-precision values that are the project's own."""

    def __init__(self) -> None:
        self.bytes = bytearray()

    def put(self, values: Tensor) -> tuple[int, np.ndarray]:
        offset = len(self.bytes)
        halves = values.detach().numpy().astype("<f2")
        self.bytes += halves.tobytes()
        return offset, halves.astype(np.float32)


class Upstream:
    """Byte offsets of the ONNX file's weights."""

    def __init__(self, path: Path) -> None:
        self.content = path.read_bytes()
        graph = onnx.load(str(path)).graph
        self.values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
        self.transposed = dict(matrix_names(graph))

    def find(self, name: str) -> tuple[int, np.ndarray, bool]:
        stored = self.transposed.get(name, name)
        values = self.values[stored]
        offset = self.content.index(values.astype("<f4").tobytes())
        return offset, values, stored != name


def merge(values: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    total = np.zeros_like(values)
    for k in range(a.shape[0]):
        total += b[:, k][:, None] * a[k][None, :]
    return values + total


class Recipe:
    """What the recipe says of each parameter of `Classifier`, and its merged value."""

    def __init__(
        self, upstream: Upstream, weights: dict[str, Tensor], shift: dict[str, list[float]],
        rank: int, heads: tuple[str, ...] = tuple(HEADS),
    ) -> None:
        self.upstream = upstream
        self.weights = weights
        self.shift = shift
        self.rank = rank
        self.heads = heads
        self.adapter = Adapter()

    def own(self, values: Tensor) -> tuple[dict, np.ndarray]:
        offset, rounded = self.adapter.put(values)
        source = {"adapter": offset, "sourceType": "float16", "targetType": "float32"}
        return {**source, "shape": list(values.shape)}, rounded

    def head(self, name: str, kind: str) -> Tensor:
        values = self.weights[f"heads.{name}.{kind}"]
        if kind == "weight" or name not in self.shift:
            return values
        return values + torch.tensor(self.shift[name])

    def tensor(self, name: str) -> tuple[dict, np.ndarray]:
        if name.startswith("head."):
            kind = name.removeprefix("head.")
            return self.own(torch.cat([self.head(head, kind) for head in self.heads]))
        if name.startswith("target."):
            return self.own(self.weights[f"heads.{name}"])
        if name in self.weights and self.weights[name].ndim == 1:
            return self.own(self.weights[name])
        offset, values, transposed = self.upstream.find(source_name(name.removeprefix("encoder.")))
        found: dict = {
            "upstream": UPSTREAM, "offset": offset, "sourceType": "float32",
            "targetType": "float32", "shape": list(values.shape),
        }
        if transposed:
            found["permute"] = [1, 0]
            values = np.ascontiguousarray(values.T)
        if name in self.weights:
            u, s, v = torch.linalg.svd(self.weights[name] - torch.from_numpy(values.copy()))
            root = s[: self.rank].sqrt()
            a_offset, a = self.adapter.put(root[:, None] * v[: self.rank])
            b_offset, b = self.adapter.put(u[:, : self.rank] * root)
            found["lora"] = {"rank": self.rank, "scale": 1.0, "a": a_offset, "b": b_offset}
            values = merge(values, a, b)
        return found, values


def traced(model: Classifier) -> torch.jit.ScriptModule:
    ids = torch.ones(2, 9, dtype=torch.long)
    with torch.no_grad():
        return torch.jit.trace(model, (ids, ids))


Described = dict[str, dict]


def ranges(model: Classifier, given: Prepared, tokenizer: Path) -> Ranges:
    """What training posts of every group make of the activations, posts with marks among them."""
    texts: dict[str, list[str]] = {}
    for row in (*given.labelled, *given.behaviour, *given.targets):
        found = texts.setdefault(row.group.partition(" ")[0], [])
        if len(found) < RANGE_POSTS:
            found.append(row.text)
    return watched(model, [text for group in texts.values() for text in group], tokenizer)


@torch.no_grad()
def watched(model: Classifier, texts: list[str], tokenizer: Path) -> Ranges:
    found = Ranges(model.encoder.layers)
    tokens = Tokens(tokenizer, RANGE_TOKENS)
    for start in range(0, len(texts), 32):
        model(*pad(tokens.encode(texts[start : start + 32])))
    return found


def int8_network(
    model: Classifier, described: Described, inputs: Ranges
) -> tuple[QuantisedClassifier, list, list]:
    """The quantised network, its tensors in the archive's terms, and what a recipe says of them."""
    tensors: list[Tensor] = []
    said: list[dict] = []
    layers = []
    for i, layer in enumerate(model.encoder.layers):
        state: list[Tensor] = []
        for name in MATRICES:
            matrix = described[f"encoder.layers.{i}.{name}.weight"]
            q, scale = quantise(getattr(layer, name).weight.data)
            state += [q, scale, getattr(layer, name).bias.data]
            part = {"most": int(MOST), "part": "values"}
            said.append({**matrix, "targetType": "int8", "quantise": part})
            said.append({**matrix, "quantise": {**part, "part": "scales"}})
            said.append(described[f"encoder.layers.{i}.{name}.bias"])
        for norm in ("attention_norm", "output_norm"):
            for kind in ("weight", "bias"):
                state.append(getattr(getattr(layer, norm), kind).data)
                said.append(described[f"encoder.layers.{i}.{norm}.{kind}"])
        state = [tensor.clone() for tensor in state]
        tensors += state
        layers.append(QuantisedLayer((*state, layer.heads, False, *inputs.steps(i))))
    network = QuantisedClassifier(
        model.encoder.embeddings, layers, model.head, PART_LABELS, model.target
    ).eval()
    kept = (
        "word", "position", "segment", "norm_weight", "norm_bias", "head_weight", "head_bias",
        "target_weight", "target_bias",
    )
    named = [
        "encoder.embeddings.word", "encoder.embeddings.position", "encoder.embeddings.segment",
        "encoder.embeddings.norm.weight", "encoder.embeddings.norm.bias", "head.weight", "head.bias",
        "target.weight", "target.bias",
    ]
    tensors += [getattr(network, name).data for name in kept]
    said += [described[name] for name in named]
    return network, tensors, said


def fill(model: Classifier, recipe: Recipe) -> Described:
    """Gives the model the merged values; returns what the recipe says of each parameter."""
    described: Described = {}
    for name, parameter in model.named_parameters():
        described[name], values = recipe.tensor(name)
        parameter.data.copy_(torch.from_numpy(np.array(values)))
    return described


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training files")
    parser.add_argument("--cache", type=Path, help="rows that a training run kept")
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--chosen", type=Path, help="what choose.py wrote: how far sentiment's biases move")
    parser.add_argument("--rank", type=int, default=96)
    parser.add_argument("--references", type=Path, required=True, help="folder for merged models")
    parser.add_argument("--folder", type=Path, default=Path(__file__).resolve().parents[1])
    options = parser.parse_args()
    torch.set_num_threads(1)
    weights = torch.load(options.checkpoint)["weights"]
    shift = {}
    if options.chosen:
        shift["sentiment"] = json.loads(options.chosen.read_text())["sentiment"]["shift"]
    recipe = Recipe(Upstream(options.onnx), weights, shift, options.rank)
    classes = sum(len(labels) for labels in HEADS.values())
    model = Classifier(load_encoder(options.onnx), classes).eval().requires_grad_(False)
    described = fill(model, recipe)
    adapted = [f"encoder.layers.0.{name}.weight" for name in LINEAR_NAMES]
    assert all("lora" in described[name] for name in adapted)
    options.references.mkdir(parents=True, exist_ok=True)
    plain_folder = options.folder / PLAIN
    plain_folder.mkdir(parents=True, exist_ok=True)

    traced(model).save(str(options.references / "fp32.pt"))
    network, tensors, said = int8_network(
        model, described, ranges(model, prepared(options), options.tokenizer)
    )
    torch.jit.script(network).save(str(options.references / "int8.pt"))
    for number, tensor in enumerate(tensors):
        mark(tensor, number)
    # Loading packs the marks, saving writes them again: the tensors are the marked ones
    write_skeleton(torch.jit.script(network), tensors, said, options.folder)
    parameters = dict(model.named_parameters())
    marked = [parameter.data for parameter in parameters.values()]
    for number, tensor in enumerate(marked):
        mark(tensor, number)
    said = [described[name] for name in parameters]
    write_skeleton(traced(model), marked, said, plain_folder, "../adapter.bin")
    (options.folder / "adapter.bin").write_bytes(recipe.adapter.bytes)
    print(len(said), "tensors,", len(recipe.adapter.bytes), "bytes of adapter")


if __name__ == "__main__":
    main()
