"""Trains all layers of the encoder (not its embeddings) and all heads at once.

A batch holds posts of like length from all groups of rows, drawn by the shares below; a row counts
only for the heads that it has a target for. What is evaluated and saved is the moving average of
the weights. A clock, not a number of steps, bounds a run, so that a busy machine still ends with a
small rate.
"""

from __future__ import annotations

import argparse
import json
import math
import pickle
import random
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from augment import augment
from batching import pad, plain
from behaviour import behaviour_rows
from bert import Encoder, load_encoder, mean
from data import key
from kinds import kind_rows, kind_sets, of_a_kind
from measure import SENTIMENT_SHARES, choose_sets, results_of
from moving_average import Average
from optimising import optimiser
from parts import part_rows
from sources import ALL_HEADS, FOLDS, MANY, MARKED, Piece, Row, Sources
from targets import END, START, target_rows, target_sets
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from twins import Twins, loss_of_twins
from written import written_rows, written_sets

WARM_UP = 0.04
SMALLEST_RATE = 0.02
POOL_BATCHES = 60
MANY_WEIGHT = 0.35
# How many rows of each group are drawn per thousand; a group that is not named is left out.
SHARES = {
    "sentiment": 200, "films": 16, "reviews": 40, "emotion": 54, "emotion2018": 24, "reddit": 130,
    "reddit weak": 60, "brighter": 24, "irony": 42, "sarcasm": 10, "isarcasm": 10,
    "offensive": 50, "hateful": 42, "forum": 8, "comments": 8, "talk": 8, "complaint": 40,
    "intent rest": 14, "intent assistant": 6, "intent praise": 8, "intent complaint": 8,
    "intent question": 7, "intent feature_request": 6, "intent churn_risk": 5, "intent spam": 4,
    "intent purchase_intent": 4, "intent safety_or_legal": 1, "noisy tweets": 80,
}
# The same where a teacher's answers are kept to (`teacher.py`)
UNLABELLED = {"emoji tweets": 230, "noisy tweets": 150}
TAUGHT = {
    **SHARES, "sentiment": 230, "films": 12, "reviews": 22, "reddit": 65, "reddit weak": 40,
    "offensive": 75, **UNLABELLED,
}
# How many rows of a group the teacher answers
ANSWERED = {
    "emoji tweets": 16_000, "noisy tweets": 9_000, "sentiment": 10_000, "emotion": 4_000,
    "emotion2018": 3_000, "irony": 3_000, "offensive": 5_000, "hateful": 4_000, "complaint": 2_000,
}
TAUGHT_WEIGHTS = {
    "sentiment": 1.0, "emotion": 0.6, "emotions": 0.5, "irony": 0.4, "offensive": 0.4,
    "hateful": 0.4, "intent": 0.5,
}
# What is left of the teacher's weight where a row has a label of its own
BESIDE_LABEL = 0.5
# The balanced logits of sentiment are moved by about this much of the way to the shares of SHARES_KNOWN
MOVED = 0.3
SHARES_KNOWN = SENTIMENT_SHARES
# The weight of a sentiment that only a row's emotions tell
MOOD_WEIGHT = 0.4
MADE_SEED = 34
# Runs whose weights are averaged must begin with the same heads
HEAD_SEED = 30
# A class that a source lacks is taken for this share
LEAST_SHARE = 1e-4
# The moving average is updated once in so many steps
AVERAGE_EVERY = 4
# The tokens before and after a target's mention: unused ones of the vocabulary
OPEN, CLOSE = 2, 3
MARKS = re.compile(f"([{START}{END}])")
# Templates of `behaviour.py`, per thousand on top of the above
BEHAVIOUR_SHARE, TAUGHT_BEHAVIOUR_SHARE = 130, 200
# The kinds of `kinds.py`, and the targets read by hand and as many made ones (`targets.py`), likewise
KIND_SHARE, TARGET_SHARE = 70, 130
# Posts written one by one (`written.py`): those of kinds, and those of targets
WRITTEN_KIND_SHARE, WRITTEN_TARGET_SHARE = 130, 130
# Posts of several clauses (`parts.py`), likewise, and the weight of a clause's loss
PART_SHARES = {"cut posts": 90, "joined posts": 50, "made joined": 100}
PART_WEIGHT = 0.6
# So many sets of twins (`twins.py`) are read beside a batch, with that weight
TWIN_SETS, TWIN_WEIGHT = 5, 1.5


