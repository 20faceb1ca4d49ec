"""Runs a TensorFlow Lite model in torch, knowing where each weight lies in the file.

Only the operations that the two MediaPipe detectors use. A .tflite file is a FlatBuffer; the field
numbers below are those of TensorFlow's schema.fbs.
"""

import struct
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
OHWI_TO_OIHW = (0, 3, 1, 2)
HWC_TO_CHW1 = (3, 0, 1, 2)
TYPES = {0: "float32", 1: "float16", 2: "int32", 3: "uint8", 4: "int64", 9: "int8"}
SAME = 0
OPERATIONS = {0: "add", 2: "concatenation", 3: "conv_2d", 4: "depthwise_conv_2d", 6: "dequantize",
              14: "logistic", 17: "max_pool_2d", 19: "relu", 21: "relu6", 22: "reshape",
              23: "resize_bilinear", 34: "pad", 54: "prelu"}


class Table:
    """A FlatBuffers table at an absolute position."""

    def __init__(self, data, position):
        self.data, self.position = data, position
        self.fields = position - struct.unpack_from("<i", data, position)[0]
        self.size = struct.unpack_from("<H", data, self.fields)[0]

    def at(self, field):
        """Position of a field's value, or None where it is left at its default."""
        slot = 4 + 2 * field
        offset = struct.unpack_from("<H", self.data, self.fields + slot)[0] if slot < self.size else 0
        return self.position + offset if offset else None

    def number(self, field, form, default=0):
        position = self.at(field)
        return default if position is None else struct.unpack_from("<" + form, self.data, position)[0]

    def follow(self, position):
        return position + struct.unpack_from("<I", self.data, position)[0]

    def table(self, field):
        position = self.at(field)
        return None if position is None else Table(self.data, self.follow(position))

    def vector(self, field):
        """Position of the first element and the number of elements."""
        position = self.at(field)
        if position is None:
            return 0, 0
        start = self.follow(position)
        return start + 4, struct.unpack_from("<I", self.data, start)[0]

    def numbers(self, field, form):
        start, count = self.vector(field)
        return list(struct.unpack_from(f"<{count}{form}", self.data, start)) if count else []

    def tables(self, field):
        start, count = self.vector(field)
        return [Table(self.data, self.follow(start + 4 * i)) for i in range(count)]


class Operator:
    """One node: kind, tensor numbers and options."""

    def __init__(self, table, codes):
        code = codes[table.number(0, "I")]
        number = max(code.number(0, "b"), code.number(3, "i"))
        if number not in OPERATIONS:
            raise NotImplementedError(f"TensorFlow Lite operation {number}")
        self.kind = OPERATIONS[number]
        self.inputs, self.outputs = table.numbers(1, "i"), table.numbers(2, "i")
        self.options = table.table(4)


