"""Averages checkpoints that descend from one another, weight by weight ("model soup").

Only for runs that share a start: their low-rank factors then lie close enough for a mean to make
sense (Wortsman et al., 2022).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    loaded = [torch.load(path) for path in options.checkpoints]
    shared = set.intersection(*(set(checkpoint["weights"]) for checkpoint in loaded))
    weights = {
        name: torch.stack([checkpoint["weights"][name] for checkpoint in loaded]).mean(0)
        for name in loaded[0]["weights"]
        if name in shared
    }
    sources = [path.name for path in options.checkpoints]
    torch.save(
        {"weights": weights, "options": loaded[0]["options"], "averaged": sources}, options.out
    )
    print(len(weights), "tensors averaged")


if __name__ == "__main__":
    main()
