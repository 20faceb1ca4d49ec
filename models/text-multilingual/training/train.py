"""Trains multilingual BERT's first layers for sentiment: low-rank corrections, biases, norms, a head.

The embeddings and the matrices stay as published. A clock bounds the run: warm-up, then linear
decay; what is evaluated and saved is the moving average of the weights. Shares of the corpora are
stated below; within a corpus a language is drawn with the square root of its number of rows.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from mbert import LAYERS, LINEARS, load_encoder, tokenizer
from rows import AFRISENTI, NUSAX, SEMEVAL, SENTIMENTS, SMSA, UMSAB, WISESIGHT, Post
from rows import dev_posts, train_posts
from sklearn.metrics import f1_score
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from batching import pad, plain
from bert import Encoder, add_low_rank
from moving_average import Average

SHARES = {UMSAB: 48, SEMEVAL: 16, AFRISENTI: 23, NUSAX: 3, SMSA: 4, WISESIGHT: 6}
WARM_UP, SMALLEST_RATE = 0.05, 0.01
POOL_BATCHES = 60
LOOK_POSTS = 130


class Model(nn.Module):
    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(encoder.embeddings.word.shape[1], len(SENTIMENTS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        return self.head(self.dropout(self.encoder(ids, mask)))


class Draw:
    """Endless posts: each group is shuffled, used up and shuffled again."""

    def __init__(self, groups: dict[str, list[Post]], dice: random.Random) -> None:
        self.groups, self.dice = groups, dice
        self.left: dict[str, list[Post]] = {name: [] for name in groups}
        roots: dict[str, float] = {}
        for rows in groups.values():
            roots[rows[0].source] = roots.get(rows[0].source, 0) + len(rows) ** 0.5
        self.shares = {
            name: SHARES[rows[0].source] * len(rows) ** 0.5 / roots[rows[0].source]
            for name, rows in groups.items()
        }

    def pool(self, size: int) -> list[Post]:
        names = self.dice.choices(list(self.shares), list(self.shares.values()), k=size)
        return [self.take(name) for name in names]

    def take(self, name: str) -> Post:
        if not self.left[name]:
            self.left[name] = list(self.groups[name])
            self.dice.shuffle(self.left[name])
        return self.left[name].pop()


Batch = tuple[list[Post], list[list[int]]]


def batches(draw: Draw, tokens: Tokenizer, size: int) -> list[Batch]:
    rows = draw.pool(size * POOL_BATCHES)
    encoded = [e.ids for e in tokens.encode_batch([row.text for row in rows])]
    order = sorted(range(len(rows)), key=lambda i: len(encoded[i]) + 2 * draw.dice.random())
    found = []
    for start in range(0, len(order), size):
        part = order[start : start + size]
        found.append(([rows[i] for i in part], [encoded[i] for i in part]))
    draw.dice.shuffle(found)
    return found


@torch.no_grad()
def macro_f1(model: Model, rows: list[Post], tokens: Tokenizer) -> float:
    model.eval()
    encoded = [e.ids for e in tokens.encode_batch([row.text for row in rows])]
    order = sorted(range(len(rows)), key=lambda i: len(encoded[i]))
    chosen = torch.zeros(len(rows), dtype=torch.long)
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*pad([encoded[i] for i in part]))
        chosen[part] = logits.float().argmax(1)
    model.train()
    return round(100 * f1_score([row.label for row in rows], chosen.numpy(), average="macro"), 1)


def optimiser(model: Model, rate: float, head_rate: float) -> torch.optim.Optimizer:
    layers = [p for p in model.encoder.parameters() if p.requires_grad]
    return torch.optim.AdamW(
        [
            {"params": [p for p in layers if p.ndim > 1], "lr": rate, "weight_decay": 0.01},
            {"params": [p for p in layers if p.ndim == 1], "lr": rate, "weight_decay": 0.0},
            {"params": list(model.head.parameters()), "lr": head_rate, "weight_decay": 0.01},
        ],
        betas=(0.9, 0.98),
        fused=True,
    )


def adapted(unpacked: Path, layers: int, rank: int, scale: float) -> Model:
    """The frozen matrices are kept in bfloat16, which is what autocast would make of them."""
    encoder = load_encoder(unpacked, 0.1, layers)
    add_low_rank(encoder, rank, scale)
    for layer in encoder.layers:
        for name in LINEARS:
            weight = getattr(layer, name).linear.weight
            weight.data = weight.data.to(torch.bfloat16)
    return Model(encoder)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--unpacked", type=Path, required=True, help="the saved model's folder")
    parser.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    parser.add_argument("--start", type=Path, help="checkpoint to go on from")
    parser.add_argument("--minutes", type=float, default=63)
    parser.add_argument("--stop-after", type=float, default=1e9, help="minutes, short of the decay")
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--rank", type=int, default=64)
    parser.add_argument("--scale", type=float, default=2.0)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--length", type=int, default=96)
    parser.add_argument("--decay", type=float, default=0.998)
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--look-minutes", type=float, default=10, help="between evaluations")
    parser.add_argument("--seed", type=int, default=50)
    return parser.parse_args()


def main() -> None:
    options = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    dice = random.Random(options.seed)
    tokens = tokenizer(options.unpacked, options.length)
    dev = {g: rows[:LOOK_POSTS] for g, rows in dev_posts(options.data).items() if "umsab" in g}
    train = train_posts(options.data)
    print(json.dumps({group: len(rows) for group, rows in train.items()}), flush=True)
    model = adapted(options.unpacked, options.layers, options.rank, options.scale)
    if options.start:
        model.load_state_dict(torch.load(options.start)["weights"], strict=False)
    average = Average(model, options.decay)
    print(sum(p.numel() for p in average.live.values()), "trainable", flush=True)
    optimizer = optimiser(model, options.rate, options.head_rate)
    peaks = [group["lr"] for group in optimizer.param_groups]
    draw = Draw(train, dice)

    def look(label: str) -> None:
        average.swap()
        results = {group: macro_f1(model, rows, tokens) for group, rows in dev.items()}
        results["mean"] = round(sum(results.values()) / len(results), 1)
        saved = {name: p.detach().clone() for name, p in average.live.items()}
        temporary = options.out.with_suffix(".new")
        torch.save({"weights": saved, "options": plain(options), "dev": results}, temporary)
        temporary.replace(options.out)
        average.swap()
        print(label, json.dumps(results), flush=True)

    model.train()
    started = looked = time.monotonic()
    step, seen, running = 0, 0, 0.0
    queue: list[Batch] = []
    while True:
        passed = (time.monotonic() - started) / 60
        progress = passed / options.minutes
        if progress >= 1 or passed >= options.stop_after:
            break
        queue = queue or batches(draw, tokens, options.batch)
        chosen, encoded = queue.pop()
        factor = max(min(progress / WARM_UP, (1 - progress) / (1 - WARM_UP)), SMALLEST_RATE)
        for group, peak in zip(optimizer.param_groups, peaks, strict=True):
            group["lr"] = peak * factor
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*pad(encoded))
        truth = torch.tensor([row.label for row in chosen])
        loss = functional.cross_entropy(logits.float(), truth, label_smoothing=options.smoothing)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(list(average.live.values()), 1.0)
        optimizer.step()
        average.update()
        step, seen = step + 1, seen + len(chosen)
        running = 0.98 * running + 0.02 * loss.item() if step > 1 else loss.item()
        if step % 25 == 0:
            rate = seen / (time.monotonic() - started)
            print(f"{step} loss {running:.3f} {rate:.1f} posts/s {passed:.1f} min", flush=True)
        if time.monotonic() - looked > options.look_minutes * 60:
            looked = time.monotonic()
            look(f"after {passed:.1f} min")
    look(f"end: {seen} posts in {(time.monotonic() - started) / 60:.1f} min:")


if __name__ == "__main__":
    main()
