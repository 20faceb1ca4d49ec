"""What finished models say of tweets and of their clauses: targets for a later run.

Learning without forgetting (Li and Hoiem, 2016) and distillation on unlabelled posts: the later run
must keep to these answers where no label says otherwise, also when a word is mistyped. Several models
answer with the mean of their probabilities. Only training sides are read; texts of development files
are left out as everywhere. The models' own marks on the development files are printed beside their mean's.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import torch
from bert import load_encoder
from data import key
from measure import look_sets, results_of
from parts import CUT_POSTS, cut_posts
from sources import MANY, Row, Sources
from torch import Tensor
from train import ANSWERED, UNLABELLED, Model, Tokens, load, predict

PART = 4096
LENGTH = 96
LEAST = 1e-5


def chosen(rows: list[Row], share: float) -> list[str]:
    """That share of as many posts of each group as `ANSWERED` says, drawn by chance; and clauses."""
    groups: dict[str, list[str]] = {}
    for row in rows:
        if row.group in ANSWERED:
            groups.setdefault(row.group, []).append(row.text)
    found: dict[str, str] = {}
    for group, texts in groups.items():
        random.Random(group).shuffle(texts)
        found |= {key(text): text for text in texts[: int(share * ANSWERED[group])]}
    told = [row for row in rows if row.group not in UNLABELLED or key(row.text) in found]
    for row in islice(cut_posts(told), int(share * CUT_POSTS)):
        found |= {key(p.text): p.text for p in row.pieces if p.allowed is not None}
    return list(found.values())


def probabilities(model: Model, tokens: Tokens, texts: list[str], said: str) -> dict[str, Tensor]:
    parts: dict[str, list[Tensor]] = {}
    for start in range(0, len(texts), PART):
        for head, values in predict(model, tokens.encode(texts[start : start + PART])).items():
            found = values.sigmoid() if head in MANY else values.softmax(-1)
            parts.setdefault(head, []).append(found)
        print(said, min(start + PART, len(texts)), "of", len(texts), flush=True)
    return {head: torch.cat(values) for head, values in parts.items()}


def mean(each: Iterable[dict[str, Tensor]]) -> dict[str, Tensor]:
    every = list(each)
    return {head: torch.stack([found[head] for found in every]).mean(0) for head in every[0]}


def logits(found: dict[str, Tensor]) -> dict[str, Tensor]:
    kept = {head: values.clamp(LEAST, 1 - LEAST) for head, values in found.items()}
    return {head: (v / (1 - v) if head in MANY else v).log() for head, v in kept.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("models", nargs="+", metavar="CHECKPOINT:ONNX", help="of one vocabulary")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--share", type=float, default=1.0, help="of the posts, for a trial")
    options = parser.parse_args()
    torch.set_num_threads(1)
    sources = Sources(options.data)
    texts = chosen([*sources.all(), *sources.unlabelled()], options.share)
    look = look_sets(sources)
    tokens = Tokens(options.tokenizer, LENGTH)
    members, marks = [], []
    for path in options.models:
        checkpoint, _, onnx = path.partition(":")
        model = Model(load_encoder(Path(onnx)))
        load(model, Path(checkpoint))
        name = Path(checkpoint).stem
        marks.append(
            {n: probabilities(model, tokens, [r.text for r in rows], n) for n, rows in look.items()}
        )
        show(name, look, marks[-1])
        members.append(probabilities(model, tokens, texts, name))
    show("mean", look, {name: mean(mark[name] for mark in marks) for name in look})
    said = {head: values.half() for head, values in logits(mean(members)).items()}
    torch.save({"keys": [key(text) for text in texts], "logits": said}, options.out)


def show(name: str, look: dict[str, list[Row]], found: dict[str, dict[str, Tensor]]) -> None:
    results = {n: results_of(n, rows, logits(found[n])) for n, rows in look.items()}
    print(name, json.dumps(results), flush=True)


if __name__ == "__main__":
    main()
