"""Trains the sentiment of languages beside English on the text model's encoder.

The start is a checkpoint of `models/text`; all layers are trained (the embeddings are not), with one
head. Rows of a language are drawn with the square root of their number, so that small sets count.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import f1_score
from torch.nn import functional

TEXT = Path(__file__).resolve().parents[2] / "text"
sys.path.insert(0, str(TEXT / "training"))

from bert import load_encoder  # noqa: E402
from data import key, mend, read_rows  # noqa: E402
from normalise import load_emoji, normalise  # noqa: E402
from sources import SENTIMENTS, Row  # noqa: E402
from train import Average, Draw, Model, Tokens, batches, load, optimiser, pad  # noqa: E402

FILES = (
    "sentiment_multi_umsab_xlmt", "sentiment_multi_afrisenti", "sentiment_multi_nusax",
    "sentiment_id_smsa",
)
ENGLISH = "sentiment_en_semeval2013_16.train"
ENGLISH_SHARE = 0.12
# The benchmark's languages count double: they are the ones that most brands meet
DOUBLED = ("ar", "de", "es", "fr", "hi", "it", "pt")
WARM_UP, SMALLEST_RATE = 0.05, 0.02


def language(row: dict[str, str]) -> str:
    """The primary subtag; the twelve NusaX languages and Indonesian sets agree on theirs."""
    return row["lang"].split("-")[0].lower()


def read(folder: Path, side: str, emoji: dict[int, str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for name in FILES:
        path = folder / f"{name}.{side}.tsv.gz"
        for row in read_rows(path):
            if row["label"] not in SENTIMENTS:
                continue
            group = f"{name.split('_')[2]} {language(row)}"
            text = normalise(mend(row["text"]), emoji)
            target = {"sentiment": (SENTIMENTS.index(row["label"]),)}
            found.setdefault(group, []).append(Row(group, text, target))
    return found


def shares(groups: dict[str, list[Row]]) -> dict[str, float]:
    weights = {g: len(rows) ** 0.5 for g, rows in groups.items() if g != "english"}
    for group in weights:
        if group.startswith("umsab") and group.split()[1] in DOUBLED:
            weights[group] *= 2
    total = sum(weights.values())
    found = {g: (1 - ENGLISH_SHARE) * w / total for g, w in weights.items()}
    return found | {"english": ENGLISH_SHARE}


@torch.no_grad()
def macro_f1(model: Model, rows: list[Row], tokens: Tokens) -> float:
    model.eval()
    encoded = tokens.encode([row.text for row in rows])
    order = sorted(range(len(rows)), key=lambda i: len(encoded[i]))
    chosen = np.zeros(len(rows), dtype=int)
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*pad([encoded[i] for i in part]))["sentiment"]
        chosen[part] = logits.float().argmax(1).numpy()
    model.train()
    truth = [row.targets["sentiment"][0] for row in rows]
    return round(100 * f1_score(truth, chosen, average="macro"), 2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=14)
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--seed", type=int, default=40)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    dice = random.Random(options.seed)
    emoji = load_emoji()
    dev = read(options.data, "dev", emoji)
    kept_out = {key_of(row.text) for rows in dev.values() for row in rows}
    train = {
        group: [row for row in rows if key_of(row.text) not in kept_out]
        for group, rows in read(options.data, "train", emoji).items()
    }
    english = (
        Row("english", normalise(mend(r["text"]), emoji), {"sentiment": (SENTIMENTS.index(r["label"]),)})
        for r in read_rows(options.data / f"{ENGLISH}.tsv.gz")
    )
    train["english"] = [row for row in english if key_of(row.text) not in kept_out]
    print(json.dumps(Counter({g: len(rows) for g, rows in train.items()})), flush=True)
    tokens = Tokens(options.tokenizer, 96)
    model = Model(load_encoder(options.onnx, 0.1))
    for name, parameter in model.named_parameters():
        parameter.requires_grad = ".layers." in name or name.startswith("heads.sentiment")
    print("continued from", load(model, options.start), "tensors", flush=True)
    average = Average(model, 0.998)
    optimizer = optimiser(model, options.rate, 5e-4)
    peaks = [group["lr"] for group in optimizer.param_groups]
    draw = Draw([row for rows in train.values() for row in rows], shares(train), dice)

    def look(label: str, groups: list[str]) -> None:
        average.swap()
        results = {group: macro_f1(model, dev[group], tokens) for group in groups}
        weights = {name: p.detach().clone() for name, p in average.live.items()}
        torch.save({"weights": weights, "options": {"seed": options.seed}, "dev": results}, options.out)
        average.swap()
        print(label, json.dumps(results), flush=True)

    model.train()
    started = time.monotonic()
    step, seen, looked = 0, 0, 0.0
    queue: list = []
    while True:
        passed = (time.monotonic() - started) / 60
        progress = passed / options.minutes
        if progress >= 1:
            break
        queue = queue or batches(draw, tokens, 32, False)
        chosen, encoded = queue.pop()
        factor = max(min(progress / WARM_UP, (1 - progress) / (1 - WARM_UP)), SMALLEST_RATE)
        for group, peak in zip(optimizer.param_groups, peaks, strict=True):
            group["lr"] = peak * factor
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*pad(encoded))["sentiment"]
        truth = torch.tensor([row.targets["sentiment"][0] for row in chosen])
        loss = functional.cross_entropy(logits.float(), truth, label_smoothing=0.05)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(list(average.live.values()), 1.0)
        optimizer.step()
        average.update()
        step, seen = step + 1, seen + len(chosen)
        if step % 100 == 0:
            print(f"{step} loss {loss.item():.3f} {seen / 60 / passed:.0f} posts/s", flush=True)
        if passed - looked > 5:
            looked = passed
            look(f"after {passed:.1f} min", [g for g in dev if g.startswith("umsab")])
    look(f"end: {seen} posts:", list(dev))


def key_of(text: str) -> str:
    return key(text) or text


if __name__ == "__main__":
    main()
