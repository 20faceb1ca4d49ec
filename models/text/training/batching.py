"""What every trainer of texts does alike: padded batches, and options fit for a checkpoint."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def pad(rows: Sequence[list[int]]) -> tuple[Tensor, Tensor]:
    longest = max(map(len, rows))
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    mask = torch.zeros(len(rows), longest, dtype=torch.long)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
        mask[i, : len(row)] = 1
    return ids, mask


def plain(options: argparse.Namespace) -> dict[str, object]:
    """The options without machine paths: a checkpoint loads anywhere, and without pickled types."""
    return {k: v.name if isinstance(v, Path) else v for k, v in vars(options).items()}
