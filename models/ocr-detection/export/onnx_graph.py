"""An ONNX graph as a torch module that can be traced.

Only the operators that the PP-OCRv4 graphs hold are known; any other stops the export. Tensors that
come from the file become buffers with the file's own layout, so that their bytes can be found in the
file again. Shapes stay lists of traced integers, so that height, width and batch size stay free.
"""

import onnx
import torch
import torch.nn.functional as F
from onnx import helper, numpy_helper
from torch import nn

CAST = {6: torch.int32, 7: torch.int64, 1: torch.float32}


def constants_of(graph):
    found = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    for node in graph.node:
        if node.op_type == "Constant":
            found[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
    return found


def is_parameter(name, array):
    """Helper constants are arguments of operators; all other float arrays are weights."""
    return array.dtype.kind == "f" and array.ndim > 0 and "helper.constant" not in name


class OnnxGraph(nn.Module):
    def __init__(self, path):
        super().__init__()
        graph = onnx.load(path).graph
        self.input_name, self.output_name = graph.input[0].name, graph.output[0].name
        self.plain, self.buffer_of = {}, {}
        for name, array in constants_of(graph).items():
            if is_parameter(name, array):
                self.buffer_of[name] = name.replace(".", "_")
                self.register_buffer(self.buffer_of[name], torch.from_numpy(array.copy()))
            else:
                self.plain[name] = array.item() if array.ndim == 0 else array.tolist()
        nodes = [n for n in graph.node if n.op_type != "Constant"]
        self.steps = [
            (n.op_type, list(n.input), n.output[0],
             {a.name: helper.get_attribute_value(a) for a in n.attribute})
            for n in nodes
        ]
        self.fuse_hard_swish()

    def fuse_hard_swish(self):
        """x * clip(x + 3, 0, 6) / 6 is four passes over memory as written and one as hardswish."""
        kept, k = [], 0
        while k < len(self.steps):
            window = self.steps[k:k + 4]
            if [s[0] for s in window] == ["Add", "Clip", "Mul", "Div"]:
                add, clip, mul, div = window
                arguments = [self.plain.get(i) for i in (add[1][1], clip[1][1], clip[1][2], div[1][1])]
                if arguments == [3.0, 0.0, 6.0, 6.0] and mul[1] == [add[1][0], clip[2]]:
                    kept.append(("HardSwish", [add[1][0]], div[2], {}))
                    k += 4
                    continue
            kept.append(self.steps[k])
            k += 1
        self.steps = kept

    def forward(self, x):
        values = {self.input_name: x}

        def value(name):
            if name in values:
                return values[name]
            if name in self.buffer_of:
                return getattr(self, self.buffer_of[name])
            return self.plain[name]

        for kind, inputs, output, attributes in self.steps:
            try:
                values[output] = apply(kind, [value(i) for i in inputs if i], attributes)
            except Exception as cause:
                raise RuntimeError(f"{kind} -> {output}: {cause}") from cause
        return values[self.output_name]


def symmetric(pads):
    half = len(pads) // 2
    if list(pads[:half]) != list(pads[half:]):
        raise ValueError(f"pads {pads} are not symmetric")
    return tuple(pads[:half])


def apply(kind, args, at):
    x = args[0]
    match kind:
        case "Conv":
            bias = args[2] if len(args) > 2 else None
            return F.conv2d(x, args[1], bias, tuple(at["strides"]), symmetric(at["pads"]),
                            tuple(at["dilations"]), at["group"])
        case "ConvTranspose":
            return F.conv_transpose2d(x, args[1], None, tuple(at["strides"]), symmetric(at["pads"]))
        case "BatchNormalization":
            return F.batch_norm(x, args[3], args[4], args[1], args[2], False, 0.0, at["epsilon"])
        case "Add":
            return x + args[1]
        case "Sub":
            return x - args[1]
        case "Mul":
            return x * args[1]
        case "Div":
            return x / args[1]
        case "Pow":
            return x ** args[1]
        case "Sqrt":
            return torch.sqrt(x)
        case "Clip":
            return x.clamp(args[1], args[2])
        case "Relu":
            return F.relu(x)
        case "Sigmoid":
            return torch.sigmoid(x)
        case "HardSwish":
            return F.hardswish(x)
        case "HardSigmoid":
            return (x * at["alpha"] + at["beta"]).clamp(0.0, 1.0)
        case "GlobalAveragePool":
            return x.mean((2, 3), True)
        case "AveragePool":
            return F.avg_pool2d(x, tuple(at["kernel_shape"]), tuple(at["strides"]))
        case "Resize":
            return F.interpolate(x, scale_factor=args[-1][2:], mode=at["mode"].decode())
        case "MatMul":
            return torch.matmul(x, args[1])
        case "Transpose":
            return x.permute(at["perm"])
        case "ReduceMean":
            return x.mean(at["axes"], bool(at.get("keepdims", 1)))
        case "Softmax":
            return F.softmax(x, at["axis"])
        case "Reshape":
            return x.reshape([x.shape[k] if isinstance(d, int) and d == 0 else d
                              for k, d in enumerate(args[1])])
        case "Shape":
            return [x.shape[k] for k in range(x.dim())]
        case "Cast":
            return x if isinstance(x, list) else x.to(CAST[at["to"]])
        case "Concat":
            if isinstance(x, list):
                return sum(args, [])
            return torch.cat(args, at["axis"])
        case "Slice":
            return slice_of(x, args)
        case "Squeeze":
            for axis in sorted(at["axes"], reverse=True):
                x = x.squeeze(axis)
            return x
        case _:
            raise ValueError(f"operator {kind} is not known to this export")


def slice_of(x, args):
    starts, ends, axes = args[1], args[2], args[3]
    if isinstance(x, list):
        return x[starts[0]:ends[0]]
    for start, end, axis in zip(starts, ends, axes):
        x = x.narrow(axis, start, end - start)
    return x
