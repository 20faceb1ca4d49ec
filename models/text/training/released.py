"""Turns the released weights (adapter, recipe, upstream file) back into a checkpoint to go on from.

The output of targets is left out where the release has none. `--add` undoes a move of sentiment's biases that
the release was exported with, so that training starts from balanced logits.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch
from bert import load_encoder
from sources import HEADS
from torch import Tensor

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "export"))

from export import PLAIN, Classifier, merge  # noqa: E402

FOLDER = Path(__file__).resolve().parents[1]


def filled(entry: dict, upstream: bytes, adapter: bytes) -> Tensor:
    shape = entry["shape"]
    size = int(np.prod(shape))

    def halves(offset: int, *shape: int) -> np.ndarray:
        return np.frombuffer(adapter, "<f2", int(np.prod(shape)), offset).astype(np.float32).reshape(shape)

    if "adapter" in entry:
        return torch.from_numpy(halves(entry["adapter"], *shape))
    values = np.frombuffer(upstream, "<f4", size, entry["offset"]).reshape(shape)
    values = np.ascontiguousarray(values.T) if "permute" in entry else values.copy()
    if "lora" in entry:
        lora = entry["lora"]
        a = halves(lora["a"], lora["rank"], values.shape[1])
        values = merge(values, a, halves(lora["b"], values.shape[0], lora["rank"]))
    return torch.from_numpy(values)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--add", type=float, nargs=3, default=(0.0, 0.0, 0.0), help="to sentiment's biases")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    entries = json.loads((options.folder / PLAIN / "recipe.json").read_text())["tensors"]
    model = Classifier(load_encoder(options.onnx), sum(map(len, HEADS.values())))
    names = [name for name, _ in model.named_parameters()][: len(entries)]
    upstream, adapter = options.onnx.read_bytes(), (options.folder / "adapter.bin").read_bytes()
    found = {
        name: filled(entry, upstream, adapter) for name, entry in zip(names, entries, strict=True)
    }
    weights = {name: values for name, values in found.items() if name.startswith("encoder.layers.")}
    start = 0
    for head, labels in HEADS.items():
        for kind in ("weight", "bias"):
            weights[f"heads.{head}.{kind}"] = found[f"head.{kind}"][start : start + len(labels)].clone()
        start += len(labels)
    weights["heads.sentiment.bias"] += torch.tensor(options.add)
    for kind in ("weight", "bias"):
        if f"target.{kind}" in found:
            weights[f"heads.target.{kind}"] = found[f"target.{kind}"]
    torch.save({"weights": weights, "options": {}}, options.out)
    print(len(weights), "tensors")


if __name__ == "__main__":
    main()
