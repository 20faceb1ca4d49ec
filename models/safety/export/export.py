"""Exports the two safety models of nsfwjs as skeletons with recipes.

usage: export.py PACKAGE_DIR REFERENCE.json    writes into models/safety and models/safety-second
PACKAGE_DIR is the unpacked npm package; REFERENCE.json is what reference.mjs printed.
needs: torch, node (to read the package's JavaScript modules)
"""

import base64
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import nn

from keras_graph import KerasGraph, skeleton

HERE = Path(__file__).resolve().parent
MODELS = HERE.parents[1]
COORDINATES = "nsfwjs@4.3.0"
LABELS = ["drawing", "hentai", "neutral", "porn", "sexy"]
TOLERANCE = 1e-4


class Safety(nn.Module):
    """RGB 0..255 [batch, 3, size, size] -> probabilities [batch, 5] in the order of LABELS."""

    def __init__(self, graph):
        super().__init__()
        self.graph = graph

    def forward(self, x):
        return self.graph(x / 255)


def decode(path):
    return base64.b64decode(max(re.findall(r'"([^"]*)"', path.read_text()), key=len))


def checker_board(size):
    """The picture that reference.mjs feeds to the original run time."""
    y, x, c = np.meshgrid(range(size), range(size), range(3), indexing="ij")
    return ((x * 7 + y * 13 + c * 50 + (x // 9) * (y // 11)) % 256).astype(np.float32)


def export(folder, package, directory, size, reference):
    source = package / "dist" / "models" / directory
    model = json.loads(subprocess.run(["node", HERE / "read_model.js", source / "model.min.js"],
                                      check=True, capture_output=True, text=True).stdout)
    names = [f"{p}.min.js" for group in model["weightsManifest"] for p in group["paths"]]
    shards = b"".join(decode(source / n) for n in names)
    graph = KerasGraph(model, shards).eval()
    example = torch.rand(1, 3, size, size) * 255
    with torch.no_grad():
        traced = torch.jit.trace(Safety(graph).eval(), example, check_trace=False)
    skeleton.write(folder, traced, {f"graph.{k}": v for k, v in graph.sources.items()})

    with tempfile.TemporaryDirectory() as scratch, torch.no_grad():
        filled = skeleton.assemble(folder, {"weights": shards}, Path(scratch) / "model.pt")
        x = torch.from_numpy(checker_board(size)).permute(2, 0, 1)[None]
        difference = float((filled(x)[0] - torch.tensor(reference[directory])).abs().max())
        pair = filled(torch.cat([example, x]))
        batch = float((pair[1] - filled(x)[0]).abs().max())
    print(folder.name, "difference to the original run time", difference, "in a batch", batch)
    if max(difference, batch) > TOLERANCE:
        raise SystemExit(f"{folder.name} differs from the original run time")

    entries = [f"package/dist/models/{directory}/{n}" for n in names]
    where = {"entry": entries[0]} if len(entries) == 1 else {"entries": entries}
    fields = {
        "name": folder.name, "revision": f"nsfwjs-4.3.0-{directory.replace('_', '-')}",
        "task": "image-safety", "licence": "MIT", "labels": LABELS,
        "input": {"type": "float32", "shape": ["batch", 3, size, size], "colour": "RGB",
                  "range": [0, 255], "resize": "bilinear, aspect ratio not kept"},
        "upstream": [{"id": "weights", "kind": "npm", "coordinates": COORDINATES, **where,
                      "sha256": hashlib.sha256(shards).hexdigest(), "decode": "base64-js"}]}
    path = folder / "model.json"
    old = json.loads(path.read_text()) if path.exists() else {}
    fields["output"] = old.get("output", {"file": "model.pt", "sha256": "", "bytes": 0})
    path.write_text(json.dumps(fields, indent=2) + "\n")


def main(package, reference):
    reference = json.loads(Path(reference).read_text())
    export(MODELS / "safety", Path(package), "mobilenet_v2", 224, reference)
    export(MODELS / "safety-second", Path(package), "inception_v3", 299, reference)


if __name__ == "__main__":
    main(*sys.argv[1:])
