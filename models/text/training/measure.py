"""What is measured: the sets to choose on (sources left out, rows kept), and those to report on (dev files)."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
from data import mend, read_rows
from normalise import normalise
from sklearn.metrics import accuracy_score, f1_score, recall_score
from sources import EMOTIONS_WIDE, FOLDS, INTENTS, Row, Sources, many, one
from torch import Tensor

# name -> (file, head, the file's label -> the head's)
DEV = {
    "sentiment": ("sentiment_en_tweeteval.dev", "sentiment", {}),
    "emotion": ("emotion_en_tweeteval.dev", "emotion", {}),
    "irony": ("irony_en_tweeteval.dev", "irony", {"irony": "ironic", "non_irony": "not_ironic"}),
    "offensive": (
        "offensive_en_tweeteval.dev", "offensive", {"not-offensive": "not_offensive"}
    ),
    "hateful": (
        "hate_en_tweeteval.dev", "hateful", {"hate": "hateful", "not-hate": "not_hateful"}
    ),
}
DEV_MANY = {
    "emotions reddit": ("emotion_en_goemotions.dev", EMOTIONS_WIDE, 5348),
    "emotions brighter": (
        "emotion_multi_brighter_semeval2025t11.dev",
        ("anger", "disgust", "fear", "joy", "sadness", "surprise"), 5348,
    ),
}
# How far a one-label head's logits move from the classes' shares in training towards equal shares
SENTIMENT_SHARES = (0.156, 0.448, 0.396)


def dev_rows(sources: Sources, name: str) -> list[Row]:
    """A dev file, as the released model will see it."""
    found = []
    emoji = sources.corpus.emoji
    if name in DEV:
        file, head, renamed = DEV[name]
        for row in read_rows(sources.folder / f"{file}.tsv.gz"):
            label = renamed.get(row["label"], row["label"])
            found.append(Row(name, normalise(row["text"], emoji), one(head, label)))
        return found
    file, known, most = DEV_MANY[name]
    for row in read_rows(sources.folder / f"{file}.tsv.gz"):
        if row.get("lang", "en") == "en":
            targets = many("emotions", set(row["label"].split(",")), known)
            found.append(Row(name, normalise(mend(row["text"]), emoji), targets))
    return found[:most]


def look_sets(sources: Sources, whole: bool = False) -> dict[str, list[Row]]:
    found = {name: dev_rows(sources, name) for name in (*DEV, *DEV_MANY)}
    found["complaint"] = list(sources.complaint(True))
    found["reviews"] = list(sources.reviews(True))
    if not whole:
        found["emotions reddit"] = found["emotions reddit"][:700]
        found["reviews"] = found["reviews"][:400]
    return found


# How many posts of each source that is left out are looked at
LEFT_OUT_POSTS = 1500
CHOSEN_HEADS = ("emotion", "irony", "offensive", "hateful", "complaint", "emotions reddit")


def choose_sets(folder: Path) -> dict[str, list[Row]]:
    """Sentiment by each source that some fold leaves out; the other heads by the rows kept of each corpus."""
    kept = Sources(folder, choose=True)
    found: dict[str, list[Row]] = {}
    left_out = [source for fold in FOLDS.values() for source in fold]
    for row in (*kept.emotion(), *kept.irony(), *kept.unkind(), *kept.complaint(False), *kept.unlabelled()):
        name = {"reddit weak": "reddit"}.get(row.group, row.group)
        name = "emotions reddit" if name == "reddit" else name
        if name in CHOSEN_HEADS:
            found.setdefault(name, []).append(row)
        if row.source in left_out and "sentiment" in row.targets:
            found.setdefault(f"sentiment {row.source}", []).append(row)
    dice = random.Random(5)
    for rows in found.values():
        dice.shuffle(rows)
    found = {name: rows[:LEFT_OUT_POSTS] for name, rows in found.items()}
    found["reviews"] = list(Sources(folder).reviews(True))
    return found


def percent(value: float) -> float:
    return round(100 * float(value), 2)


def softmax(logits: np.ndarray) -> np.ndarray:
    raised = np.exp(logits - logits.max(1, keepdims=True))
    return raised / raised.sum(1, keepdims=True)


def complaint_truth(rows: list[Row]) -> list[int]:
    return [int(row.targets["intent"] == (INTENTS.index("complaint"),)) for row in rows]


def results_of(name: str, rows: list[Row], logits: dict[str, Tensor]) -> dict[str, float]:
    if name.startswith("emotions"):
        truth = np.array([row.targets["emotions"] for row in rows])
        known = (truth >= 0).all(0)
        values = logits["emotions"].numpy()[:, known]
        truth = truth[:, known]
        best = {
            t: f1_score(truth, values > np.log(t / (1 - t)), average="macro", zero_division=0)
            for t in (0.2, 0.3, 0.4, 0.5)
        }
        return {"n": len(rows)} | {f"macroF1 at {t}": percent(v) for t, v in best.items()}
    if name == "complaint":
        truth_one = complaint_truth(rows)
        probabilities = softmax(logits["intent"].numpy())
        argmax = probabilities.argmax(1) == 0
        half = probabilities[:, 0] > 0.5
        return {
            "n": len(rows), "argmax macroF1": percent(f1_score(truth_one, argmax, average="macro")),
            "half macroF1": percent(f1_score(truth_one, half, average="macro")),
        }
    if name == "reviews":
        truth_two = [row.targets["sentiment"][0] for row in rows]
        values = logits["sentiment"].numpy()[:, [0, 2]]
        return {"n": len(rows), "accuracy": percent((2 * values.argmax(1) == truth_two).mean())}
    if name.startswith(("kind", "written")):
        truth_kind = np.array([row.targets["sentiment"][0] for row in rows])
        return {"n": len(rows), "accuracy": percent((logits["sentiment"].numpy().argmax(1) == truth_kind).mean())}
    first = name.partition(" ")[0]
    head = first if first in ("sentiment", "target") else DEV[name][1]
    truth_plain = [row.targets[head][0] for row in rows]
    values = logits[head].numpy()
    chosen = values.argmax(1)
    found = {
        "n": len(rows),
        "macroRecall": percent(recall_score(truth_plain, chosen, average="macro")),
        "macroF1": percent(f1_score(truth_plain, chosen, average="macro")),
        "accuracy": percent(accuracy_score(truth_plain, chosen)),
    }
    if head == "sentiment":
        if 1 not in truth_plain:
            decided = 2 * values[:, [0, 2]].argmax(1)
            return {"n": len(rows), "accuracy": percent((decided == np.array(truth_plain)).mean())}
        for step in (0.2, 0.4):
            moved = (values + step * np.log(SENTIMENT_SHARES)).argmax(1)
            found[f"moved {step}"] = percent(recall_score(truth_plain, moved, average="macro"))
    if name == "irony":
        found["F1 ironic"] = percent(f1_score(truth_plain, chosen))
    return found
