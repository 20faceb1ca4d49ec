"""A BERT encoder in plain torch, read from the ONNX file of the pinned Maven package."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional

LAYER_NORM_EPSILON = 1e-12
MASKED_SCORE = -1e4

EMBEDDING_SOURCES = {
    "word": "embeddings.word_embeddings.weight",
    "position": "embeddings.position_embeddings.weight",
    "segment": "embeddings.token_type_embeddings.weight",
    "norm.weight": "embeddings.LayerNorm.weight",
    "norm.bias": "embeddings.LayerNorm.bias",
}
LAYER_SOURCES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "output_norm": "output.LayerNorm",
}
LINEAR_NAMES = ("query", "key", "value", "attended", "up", "down")


class Embeddings(nn.Module):
    """Token ids [B, T] int64 -> sums of the three embeddings [B, T, H] before the norm."""

    def __init__(self, vocabulary: int, positions: int, hidden: int) -> None:
        super().__init__()
        self.word = nn.Parameter(torch.empty(vocabulary, hidden))
        self.position = nn.Parameter(torch.empty(positions, hidden))
        self.segment = nn.Parameter(torch.empty(2, hidden))
        self.norm = nn.LayerNorm(hidden, eps=LAYER_NORM_EPSILON)

    def forward(self, ids: Tensor) -> Tensor:
        positions = torch.arange(ids.shape[1], device=ids.device)
        summed = functional.embedding(ids, self.word)
        summed = summed + functional.embedding(positions, self.position).unsqueeze(0)
        return self.norm(summed + self.segment[0])


class Layer(nn.Module):
    def __init__(self, hidden: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(hidden, hidden)
        self.key = nn.Linear(hidden, hidden)
        self.value = nn.Linear(hidden, hidden)
        self.attended = nn.Linear(hidden, hidden)
        self.attention_norm = nn.LayerNorm(hidden, eps=LAYER_NORM_EPSILON)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.output_norm = nn.LayerNorm(hidden, eps=LAYER_NORM_EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, tokens, hidden = x.shape

        def split(t: Tensor) -> Tensor:
            return t.view(batch, tokens, self.heads, hidden // self.heads).transpose(1, 2)

        # Plain products: on a CPU the fused attention's backward pass is slower for short posts
        scores = split(self.query(x)) @ split(self.key(x)).transpose(-1, -2)
        weights = functional.softmax(scores / (hidden // self.heads) ** 0.5 + bias, -1)
        mixed = weights.to(x.dtype) @ split(self.value(x))
        mixed = mixed.transpose(1, 2).reshape(batch, tokens, hidden)
        x = self.attention_norm(x + self.dropout(self.attended(mixed)))
        return self.output_norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Ids and mask [B, T] int64 -> mean of the token vectors [B, H]."""

    def __init__(
        self, vocabulary: int, positions: int, hidden: int, layers: int, heads: int, inner: int,
        dropout: float,
    ) -> None:
        super().__init__()
        self.embeddings = Embeddings(vocabulary, positions, hidden)
        self.layers = nn.ModuleList(
            Layer(hidden, heads, inner, dropout) for _ in range(layers)
        )
        self.dropout = nn.Dropout(dropout)

    def vectors(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The token vectors [B, T, H]; what stands at padding means nothing."""
        x = self.dropout(self.embeddings(ids))
        bias = ((1.0 - mask.to(x.dtype)) * MASKED_SCORE)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        return mean(self.vectors(ids, mask), mask)


def mean(vectors: Tensor, mask: Tensor) -> Tensor:
    """Token vectors [B, T, H] and mask [B, T] -> the mean of the tokens that are there [B, H]."""
    weights = mask.to(vectors.dtype).unsqueeze(-1)
    return (vectors * weights).sum(1) / weights.sum(1).clamp(min=1e-9)


class LowRankLinear(nn.Module):
    """A frozen linear layer plus scale * B @ A. Bias is trained and stored whole."""

    def __init__(self, linear: nn.Linear, rank: int, scale: float) -> None:
        super().__init__()
        self.linear = linear
        self.scale = scale
        self.down = nn.Parameter(torch.empty(rank, linear.in_features))
        self.up = nn.Parameter(torch.zeros(linear.out_features, rank))
        nn.init.kaiming_uniform_(self.down, a=5**0.5)

    def forward(self, x: Tensor) -> Tensor:
        adapted = functional.linear(functional.linear(x, self.down), self.up)
        return self.linear(x) + self.scale * adapted


def add_low_rank(encoder: Encoder, rank: int, scale: float) -> None:
    """Freezes the encoder's matrices; leaves biases and norms of the layers trainable."""
    for name, parameter in encoder.named_parameters():
        parameter.requires_grad = name.startswith("layers.") and parameter.ndim == 1
    for layer in encoder.layers:
        for name in LINEAR_NAMES:
            setattr(layer, name, LowRankLinear(getattr(layer, name), rank, scale))


def initialisers(path: Path) -> dict[str, Tensor]:
    """The weights of the ONNX file by their BERT name; matrices as torch has them, [out, in]."""
    graph = onnx.load(str(path)).graph
    raw = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    named = dict(raw)
    for name, source in matrix_names(graph):
        named[name] = raw[source].t().contiguous()
    return named


def matrix_names(graph: onnx.GraphProto) -> Iterator[tuple[str, str]]:
    """(BERT name, initializer's name) of each matrix; the exporter stored them as [in, out]."""
    known = {i.name for i in graph.initializer}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in known:
            path = node.name.strip("/").replace("/MatMul", "").replace("/", ".")
            yield path + ".weight", node.input[1]


def source_name(parameter: str) -> str:
    """encoder parameter name -> the name in `initialisers`."""
    if parameter.startswith("embeddings."):
        return EMBEDDING_SOURCES[parameter.removeprefix("embeddings.")]
    _, number, module, kind = parameter.split(".")
    return f"encoder.layer.{number}.{LAYER_SOURCES[module]}.{kind}"


def load_encoder(path: Path, dropout: float = 0.1, heads: int = 12) -> Encoder:
    weights = initialisers(path)
    found = (re.match(r"encoder\.layer\.(\d+)\.", name) for name in weights)
    layers = 1 + max(int(match.group(1)) for match in found if match)
    vocabulary, hidden = weights[EMBEDDING_SOURCES["word"]].shape
    positions = weights[EMBEDDING_SOURCES["position"]].shape[0]
    inner = weights["encoder.layer.0.intermediate.dense.weight"].shape[0]
    encoder = Encoder(vocabulary, positions, hidden, layers, heads, inner, dropout)
    names = [name for name, _ in encoder.named_parameters()]
    encoder.load_state_dict({name: weights[source_name(name)] for name in names})
    return encoder
