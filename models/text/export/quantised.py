"""The classifier with int8 matrices, in a form whose archive holds plain tensors alone.

Each matrix is int8 with one scale per row, w = q * scale, q in -63..63, no zero point. What goes into
a product is rounded to 8 bits with a scale and a zero point fixed at export (from training posts), so
that a post's result does not depend on the posts read beside it. The engine's packed form is made when the
archive is loaded (`__setstate__`), from tensors that an assembler without any library can write;
they are dropped after packing, so that a loaded model holds its weights once.
"""

# No postponed annotations here: the script compiler reads them.
import math
from typing import Final, List, Tuple

import torch
from torch import Tensor, nn
from torch.nn import functional

LAYER_NORM_EPSILON = 1e-12
MASKED_SCORE = -1e4
# The tokens before and after a target's mention, as in training
OPEN, CLOSE = 2, 3
MATRICES = ("query", "key", "value", "attended", "up", "down")
# 7-bit weights and 8-bit activations: two products then fit the 16 bits that processors without VNNI
# add pairs in (255 * 63 * 2 < 2^15), at no measurable loss against 8-bit weights
MOST = 63.0


def pack(q: Tensor, scale: Tensor, bias: Tensor):
    zeros = torch.zeros(scale.shape, dtype=torch.long)
    weight = torch._make_per_channel_quantized_tensor(q, scale.double(), zeros, 0)
    return torch.ops.quantized.linear_prepack(weight, bias)


State = Tuple[
    Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor,
    Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, int, bool,
    List[float], List[int],
]


class QuantisedLayer(nn.Module):
    """One layer; query, key and value are packed into one product."""

    epsilon: Final[float]

    def __init__(self, state: State) -> None:
        super().__init__()
        self.epsilon = LAYER_NORM_EPSILON
        self.state = state
        self.heads = state[22]
        self.scales = state[24]
        self.zeros = state[25]
        self.norms = (state[18], state[19], state[20], state[21])
        self.together = pack(
            torch.cat((state[0], state[3], state[6])), torch.cat((state[1], state[4], state[7])),
            torch.cat((state[2], state[5], state[8])),
        )
        self.attended = pack(state[9], state[10], state[11])
        self.up = pack(state[12], state[13], state[14])
        self.down = pack(state[15], state[16], state[17])

    @torch.jit.export
    def __getstate__(self) -> State:
        return self.state

    @torch.jit.export
    def __setstate__(self, state: State) -> None:
        self.heads = state[22]
        self.scales = state[24]
        self.zeros = state[25]
        self.training = state[23]
        self.norms = (state[18], state[19], state[20], state[21])
        self.together = pack(
            torch.cat((state[0], state[3], state[6])), torch.cat((state[1], state[4], state[7])),
            torch.cat((state[2], state[5], state[8])),
        )
        self.attended = pack(state[9], state[10], state[11])
        self.up = pack(state[12], state[13], state[14])
        self.down = pack(state[15], state[16], state[17])
        none = torch.zeros(0)
        self.state = (
            none, none, none, none, none, none, none, none, none, none, none, none, none, none,
            none, none, none, none, none, none, none, none, state[22],
            state[23], state[24], state[25],
        )

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, tokens, hidden = x.shape
        size = hidden // self.heads
        three = torch.ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(
            x, self.scales[0], self.zeros[0], self.together
        )
        three = three.view(batch, tokens, 3, self.heads, size).permute(2, 0, 3, 1, 4)
        scores = torch.matmul(three[0], three[1].transpose(-1, -2)) / math.sqrt(float(size))
        mixed = torch.matmul(functional.softmax(scores + bias, -1), three[2])
        mixed = mixed.transpose(1, 2).reshape(batch, tokens, hidden)
        first, second, third, fourth = self.norms
        attended = torch.ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(
            mixed, self.scales[1], self.zeros[1], self.attended
        )
        x = functional.layer_norm(x + attended, [hidden], first, second, self.epsilon)
        inner = torch.ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(
            x, self.scales[2], self.zeros[2], self.up
        )
        inner = functional.gelu(inner)
        out = torch.ops.quantized.linear_with_input_q_dq_qweight_dq_output_fp32(
            inner, self.scales[3], self.zeros[3], self.down
        )
        return functional.layer_norm(x + out, [hidden], third, fourth, self.epsilon)


