"""Posts written one by one, for what published posts show too rarely.

`written_targets.tsv` names two or three brands or people ({A}, {B}, {C}) with a label for each, `written_kinds.tsv` holds
kinds of praise and blame that are often read the wrong way round, with the feeling of the whole. Writers had only a list
of kinds and the rule that no two posts share a frame: they had read neither the frames of `kinds.py`, `target_frames.py`
and `target_laws.py` nor any test. One post in six is never trained on.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from pathlib import Path

from normalise import load_emoji, normalise
from sources import Row, held_out, one
from suite import Suite
from targets import END, SIGNS, START, Maker

FOLDER = Path(__file__).parent
KEPT_ONE_IN = 6
# With so many draws of names and writing is each post trained on
DRAWS = 4
# A handle is marked whole, as in published posts
NAME = re.compile(r"(@?)\{([ABC])\}")


def read(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def kept(post: str) -> bool:
    """Whether the post is for choosing and reporting, never for training."""
    return held_out("written " + post, KEPT_ONE_IN)


class Writer:
    def __init__(self, seed: int) -> None:
        self.maker = Maker(seed)
        self.dice = random.Random(seed)
        self.emoji = load_emoji()

    def filled(self, post: str, marked: str = "") -> str:
        """The post with names for its letters, those of `marked` between the marks."""
        names: dict[str, str] = {}
        while len(names) < 3:
            name = self.maker.name()
            if name not in names.values():
                names["ABC"[len(names)]] = name
        small = self.dice.random() < 0.3 or post == post.lower()

        def name_of(found: re.Match[str]) -> str:
            name = found[1] + names[found[2]]
            name = name.lower() if small else name
            return START + name + END if found[2] == marked else name

        return NAME.sub(name_of, post)

    def clean(self, text: str) -> str:
        return normalise(text, self.emoji)


def target_posts(keep: bool, draws: int, seed: int) -> Iterator[Row]:
    writer = Writer(seed)
    for row in read("written_targets.tsv"):
        if kept(row["post"]) == keep:
            for _ in range(draws):
                for letter in "ABC":
                    if row[letter] in SIGNS and "{" + letter + "}" in row["post"]:
                        text = writer.clean(writer.filled(row["post"], letter))
                        yield Row("target written", text, one("target", SIGNS[row[letter]]))


def kind_posts(keep: bool, draws: int, seed: int) -> Iterator[Row]:
    writer = Writer(seed)
    for row in read("written_kinds.tsv"):
        if kept(row["post"]) == keep:
            for _ in range(draws if NAME.search(row["post"]) else 1):
                targets = one("sentiment", SIGNS[row["label"]])
                if row["kind"] == "irony":
                    targets |= one("irony", "ironic" if row["label"] == "-" else "not_ironic")
                yield Row(f"made written {row['kind']}", writer.clean(writer.filled(row["post"])), targets)


def written_rows(seed: int) -> list[Row]:
    """What is trained on; nothing that the behaviour suite holds."""
    suite = Suite()
    rows = (*target_posts(False, DRAWS, seed), *kind_posts(False, DRAWS, seed + 1))
    return [row for row in rows if not suite.holds(row.text)]


def written_sets() -> dict[str, list[Row]]:
    """What the kept posts say: targets, and each kind."""
    kinds = list(kind_posts(True, 1, 97))
    return {"target written": list(target_posts(True, 1, 96))} | {
        group.removeprefix("made "): [row for row in kinds if row.group == group]
        for group in sorted({row.group for row in kinds})
    }
