"""Runs a TensorFlow.js graph model in torch, knowing where each weight lies in the weights file.

Only the operations that NanoDet uses. Constants that are not floating point (shapes, axes, paddings)
are computed with numpy when the module is traced, so they become part of the code.
"""

import base64
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "ocr-detection" / "export"))
import skeleton

NHWC_TO_NCHW = (0, 3, 1, 2)
NCHW_TO_NHWC = (0, 2, 3, 1)
HWIO_TO_OIHW = (3, 2, 0, 1)


def weights(manifest, data):
    """Each weight's values and its `skeleton.Source`; data is the whole weights file."""
    values, sources, offset = {}, {}, 0
    for group in manifest:
        for weight in group["weights"]:
            stored = weight.get("quantization", {}).get("dtype", weight["dtype"])
            shape = tuple(weight["shape"])
            kind = np.dtype(stored)
            count = int(np.prod(shape))
            raw = np.frombuffer(data, kind, count, offset).reshape(shape)
            values[weight["name"]] = raw.astype(weight["dtype"])
            sources[weight["name"]] = skeleton.Source(shape, stored, "weights", offset)
            offset += count * kind.itemsize
    if offset != len(data):
        raise RuntimeError(f"the weights end at byte {offset}, the file at {len(data)}")
    return values, sources


def attribute(node, name):
    value = node.get("attr", {}).get(name, {})
    if "s" in value:
        return base64.b64decode(value["s"]).decode()
    if "list" in value:
        return [int(v) for v in value["list"].get("i", [])]
    for kind in ("f", "i", "b"):
        if kind in value:
            return value[kind]
    return None


class TfjsGraph(nn.Module):
    """NCHW in, a dictionary of outputs by name out. `sources` maps each buffer to its bytes."""

    def __init__(self, model, data):
        super().__init__()
        self.nodes = {n["name"]: n for n in model["modelTopology"]["node"]}
        self.constants, self.weight_sources = weights(model["weightsManifest"], data)
        self.inputs = [n["name"] for n in self.nodes.values() if n["op"] == "Placeholder"]
        self.outputs = [o["name"].split(":")[0] for o in model["signature"]["outputs"].values()]
        self.taps = ()  # names of inner values that are returned beside the outputs
        self.sources = {}
        self.parameters_of = {}
        for node in self.nodes.values():
            if node["op"] == "Conv2D":
                self.add_weight(node["input"][1], HWIO_TO_OIHW)
            elif node["op"] == "Add" and node["input"][1] in self.constants:
                self.add_weight(node["input"][1], ())

    def add_weight(self, name, permute):
        if name in self.parameters_of:
            return
        buffer = "w_" + "".join(c if c.isalnum() else "_" for c in name)
        value = self.constants[name]
        source = self.weight_sources[name]
        if permute:
            value = value.transpose(permute)
            source = skeleton.Source(source.shape, source.source_type, source.upstream,
                                     source.offset, permute)
        self.register_buffer(buffer, torch.from_numpy(np.ascontiguousarray(value)))
        self.parameters_of[name] = buffer
        self.sources[buffer] = source

    def forward(self, x):
        known = {self.inputs[0]: x}
        return {name: self.value(name, known) for name in (*self.outputs, *self.taps)}

    def value(self, reference, known):
        """Evaluates iteratively: the graph is deeper than Python's stack."""
        waiting = [reference]
        while waiting:
            name = waiting[-1].split(":")[0]
            node = self.nodes[name]
            missing = [i for i in node.get("input", []) if i.split(":")[0] not in known]
            if name in known or not missing:
                if name not in known:
                    known[name] = self.apply(node, [self.pick(i, known) for i in node.get("input", [])])
                waiting.pop()
            else:
                waiting.extend(missing)
        return self.pick(reference, known)

    @staticmethod
    def pick(reference, known):
        name, _, index = reference.partition(":")
        value = known[name]
        return value[int(index or 0)] if isinstance(value, tuple) else value

    def apply(self, node, inputs):
        operation = getattr(self, "op_" + node["op"].lower(), None)
        if operation is None:
            raise NotImplementedError(node["op"])
        return operation(node, *inputs)

    def op_const(self, node):
        buffer = self.parameters_of.get(node["name"])
        return getattr(self, buffer) if buffer else self.constants[node["name"]]

    def op_identity(self, node, x):
        return x

    def op_sparsetodense(self, node, indices, shape, values, default):
        dense = np.full(tuple(int(v) for v in np.atleast_1d(shape)), default)
        if len(indices):
            dense[tuple(indices.T)] = values
        return dense

    def op_add(self, node, a, b):
        if isinstance(a, np.ndarray):
            return a + b
        return a + (torch.from_numpy(b) if isinstance(b, np.ndarray) else b)

    op_addv2 = op_add

    def op_pad(self, node, x, paddings, value=0.0):
        flat = [int(v) for pair in reversed(paddings.tolist()) for v in pair]
        return F.pad(x, flat, value=float(value)) if any(flat) else x

    op_padv2 = op_pad

    def op_transpose(self, node, x, axes):
        return x.permute([int(a) for a in axes])

    def op_conv2d(self, node, x, kernel):
        if attribute(node, "padding") != "VALID" or attribute(node, "dilations") != [1, 1, 1, 1]:
            raise NotImplementedError(node["name"])
        strides = attribute(node, "strides")[1:3]
        return F.conv2d(x.permute(NHWC_TO_NCHW), kernel, stride=strides).permute(NCHW_TO_NHWC)

    def op_leakyrelu(self, node, x):
        return F.leaky_relu(x, attribute(node, "alpha"))

    def op_maxpool(self, node, x):
        if attribute(node, "padding") != "VALID":
            raise NotImplementedError(node["name"])
        window, strides = attribute(node, "ksize")[1:3], attribute(node, "strides")[1:3]
        return F.max_pool2d(x.permute(NHWC_TO_NCHW), window, strides).permute(NCHW_TO_NHWC)

    def op_concatv2(self, node, *values):
        axis = int(values[-1])
        if isinstance(values[0], np.ndarray):
            return np.concatenate(values[:-1], axis)
        return torch.cat(values[:-1], axis)

    def op_splitv(self, node, x, sizes, axis):
        return tuple(torch.split(x, [int(s) for s in sizes], int(axis)))

    def op_sigmoid(self, node, x):
        return torch.sigmoid(x)

    def op_reshape(self, node, x, shape):
        if int(shape[0]) != 1:
            raise NotImplementedError(f"{node['name']}: the first axis is not the batch")
        return x.reshape(x.shape[0], *[int(s) for s in shape[1:]])

    def op_resizebilinear(self, node, x, size):
        if attribute(node, "align_corners") or not attribute(node, "half_pixel_centers"):
            raise NotImplementedError(node["name"])
        resized = F.interpolate(x.permute(NHWC_TO_NCHW), size=[int(s) for s in size],
                                mode="bilinear", align_corners=False)
        return resized.permute(NCHW_TO_NHWC)
