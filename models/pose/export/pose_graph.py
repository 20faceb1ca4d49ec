"""MoveNet's graph in torch: the operations that objects/export/tfjs_graph.py lacks."""

import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "objects" / "export"))
from tfjs_graph import HWIO_TO_OIHW, NCHW_TO_NHWC, NHWC_TO_NCHW, TfjsGraph, attribute, skeleton  # noqa: F401

CONVOLUTIONS = ("_FusedConv2D", "DepthwiseConv2dNative", "FusedDepthwiseConv2dNative")
DEPTHWISE = (2, 3, 0, 1)


def names(node, key):
    import base64
    values = node.get("attr", {}).get(key, {}).get("list", {}).get("s", [])
    return [base64.b64decode(v).decode() for v in values]


def same_padding(size, kernel, stride):
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    return total // 2, total - total // 2


class PoseGraph(TfjsGraph):
    """Weights that a network reads as they are become buffers with a source; shapes stay numbers."""

    def __init__(self, model, data):
        super().__init__(model, data)
        for node in self.nodes.values():
            if node["op"] in CONVOLUTIONS:
                self.add_weight(node["input"][1],
                                DEPTHWISE if "Depthwise" in node["op"] else HWIO_TO_OIHW)
                for name in node["input"][2:]:
                    self.add_weight(name, ())
            else:
                for name in node.get("input", []):
                    value = self.constants.get(name)
                    if value is not None and value.dtype == np.float32 and value.size > 1:
                        self.add_weight(name, ())

    @staticmethod
    def tensor(value):
        if torch.is_tensor(value):
            return value
        return torch.from_numpy(np.ascontiguousarray(value).copy())

    def pair(self, function, a, b):
        if not torch.is_tensor(a) and not torch.is_tensor(b):
            return np.asarray(function(torch.from_numpy(np.asarray(a)), torch.from_numpy(np.asarray(b))))
        return function(self.tensor(a), self.tensor(b))

    def convolve(self, node, x, kernel, bias=None, groups=1):
        if attribute(node, "data_format") not in (None, "NHWC"):
            raise NotImplementedError(node["name"])
        dilations = attribute(node, "dilations") or [1, 1, 1, 1]
        if dilations != [1, 1, 1, 1]:
            raise NotImplementedError(node["name"])
        x = x.permute(NHWC_TO_NCHW)
        strides = attribute(node, "strides")[1:3]
        if attribute(node, "padding") == "SAME":
            top, bottom = same_padding(int(x.shape[2]), int(kernel.shape[2]), strides[0])
            left, right = same_padding(int(x.shape[3]), int(kernel.shape[3]), strides[1])
            x = F.pad(x, (left, right, top, bottom))
        y = F.conv2d(x, kernel, bias, strides, groups=groups)
        for name in names(node, "fused_ops"):
            y = {"BiasAdd": lambda v: v, "Relu": F.relu, "Relu6": F.relu6}[name](y)
        return y.permute(NCHW_TO_NHWC)

    def op__fusedconv2d(self, node, x, kernel, bias):
        return self.convolve(node, x, kernel, bias)

    def op_fuseddepthwiseconv2dnative(self, node, x, kernel, bias):
        return self.op_depthwiseconv2dnative(node, x, kernel, bias)

    def op_depthwiseconv2dnative(self, node, x, kernel, bias=None):
        channels = int(kernel.shape[0])
        kernel = kernel.reshape(channels * kernel.shape[1], 1, *kernel.shape[2:])
        return self.convolve(node, x, kernel, bias, channels)

    def op_maxpool(self, node, x):
        window, strides = attribute(node, "ksize")[1:3], attribute(node, "strides")[1:3]
        x = x.permute(NHWC_TO_NCHW)
        if attribute(node, "padding") == "SAME":
            top, bottom = same_padding(int(x.shape[2]), window[0], strides[0])
            left, right = same_padding(int(x.shape[3]), window[1], strides[1])
            x = F.pad(x, (left, right, top, bottom), value=float("-inf"))
        return F.max_pool2d(x, window, strides).permute(NCHW_TO_NHWC)

    def op_mul(self, node, a, b):
        return self.pair(torch.mul, a, b)

    def op_add(self, node, a, b):
        return self.pair(torch.add, a, b)

    op_addv2 = op_add

    def op_addn(self, node, *values):
        total = self.tensor(values[0])
        for value in values[1:]:
            total = total + self.tensor(value)
        return total

    def op_sub(self, node, a, b):
        return self.pair(torch.sub, a, b)

    def op_realdiv(self, node, a, b):
        return self.pair(torch.div, a, b)

    def op_floordiv(self, node, a, b):
        return self.pair(lambda x, y: torch.div(x, y, rounding_mode="floor"), a, b)

    def op_maximum(self, node, a, b):
        return self.pair(torch.maximum, a, b)

    def op_minimum(self, node, a, b):
        return self.pair(torch.minimum, a, b)

    def op_squareddifference(self, node, a, b):
        return self.pair(lambda x, y: (x - y) ** 2, a, b)

    def op_less(self, node, a, b):
        return self.pair(torch.lt, a, b)

    def op_greater(self, node, a, b):
        return self.pair(torch.gt, a, b)

    def op_greaterequal(self, node, a, b):
        return self.pair(torch.ge, a, b)

    def op_equal(self, node, a, b):
        return self.pair(torch.eq, a, b)

    def op_logicaland(self, node, a, b):
        return self.pair(torch.logical_and, a, b)

    def op_select(self, node, condition, a, b):
        return torch.where(self.tensor(condition), self.tensor(a), self.tensor(b))

    def op_abs(self, node, x):
        return self.tensor(x).abs()

    def op_exp(self, node, x):
        return self.tensor(x).exp()

    def op_reciprocal(self, node, x):
        return self.tensor(x).reciprocal()

    def op_sum(self, node, x, axis):
        return self.tensor(x).sum([int(a) for a in np.atleast_1d(axis)], bool(attribute(node, "keep_dims")))

    def op_max(self, node, x, axis):
        return torch.amax(self.tensor(x), [int(a) for a in np.atleast_1d(axis)],
                          bool(attribute(node, "keep_dims")))

    def op_argmax(self, node, x, axis):
        return torch.argmax(self.tensor(x), int(axis)).to(torch.int32)

    def op_topkv2(self, node, x, k):
        values, indices = torch.topk(self.tensor(x), int(k), -1, True, True)
        return values, indices.to(torch.int32)

    def op_cast(self, node, x):
        kind = node["attr"]["DstT"]["type"]
        if not torch.is_tensor(x):
            return np.asarray(x).astype({"DT_FLOAT": np.float32, "DT_INT32": np.int32,
                                         "DT_INT64": np.int64}[kind])
        return x.to({"DT_FLOAT": torch.float32, "DT_INT32": torch.int32, "DT_INT64": torch.int64}[kind])

    def op_shape(self, node, x):
        return np.asarray([int(v) for v in x.shape], np.int32)

    def op_size(self, node, x):
        return np.asarray(int(np.prod([int(v) for v in x.shape])), np.int32)

    def op_fill(self, node, shape, value):
        return np.full([int(v) for v in shape], np.asarray(value))

    def op_range(self, node, start, limit, delta):
        return np.arange(int(start), int(limit), int(delta), dtype=np.int32)

    def op_tile(self, node, x, times):
        if torch.is_tensor(x):
            return x.repeat([int(t) for t in times])
        return np.tile(x, [int(t) for t in times])

    def op_reshape(self, node, x, shape):
        sizes = [int(s) for s in np.atleast_1d(shape)]
        return x.reshape(sizes) if torch.is_tensor(x) else np.reshape(x, sizes)

    def op_pack(self, node, *values):
        axis = attribute(node, "axis")
        axis = int(axis or 0)
        if any(torch.is_tensor(v) for v in values):
            return torch.stack([self.tensor(v) for v in values], axis)
        return np.stack([np.asarray(v) for v in values], axis)

    def op_unpack(self, node, x):
        axis = int(attribute(node, "axis") or 0)
        return tuple(torch.unbind(x, axis)) if torch.is_tensor(x) else tuple(np.moveaxis(x, axis, 0))

    def op_split(self, node, axis, x):
        count = int(attribute(node, "num_split"))
        if torch.is_tensor(x):
            return tuple(torch.chunk(x, count, int(axis)))
        return tuple(np.split(x, count, int(axis)))

    def op_expanddims(self, node, x, axis):
        return x.unsqueeze(int(axis)) if torch.is_tensor(x) else np.expand_dims(x, int(axis))

    def op_squeeze(self, node, x):
        axes = attribute(node, "squeeze_dims") or attribute(node, "axis") or []
        if not torch.is_tensor(x):
            return np.squeeze(x, tuple(axes)) if axes else np.squeeze(x)
        for axis in sorted((a % x.dim() for a in axes), reverse=True):
            x = x.squeeze(axis)
        return x if axes else x.squeeze()

    def op_stridedslice(self, node, x, begin, end, strides):
        masks = [int(attribute(node, k) or 0) for k in
                 ("begin_mask", "end_mask", "ellipsis_mask", "new_axis_mask", "shrink_axis_mask")]
        index = []
        for i, (b, e, s) in enumerate(zip(*(np.atleast_1d(v).tolist() for v in (begin, end, strides)))):
            if masks[2] >> i & 1:
                index.append(Ellipsis)
            elif masks[3] >> i & 1:
                index.append(None)
            elif masks[4] >> i & 1:
                index.append(b)
            else:
                index.append(slice(None if masks[0] >> i & 1 else b, None if masks[1] >> i & 1 else e, s))
        return x[tuple(index)]

    def op_gathernd(self, node, x, indices):
        return self.tensor(x)[tuple(torch.unbind(self.tensor(indices).long(), -1))]

    def op_resizebilinear(self, node, x, size):
        corners, half = attribute(node, "align_corners"), attribute(node, "half_pixel_centers")
        if not corners and not half:
            raise NotImplementedError(node["name"])
        resized = F.interpolate(x.permute(NHWC_TO_NCHW), size=[int(s) for s in size],
                                mode="bilinear", align_corners=bool(corners))
        return resized.permute(NCHW_TO_NHWC)
