"""The released network: the int8 layers of `models/text`, with the word embeddings in int8 too.

A vocabulary of 104 languages is two thirds of the weights: as int8 with one scale per piece it is
92 MB instead of 367.
"""

# No postponed annotations here: the script compiler reads them.
import sys
from pathlib import Path
from typing import Final, List, Tuple

import torch
from torch import Tensor, nn
from torch.nn import functional

sys.path.append(str(Path(__file__).resolve().parents[2] / "text" / "export"))

from quantised import LAYER_NORM_EPSILON, MASKED_SCORE, QuantisedLayer  # noqa: E402

# Embeddings are looked up, not multiplied: all of int8 can be used
MOST_OF_EMBEDDING = 127.0


def quantise_rows(values: Tensor) -> "tuple[Tensor, Tensor]":
    """Rounds half to even; the scale is the row's greatest magnitude / 127, in float32."""
    scale = values.abs().amax(1) / torch.tensor(MOST_OF_EMBEDDING)
    scale = torch.where(scale == 0, torch.ones_like(scale), scale)
    q = torch.round(values / scale[:, None]).clamp(-MOST_OF_EMBEDDING, MOST_OF_EMBEDDING)
    return q.to(torch.int8), scale


class SmallClassifier(nn.Module):
    """Ids and mask [B, T] int64 -> logits [B, labels] and those of every token [B, T, labels].

    The second tensor averaged over a text's tokens is the first; over a clause's, the clause's.
    """

    epsilon: Final[float]
    masked_score: Final[float]

    def __init__(
        self, embeddings: nn.Module, layers: List[QuantisedLayer], head: nn.Linear
    ) -> None:
        super().__init__()
        self.epsilon = LAYER_NORM_EPSILON
        self.masked_score = MASKED_SCORE
        word, scale = quantise_rows(embeddings.word.data)
        self.register_buffer("word", word)
        self.register_buffer("word_scale", scale)
        self.position = nn.Parameter(embeddings.position.data.clone(), requires_grad=False)
        self.segment = nn.Parameter(embeddings.segment.data.clone(), requires_grad=False)
        self.norm_weight = nn.Parameter(embeddings.norm.weight.data.clone(), requires_grad=False)
        self.norm_bias = nn.Parameter(embeddings.norm.bias.data.clone(), requires_grad=False)
        self.layers = nn.ModuleList(layers)
        self.head_weight = nn.Parameter(head.weight.data.clone(), requires_grad=False)
        self.head_bias = nn.Parameter(head.bias.data.clone(), requires_grad=False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tuple[Tensor, Tensor]:
        x = self.word[ids].to(torch.float32) * self.word_scale[ids].unsqueeze(-1)
        x = x + self.position[: ids.shape[1]].unsqueeze(0)
        x = x + self.segment[0]
        x = functional.layer_norm(x, [x.shape[2]], self.norm_weight, self.norm_bias, self.epsilon)
        bias = ((1.0 - mask.to(x.dtype)) * self.masked_score)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        weights = mask.to(x.dtype).unsqueeze(-1)
        pooled = (x * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
        logits = functional.linear(pooled, self.head_weight, self.head_bias)
        return logits, functional.linear(x, self.head_weight, self.head_bias)
