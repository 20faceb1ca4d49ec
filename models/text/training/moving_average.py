"""The moving average of weights while they are trained."""

from __future__ import annotations

import torch
from torch import nn


class Average:
    """Exponential moving average of the trainable weights, faster while there are few steps."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.decay = decay
        self.steps = 0
        self.live = {n: p for n, p in model.named_parameters() if p.requires_grad}
        self.mean = {n: p.detach().clone() for n, p in self.live.items()}

    @torch.no_grad()
    def update(self) -> None:
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        means = list(self.mean.values())
        torch._foreach_lerp_(means, [p.data for p in self.live.values()], 1 - decay)

    @torch.no_grad()
    def swap(self) -> None:
        for name, parameter in self.live.items():
            kept = parameter.data.clone()
            parameter.data.copy_(self.mean[name])
            self.mean[name].copy_(kept)
