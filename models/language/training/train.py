"""Trains the language identifier: embeddings of hashed word pieces, then a softmax.

A text's vector is the sum of its features' embeddings divided by the square root of their number,
so a long text can be more certain than a short one. Embeddings are kept as signed bytes with one
scale per table. Training texts are also cut to a few words now and then, since posts are short.
"""

from __future__ import annotations

import argparse
import random
import struct
from collections import Counter
from pathlib import Path

import corpus
import numpy as np
import torch
from features import BUCKETS, Extractor
from torch import Tensor, nn
from torch.nn import functional

MAGIC = b"ELID"
VERSION = 1
LEAST_LETTERS = 3
APOSTROPHES = ("'", "\u2019", "\u02bc", "`")
"""Share of the texts with an apostrophe that lose it while training, in every language: many
people type "dont" and "jai", and a missing apostrophe must not be evidence for a language."""
WITHOUT_APOSTROPHES = 0.4
"""One training text in this many is kept back to choose on; the development files are reported."""
CHOSEN_ON = 40


class Identifier(nn.Module):
    def __init__(self, width: int, languages: int) -> None:
        super().__init__()
        self.table = nn.EmbeddingBag(BUCKETS, width, mode="sum", sparse=True)
        self.out = nn.Linear(width, languages)
        nn.init.normal_(self.table.weight, std=0.1)

    def forward(self, features: Tensor, offsets: Tensor, counts: Tensor) -> Tensor:
        return self.out(self.table(features, offsets) / counts.sqrt().unsqueeze(1))


def batch(rows: list[np.ndarray]) -> tuple[Tensor, Tensor, Tensor]:
    counts = np.array([max(1, len(row)) for row in rows], dtype=np.float32)
    lengths = np.array([len(row) for row in rows])
    offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    flat = np.concatenate(rows).astype(np.int64)
    return torch.from_numpy(flat), torch.from_numpy(offsets), torch.from_numpy(counts)


def shortened(text: str, dice: random.Random) -> str:
    words = text.split()
    if dice.random() > 0.35 or len(words) < 4:
        return text
    keep = dice.randint(2, min(8, len(words)))
    start = dice.randint(0, len(words) - keep)
    return " ".join(words[start : start + keep])


def as_typed(text: str, dice: random.Random) -> str:
    """The text, now and then without its apostrophes."""
    if not any(c in text for c in APOSTROPHES) or dice.random() >= WITHOUT_APOSTROPHES:
        return text
    return without_apostrophes(text)


def without_apostrophes(text: str) -> str:
    return "".join(c for c in text if c not in APOSTROPHES)


@torch.no_grad()
def predict(model: Identifier, rows: list[np.ndarray]) -> Tensor:
    parts = [model(*batch(rows[i : i + 512])) for i in range(0, len(rows), 512)]
    return functional.softmax(torch.cat(parts), -1)


def report(model: Identifier, extractor: Extractor, dev: dict[str, list], tags: list[str]) -> None:
    for name, texts in dev.items():
        rows = [extractor.features(text) for _, text in texts]
        probabilities = predict(model, rows)
        confidence, chosen = probabilities.max(-1)
        truth = [language for language, _ in texts]
        right = [tags[c] == t for c, t in zip(chosen.tolist(), truth, strict=True)]
        print(f"{name}: {100 * np.mean(right):.2f} % of {len(right)}")
        per_language: dict[str, list[bool]] = {}
        for language, hit in zip(truth, right, strict=True):
            per_language.setdefault(language, []).append(hit)
        if len(per_language) < 40:
            print("   ", {k: round(100 * float(np.mean(v)), 1) for k, v in per_language.items()})
        wrong = Counter(
            (t, tags[c])
            for t, c, hit in zip(truth, chosen.tolist(), right, strict=True)
            if not hit
        )
        print("   ", wrong.most_common(8), flush=True)