@dataclass(frozen=True)
class Part:
    """Tokens `start` to `end` (exclusive) are one clause."""

    start: int
    end: int
    piece: Piece


@dataclass(frozen=True)
class Encoded:
    ids: list[int]
    parts: tuple[Part, ...] = ()


class Model(nn.Module):
    """The encoder and one linear layer that holds all heads side by side."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        hidden = encoder.embeddings.word.shape[1]
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.ModuleDict(
            {
                name: nn.Linear(2 * hidden if name in MARKED else hidden, len(labels))
                for name, labels in ALL_HEADS.items()
            }
        )

    def forward(self, ids: Tensor, mask: Tensor) -> dict[str, Tensor]:
        return self.read(self.encoder.vectors(ids, mask), ids, mask)

    def read(self, vectors: Tensor, ids: Tensor, mask: Tensor) -> dict[str, Tensor]:
        pooled = self.dropout(mean(vectors, mask))
        both = torch.cat((self.dropout(mean(vectors, marked(ids) * mask)), pooled), -1)
        return {name: head(both if name in MARKED else pooled) for name, head in self.heads.items()}

    def parts(self, vectors: Tensor, encoded: list[Encoded]) -> Tensor:
        """Sentiment logits [parts, 3] of all parts of a batch: means over each part's tokens."""
        means = [vectors[row, p.start : p.end].mean(0) for row, e in enumerate(encoded) for p in e.parts]
        return self.heads["sentiment"](self.dropout(torch.stack(means)))


def marked(ids: Tensor) -> Tensor:
    """1 on the tokens of a marked mention, its opening mark among them."""
    return (ids == OPEN).cumsum(1) - (ids == CLOSE).cumsum(1)


class Tokens:
    def __init__(self, path: Path, length: int) -> None:
        self.tokenizer = Tokenizer.from_file(str(path))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(length)
        self.length = length

    def encode(self, texts: Sequence[str]) -> list[list[int]]:
        found = [encoding.ids for encoding in self.tokenizer.encode_batch(texts)]
        for i, text in enumerate(texts):
            if MARKS.search(text):
                found[i] = self.encode_marked(text)
        return found

    def encode_marked(self, text: str) -> list[int]:
        """The tokens of the text without its marks, with the marks around the tokens of each mention."""
        first, last = self.tokenizer.encode("").ids
        spans, plain, start = [], "", 0
        for piece in MARKS.split(text):
            if piece == START:
                start = len(plain)
            elif piece == END:
                spans.append((start, len(plain)))
            else:
                plain += piece
        encoding = self.tokenizer.encode(plain, add_special_tokens=False)
        ids = [first]
        inside = False
        for token, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
            held = any(start < span_end and span_start < end for span_start, span_end in spans)
            if held != inside:
                ids.append(OPEN if held else CLOSE)
            ids.append(token)
            inside = held
        ids = [*ids, CLOSE] if inside else ids
        return [*ids[: self.length - 1], last]

    def encode_pieces(self, pieces: Sequence[Piece], texts: Sequence[str]) -> Encoded:
        """The pieces in one row, each as it reads in `texts`; a piece behind the cut is lost."""
        first, last = self.tokenizer.encode("").ids
        ids, parts = [first], []
        for piece, text in zip(pieces, texts, strict=True):
            start = len(ids)
            ids += self.tokenizer.encode(text, add_special_tokens=False).ids
            if piece.allowed is not None and start < len(ids) < self.length:
                parts.append(Part(start, len(ids), piece))
        return Encoded([*ids[: self.length - 1], last], tuple(parts))


class Draw:
    """Endless rows: each group is shuffled, used up and shuffled again."""

    def __init__(self, rows: list[Row], shares: dict[str, float], dice: random.Random) -> None:
        self.dice = dice
        self.groups: dict[str, list[Row]] = {}
        for row in rows:
            self.groups.setdefault(row.group, []).append(row)
        self.left: dict[str, list[Row]] = {name: [] for name in self.groups}
        self.shares = {name: shares[name] for name in self.groups if name in shares}

    def pool(self, size: int) -> list[Row]:
        names = self.dice.choices(list(self.shares), list(self.shares.values()), k=size)
        return [self.take(name) for name in names]

    def take(self, name: str) -> Row:
        if not self.left[name]:
            self.left[name] = list(self.groups[name])
            self.dice.shuffle(self.left[name])
        return self.left[name].pop()


