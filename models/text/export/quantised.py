"""The classifier with int8 matrices, in a form whose archive holds plain tensors alone.

Each matrix is int8 with one scale per row, w = q * scale, q in -63..63, no zero point. Activations
are quantised per call by the engine's dynamic linear. The engine's packed form is made when the
archive is loaded (`__setstate__`), from tensors that an assembler without any library can write;
they are dropped after packing, so that a loaded model holds its weights once.
"""

# No postponed annotations here: the script compiler reads them.
import math
from typing import Final, Tuple

import torch
from torch import Tensor, nn
from torch.nn import functional

LAYER_NORM_EPSILON = 1e-12
MASKED_SCORE = -1e4
MATRICES = ("query", "key", "value", "attended", "up", "down")
# 7-bit weights and 8-bit activations: two products then fit the 16 bits that processors without VNNI
# add pairs in (255 * 63 * 2 < 2^15), at no measurable loss against 8-bit weights
REDUCE_RANGE = False
MOST = 63.0


def pack(q: Tensor, scale: Tensor, bias: Tensor):
    zeros = torch.zeros(scale.shape, dtype=torch.long)
    weight = torch._make_per_channel_quantized_tensor(q, scale.double(), zeros, 0)
    return torch.ops.quantized.linear_prepack(weight, bias)


State = Tuple[
    Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor,
    Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, int, bool,
]


class QuantisedLayer(nn.Module):
    """One layer; query, key and value are packed into one product."""

    reduce_range: Final[bool]
    epsilon: Final[float]

    def __init__(self, state: State) -> None:
        super().__init__()
        self.reduce_range = REDUCE_RANGE
        self.epsilon = LAYER_NORM_EPSILON
        self.state = state
        self.heads = state[22]
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
            none, none, none, none, none, none, none, none, state[22], state[23],
        )

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, tokens, hidden = x.shape
        size = hidden // self.heads
        three = torch.ops.quantized.linear_dynamic(x, self.together, self.reduce_range)
        three = three.view(batch, tokens, 3, self.heads, size).permute(2, 0, 3, 1, 4)
        scores = torch.matmul(three[0], three[1].transpose(-1, -2)) / math.sqrt(float(size))
        mixed = torch.matmul(functional.softmax(scores + bias, -1), three[2])
        mixed = mixed.transpose(1, 2).reshape(batch, tokens, hidden)
        first, second, third, fourth = self.norms
        attended = torch.ops.quantized.linear_dynamic(mixed, self.attended, self.reduce_range)
        x = functional.layer_norm(x + attended, [hidden], first, second, self.epsilon)
        inner = functional.gelu(torch.ops.quantized.linear_dynamic(x, self.up, self.reduce_range))
        out = torch.ops.quantized.linear_dynamic(inner, self.down, self.reduce_range)
        return functional.layer_norm(x + out, [hidden], third, fourth, self.epsilon)


class QuantisedClassifier(nn.Module):
    """Ids and mask [B, T] int64 -> logits [B, labels]; embeddings and heads stay float32."""

    epsilon: Final[float]
    masked_score: Final[float]

    def __init__(self, embeddings: nn.Module, layers: list[QuantisedLayer], head: nn.Linear) -> None:
        super().__init__()
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

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        x = functional.embedding(ids, self.word) + self.position[: ids.shape[1]].unsqueeze(0)
        x = x + self.segment[0]
        x = functional.layer_norm(x, [x.shape[2]], self.norm_weight, self.norm_bias, self.epsilon)
        bias = ((1.0 - mask.to(x.dtype)) * self.masked_score)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        weights = mask.to(x.dtype).unsqueeze(-1)
        pooled = (x * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
        return functional.linear(pooled, self.head_weight, self.head_bias)


def quantise(values: Tensor) -> tuple[Tensor, Tensor]:
    """Rounds half to even; the scale is the row's greatest magnitude / MOST, in float32."""
    scale = values.abs().amax(1) / torch.tensor(MOST)
    scale = torch.where(scale == 0, torch.ones_like(scale), scale)
    return torch.round(values / scale[:, None]).clamp(-MOST, MOST).to(torch.int8), scale