class TfliteGraph(nn.Module):
    """NHWC in, the list of outputs in the file's order out. `sources` maps each buffer to its bytes.

    `base` is where the model starts in the upstream file; offsets are counted from there.
    """

    def __init__(self, data, base=0):
        super().__init__()
        model = Table(data, struct.unpack_from("<I", data, 0)[0])
        graph = model.tables(2)[0]
        codes, buffers = model.tables(1), model.tables(4)
        self.operators = [Operator(t, codes) for t in graph.tables(3)]
        self.inputs, self.outputs = graph.numbers(1, "i"), graph.numbers(2, "i")
        self.stored, self.sources, self.base = {}, {}, base
        self.taps = ()  # numbers of inner tensors that are returned after the outputs
        for number, tensor in enumerate(graph.tables(0)):
            start, size = buffers[tensor.number(2, "I")].vector(0)
            if size:
                kind = TYPES[tensor.number(1, "b")]
                shape = tuple(tensor.numbers(0, "i"))
                values = np.frombuffer(data, kind, int(np.prod(shape)), start).reshape(shape)
                self.stored[number] = (values, kind, start)
        for operator in self.operators:
            if operator.kind == "dequantize" and operator.inputs[0] in self.stored:
                self.stored[operator.outputs[0]] = self.stored[operator.inputs[0]]
        for operator in self.operators:
            permute = {"conv_2d": OHWI_TO_OIHW, "depthwise_conv_2d": HWC_TO_CHW1}.get(operator.kind)
            if permute:
                self.add_weight(operator.inputs[1], permute)
                self.add_weight(operator.inputs[2], ())
            elif operator.kind == "prelu":
                self.add_weight(operator.inputs[1], ())

    def add_weight(self, number, permute):
        values, kind, start = self.stored[number]
        if f"w_{number}" in self.sources:
            return
        buffer = values.transpose(permute) if permute else values
        self.register_buffer(f"w_{number}",
                             torch.from_numpy(np.ascontiguousarray(buffer).astype(np.float32)))
        self.sources[f"w_{number}"] = skeleton.Source(values.shape, kind, "weights",
                                                      self.base + start, permute)

    def forward(self, x):
        known = {self.inputs[0]: x}
        for operator in self.operators:
            if operator.outputs[0] not in self.stored:
                apply = getattr(self, "op_" + operator.kind)
                known[operator.outputs[0]] = apply(operator, *[
                    known[i] if i in known else self.constant(i) for i in operator.inputs])
        return [known[i] for i in (*self.outputs, *self.taps)]

    def constant(self, number):
        return getattr(self, f"w_{number}") if f"w_{number}" in self.sources else self.stored[number][0]

    @staticmethod
    def activate(x, activation):
        if activation not in (0, 1, 3):
            raise NotImplementedError(f"activation {activation}")
        return {0: lambda v: v, 1: F.relu, 3: F.relu6}[activation](x)

    @staticmethod
    def padded(x, kernel, stride, padding, value=0.0):
        """TensorFlow's SAME puts the odd pixel at the bottom and the right."""
        if padding != SAME:
            return x
        sides = []
        for length, k, s in zip((int(x.shape[3]), int(x.shape[2])), kernel[::-1], stride[::-1]):
            total = max((-(-length // s) - 1) * s + k - length, 0)
            sides += [total // 2, total - total // 2]
        return F.pad(x, sides, value=value) if any(sides) else x

    def convolve(self, operator, x, kernel, bias, groups, activation_field, dilation_field):
        options = operator.options
        if any(options.number(dilation_field + i, "i", 1) != 1 for i in range(2)):
            raise NotImplementedError("dilation")
        stride = (options.number(2, "i"), options.number(1, "i"))
        x = self.padded(x.permute(NHWC_TO_NCHW), kernel.shape[2:], stride, options.number(0, "b"))
        y = F.conv2d(x, kernel, bias, stride, groups=groups)
        return self.activate(y, options.number(activation_field, "b")).permute(NCHW_TO_NHWC)

    def op_conv_2d(self, operator, x, kernel, bias):
        return self.convolve(operator, x, kernel, bias, 1, 3, 4)

    def op_depthwise_conv_2d(self, operator, x, kernel, bias):
        return self.convolve(operator, x, kernel, bias, int(x.shape[3]), 4, 5)

    def op_add(self, operator, a, b):
        return self.activate(a + b, operator.options.number(0, "b"))

    def op_concatenation(self, operator, *values):
        return torch.cat(values, operator.options.number(0, "i"))

    def op_logistic(self, operator, x):
        return torch.sigmoid(x)

    def op_relu(self, operator, x):
        return F.relu(x)

    def op_relu6(self, operator, x):
        return F.relu6(x)

    def op_prelu(self, operator, x, slope):
        return torch.where(x >= 0, x, x * slope)

    def op_reshape(self, operator, x, shape=None):
        if shape is None:
            shape = operator.options.numbers(0, "i")
        if int(shape[0]) != 1:
            raise NotImplementedError("a reshape whose first axis is not the batch")
        return x.reshape(x.shape[0], *[int(s) for s in shape[1:]])

    def op_pad(self, operator, x, paddings):
        return F.pad(x, [int(v) for pair in reversed(paddings.tolist()) for v in pair])

    def op_max_pool_2d(self, operator, x):
        options = operator.options
        window = (options.number(4, "i"), options.number(3, "i"))
        stride = (options.number(2, "i"), options.number(1, "i"))
        x = self.padded(x.permute(NHWC_TO_NCHW), window, stride, options.number(0, "b"), float("-inf"))
        return F.max_pool2d(x, window, stride).permute(NCHW_TO_NHWC)

    def op_resize_bilinear(self, operator, x, size):
        if operator.options.number(2, "?") or not operator.options.number(3, "?"):
            raise NotImplementedError("resize without half-pixel centres")
        resized = F.interpolate(x.permute(NHWC_TO_NCHW), size=[int(s) for s in size],
                                mode="bilinear", align_corners=False)
        return resized.permute(NCHW_TO_NHWC)