Batch = tuple[list[Row], list[Encoded]]


def batches(draw: Draw, tokens: Tokens, size: int, typos: float) -> list[Batch]:
    rows = draw.pool(size * POOL_BATCHES)

    def changed(text: str, row: Row) -> str:
        return augment(text, row.targets, draw.dice, typos)

    plain_rows = iter(tokens.encode([changed(r.text, r) for r in rows if not r.pieces]))
    encoded = [
        tokens.encode_pieces(
            row.pieces, [p.text if p.allowed is None else changed(p.text, row) for p in row.pieces]
        )
        if row.pieces
        else Encoded(next(plain_rows))
        for row in rows
    ]
    order = sorted(range(len(rows)), key=lambda i: len(encoded[i].ids) + 2 * draw.dice.random())
    found = []
    for start in range(0, len(order), size):
        part = order[start : start + size]
        found.append(([rows[i] for i in part], [encoded[i] for i in part]))
    draw.dice.shuffle(found)
    return found


class Teacher:
    """What a finished model said of rows, found by their text; of posts of a kind that it reads wrongly nothing."""

    def __init__(self, path: Path, rows: list[Row]) -> None:
        said = torch.load(path)
        self.logits: dict[str, Tensor] = said["logits"]
        self.of_text = {identity: i for i, identity in enumerate(said["keys"])}
        self.index: dict[int, int] = {}
        self.rows: list[Row] = []  # keeps the ids from being given anew
        self.add(rows)

    def add(self, rows: list[Row]) -> None:
        self.rows += rows
        self.index |= {
            id(row): -1 if of_a_kind(row.text) else self.of_text.get(key(row.text), -1) for row in rows
        }

    def answers(self, row: Row) -> bool:
        return self.index.get(id(row), -1) >= 0

    def answers_parts(self, row: Row) -> bool:
        """Whether each clause without a label of its own was read alone."""
        return all(p.allowed != () or self.of_piece(p) is not None for p in row.pieces)

    def of_piece(self, piece: Piece) -> Tensor | None:
        """Sentiment probabilities [3] of a clause that was read alone."""
        at = self.of_text.get(key(piece.text)) if key(piece.text) else None
        return None if at is None else self.logits["sentiment"][at].float().softmax(-1)

    def loss_of(self, logits: dict[str, Tensor], rows: list[Row]) -> Tensor:
        """Cross-entropy with the teacher's probabilities, each head by its weight."""
        total = torch.zeros(())
        chosen = [i for i, row in enumerate(rows) if self.answers(row)]
        if not chosen:
            return total
        of = torch.tensor([self.index[id(rows[i])] for i in chosen])
        for head, weight in TAUGHT_WEIGHTS.items():
            said, values = self.logits[head][of].float(), logits[head][chosen].float()
            if head in MANY:
                each = functional.binary_cross_entropy_with_logits(values, said.sigmoid(), reduction="none")
                loss = MANY_WEIGHT * each.sum(1)
            else:
                loss = -(said.softmax(-1) * functional.log_softmax(values, -1)).sum(1)
            own = torch.tensor([BESIDE_LABEL if head in rows[i].targets else 1.0 for i in chosen])
            total = total + weight * (loss * own).sum()
        return total / len(rows)


def moved(values: Tensor, rows: list[Row]) -> Tensor:
    """Template posts must be right after the release's move of the biases, so it counts for them."""
    made = torch.tensor([[float(row.group.startswith("made"))] for row in rows])
    return values + MOVED * made * torch.tensor(SHARES_KNOWN).log()


class Priors:
    """How often each source says each sentiment, in logarithms, to add to the logits while training.

    What the network itself says is then free of any source's mix (logit adjustment, Menon et al., 2021),
    and a source of two classes asks nothing about the third.
    """

    def __init__(self, rows: list[Row]) -> None:
        counts: dict[str, list[int]] = {}
        for row in rows:
            if row.source and len(row.targets.get("sentiment", ())) == 1:
                counts.setdefault(row.source, [0, 0, 0])[row.targets["sentiment"][0]] += 1
        self.logs = {
            source: [math.log(max(n / sum(each), LEAST_SHARE)) for n in each]
            for source, each in counts.items()
        }

    def of(self, rows: list[Row]) -> Tensor:
        return torch.tensor([self.logs.get(row.source, (0.0, 0.0, 0.0)) for row in rows])


