"""Turns a checkpoint into this model's folder and measures it, language by language.

The network, its int8 form and its recipe are those of `models/text`, with one head.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import confusion_matrix, f1_score

HERE = Path(__file__).resolve().parents[1]
TEXT = HERE.parent / "text"
sys.path[:0] = [str(TEXT / "export"), str(TEXT / "training")]

import describe  # noqa: E402
import export  # noqa: E402
from bert import load_encoder  # noqa: E402
from data import mend, read_rows  # noqa: E402
from normalise import load_emoji, normalise  # noqa: E402
from quantised import QuantisedClassifier  # noqa: E402
from sources import SENTIMENTS  # noqa: E402

FILES = (
    "sentiment_multi_umsab_xlmt", "sentiment_multi_afrisenti", "sentiment_multi_nusax",
    "sentiment_id_smsa",
)
# A language is listed where its development posts are at least so many and so well read
LEAST_POSTS, LEAST_MACRO_F1 = 300, 50.0
# English has a model of its own
ENGLISH = "en"


def rows_by_file(data: Path, side: str) -> dict[tuple[str, str], list[tuple[str, int]]]:
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    emoji = load_emoji()
    for name in FILES:
        for row in read_rows(data / f"{name}.{side}.tsv.gz"):
            if row["label"] in SENTIMENTS:
                language = row["lang"].split("-")[0].lower()
                text = normalise(mend(row["text"]), emoji)
                label = SENTIMENTS.index(row["label"])
                found.setdefault((name, language), []).append((text, label))
    return found


def quantised(options: argparse.Namespace) -> tuple[QuantisedClassifier, bytearray]:
    weights = torch.load(options.checkpoint)["weights"]
    recipe = export.Recipe(
        export.Upstream(options.onnx), weights, {}, options.rank, ("sentiment",)
    )
    model = export.Classifier(load_encoder(options.onnx), len(SENTIMENTS)).eval()
    model.requires_grad_(False)
    described = export.fill(model, recipe)
    train = rows_by_file(options.data, "train")
    texts = [text for rows in train.values() for text, _ in rows[:24]]
    inputs = export.watched(model, texts, options.tokenizer)
    network, tensors, said = export.int8_network(model, described, inputs)
    options.reference.parent.mkdir(parents=True, exist_ok=True)
    torch.jit.script(network).save(str(options.reference))
    for number, tensor in enumerate(tensors):
        export.mark(tensor, number)
    options.folder.mkdir(parents=True, exist_ok=True)
    export.write_skeleton(torch.jit.script(network), tensors, said, options.folder)
    return network, recipe.adapter.bytes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--reference", type=Path, required=True)
    parser.add_argument("--revision", required=True)
    parser.add_argument("--rank", type=int, default=96)
    parser.add_argument("--folder", type=Path, default=HERE)
    options = parser.parse_args()
    torch.set_num_threads(1)
    _, adapter = quantised(options)
    (options.folder / "adapter.bin").write_bytes(adapter)
    network = describe.Network(options.reference, options.tokenizer)
    entries, languages = [], []
    read: dict[tuple[str, str], tuple[np.ndarray, np.ndarray]] = {}
    for name, rows in rows_by_file(options.data, "dev").items():
        logits = network.logits([text for text, _ in rows])
        read[name] = (logits, np.array([label for _, label in rows]))
    umsab = [v for k, v in read.items() if "umsab" in k[0]]
    together = np.concatenate([v[0] for v in umsab]), np.concatenate([v[1] for v in umsab])
    temperature = describe.temperature(describe.cross_entropy(*together))
    confidence = describe.softmax(together[0] / temperature).max(1)
    below = round(float(np.quantile(confidence, 1 - describe.COVERAGE)), 3)
    for (file, language), (logits, truth) in read.items():
        probabilities = describe.softmax(logits / temperature)
        chosen, top = probabilities.argmax(1), probabilities.max(1)
        kept = top >= below
        figure = describe.percent(f1_score(truth, chosen, average="macro"))
        listed = len(truth) >= LEAST_POSTS and figure >= LEAST_MACRO_F1 and language != ENGLISH
        if listed:
            languages.append(language)
        entries.append(
            {
                "head": "sentiment", "language": language, "data": f"{file}.dev", "n": len(truth),
                "date": datetime.date.today().isoformat(), "macroF1": figure,
                "accuracy": describe.percent((chosen == truth).mean()),
                "accuracyAt100": describe.percent((chosen == truth).mean()),
                "accuracyWhereSure": describe.percent((chosen == truth)[kept].mean()) if kept.any() else 0,
                "coverage": describe.percent(kept.mean()),
                "ece": round(describe.calibration_error(top, chosen == truth), 4),
                "labels": list(SENTIMENTS),
                "confusion": confusion_matrix(truth, chosen, labels=range(3)).tolist(),
                "listed": listed,
            }
        )
        print(json.dumps({k: v for k, v in entries[-1].items() if k != "confusion"}), flush=True)
    heads = [
        {
            "name": "sentiment", "labels": list(SENTIMENTS), "kind": "softmax",
            "temperature": temperature, "abstainBelow": below,
        }
    ]
    model = describe.manifest(options, heads, "text-multilingual")
    model |= {
        "task": "sentiment of posts in languages beside English", "precision": "int8 matrices",
        "languages": sorted(set(languages)),
    }
    describe.write(options.folder / "model.json", model)
    found = {"revision": options.revision, "heads": entries}
    describe.write(options.folder / "eval.json", found)


if __name__ == "__main__":
    main()
