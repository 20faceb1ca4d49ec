"""A Keras functional model in tfjs's "layers" format as a torch module that can be traced.

Only the layers that the two safety models use are known; any other stops the export. Weights become
buffers in torch's layout; `sources` says where each lies in the joined weight shards and how its axes
move (Keras keeps a kernel as [height, width, in, out]).
"""

import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

sys.path.append(str(Path(__file__).resolve().parents[2] / "ocr-detection" / "export"))
import skeleton  # noqa: E402

AXES = {"kernel": (3, 2, 0, 1), "depthwise_kernel": (2, 3, 0, 1)}


def weights_of(manifest):
    """name -> Source, in the order of the bytes. Each weight is uint8 with a scale and a minimum."""
    found, offset = {}, 0
    for weight in (w for group in manifest for w in group["weights"]):
        how = weight["quantization"]
        if how["dtype"] != "uint8":
            raise ValueError(f"{weight['name']} is {how['dtype']}, expected uint8")
        shape = tuple(weight["shape"])
        kind = weight["name"].split("/")[1]
        permute = AXES.get(kind, ()) if len(shape) == 4 else (1, 0) if kind == "kernel" else ()
        found[weight["name"]] = skeleton.Source(
            shape, "uint8", "weights", offset, permute, how["scale"], how["min"])
        offset += int(np.prod(shape))
    return found


def padding_of(size, kernel, stride):
    """TensorFlow's "same": what is odd goes to the end."""
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
    return total // 2, total - total // 2


def pad_same(x, kernel, strides, value=0.0):
    top, bottom = padding_of(int(x.shape[2]), kernel[0], strides[0])
    left, right = padding_of(int(x.shape[3]), kernel[1], strides[1])
    return F.pad(x, (left, right, top, bottom), value=value) if top + bottom + left + right else x


class KerasGraph(nn.Module):
    def __init__(self, model, shards):
        super().__init__()
        config = model["modelTopology"]["model_config"]["config"]
        self.layers, self.output = config["layers"], config["output_layers"][0][0]
        self.sources = {}
        for name, source in weights_of(model["weightsManifest"]).items():
            raw = skeleton.tensor_bytes(source.as_recipe(""), {"weights": shards})
            array = np.frombuffer(raw, np.float32)
            shape = [source.shape[k] for k in source.permute] or list(source.shape)
            buffer = name.replace("/", "__")
            self.register_buffer(buffer, torch.from_numpy(array.copy()).reshape(shape))
            self.sources[buffer] = source

    def weight(self, layer, kind):
        return getattr(self, f"{layer}__{kind}", None)

    def forward(self, x):
        values = {}
        for layer in self.layers:
            inputs = [values[i[0]] for i in layer["inbound_nodes"][0]] if layer["inbound_nodes"] else [x]
            values[layer["name"]] = self.apply(layer, inputs)
        return values[self.output]

    def apply(self, layer, inputs):
        name, kind, config = layer["name"], layer["class_name"], layer["config"]
        x = inputs[0]
        match kind:
            case "InputLayer" | "Dropout":
                return x
            case "Conv2D" | "DepthwiseConv2D":
                w = self.weight(name, "kernel" if kind == "Conv2D" else "depthwise_kernel")
                strides = config["strides"]
                if config["padding"] == "same":
                    x = pad_same(x, w.shape[2:], strides)
                groups = 1 if kind == "Conv2D" else int(x.shape[1])
                x = F.conv2d(x, w, self.weight(name, "bias"), tuple(strides), groups=groups)
                return activate(x, config["activation"])
            case "BatchNormalization":
                mean, variance = self.weight(name, "moving_mean"), self.weight(name, "moving_variance")
                return F.batch_norm(x, mean, variance, self.weight(name, "gamma"),
                                    self.weight(name, "beta"), False, 0.0, config["epsilon"])
            case "ReLU":
                return F.relu6(x) if config.get("max_value") == 6 else F.relu(x)
            case "Activation":
                return activate(x, config["activation"])
            case "Add":
                return inputs[0] + inputs[1]
            case "Concatenate":
                return torch.cat(inputs, 1)
            case "ZeroPadding2D":
                (top, bottom), (left, right) = config["padding"]
                return F.pad(x, (left, right, top, bottom))
            case "MaxPooling2D" | "AveragePooling2D":
                return pool(kind, x, config)
            case "Flatten":
                return x.permute(0, 2, 3, 1).flatten(1)
            case "Dense":
                x = F.linear(x, self.weight(name, "kernel"), self.weight(name, "bias"))
                return activate(x, config["activation"])
            case _:
                raise ValueError(f"layer {kind} is not known to this export")


def activate(x, name):
    match name:
        case "linear":
            return x
        case "relu":
            return F.relu(x)
        case "softmax":
            return F.softmax(x, -1)
        case _:
            raise ValueError(f"activation {name} is not known to this export")


def pool(kind, x, config):
    size, strides = config["pool_size"], config["strides"]
    if config["padding"] == "valid":
        return (F.max_pool2d if kind == "MaxPooling2D" else F.avg_pool2d)(x, size, strides)
    if kind == "AveragePooling2D" and size == [3, 3] and strides == [1, 1]:
        # The border's averages count only what lies inside, as TensorFlow's do.
        return F.avg_pool2d(x, size, strides, 1, count_include_pad=False)
    raise ValueError(f"{kind} {size} {strides} with 'same' padding is not known to this export")
