"""Posts with a target marked in them: what the post says of that one name, not what it says at large.

Three kinds of rows. Real posts of two or more names, read by hand (`targets.tsv`: which file, which
id, where the name stands in the text as published, the label; no texts); real posts whose label is
neutral, where no name can be praised or blamed; and frames of our own (`target_frames.py`, `target_laws.py`). A fifth of the
real posts by their id, the check family of frames and its names are for reporting alone.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from augment import any_name
from behaviour_words import BAD, EDGES, GOOD, THINGS
from data import key, read_rows
from normalise import normalise
from sources import SENTIMENTS, Row, Sources, held_out, one
from target_frames import CHECK, FRAMES, Frames
from target_laws import LAWS, SLOTS

LABELS = Path(__file__).parent / "targets.tsv"
START, END = "\ue000", "\ue001"
SIGNS = dict(zip("-0+", SENTIMENTS, strict=True))
SLOT = re.compile(r"\{(" + "|".join(SLOTS) + r")\}")
REPORT_ONE_IN, CHOOSE_ONE_IN = 5, 8
COUNT, LAW_COUNT = 9_000, 14_000
REAL_BRANDS = (
    "Apple Samsung Google Microsoft Nokia Sony HTC LG Dell HP Lenovo Amazon Netflix Hulu Spotify Uber Lyft Nike Adidas Puma "
    "Starbucks Dunkin Subway KFC Pepsi Coke Tesco Asda Aldi Lidl Walmart Target Costco Ikea Zara Verizon Sprint Vodafone EE "
    "Delta United JetBlue Ryanair EasyJet Lufthansa Toyota Ford Honda BMW Audi Tesla Kia Xbox PlayStation Nintendo Windows "
    "Android iPhone iPad Kindle Chrome Firefox Gmail Twitter Facebook Instagram YouTube TikTok Reddit Visa PayPal Barclays Chelsea "
    "Arsenal Messi Ronaldo Federer Nadal Drake Adele Beyonce Rihanna Batman Superman Obama Trump Labour Mac Linux Pixel Galaxy"
).split()
SYLLABLES = (
    "ba be bo ca co da de do fa fi ga go ka ki la le li lo lu ma me mi mo na ne ni no pa pi ra re ri ro sa se so ta te ti to tra va ve vi vo za ze zo xi nova tel vix "
    "mar lin ton ix ar en or us ex an is ly va"
).split()
WHEN = ("last week", "yesterday", "this morning", "in March", "last year", "today", "on Monday", "two weeks ago", "finally")


@dataclass(frozen=True)
class Labelled:
    """A name in a published post: the characters of each of its mentions, and what is said of it."""

    file: str
    identity: str
    spans: tuple[tuple[int, int], ...]
    label: str


def labelled() -> list[Labelled]:
    with LABELS.open(encoding="utf-8", newline="") as lines:
        return [
            Labelled(
                row["file"], row["id"],
                tuple((int(s), int(e)) for s, e in (span.split("-") for span in row["spans"].split(","))),
                row["label"],
            )
            for row in csv.DictReader(lines, delimiter="\t")
            if row["label"] in SIGNS
        ]


def mark(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + START + text[start:end] + END + text[end:]
    return text


def role(identity: str) -> str:
    if held_out("target " + identity, REPORT_ONE_IN):
        return "report"
    return "choose" if held_out("target choose " + identity, CHOOSE_ONE_IN) else "train"


def real(sources: Sources, kept: str) -> Iterator[Row]:
    """The hand-labelled targets of one role: "train", "choose" or "report"; a post has one role."""
    wanted = [found for found in labelled() if role(found.identity) == kept]
    for file in sorted({found.file for found in wanted}):
        texts = {row["id"]: row["text"] for row in read_rows(sources.folder / f"{file}.tsv.gz")}
        for found in wanted:
            if found.file == file:
                text = sources.clean(mark(texts[found.identity], found.spans))
                yield Row("target real", text, one("target", SIGNS[found.label]))


class Maker:
    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def made_up(self) -> str:
        return "".join(self.dice.choices(SYLLABLES, k=self.dice.choice((2, 3, 3)))).capitalize()

    def name(self) -> str:
        kind = self.dice.random()
        if kind < 0.45:
            return self.dice.choice(REAL_BRANDS)
        return self.made_up() if kind < 0.85 else any_name(self.dice)

    def drawn(self, frame: str) -> str:
        """The frame with a word or clause for each slot of `target_laws.py`; two of a kind are drawn apart."""
        while found := SLOT.search(frame):
            frame = frame[: found.start()] + self.dice.choice(SLOTS[found[1]]) + frame[found.end() :]
        return frame

    def post(self, frame: str) -> tuple[str, str]:
        """The frame with two names, marked for {a} and for {b}."""
        dice = self.dice
        names = {"a": self.name(), "b": self.name()}
        while names["b"] == names["a"]:
            names["b"] = self.name()
        if dice.random() < 0.3:
            names = {slot: name.lower() for slot, name in names.items()}
        words = {
            "good": dice.choice(GOOD), "bad": dice.choice(BAD), "n": str(dice.randint(2, 9)),
            "when": dice.choice(WHEN), "thing": dice.choice(THINGS),
        }
        frame = self.drawn(frame)
        if dice.random() < 0.25:
            frame = dice.choice(EDGES) + " " + frame
        if dice.random() < 0.5:
            frame += dice.choice((".", "!", "..", " lol", " http", "!!", " smh", " #justsaying"))
        elif dice.random() < 0.3 and not frame.startswith("{"):
            frame = frame[0].upper() + frame[1:]
        both = [
            frame.format(**(words | {s: START + n + END if s == slot else n for s, n in names.items()}))
            for slot in "ab"
        ]
        return both[0], both[1]

    def rows(self, families: Frames, count: int, emoji: dict[int, str]) -> Iterator[Row]:
        seen = set()
        for _ in range(count // 2):
            family = self.dice.choice(list(families))
            frame, *signs = self.dice.choice(families[family])
            for sign, text in zip(signs, self.post(frame), strict=True):
                if text not in seen:
                    seen.add(text)
                    yield Row(f"target {family}", normalise(text, emoji), one("target", SIGNS[sign]))


def target_rows(sources: Sources, seed: int) -> list[Row]:
    """What is trained on."""
    emoji = sources.corpus.emoji
    made = [*Maker(seed).rows(FRAMES, COUNT, emoji), *Maker(seed + 1).rows(LAWS, LAW_COUNT, emoji)]
    real_rows = list(real(sources, "train"))
    known = {key(row.text) for row in real_rows}
    return [*real_rows, *(row for row in made if key(row.text) not in known)]


def target_sets(sources: Sources) -> dict[str, list[Row]]:
    """What is chosen on, and what is reported."""
    return {
        "target choose": list(real(sources, "choose")), "target report": list(real(sources, "report")),
        "target check": list(Maker(99).rows(CHECK, 400, sources.corpus.emoji)),
    }
