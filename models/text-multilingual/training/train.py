"""Trains multilingual BERT's first layers for sentiment: low-rank corrections, biases, norms, a head.

The embeddings and the matrices stay as published. A clock bounds the run: warm-up, then linear
decay; what is evaluated and saved is the moving average of the weights. Shares of the corpora are
stated below; within a corpus a language is drawn with the square root of its number of rows. Beside
the corpora's posts stand ones made from our own templates (`made.py`), and rows of two or three
clauses, each read by the mean of its own tokens' logits.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from mbert import LAYERS, LINEARS, load_encoder, tokenizer
from rows import AFRISENTI, EMOTIONS, NUSAX, SEMEVAL, SENTIMENTS, SMSA, UMSAB, WISESIGHT
from rows import Post, dev_posts, train_posts
from sklearn.metrics import f1_score
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from augment import mistype
from batching import pad, plain
from bert import Encoder, add_low_rank
from made import LANGUAGES, MOST_OF_PART, Labels, Maker, Row, joined
from moving_average import Average
from optimising import optimiser

SHARES = {
    UMSAB: 56, SEMEVAL: 7, AFRISENTI: 18, NUSAX: 4, SMSA: 4, WISESIGHT: 5, EMOTIONS: 6,
}
# Of the first runs, on the corpora alone as they are
PLAIN_SHARES = {UMSAB: 48, SEMEVAL: 16, AFRISENTI: 23, NUSAX: 3, SMSA: 4, WISESIGHT: 6}
# Of all rows, those made from templates and those of joined clauses; of these, each language's share
MADE, JOINED = 0.2, 0.14
MADE_LANGUAGES = {"es": 5, "de": 6, "fr": 5, "it": 4, "pt": 4, "ar": 6, "id": 2}
PART_WEIGHT = 0.5
TYPOS = 0.04
WARM_UP, SMALLEST_RATE = 0.05, 0.003
POOL_BATCHES = 60
LOOK_POSTS = 130


class Model(nn.Module):
    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(encoder.embeddings.word.shape[1], len(SENTIMENTS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        return self.both(ids, mask)[0]

    def both(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Logits [B, 3] of the whole, and [B, T, 3] of each token, whose mean they are."""
        parts = self.head(self.dropout(self.encoder.vectors(ids, mask)))
        weights = mask.to(parts.dtype).unsqueeze(-1)
        return (parts * weights).sum(1) / weights.sum(1), parts


class Draw:
    """Endless rows: of corpora (each shuffled, used up and shuffled again), made ones, joined ones."""

    def __init__(self, groups: dict[str, list[Post]], dice: random.Random, plain: bool) -> None:
        shares = PLAIN_SHARES if plain else SHARES
        groups = {name: rows for name, rows in groups.items() if rows[0].source in shares}
        self.groups, self.dice = groups, dice
        self.left: dict[str, list[Post]] = {name: [] for name in groups}
        roots: dict[str, float] = {}
        for rows in groups.values():
            roots[rows[0].source] = roots.get(rows[0].source, 0) + len(rows) ** 0.5
        self.shares = {
            name: shares[rows[0].source] * len(rows) ** 0.5 / roots[rows[0].source]
            for name, rows in groups.items()
        }
        self.makers = {} if plain else {name: Maker(name, dice) for name in LANGUAGES}
        # Short ones of each language, to be joined
        self.short = {
            name: [
                (post.text, post.label)
                for rows in groups.values()
                for post in rows
                if post.language == name and len(post.text) <= MOST_OF_PART
            ]
            for name in self.makers
        }

    def pool(self, size: int) -> list[Row]:
        names = self.dice.choices(list(self.shares), list(self.shares.values()), k=size)
        return [self.row(name) for name in names]

    def row(self, name: str) -> Row:
        kind = self.dice.random() if self.makers else 1.0
        if kind < MADE + JOINED:
            languages, weights = list(MADE_LANGUAGES), list(MADE_LANGUAGES.values())
            language = self.dice.choices(languages, weights)[0]
            maker = self.makers[language]
            return maker.post() if kind < MADE else joined(maker, self.short[language])
        post = self.take(name)
        own = self.makers.get(post.language)
        text = own.changed(post.text) if own else post.text
        if self.makers and self.dice.random() < TYPOS:
            text = mistype(text, self.dice)
        return Row(text, (post.label,))

    def take(self, name: str) -> Post:
        if not self.left[name]:
            self.left[name] = list(self.groups[name])
            self.dice.shuffle(self.left[name])
        return self.left[name].pop()