class QuantisedClassifier(nn.Module):
    """Ids and mask [B, T] int64 -> logits [B, labels], those of the first head on every token, a target's [B, 3].

    The second tensor, [B, T, `part_labels`], averaged over a text's tokens is the first head's
    logits; averaged over the tokens of a clause it is what the model says of the clause where it
    stands. The third is of the target whose mentions stand between the tokens OPEN and CLOSE, and means
    nothing without them. Embeddings and heads stay float32.
    """

    epsilon: Final[float]
    masked_score: Final[float]
    part_labels: Final[int]
    open: Final[int]
    close: Final[int]

    def __init__(
        self, embeddings: nn.Module, layers: list[QuantisedLayer], head: nn.Linear,
        part_labels: int, target: nn.Linear,
    ) -> None:
        super().__init__()
        self.open = OPEN
        self.close = CLOSE
        self.part_labels = part_labels
        self.epsilon = LAYER_NORM_EPSILON
        self.masked_score = MASKED_SCORE
        self.word = nn.Parameter(embeddings.word.data, requires_grad=False)
        self.position = nn.Parameter(embeddings.position.data, requires_grad=False)
        self.segment = nn.Parameter(embeddings.segment.data, requires_grad=False)
        self.norm_weight = nn.Parameter(embeddings.norm.weight.data, requires_grad=False)
        self.norm_bias = nn.Parameter(embeddings.norm.bias.data, requires_grad=False)
        self.layers = nn.ModuleList(layers)
        self.head_weight = nn.Parameter(head.weight.data, requires_grad=False)
        self.head_bias = nn.Parameter(head.bias.data, requires_grad=False)
        self.target_weight = nn.Parameter(target.weight.data, requires_grad=False)
        self.target_bias = nn.Parameter(target.bias.data, requires_grad=False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
        x = functional.embedding(ids, self.word) + self.position[: ids.shape[1]].unsqueeze(0)
        x = x + self.segment[0]
        x = functional.layer_norm(x, [x.shape[2]], self.norm_weight, self.norm_bias, self.epsilon)
        bias = ((1.0 - mask.to(x.dtype)) * self.masked_score)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        weights = mask.to(x.dtype).unsqueeze(-1)
        pooled = (x * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
        logits = functional.linear(pooled, self.head_weight, self.head_bias)
        first = self.part_labels
        parts = functional.linear(x, self.head_weight[:first], self.head_bias[:first])
        marks = ((ids == self.open).cumsum(1) - (ids == self.close).cumsum(1)).to(x.dtype).unsqueeze(-1) * weights
        mention = (x * marks).sum(1) / marks.sum(1).clamp(min=1e-9)
        both = torch.cat((mention, pooled), -1)
        return logits, parts, functional.linear(both, self.target_weight, self.target_bias)


def quantise(values: Tensor) -> tuple[Tensor, Tensor]:
    """Rounds half to even; the scale is the row's greatest magnitude / MOST, in float32."""
    scale = values.abs().amax(1) / torch.tensor(MOST)
    scale = torch.where(scale == 0, torch.ones_like(scale), scale)
    return torch.round(values / scale[:, None]).clamp(-MOST, MOST).to(torch.int8), scale


class Ranges:
    """The least and the greatest value that went into each product of each layer."""

    PRODUCTS = ("query", "attended", "up", "down")

    def __init__(self, layers: nn.ModuleList) -> None:
        count = len(self.PRODUCTS)
        self.least = [[0.0] * count for _ in layers]
        self.most = [[0.0] * count for _ in layers]
        self.hooks = [
            getattr(layer, name).register_forward_pre_hook(self.watch(i, j))
            for i, layer in enumerate(layers)
            for j, name in enumerate(self.PRODUCTS)
        ]

    def watch(self, i: int, j: int):
        def look(_: nn.Module, given: Tuple[Tensor]) -> None:
            self.least[i][j] = min(self.least[i][j], float(given[0].min()))
            self.most[i][j] = max(self.most[i][j], float(given[0].max()))

        return look

    def steps(self, i: int) -> Tuple[List[float], List[int]]:
        """Scale and zero point of each product's input: 256 steps from the least to the greatest."""
        for hook in self.hooks:
            hook.remove()
        pairs = list(zip(self.least[i], self.most[i], strict=True))
        scales = [(most - least) / 255 for least, most in pairs]
        zeros = [round(-pair[0] / scale) for pair, scale in zip(pairs, scales, strict=True)]
        return scales, zeros
