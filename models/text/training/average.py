"""Averages checkpoints that descend from one another, weight by weight ("model soup").

Only for runs that share a start, whose weights then lie close enough for a mean to make sense
(Wortsman et al., 2022). Older checkpoints with low-rank factors are merged first; a head that a
checkpoint lacks is the mean of those that have it. With --data the mean is measured on the dev files.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from bert import load_encoder
from measure import look_sets, results_of
from sources import Sources
from torch import Tensor
from train import Model, Tokens, merged, predict


def mean(parts: list[tuple[float, dict[str, Tensor]]]) -> dict[str, Tensor]:
    names = {name for _, weights in parts for name in weights}
    found = {}
    for name in sorted(names):
        having = [(share, weights[name]) for share, weights in parts if name in weights]
        total = sum(share for share, _ in having)
        found[name] = torch.stack([share / total * values for share, values in having]).sum(0)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="+", help="SHARE=CHECKPOINT")
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--tokenizer", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(1)
    model = Model(load_encoder(options.onnx))
    parts = []
    for part in options.parts:
        share, path = part.split("=", 1)
        checkpoint = torch.load(path)
        scale = checkpoint["options"].get("scale", 1.0)
        parts.append((float(share), merged(checkpoint["weights"], scale, model)))
    weights = mean(parts)
    named = [f"{share}={Path(path).name}" for share, path in (p.split("=", 1) for p in options.parts)]
    if options.out:
        torch.save({"weights": weights, "options": {}, "averaged": named}, options.out)
    if not options.data:
        return
    model.load_state_dict(weights, strict=False)
    sources = Sources(options.data)
    tokens = Tokens(options.tokenizer, 128)
    for name, rows in look_sets(sources).items():
        logits = predict(model, tokens.encode([row.text for row in rows]))
        print(named, name, json.dumps(results_of(name, rows, logits)), flush=True)


if __name__ == "__main__":
    main()
