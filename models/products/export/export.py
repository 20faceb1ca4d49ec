"""Exports the SSD MobileNetV2 of MediaPipe Objectron (23 OpenImages classes) as a skeleton with a recipe.

usage: export.py PACKAGE_DIR       the unpacked npm package @mediapipe/objectron
needs: torch
"""

import hashlib
import json
import sys
import tempfile
from pathlib import Path

import torch
from torch import nn

from tflite_graph import TfliteGraph, skeleton

FOLDER = Path(__file__).resolve().parents[1]
COORDINATES = "@mediapipe/objectron@0.4.1675468480"
ENTRY = "objectron_solution_packed_assets.data"
LABELS_NAME = "object_detection_oidv4_labelmap.txt"
SIZE = 300
GRIDS = (19, 10, 5, 3, 2, 1)
LEAST_SCALE, MOST_SCALE = 0.2, 0.95
LAST_LAYER, FINEST_EXPANSION = 213, 195  # tensor numbers in the file
RATIOS = (1, 2, 1 / 2, 3, 0.3333)


def anchors():
    """[1917, 4]: centre x, centre y, width, height in 0..1.

    MediaPipe's SsdAnchorsCalculator with six layers and a reduced lowest layer, as the package's
    graph configures it.
    """
    step = (MOST_SCALE - LEAST_SCALE) / (len(GRIDS) - 1)
    scales = [LEAST_SCALE + step * i for i in range(len(GRIDS))] + [1.0]
    found = []
    for layer, n in enumerate(GRIDS):
        here = scales[layer]
        if layer == 0:
            sizes = [(0.1, 0.1), (here * 2 ** 0.5, here / 2 ** 0.5), (here / 2 ** 0.5, here * 2 ** 0.5)]
        else:
            sizes = [(here * r ** 0.5, here / r ** 0.5) for r in RATIOS]
            sizes.append(((here * scales[layer + 1]) ** 0.5,) * 2)
        found += [((x + 0.5) / n, (y + 0.5) / n, w, h)
                  for y in range(n) for x in range(n) for w, h in sizes]
    return torch.tensor(found)


class ProductDetector(nn.Module):
    """RGB 0..255 [batch, 3, 300, 300] -> [batch, 1917, 4 + classes]: left, top, right, bottom in 0..1,
    then a score in 0..1 for each class. The model's own class 0, background, is left out. Second output
    [batch, 1856]: means over the picture of the backbone's last layer (1280) and of the expansion that
    feeds the finest grid (576), for the scenes model.

    Box coding of SSD (Liu et al. 2016) with variances 1/10 and 1/5.
    """

    def __init__(self, graph):
        super().__init__()
        self.graph = graph
        self.register_buffer("anchors", anchors())

    def forward(self, x):
        boxes, scores, *inner = self.graph((x / 127.5 - 1).permute(0, 2, 3, 1))
        centre_y = boxes[..., 0] / 10 * self.anchors[:, 3] + self.anchors[:, 1]
        centre_x = boxes[..., 1] / 10 * self.anchors[:, 2] + self.anchors[:, 0]
        half_height = torch.exp(boxes[..., 2] / 5) * self.anchors[:, 3] / 2
        half_width = torch.exp(boxes[..., 3] / 5) * self.anchors[:, 2] / 2
        corners = torch.stack([centre_x - half_width, centre_y - half_height,
                               centre_x + half_width, centre_y + half_height], -1)
        return (torch.cat([corners, torch.sigmoid(scores[..., 1:])], -1),
                torch.cat([layer.mean((1, 2)) for layer in inner], -1))


def packed_files(package):
    """Name -> (start, end) from the loader script that lists what lies in the packed file."""
    loader = (package / "objectron_solution_packed_assets_loader.js").read_text()
    start = loader.index('{"files":') if '{"files":' in loader else loader.index("{files:")
    text = loader[start:]
    decoder = json.JSONDecoder()
    listing, _ = decoder.raw_decode(text)
    return {f["filename"].rsplit("/", 1)[-1]: (f["start"], f["end"]) for f in listing["files"]}


def main(package):
    package = Path(package)
    packed = (package / ENTRY).read_bytes()
    files = packed_files(package)
    model_name = next(n for n in files if n.endswith(".tflite") and "oidv4" in n)
    start, end = files[model_name]
    label_start, label_end = files[next(n for n in files if n.endswith("labelmap.txt"))]
    labels = packed[label_start:label_end].decode().strip().split("\n")[1:]
    graph = TfliteGraph(packed[start:end], start)
    graph.taps = (LAST_LAYER, FINEST_EXPANSION)
    model = ProductDetector(graph).eval()
    example = torch.rand(2, 3, SIZE, SIZE) * 255
    with torch.no_grad():
        expected = model(example)
        traced = torch.jit.trace(model, example, check_trace=False)
        skeleton.write(FOLDER, traced, {f"graph.{k}": v for k, v in graph.sources.items()})
        with tempfile.TemporaryDirectory() as scratch:
            filled = skeleton.assemble(FOLDER, {"weights": packed}, Path(scratch) / "model.pt")
            worst = max(float((a - b).abs().max()) for a, b in zip(filled(example), expected))
            single = max(float((a - b[1:]).abs().max()) for a, b in zip(filled(example[1:]), expected))
    print(len(labels), "labels", labels, [tuple(e.shape) for e in expected])
    print("difference of the filled skeleton", worst, "and of a batch of one", single)
    if worst > 0 or single > 1e-3 or expected[0].shape[2] != 4 + len(labels):
        raise SystemExit("the filled skeleton differs")
    path = FOLDER / "model.json"
    old = json.loads(path.read_text()) if path.exists() else {}
    path.write_text(json.dumps({
        "name": "products", "revision": "objectron-ssd-300-2", "task": "object-detection",
        "licence": "Apache-2.0", "labels": [label.lower() for label in labels],
        "input": {"type": "float32", "shape": ["batch", 3, SIZE, SIZE], "colour": "RGB",
                  "range": [0, 255], "resize": "area, aspect ratio not kept"},
        "detection": {"unit": "side", "minimumScore": 0.4, "maximumOverlap": 0.5},
        "upstream": [{"id": "weights", "kind": "npm", "coordinates": COORDINATES,
                      "entry": f"package/{ENTRY}", "sha256": hashlib.sha256(packed).hexdigest(),
                      "decode": "raw"}],
        "output": old.get("output", {"file": "model.pt", "sha256": "", "bytes": 0})},
        indent=2) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
