"""Chooses what training leaves open: temperatures, bands of abstention, thresholds.

Nothing is chosen on a development file. Sentiment: by what each fold's run says of the sources that it left
out, every source counting alike, so that no single mix of classes decides, and as much by the training side of NusaX's
English, which no run reads: what the folds leave out are moods, a proxy that says less of how sure a verdict is. Targets: on the hand-labelled posts
of that role (`targets.py`). The other heads: on the rows kept of each corpus (`sources.py`, one in twelve); where a
run started from released weights, which have read these rows, `--keep` takes what that release's model.json says,
for clauses too.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from bert import load_encoder
from data import read_rows
from measure import SENTIMENT_SHARES, complaint_truth, softmax
from parts import MADE_OF, SENTENCES, joined
from sklearn.metrics import f1_score
from sources import EMOTIONS_WIDE, FOLDS, HEADS, Row, Sources, one
from torch import Tensor
from train import MOVED, Model, Tokens, load, predict, predict_parts, prepared

LENGTH = 128
LABELLED = "sentiment_multi_nusax.train"
# What share of the posts is told a verdict; the rest abstains
COVERAGE = {"sentiment": 0.96, "target": 0.95}
PLAIN_COVERAGE = 0.8
# Of posts about a target that praise or blame it, at most this share may be called mixed, and none in which praise and
# blame are not each as likely as chance
MIXED_SHARE = 0.02
LEAST_MIXED = 0.333
LEAST_USEFUL_F1 = 0.1
TEMPERATURES = np.arange(0.7, 2.51, 0.02)
PART_POSTS = 150
# How many posts of each source are read
POSTS = 800
KEPT = ("temperature", "abstainBelow", "thresholds")
Logits = dict[str, dict[str, np.ndarray]]


def cross_entropy(logits: np.ndarray, truth: np.ndarray) -> Callable[[float], float]:
    rows = np.arange(len(truth))
    return lambda t: -float(np.log(softmax(logits / t)[rows, truth] + 1e-12).mean())


def temperature(loss: Callable[[float], float]) -> float:
    return round(float(min(TEMPERATURES, key=loss)), 2)


def top_quantile(probabilities: list[np.ndarray], coverage: float) -> float:
    """The top probability that `coverage` of the posts reach, every source counting alike."""
    return round(float(np.mean([np.quantile(p.max(1), 1 - coverage) for p in probabilities])), 3)


def truth_of(rows: list[Row], head: str) -> np.ndarray:
    return np.array([row.targets[head][0] for row in rows])


def labelled(folder: Path) -> list[Row]:
    """Posts whose sentiment people labelled and that no run reads."""
    clean = Sources(folder).clean
    rows = [row for row in read_rows(folder / f"{LABELLED}.tsv.gz") if row["lang"] == "en"]
    return [Row(LABELLED, clean(row["text"]), one("sentiment", row["label"])) for row in rows]


def sentiment(
    found: dict[str, tuple[np.ndarray, np.ndarray]], by_people: tuple[np.ndarray, np.ndarray]
) -> dict[str, object]:
    """The temperature with the least cross entropy: half of it the moods left out, half the posts labelled by people.

    Biases move as far as training asked the frames to bear (MOVED): what the sources left out would choose hangs on
    which of them have neutral posts (see LOG.md). A source that lacks a class is asked about the others alone.
    """
    moved = MOVED * np.log(np.array(SENTIMENT_SHARES))
    asked = []
    for values, truth in found.values():
        classes = sorted(set(truth.tolist()))
        asked.append(((values + moved)[:, classes], np.array([classes.index(label) for label in truth])))
    direct = cross_entropy(by_people[0] + moved, by_people[1])
    losses = [cross_entropy(values, truth) for values, truth in asked]
    t = temperature(lambda t: (float(np.mean([loss(t) for loss in losses])) + direct(t)) / 2)
    told = [softmax(values / t) for values, _ in asked if values.shape[1] == len(HEADS["sentiment"])]
    return {
        "step": MOVED, "shift": [round(float(value), 4) for value in moved], "temperature": t,
        "abstainBelow": top_quantile(told, COVERAGE["sentiment"]),
        "leftOut": {name: len(truth) for name, (_, truth) in found.items()}, LABELLED: len(by_people[1]),
    }


def plain(head: str, logits: np.ndarray, truth: np.ndarray) -> dict[str, object]:
    t = temperature(cross_entropy(logits, truth))
    told = softmax(logits / t)
    found: dict[str, object] = {
        "temperature": t, "abstainBelow": top_quantile([told], COVERAGE.get(head, PLAIN_COVERAGE)),
    }
    if head == "hateful":
        steps = np.arange(0.4, 0.71, 0.05)
        values = [f1_score(truth, told[:, 1] >= s, average="macro") for s in steps]
        found["thresholds"] = [0.5, round(float(steps[int(np.argmax(values))]), 2)]
    if head == "target":
        clear = np.minimum(told[:, 0], told[:, 2])[truth != 1]
        found["mixedFrom"] = round(max(float(np.quantile(clear, 1 - MIXED_SHARE)), LEAST_MIXED), 3)
    return found


def intent(logits: np.ndarray, rows: list[Row]) -> dict[str, object]:
    """Complaint against the rest is all that is labelled by people."""
    truth = np.array(complaint_truth(rows))

    def loss(t: float) -> float:
        p = softmax(logits / t)[:, 0].clip(1e-6, 1 - 1e-6)
        return -float(np.mean(truth * np.log(p) + (1 - truth) * np.log(1 - p)))

    t = temperature(loss)
    return {"temperature": t, "abstainBelow": top_quantile([softmax(logits / t)], PLAIN_COVERAGE)}


def wide(logits: np.ndarray, rows: list[Row]) -> dict[str, object]:
    """The many-label head: a temperature, and for each label the threshold with the best F1."""
    truth = np.array([row.targets["emotions"] for row in rows])
    t = temperature(lambda t: float(np.mean(np.logaddexp(0, logits / t) - truth * logits / t)))
    probabilities = 1 / (1 + np.exp(-logits / t))
    candidates = np.arange(0.1, 0.61, 0.02)
    thresholds = []
    for label in range(len(EMOTIONS_WIDE)):
        values = [f1_score(truth[:, label], probabilities[:, label] >= c, zero_division=0) for c in candidates]
        smooth = np.convolve(np.pad(values, 2, mode="edge"), np.ones(5) / 5, mode="valid")
        # A label that the head does not know is not to be guessed at
        best = candidates[smooth.argmax()] if smooth.max() >= LEAST_USEFUL_F1 else 0.5
        thresholds.append(round(float(best), 2))
    return {"temperature": t, "thresholds": thresholds}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fold", nargs="*", metavar="FOLD=CHECKPOINT", required=True)
    parser.add_argument("--final", type=Path, required=True, help="checkpoint that is to be released")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--keep", type=Path, help="model.json of the release that training started from")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    tokens = Tokens(options.tokenizer, LENGTH)
    sets = {name: rows[:POSTS] for name, rows in prepared(options).look_at.items()}
    model = Model(load_encoder(options.onnx))

    def said(name: str) -> dict[str, Tensor]:
        return predict(model, tokens.encode([row.text for row in sets[name]]))

    left_out: dict[str, tuple[np.ndarray, np.ndarray]] = {}
    for fold, path in (pair.split("=", 1) for pair in options.fold):
        load(model, Path(path))
        for source in FOLDS[fold]:
            name = f"sentiment {source}"
            left_out[name] = (said(name)["sentiment"].numpy(), truth_of(sets[name], "sentiment"))
    load(model, options.final)
    by_people = labelled(options.data)
    direct = predict(model, tokens.encode([row.text for row in by_people]))["sentiment"].numpy()
    people = (direct, truth_of(by_people, "sentiment"))
    found: dict[str, dict[str, object]] = {"sentiment": sentiment(left_out, people)}
    said_before = json.loads(options.keep.read_text()) if options.keep else {"heads": []}
    released = {entry["name"]: entry for entry in said_before["heads"]}
    if options.keep:
        found["parts"] = said_before["parts"]
    else:
        posts = [row for row in prepared(options).behaviour if row.group in MADE_OF]
        logits, truth = predict_parts(model, tokens, list(joined(posts, PART_POSTS, "choose", SENTENCES, 1)))
        found["parts"] = {"temperature": temperature(cross_entropy(logits, truth))}
    for head in HEADS:
        if head != "sentiment" and head in released:
            found[head] = {key: released[head][key] for key in KEPT if key in released[head]}
        elif head == "emotions":
            found[head] = wide(said("emotions reddit")[head].numpy(), sets["emotions reddit"])
        elif head == "intent":
            found[head] = intent(said("complaint")[head].numpy(), sets["complaint"])
        elif head != "sentiment":
            found[head] = plain(head, said(head)[head].numpy(), truth_of(sets[head], head))
    chosen = sets["target choose"]
    found["target"] = plain("target", said("target choose")["target"].numpy(), truth_of(chosen, "target"))
    options.out.write_text(json.dumps(found, indent=2) + "\n")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
