"""Macro-averaged scores, in per cent, as TweetEval defines them."""

from __future__ import annotations

from collections.abc import Sequence

from sklearn.metrics import accuracy_score, f1_score, recall_score


def scores(targets: Sequence[object], logits: Sequence[Sequence[float]]) -> dict[str, float]:
    chosen = [max(range(len(row)), key=row.__getitem__) for row in logits]
    return {
        "posts": len(chosen),
        "macroRecall": round(100 * recall_score(targets, chosen, average="macro"), 2),
        "macroF1": round(100 * f1_score(targets, chosen, average="macro"), 2),
        "accuracy": round(100 * accuracy_score(targets, chosen), 2),
    }
