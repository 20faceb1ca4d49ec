"""The optimiser of every trainer of texts."""

from __future__ import annotations

import torch
from torch import nn


def optimiser(
    encoder: nn.Module, heads: nn.Module, rate: float, head_rate: float
) -> torch.optim.Optimizer:
    """AdamW over what is trained of the encoder, whose biases and norms do not decay, and the heads."""
    trained = [p for p in encoder.parameters() if p.requires_grad]
    return torch.optim.AdamW(
        [
            {"params": [p for p in trained if p.ndim > 1], "lr": rate, "weight_decay": 0.01},
            {"params": [p for p in trained if p.ndim == 1], "lr": rate, "weight_decay": 0.0},
            {"params": list(heads.parameters()), "lr": head_rate, "weight_decay": 0.01},
        ],
        betas=(0.9, 0.98),
        fused=True,
    )
