"""Writes eval.json's figures as the table of card.md, between its two marks."""

from __future__ import annotations

import json
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1]
NAMES = {
    "macroRecall": "macro recall", "macroF1": "macro F1", "f1Of_ironic": "F1 of ironic",
    "f1Of_complaint": "F1 of complaint", "accuracy": "accuracy",
    "accuracyAt80": "accuracy at 80 % coverage", "shareError": "error of the shares in points",
    "coverage": "told a verdict %", "accuracyTold": "right of these", "reversed": "reversed %",
}
OTHER_NAMES = {"accuracy": "accuracy ", "macroRecall": "macro recall ", "value": ""}
SHOWN = {
    "sentiment": ("macroRecall", "accuracy", "coverage", "accuracyTold", "shareError"),
    "target": ("accuracy", "macroRecall", "reversed", "coverage", "accuracyTold"),
    "emotion": ("macroF1", "accuracy", "accuracyAt80"),
    "emotions": ("macroF1",),
    "irony": ("f1Of_ironic", "macroF1", "accuracy", "accuracyAt80"),
    "offensive": ("macroF1", "accuracy", "accuracyAt80"),
    "hateful": ("macroF1", "accuracy", "accuracyAt80"),
    "intent": ("macroF1", "f1Of_complaint", "accuracy", "accuracyAt80"),
}


def main() -> None:
    found = json.loads((FOLDER / "eval.json").read_text())
    lines = ["| head | data | posts | figures | calibration error | date |", "|---|---|---|---|---|---|"]
    for entry in found["heads"]:
        figures = ", ".join(f"{NAMES[k]} {entry[k]:.1f}" for k in SHOWN[entry["head"]] if k in entry)
        error = f"{entry['ece']:.3f}" if "ece" in entry else "-"
        lines.append(
            f"| {entry['head']} | {entry['data']} | {entry['n']:,} | {figures} | {error} | {entry['date']} |"
        )
    for entry in found["other"]:
        kind, value = next(
            (name, entry[key]) for key, name in OTHER_NAMES.items() if key in entry
        )
        what = f"{entry['measured']}: {kind}{value:.1f}"
        lines.append(
            f"| {entry['head']} | {entry.get('data', 'sentiment_en_tweeteval.dev')} | {entry['n']:,} |"
            f" {what} | - | {entry['date']} |"
        )
    card = FOLDER / "card.md"
    text = card.read_text()
    table = "<!-- figures -->\n" + "\n".join(lines) + "\n<!-- end of figures -->"
    text = re.sub(r"FIGURES|<!-- figures -->.*<!-- end of figures -->", lambda _: table, text, flags=re.S)
    card.write_text(text)


if __name__ == "__main__":
    main()
