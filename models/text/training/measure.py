"""What is looked at while training: the dev files, and what `sources` holds out of corpora without one."""

from __future__ import annotations

import numpy as np
from data import mend, read_rows
from normalise import normalise
from sklearn.metrics import accuracy_score, f1_score, recall_score
from sources import EMOTIONS_WIDE, INTENTS, Row, Sources, many, one
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
    head = DEV[name][1]
    truth_plain = [row.targets[head][0] for row in rows]
    values = logits[head].numpy()
    chosen = values.argmax(1)
    found = {
        "n": len(rows),
        "macroRecall": percent(recall_score(truth_plain, chosen, average="macro")),
        "macroF1": percent(f1_score(truth_plain, chosen, average="macro")),
        "accuracy": percent(accuracy_score(truth_plain, chosen)),
    }
    if name == "sentiment":
        moved = (values - 0.4 * np.log(SENTIMENT_SHARES)).argmax(1)
        found["macroRecall moved"] = percent(recall_score(truth_plain, moved, average="macro"))
    if name == "irony":
        found["F1 ironic"] = percent(f1_score(truth_plain, chosen))
    return found