def weight_of(row: Row, head: str) -> float:
    weak = head == "sentiment" and row.source.startswith("mood")
    return row.weight * (MOOD_WEIGHT if weak else 1.0)


def loss_of(
    logits: dict[str, Tensor], rows: list[Row], smoothing: float, priors: Priors
) -> Tensor:
    total = torch.zeros(())
    for head, values in logits.items():
        chosen = [i for i, row in enumerate(rows) if head in row.targets]
        if not chosen:
            continue
        weights = torch.tensor([weight_of(rows[i], head) for i in chosen])
        targets = [rows[i].targets[head] for i in chosen]
        part = values[chosen].float()
        if head == "sentiment":
            here = [rows[i] for i in chosen]
            part = moved(part, here) + priors.of(here)
        if head in MANY:
            truth = torch.tensor(targets, dtype=torch.float32)
            known = (truth >= 0).float()
            each = functional.binary_cross_entropy_with_logits(part, truth.clamp(min=0), known, reduction="none")
            loss = MANY_WEIGHT * each.sum(1)
        else:
            allowed = torch.zeros(part.shape, dtype=torch.bool)
            for i, labels in enumerate(targets):
                allowed[i, list(labels)] = True
            logs = functional.log_softmax(part, -1)
            plain = -logs.masked_fill(~allowed, -1e4).logsumexp(-1)
            single = (allowed.sum(1) == 1).float() * smoothing
            loss = (1 - single) * plain - single * logs.mean(-1)
        total = total + (loss * weights).sum()
    return total / len(rows)


def loss_of_parts(
    logits: Tensor, rows: list[Row], encoded: list[Encoded], teacher: Teacher | None, smoothing: float
) -> Tensor:
    """Cross-entropy with a clause's label, or with what the teacher said of it alone."""
    total = torch.zeros(())
    owners = [row for row, e in zip(rows, encoded, strict=True) for _ in e.parts]
    pieces = [part.piece for e in encoded for part in e.parts]
    values = moved(logits.float(), owners)
    for own, piece in zip(functional.log_softmax(values, -1), pieces, strict=True):
        if piece.allowed:
            share = smoothing if len(piece.allowed) == 1 else 0.0
            total = total - (1 - share) * own[list(piece.allowed)].logsumexp(0) - share * own.mean()
        elif teacher is not None and (said := teacher.of_piece(piece)) is not None:
            total = total - (said * own).sum()
    return PART_WEIGHT * total / len(rows)


@torch.no_grad()
def predict(model: Model, encoded: list[list[int]]) -> dict[str, Tensor]:
    model.eval()
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i]))
    out = {name: torch.zeros(len(encoded), len(names)) for name, names in ALL_HEADS.items()}
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        ids, mask = pad([encoded[i] for i in part])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(ids, mask)
        for name, values in logits.items():
            out[name][part] = values.float()
    model.train()
    return out


@torch.no_grad()
def predict_parts(model: Model, tokens: Tokens, rows: list[Row]) -> tuple[np.ndarray, np.ndarray]:
    """Sentiment logits [parts, 3] and labels [parts] of all labelled parts, read in one pass over each post."""
    model.eval()
    logits, labels = [], []
    for row in rows:
        encoded = tokens.encode_pieces(row.pieces, [piece.text for piece in row.pieces])
        vectors = model.encoder.vectors(*pad([encoded.ids]))
        if encoded.parts:
            logits.append(model.parts(vectors, [encoded]).numpy())
            labels += [part.piece.allowed[0] for part in encoded.parts if part.piece.allowed]
    model.train()
    return np.concatenate(logits), np.array(labels)


def merged(weights: dict[str, Tensor], scale: float, model: Model) -> dict[str, Tensor]:
    """A checkpoint's weights, with low-rank factors of an older kind added to the matrices."""
    own = dict(model.named_parameters())
    found = {}
    for name, values in weights.items():
        plain = name.replace(".linear.", ".")
        if name.endswith(".down") and name.removesuffix(".down") + ".up" in weights:
            matrix = name.removesuffix(".down") + ".weight"
            up = weights[name.removesuffix(".down") + ".up"]
            found[matrix] = own[matrix].detach() + scale * up @ values
        elif plain in own:
            found[plain] = values
    return found


