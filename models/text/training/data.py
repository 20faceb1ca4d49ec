"""Reads the labelled posts, cleans what their crawlers left in them, and keeps dev texts out."""

from __future__ import annotations

import csv
import gzip
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from normalise import load_emoji, normalise

SENTIMENTS = ("negative", "neutral", "positive")
EMOTIONS = ("anger", "joy", "optimism", "sadness")
EMOTION_NAMES_2018 = (
    "anger", "anticipation", "disgust", "fear", "joy", "love", "optimism", "pessimism",
    "sadness", "surprise", "trust",
)
EMOTION_NAMES_REDDIT = (
    "admiration", "amusement", "anger", "annoyance", "approval", "caring", "confusion",
    "curiosity", "desire", "disappointment", "disapproval", "disgust", "embarrassment",
    "excitement", "fear", "gratitude", "grief", "joy", "love", "nervousness", "optimism", "pride",
    "realization", "relief", "remorse", "sadness", "surprise", "neutral",
)


@dataclass(frozen=True)
class Task:
    """Training files for a head, its labels, how often a row is seen in an epoch.

    `head` is the head's name where it is not the task's own; `renamed` maps a file's labels to the
    head's (rows of other labels are left out); `most` bounds the rows taken.
    """

    name: str
    files: tuple[str, ...]
    labels: tuple[str, ...]
    many: bool = False
    repeat: int = 1
    weight: float = 1.0
    head: str = ""
    renamed: dict[str, str] = field(default_factory=dict)
    most: int = 1_000_000
    language: str = ""


@dataclass(frozen=True)
class Example:
    task: str
    text: str
    target: int | tuple[int, ...]


TASKS = {
    "sentiment": Task("sentiment", ("sentiment_en_semeval2013_16.train",), SENTIMENTS),
    "emotion": Task("emotion", ("emotion_en_tweeteval.train",), EMOTIONS, repeat=3),
    "emotion2018": Task(
        "emotion2018", ("emotion_en_semeval2018_ec.train",), EMOTION_NAMES_2018, many=True
    ),
    "reddit": Task(
        "reddit", ("emotion_en_goemotions.train",), EMOTION_NAMES_REDDIT, many=True, weight=0.5
    ),
    "films": Task("films", ("sentiment_en_sst5.train",), SENTIMENTS, weight=0.5),
    "emoji": Task("emoji", ("emoji_en_tweeteval.train",), (), weight=0.5),
    "offensive": Task("offensive", ("offensive_en_tweeteval.train",), (), weight=0.5),
}
# Other corpora's words for the four emotions; a row must hold one of them alone
WEAK_EMOTIONS = {
    "anger": "anger", "annoyance": "anger", "disgust": "anger", "anger,annoyance": "anger",
    "anger,disgust": "anger", "joy": "joy", "amusement": "joy", "excitement": "joy",
    "joy,excitement": "joy", "optimism": "optimism", "sadness": "sadness", "grief": "sadness",
    "disappointment": "sadness", "disappointment,sadness": "sadness",
}
TASKS |= {
    "emotion weak": Task(
        "emotion weak",
        ("emotion_multi_brighter_semeval2025t11.train", "emotion_en_goemotions.train"),
        EMOTIONS, weight=0.5, head="emotion", renamed=WEAK_EMOTIONS, language="en", most=9_000,
    ),
    "sentiment part": Task(
        "sentiment part", ("sentiment_en_semeval2013_16.train",), SENTIMENTS, head="sentiment",
        most=14_000,
    ),
}
DEV_FILES = {
    "sentiment": "sentiment_en_tweeteval.dev",
    "emotion": "emotion_en_tweeteval.dev",
}


def read_rows(path: Path) -> list[dict[str, str]]:
    csv.field_size_limit(1 << 30)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def mend(text: str) -> str:
    """Undoes the crawler's escapes (backslash-u2019, doubled quotes): no post looks like that."""
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match.group(1), 16)), text)
    text = text.replace('\\""', '"').replace('\\"', '"').replace('""', '"')
    return text.strip().strip('"')


def key(text: str) -> str:
    """What makes two posts the same one: letters and digits without handles and links."""
    text = re.sub(r"@user|\bhttp\b", " ", text.lower())
    return re.sub(r"[^a-z0-9]", "", text)


class Corpus:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.emoji = load_emoji()
        self.held_out = {
            key(self.clean(row["text"]))
            for path in folder.glob("*_en_*.dev.tsv.gz")
            for row in read_rows(path)
        }

    def clean(self, text: str) -> str:
        return normalise(mend(text), self.emoji)

    def labels(self, task: Task) -> tuple[str, ...]:
        if task.labels:
            return task.labels
        rows = read_rows(self.folder / f"{task.files[0]}.tsv.gz")
        return tuple(sorted({row["label"] for row in rows}))

    def train(self, task: Task, dropped: Counter[str] | None = None) -> list[Example]:
        labels = self.labels(task)
        seen: dict[str, Example] = {}
        for name in task.files:
            for row in read_rows(self.folder / f"{name}.tsv.gz"):
                if task.language and not row["lang"].startswith(task.language):
                    continue
                text = self.clean(row["text"])
                identity = key(text)
                label = task.renamed.get(row["label"], "") if task.renamed else row["label"]
                target = encode(label, labels, task.many)
                reason = self.refusal(identity, target, seen)
                if reason is None and target is not None:
                    seen[identity] = Example(task.name, text, target)
                elif dropped is not None:
                    dropped[f"{task.name}: {reason}"] += 1
        found = list(seen.values())
        random.Random(task.name).shuffle(found)
        return found[: task.most] if task.most < len(found) else list(seen.values())

    def refusal(self, identity: str, target: object, seen: dict[str, Example]) -> str | None:
        if target is None:
            return "label unknown"
        if identity in self.held_out:
            return "in a dev file"
        return "duplicate" if identity in seen else None

    def dev(self, task: str) -> list[Example]:
        labels = TASKS[task].labels
        rows = read_rows(self.folder / f"{DEV_FILES[task]}.tsv.gz")
        return [
            Example(task, normalise(row["text"], self.emoji), labels.index(row["label"]))
            for row in rows
        ]


def encode(label: str, labels: tuple[str, ...], many: bool) -> int | tuple[int, ...] | None:
    if not many:
        return labels.index(label) if label in labels else None
    names = set(label.split(","))
    return tuple(int(name in names) for name in labels)
