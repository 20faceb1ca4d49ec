"""Turns a checkpoint into the model's folder: skeleton, recipe, adapter, and a merged reference.

The skeleton is a TorchScript archive whose tensors are emptied; the recipe says which bytes of the
pinned ONNX file (and of the adapter) fill each one. The reference is the same model merged here,
in the same order of additions that the recipe's reader uses: for each row of W, the sum over
k = 0.. of (scale * B[row, k]) * A[k], rounded to float32 at each step, then W + sum.
"""

from __future__ import annotations

import argparse
import json
import struct
import sys
import zipfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from bert import Encoder, load_encoder, matrix_names, source_name  # noqa: E402
from data import TASKS, Corpus  # noqa: E402

HEADS = ("sentiment", "emotion")
# How far each head's bias moves from the classes' shares in training towards equal shares. Posts
# about a brand are not distributed as the training tweets are (16 % negative), and rare classes
# count as much as common ones in the macro-averaged scores; chosen on the dev files, where emotion
# gained nothing from it.
PRIOR_CORRECTION = {"sentiment": 0.4, "emotion": 0.0}
SKELETON_ROOT = "text"
UPSTREAM = "encoder"


class Classifier(nn.Module):
    """Ids and mask [B, T] int64 -> logits [B, 7]: three of sentiment, then four of emotion."""

    def __init__(self, encoder: Encoder, classes: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.embeddings.word.shape[1], classes)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        return self.head(self.encoder(ids, mask))


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


def merge(values: np.ndarray, a: np.ndarray, b: np.ndarray, scale: float) -> np.ndarray:
    total = np.zeros_like(values)
    for k in range(a.shape[0]):
        factor = np.float32(scale) * b[:, k]
        total += factor[:, None] * a[k][None, :]
    return values + total


class Recipe:
    def __init__(
        self, upstream: Upstream, checkpoint: dict, shares: dict[str, list[float]]
    ) -> None:
        self.upstream = upstream
        self.weights: dict[str, Tensor] = checkpoint["weights"]
        self.scale: float = checkpoint["options"]["scale"]
        self.shares = shares
        self.adapter = Adapter()

    def own(self, values: Tensor) -> tuple[dict, np.ndarray]:
        offset, rounded = self.adapter.put(values)
        source = {"adapter": offset, "sourceType": "float16", "targetType": "float32"}
        return {**source, "shape": list(values.shape)}, rounded

    def head(self, name: str, kind: str) -> Tensor:
        values = self.weights[f"heads.{name}.{kind}"]
        if kind == "weight":
            return values
        shares = torch.tensor(self.shares[name])
        return values - PRIOR_CORRECTION[name] * shares.log()

    def tensor(self, name: str) -> tuple[dict, np.ndarray]:
        """What the recipe says of one parameter, and its value."""
        if name.startswith("head."):
            kind = name.removeprefix("head.")
            return self.own(torch.cat([self.head(head, kind) for head in HEADS]))
        trained = adapted_name(name)
        if trained in self.weights:
            return self.own(self.weights[trained])
        offset, values, transposed = self.upstream.find(source_name(name.removeprefix("encoder.")))
        found: dict = {
            "upstream": UPSTREAM, "offset": offset, "sourceType": "float32",
            "targetType": "float32", "shape": list(values.shape),
        }
        if transposed:
            found["permute"] = [1, 0]
            values = np.ascontiguousarray(values.T)
        down = self.weights.get(name.removesuffix(".weight") + ".down")
        if down is not None:
            a_offset, a = self.adapter.put(down)
            b_offset, b = self.adapter.put(self.weights[name.removesuffix(".weight") + ".up"])
            found["lora"] = {"rank": a.shape[0], "scale": self.scale, "a": a_offset, "b": b_offset}
            values = merge(values, a, b, self.scale)
        return found, values


def adapted_name(name: str) -> str:
    """encoder.layers.0.query.bias lies under encoder.layers.0.query.linear.bias in a checkpoint."""
    owner, kind = name.rsplit(".", 1)
    return name if "norm" in owner else f"{owner}.linear.{kind}"


def class_shares(folder: Path) -> dict[str, list[float]]:
    corpus = Corpus(folder)
    shares = {}
    for head in HEADS:
        targets = [example.target for example in corpus.train(TASKS[head])]
        classes = range(len(TASKS[head].labels))
        shares[head] = [targets.count(label) / len(targets) for label in classes]
    return shares


def traced(model: Classifier) -> torch.jit.ScriptModule:
    ids = torch.ones(2, 9, dtype=torch.long)
    with torch.no_grad():
        return torch.jit.trace(model, (ids, ids))


def write_skeleton(model: Classifier, tensors: list[dict], scratch: Path, path: Path) -> list[dict]:
    """Numbers each parameter, saves, and reads back which archive entry became which parameter."""
    parameters = [parameter for _, parameter in model.named_parameters()]
    for number, parameter in enumerate(parameters):
        parameter.data.fill_(float(number + 1))
    traced(model).save(str(scratch))
    found: dict[int, dict] = {}
    with (
        zipfile.ZipFile(scratch) as archive,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as skeleton,
    ):
        for entry in archive.infolist():
            content = archive.read(entry)
            local = entry.filename.split("/", 1)[1]
            if local.endswith(".debug_pkl"):
                continue
            if local.startswith("data/") and content:
                number = round(struct.unpack("<f", content[:4])[0]) - 1
                expected = parameters[number].numel() * 4
                if len(content) != expected or number in found:
                    raise ValueError(f"{entry.filename} is no parameter of this model")
                found[number] = {"entry": local, **tensors[number]}
                content = b""
            name = zipfile.ZipInfo(f"{SKELETON_ROOT}/{local}", (1980, 1, 1, 0, 0, 0))
            name.compress_type = zipfile.ZIP_DEFLATED
            skeleton.writestr(name, content)
    if len(found) != len(parameters):
        raise ValueError(f"{len(found)} of {len(parameters)} parameters found in the archive")
    return [found[number] for number in range(len(parameters))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training files")
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--reference", type=Path, required=True, help="merged model to write")
    parser.add_argument("--folder", type=Path, default=Path(__file__).resolve().parents[1])
    options = parser.parse_args()
    torch.set_num_threads(1)
    checkpoint = torch.load(options.checkpoint)
    recipe = Recipe(Upstream(options.onnx), checkpoint, class_shares(options.data))
    classes = sum(len(recipe.weights[f"heads.{head}.bias"]) for head in HEADS)
    model = Classifier(load_encoder(options.onnx), classes).eval().requires_grad_(False)
    tensors = []
    for name, parameter in model.named_parameters():
        found, values = recipe.tensor(name)
        parameter.data.copy_(torch.from_numpy(np.array(values)))
        tensors.append(found)
    traced(model).save(str(options.reference))
    scratch = options.reference.with_suffix(".numbered")
    listed = write_skeleton(model, tensors, scratch, options.folder / "skeleton.pt")
    scratch.unlink()
    lines = ",\n".join("    " + json.dumps(tensor) for tensor in listed)
    (options.folder / "recipe.json").write_text(
        f'{{\n  "skeleton": "skeleton.pt",\n  "tensors": [\n{lines}\n  ]\n}}\n'
    )
    (options.folder / "adapter.bin").write_bytes(recipe.adapter.bytes)
    print(len(listed), "tensors,", len(recipe.adapter.bytes), "bytes of adapter")


if __name__ == "__main__":
    main()