def load(model: Model, path: Path) -> int:
    checkpoint = torch.load(path)
    found = merged(checkpoint["weights"], checkpoint["options"].get("scale", 1.0), model)
    model.load_state_dict(found, strict=False)
    return len(found)


def left_in(rows: Iterable[Row], fold: str) -> Iterator[Row]:
    """The rows without the sentiment of the sources that the fold leaves out."""
    for row in rows:
        if row.source and row.source.startswith(FOLDS[fold]):
            others = {head: labels for head, labels in row.targets.items() if head != "sentiment"}
            row = replace(row, targets=others)
            if not others:
                continue
        yield row


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    parser.add_argument("--start", type=Path, help="checkpoint to go on from")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--stop-after", type=float, default=1e9, help="minutes, short of the decay")
    parser.add_argument("--flat", action="store_true", help="no decay: another run goes on")
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--head-rate", type=float, default=8e-4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--length", type=int, default=96)
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--decay", type=float, default=0.999)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--behaviour", action="store_true", help="with the behaviour templates")
    parser.add_argument("--targets", action="store_true", help="with posts in which a target is marked")
    parser.add_argument("--twins", type=int, default=0, metavar="STEPS", help="once in so many steps, sets of twins")
    parser.add_argument("--teacher", type=Path, help="what `teacher.py` wrote")
    parser.add_argument("--share", nargs="*", default=[], metavar="GROUP=PER_THOUSAND")
    parser.add_argument("--parts", action="store_true", help="with clauses of posts; needs --teacher")
    parser.add_argument("--typos", type=float, default=0.0, help="share of posts mistyped besides")
    parser.add_argument("--look-minutes", type=float, default=8, help="between evaluations")
    parser.add_argument("--keep", action="store_true", help="each evaluation's weights, as OUT-1.pt, OUT-2.pt ...")
    parser.add_argument("--fold", choices=FOLDS, default="none", help="the sources to leave out")
    parser.add_argument("--cache", type=Path, help="file that keeps the cleaned rows for the next run")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=30)
    return parser.parse_args()


@dataclass(frozen=True)
class Prepared:
    """All rows of a run and the sets to choose on; cleaning and making them takes minutes."""

    labelled: list[Row]
    unlabelled: list[Row]
    behaviour: list[Row]
    kinds: list[Row]
    targets: list[Row]
    written: list[Row]
    look_at: dict[str, list[Row]]


def prepared(options: argparse.Namespace) -> Prepared:
    if options.cache and options.cache.exists():
        return Prepared(**pickle.loads(options.cache.read_bytes()))
    sources = Sources(options.data)
    look_at = {**choose_sets(options.data), **target_sets(sources), **kind_sets(), **written_sets()}
    del look_at["target report"]
    found = Prepared(
        list(sources.all()), list(sources.unlabelled()), behaviour_rows(MADE_SEED), kind_rows(MADE_SEED),
        target_rows(sources, MADE_SEED), written_rows(MADE_SEED), look_at,
    )
    if options.cache:
        # Not the record itself: its class has another name where this file is imported
        options.cache.write_bytes(pickle.dumps(vars(found)))
    return found