def contracted(texts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The texts that hold an apostrophe, without it."""
    return [
        (language, without_apostrophes(text))
        for language, text in texts
        if any(c in text for c in APOSTROPHES)
    ]


def openings(texts: list[tuple[str, str]], words: int) -> list[tuple[str, str]]:
    """The first few words of each text: short posts."""
    return [(language, " ".join(text.split()[:words])) for language, text in texts]


def two_languages(model: Identifier, extractor: Extractor, texts: list, tags: list[str]) -> None:
    """How much must be asked of the answer Nigerian Pidgin before English stands back."""
    rows = [row for row in texts if row[0] in ("en", "pcm")]
    probabilities = predict(model, [extractor.features(text) for _, text in rows])
    english, pidgin = tags.index("en"), tags.index("pcm")
    best = probabilities.argmax(-1)
    for factor in (1, 2, 3, 5, 8, 12, 20, 40):
        taken = (best == pidgin) & (probabilities[:, pidgin] < factor * probabilities[:, english])
        said = torch.where(taken, torch.tensor(english), best).tolist()
        for truth in ("en", "pcm"):
            own = [tags[s] for (language, _), s in zip(rows, said, strict=True) if language == truth]
            right = 100 * float(np.mean([s == truth for s in own]))
            print(f"  pcm needs {factor} x en: {truth} {right:.2f} % of {len(own)}", flush=True)


def quantise(table: np.ndarray) -> tuple[np.ndarray, float]:
    # A few extreme values would coarsen all the others, so the scale leaves them clipped
    scale = float(np.quantile(np.abs(table), 0.9999)) / 127
    return np.clip(np.rint(table / scale), -127, 127).astype(np.int8), scale


def save(model: Identifier, tags: list[str], path: Path) -> None:
    """Big-endian, as java.io.DataInputStream reads it."""
    table, scale = quantise(model.table.weight.detach().numpy())
    model.table.weight.data.copy_(torch.from_numpy(table.astype(np.float32) * scale))
    names = ",".join(tags).encode("ascii")
    with path.open("wb") as out:
        out.write(MAGIC)
        out.write(struct.pack(">iiii", VERSION, BUCKETS, table.shape[1], len(tags)))
        out.write(struct.pack(">H", len(names)) + names)
        out.write(struct.pack(">f", scale))
        out.write(table.tobytes())
        out.write(model.out.weight.detach().numpy().astype(">f4").tobytes())
        out.write(model.out.bias.detach().numpy().astype(">f4").tobytes())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--width", type=int, default=32)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--least", type=int, default=640, help="texts that a language needs")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(3)
    dice = random.Random(3)
    dev = {name: corpus.read(options.data, name) for name in corpus.DEV_FILES}
    held_out = {text for texts in dev.values() for _, text in texts}
    texts = corpus.train(options.data, held_out, dice)
    sizes = Counter(language for language, _ in texts)
    tags = sorted(t for t, n in sizes.items() if n >= options.least and len(t) <= 3 or t == "hi-Latn")
    dev = {name: [row for row in rows if row[0] in tags] for name, rows in dev.items()}
    index = {language: i for i, language in enumerate(tags)}
    texts = [row for row in texts if row[0] in index]
    dice.shuffle(texts)
    kept_back, texts = texts[:: CHOSEN_ON], [t for i, t in enumerate(texts) if i % CHOSEN_ON]
    print(len(texts), "texts in", len(tags), "languages:", " ".join(tags), flush=True)

    extractor = Extractor()
    model = Identifier(options.width, len(tags))
    table = torch.optim.SparseAdam(model.table.parameters(), lr=0.01)
    out = torch.optim.Adam(model.out.parameters(), lr=0.01)
    steps = options.epochs * (len(texts) // options.batch)
    step = 0
    for epoch in range(options.epochs):
        dice.shuffle(texts)
        running = 0.0
        for start in range(0, len(texts) - options.batch + 1, options.batch):
            part = texts[start : start + options.batch]
            rows = [extractor.features(as_typed(shortened(text, dice), dice)) for _, text in part]
            targets = torch.tensor([index[language] for language, _ in part])
            loss = functional.cross_entropy(model(*batch(rows)), targets, label_smoothing=0.02)
            table.zero_grad()
            out.zero_grad()
            loss.backward()
            for optimizer in (table, out):
                for group in optimizer.param_groups:
                    group["lr"] = 0.01 * max(0.02, 1 - step / steps)
                optimizer.step()
            step += 1
            running = 0.99 * running + 0.01 * loss.item()
            if step % 300 == 0:
                print(f"{step}/{steps} loss {running:.3f}", flush=True)
        save(model, tags, options.out)
        print("epoch", epoch + 1, flush=True)
    choose = {
        "kept back": kept_back,
        "kept back, without apostrophes": contracted(kept_back),
        "kept back, three words": openings(kept_back, 3),
    }
    report(model, extractor, choose, tags)
    for name, rows in choose.items():
        print("English or Nigerian Pidgin,", name)
        two_languages(model, extractor, rows, tags)
    report(model, extractor, dev, tags)
    english = {name: contracted(rows) for name, rows in dev.items() if "_en_" in name}
    report(model, extractor, {f"{k}, without apostrophes": v for k, v in english.items()}, tags)


if __name__ == "__main__":
    main()