@dataclass(frozen=True)
class Batch:
    """Encoded rows; parts are (row, first token, token after the last, labels)."""

    ids: list[list[int]]
    labels: list[Labels]
    parts: list[tuple[int, int, int, Labels]]


def batches(draw: Draw, tokens: Tokenizer, size: int) -> list[Batch]:
    rows = draw.pool(size * POOL_BATCHES)
    encoded = tokens.encode_batch([row.text for row in rows])
    order = sorted(range(len(rows)), key=lambda i: len(encoded[i].ids) + 2 * draw.dice.random())
    found = []
    for start in range(0, len(order), size):
        batch = Batch([], [], [])
        for place, i in enumerate(order[start : start + size]):
            batch.ids.append(encoded[i].ids)
            batch.labels.append(rows[i].labels)
            for begin, end, labels in rows[i].parts:
                inside = [
                    t for t, (a, b) in enumerate(encoded[i].offsets) if a < b and begin <= a and b <= end
                ]
                if inside:
                    batch.parts.append((place, inside[0], inside[-1] + 1, labels))
        found.append(batch)
    draw.dice.shuffle(found)
    return found


def loss_of(logits: Tensor, labels: list[Labels], smoothing: float) -> Tensor:
    """Cross entropy where any of a row's labels may be; rows without labels count for nothing."""
    known = [i for i, allowed in enumerate(labels) if allowed]
    if not known:
        return logits.sum() * 0
    chosen = functional.log_softmax(logits[known].float(), 1)
    allowed = torch.full_like(chosen, float("-inf"))
    for place, i in enumerate(known):
        allowed[place, list(labels[i])] = 0
    said = torch.logsumexp(chosen + allowed, 1)
    return -((1 - smoothing) * said + smoothing * chosen.mean(1)).sum() / len(labels)


def step_loss(model: Model, batch: Batch, smoothing: float) -> Tensor:
    """The whole rows' loss and, where rows have parts, the loss of each part's mean token logits."""
    ids, mask = pad(batch.ids)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits, parts = model.both(ids, mask)
    loss = loss_of(logits, batch.labels, smoothing)
    if batch.parts:
        means = torch.stack([parts[row, a:b].float().mean(0) for row, a, b, _ in batch.parts])
        own = loss_of(means, [labels for *_, labels in batch.parts], smoothing)
        loss = loss + PART_WEIGHT * own * len(batch.parts) / len(batch.labels)
    return loss


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
    parser.add_argument("--warm-up", type=float, default=WARM_UP, help="share of the run")
    parser.add_argument("--plain", action="store_true", help="corpora alone, as they are")
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
    optimizer = optimiser(model.encoder, model.head, options.rate, options.head_rate)
    peaks = [group["lr"] for group in optimizer.param_groups]
    draw = Draw(train, dice, options.plain)

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
        batch = queue.pop()
        factor = max(
            min(progress / options.warm_up, (1 - progress) / (1 - options.warm_up)), SMALLEST_RATE
        )
        for group, peak in zip(optimizer.param_groups, peaks, strict=True):
            group["lr"] = peak * factor
        loss = step_loss(model, batch, options.smoothing)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(list(average.live.values()), 1.0)
        optimizer.step()
        average.update()
        step, seen = step + 1, seen + len(batch.ids)
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