def spread(share: float, rows: list[Row]) -> dict[str, float]:
    """The share, divided among the rows' groups by their number."""
    return {group: share * n / len(rows) for group, n in Counter(row.group for row in rows).items()}


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    torch.manual_seed(HEAD_SEED)
    dice = random.Random(options.seed)
    tokens = Tokens(options.tokenizer, options.length)
    given = prepared(options)
    shares: dict[str, float] = dict(TAUGHT if options.teacher else SHARES)
    if options.behaviour:
        shares |= spread(TAUGHT_BEHAVIOUR_SHARE if options.teacher else BEHAVIOUR_SHARE, given.behaviour)
        shares |= spread(KIND_SHARE, given.kinds)
        shares |= spread(WRITTEN_KIND_SHARE, [row for row in given.written if "target" not in row.targets])
    if options.targets:
        made = [row for row in given.targets if row.group != "target real"]
        shares |= {"target real": TARGET_SHARE, "target written": WRITTEN_TARGET_SHARE} | spread(TARGET_SHARE, made)
    if options.parts:
        shares |= PART_SHARES
    shares |= {name: float(share) for name, share in (s.split("=") for s in options.share)}
    unlabelled = list(left_in(given.unlabelled, options.fold))
    rows = [*left_in(given.labelled, options.fold)]
    teacher = Teacher(options.teacher, rows + unlabelled) if options.teacher else None
    rows += [row for row in unlabelled if teacher is None or teacher.answers(row)]
    if options.parts:
        composed = part_rows(rows, given.behaviour, MADE_SEED)
        if teacher is None:
            composed = [row for row in composed if row.group != "cut posts"]
        else:
            composed = [row for row in composed if teacher.answers_parts(row)]
            teacher.add(composed)
        rows += composed
    rows = [row for row in (*rows, *given.behaviour, *given.kinds, *given.targets, *given.written) if row.group in shares]
    print(json.dumps(Counter(row.group for row in rows)), flush=True)
    priors = Priors(rows)
    twins = Twins(rows, options.seed) if options.twins else None
    look_at = {
        name: rows for name, rows in given.look_at.items()
        if not name.startswith("sentiment ") or name.removeprefix("sentiment ") in FOLDS[options.fold]
    }
    look_ids = {name: tokens.encode([row.text for row in part]) for name, part in look_at.items()}

    model = Model(load_encoder(options.onnx, options.dropout))
    torch.manual_seed(options.seed)
    for name, parameter in model.encoder.named_parameters():
        parameter.requires_grad = name.startswith("layers.")
    if options.start:
        print("continued from", load(model, options.start), "tensors", flush=True)
    average = Average(model, options.decay**AVERAGE_EVERY)
    optimizer = optimiser(model.encoder, model.heads, options.rate, options.head_rate)
    peaks = [group["lr"] for group in optimizer.param_groups]
    draw = Draw(rows, shares, dice)
    kept_looks: list[Path] = []

    def look(label: str) -> None:
        average.swap()
        logits = {name: predict(model, ids) for name, ids in look_ids.items()}
        results = {n: results_of(n, look_at[n], logits[n]) for n in look_at}
        saved = {name: p.detach().clone() for name, p in average.live.items()}
        kept = {"weights": saved, "options": plain(options), "dev": results}
        temporary = options.out.with_suffix(".new")
        torch.save(kept, temporary)
        temporary.replace(options.out)
        if options.keep:
            kept_looks.append(options.out.with_name(f"{options.out.stem}-{len(kept_looks) + 1}.pt"))
            torch.save(kept, kept_looks[-1])
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
        queue = queue or batches(draw, tokens, options.batch, options.typos)
        chosen, encoded = queue.pop()
        falling = 1.0 if options.flat else (1 - progress) / (1 - WARM_UP)
        factor = max(min(progress / WARM_UP, falling), SMALLEST_RATE)
        for group, peak in zip(optimizer.param_groups, peaks, strict=True):
            group["lr"] = peak * factor
        ids, mask = pad([e.ids for e in encoded])
        parted = any(e.parts for e in encoded)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = model.encoder.vectors(ids, mask)
            logits = model.read(vectors, ids, mask)
            parts = model.parts(vectors, encoded) if parted else None
        loss = loss_of(logits, chosen, options.smoothing, priors)
        if teacher is not None:
            loss = loss + teacher.loss_of(logits, chosen)
        if parts is not None:
            loss = loss + loss_of_parts(parts, chosen, encoded, teacher, options.smoothing)
        if twins is not None and step % options.twins == 0:
            loss = loss + TWIN_WEIGHT * loss_of_twins(model, tokens.encode, twins, TWIN_SETS)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(list(average.live.values()), 1.0)
        optimizer.step()
        step += 1
        if step % AVERAGE_EVERY == 0:
            average.update()
        seen += len(chosen)
        running = 0.98 * running + 0.02 * loss.item() if step > 1 else loss.item()
        if step % 50 == 0:
            rate = seen / (time.monotonic() - started)
            print(f"{step} loss {running:.3f} {rate:.0f} posts/s {passed:.1f} min", flush=True)
        if time.monotonic() - looked > options.look_minutes * 60:
            before = time.monotonic()
            look(f"after {passed:.1f} min")
            looked = time.monotonic()
            # Looking is no training
            started += looked - before
    minutes = (time.monotonic() - started) / 60
    look(f"end: {seen} posts in {minutes:.1f} min:")


if __name__ == "__main__":
    main()
