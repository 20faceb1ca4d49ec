"""What a finished model says of tweets: targets for a later run, with or without labels of their own.

Learning without forgetting (Li and Hoiem, 2016) and distillation on unlabelled posts: the later run
must keep to these answers where no label says otherwise, also when a word is mistyped. Only training
sides are read; texts of development files are left out as everywhere.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable
from pathlib import Path

import torch
from bert import load_encoder
from data import key
from sources import Row, Sources
from train import ANSWERED, Model, Tokens, load, predict

PART = 4096


def chosen(rows: Iterable[Row]) -> list[str]:
    """As many posts of each group as `ANSWERED` says, drawn by chance, once each."""
    groups: dict[str, list[str]] = {}
    for row in rows:
        if row.group in ANSWERED:
            groups.setdefault(row.group, []).append(row.text)
    found: dict[str, str] = {}
    for group, texts in groups.items():
        random.Random(group).shuffle(texts)
        found |= {key(text): text for text in texts[: ANSWERED[group]]}
    return list(found.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    sources = Sources(options.data)
    texts = chosen((*sources.all(), *sources.unlabelled()))
    model = Model(load_encoder(options.onnx))
    load(model, options.checkpoint)
    tokens = Tokens(options.tokenizer, 96)
    parts: dict[str, list[torch.Tensor]] = {}
    for start in range(0, len(texts), PART):
        logits = predict(model, tokens.encode(texts[start : start + PART]))
        for head, values in logits.items():
            parts.setdefault(head, []).append(values.half())
        print(start, "of", len(texts), flush=True)
    said = {head: torch.cat(values) for head, values in parts.items()}
    torch.save({"keys": [key(text) for text in texts], "logits": said}, options.out)


if __name__ == "__main__":
    main()
