"""The first stage: low-rank corrections of the encoder for sentiment and emotion alone.

One batch holds one task and posts of like length. The schedule (warm-up, then linear decay) follows
whichever is further on: the steps or the clock, so a busy machine still ends with a small rate.
What is evaluated and saved is the moving average of the weights.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import torch
from batching import pad, plain
from bert import add_low_rank, load_encoder
from data import TASKS, Corpus, Example
from evaluate import scores
from moving_average import Average
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

WARM_UP = 0.06
SMALLEST_RATE = 0.01
BUCKET_BATCHES = 50


class Model(nn.Module):
    """The encoder with one linear head per task on its mean-pooled output."""

    def __init__(self, encoder: nn.Module, hidden: int, heads: dict[str, int]) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({name: nn.Linear(hidden, n) for name, n in heads.items()})

    def forward(self, ids: Tensor, mask: Tensor, task: str) -> Tensor:
        return self.heads[head_of(task)](self.dropout(self.encoder(ids, mask)))


def head_of(task: str) -> str:
    return TASKS[task].head or task


@dataclass(frozen=True)
class Row:
    task: str
    ids: list[int]
    target: int | tuple[int, ...]


class Tokens:
    def __init__(self, path: Path, length: int) -> None:
        self.tokenizer = Tokenizer.from_file(str(path))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(length)
        self.length = length
        self.handle = self.encode(["@user"])[0][1:-1]
        self.link = self.encode(["http"])[0][1:-1]

    def encode(self, texts: list[str]) -> list[list[int]]:
        return [encoding.ids for encoding in self.tokenizer.encode_batch(texts)]

    def disturb(self, ids: list[int], chance: float, dice: random.Random) -> list[int]:
        """Adds a handle in front or a link behind: neither should move a label."""
        if len(ids) > self.length - 4:
            return ids
        if dice.random() < chance and ids[1:3] != self.handle:
            ids = ids[:1] + self.handle + ids[1:]
        if dice.random() < chance and ids[-2] != self.link[-1]:
            ids = ids[:-1] + self.link + ids[-1:]
        return ids


def bucket(rows: list[Row], size: int, dice: random.Random) -> list[list[Row]]:
    """Shuffled batches of one task whose posts are about as long as each other."""
    batches = []
    for task in sorted({row.task for row in rows}):
        chosen = [row for row in rows if row.task == task]
        dice.shuffle(chosen)
        span = size * BUCKET_BATCHES
        for start in range(0, len(chosen), span):
            part = sorted(chosen[start : start + span], key=lambda row: len(row.ids))
            batches += [part[i : i + size] for i in range(0, len(part), size)]
    dice.shuffle(batches)
    return batches


def loss_of(logits: Tensor, rows: list[Row], smoothing: float) -> Tensor:
    task = TASKS[rows[0].task]
    if task.many:
        targets = torch.tensor([row.target for row in rows], dtype=torch.float32)
        # Summed over labels so that a many-label head weighs about as much as a one-label head
        return functional.binary_cross_entropy_with_logits(logits, targets) * 3 * task.weight
    targets = torch.tensor([row.target for row in rows])
    return task.weight * functional.cross_entropy(logits, targets, label_smoothing=smoothing)


@torch.no_grad()
def predict(model: Model, rows: list[Row], task: str) -> list[list[float]]:
    model.eval()
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].ids))
    out: list[list[float]] = [[] for _ in rows]
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        ids, mask = pad([rows[i].ids for i in part])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(ids, mask, task)
        for i, values in zip(part, logits.float().tolist(), strict=True):
            out[i] = values
    model.train()
    return out


def optimiser(model: Model, rate: float, head_rate: float) -> torch.optim.Optimizer:
    heads = list(model.heads.parameters())
    matrices = [p for p in model.encoder.parameters() if p.requires_grad and p.ndim > 1]
    vectors = [p for p in model.encoder.parameters() if p.requires_grad and p.ndim == 1]
    return torch.optim.AdamW(
        [
            {"params": matrices, "lr": rate, "weight_decay": 0.01},
            {"params": vectors, "lr": rate, "weight_decay": 0.0},
            {"params": heads, "lr": head_rate, "weight_decay": 0.01},
        ],
        fused=True,
    )


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    parser.add_argument("--start", type=Path, help="checkpoint to go on from")
    parser.add_argument("--tasks", default="sentiment,emotion,emotion2018")
    parser.add_argument("--epochs", type=float, default=2)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--rank", type=int, default=32)
    parser.add_argument("--scale", type=float, default=2.0)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--length", type=int, default=96)
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--decay", type=float, default=0.998)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--disturb", type=float, default=0.15)
    parser.add_argument("--hold-out", type=int, default=0, help="emotion posts kept out of train")
    parser.add_argument("--look-minutes", type=float, default=5, help="between evaluations")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=20)
    return parser.parse_args()


def split_off(examples: dict[str, list[Example]], count: int) -> list[Example]:
    """Takes the last `count` emotion posts out of every task they appear in."""
    kept = examples["emotion"][-count:] if count else []
    texts = {example.text for example in kept}
    for name, rows in examples.items():
        examples[name] = [row for row in rows if row.text not in texts]
    return kept


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    dice = random.Random(options.seed)
    tokens = Tokens(options.tokenizer, options.length)
    corpus = Corpus(options.data)

    def rows_of(examples: list[Example]) -> list[Row]:
        ids = tokens.encode([example.text for example in examples])
        return [Row(e.task, i, e.target) for e, i in zip(examples, ids, strict=True)]

    names = options.tasks.split(",")
    dropped: Counter[str] = Counter()
    examples = {name: corpus.train(TASKS[name], dropped) for name in names}
    look_at = {"sentiment": rows_of(corpus.dev("sentiment"))}
    if "emotion" in names:
        look_at["emotion"] = rows_of(corpus.dev("emotion"))
        held_out = split_off(examples, options.hold_out)
        if held_out:
            look_at["emotion (held out of train)"] = rows_of(held_out)
    rows = {name: rows_of(part) for name, part in examples.items()}
    print(json.dumps({name: len(part) for name, part in rows.items()}), dict(dropped), flush=True)

    encoder = load_encoder(options.onnx, options.dropout)
    hidden = encoder.embeddings.word.shape[1]
    add_low_rank(encoder, options.rank, options.scale)
    heads = {head_of(name): len(corpus.labels(TASKS[name])) for name in names}
    model = Model(encoder, hidden, heads)
    if options.start:
        weights = torch.load(options.start)["weights"]
        known = {n: p for n, p in weights.items() if n in dict(model.named_parameters())}
        model.load_state_dict(known, strict=False)
        print("continued from", len(known), "tensors", flush=True)
    average = Average(model, options.decay)
    optimizer = optimiser(model, options.rate, options.head_rate)
    peaks = [group["lr"] for group in optimizer.param_groups]
    everything = [row for n in names for row in rows[n] * TASKS[n].repeat]
    steps = int(len(everything) / options.batch * options.epochs)
    trainable = sum(p.numel() for p in average.live.values())
    print(f"{trainable} trainable, {steps} steps", flush=True)

    def look(label: str) -> None:
        average.swap()
        results = {
            name: scores(
                [row.target for row in part], predict(model, part, part[0].task)
            )
            for name, part in look_at.items()
            if part[0].task in heads
        }
        saved = {name: p.detach().clone() for name, p in average.live.items()}
        kept = {"weights": saved, "options": plain(options), "dev": results}
        torch.save(kept, options.out)
        average.swap()
        print(label, json.dumps(results), flush=True)

    model.train()
    started = looked = time.monotonic()
    step, seen, running = 0, 0, 0.0
    queue: list[list[Row]] = []
    while True:
        passed = (time.monotonic() - started) / 60
        progress = max(step / steps, passed / options.minutes)
        if progress >= 1:
            break
        queue = queue or bucket(everything, options.batch, dice)
        batch = queue.pop()
        factor = min(progress / WARM_UP, (1 - progress) / (1 - WARM_UP))
        for group, peak in zip(optimizer.param_groups, peaks, strict=True):
            group["lr"] = peak * max(factor, SMALLEST_RATE)
        ids, mask = pad([tokens.disturb(row.ids, options.disturb, dice) for row in batch])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(ids, mask, batch[0].task)
        loss = loss_of(logits.float(), batch, options.smoothing)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(list(average.live.values()), 1.0)
        optimizer.step()
        average.update()
        step += 1
        seen += len(batch)
        running = 0.98 * running + 0.02 * loss.item()
        if step % 200 == 0:
            rate = seen / (time.monotonic() - started)
            print(f"{step}/{steps} loss {running:.3f} {rate:.0f} posts/s", flush=True)
        if time.monotonic() - looked > options.look_minutes * 60:
            looked = time.monotonic()
            look(f"after {passed:.1f} min")
    minutes = (time.monotonic() - started) / 60
    look(f"end: {seen} posts in {minutes:.1f} min:")


if __name__ == "__main__":
    main()
