"""Posts of several clauses, each clause with its own sentiment: what one pass over a post must tell of its parts.

The sentiment head reads every token; the mean over a clause's tokens is the clause's. Three kinds of
rows teach that: clauses of our own templates joined, short labelled posts joined, and real posts cut
at their joints, whose clauses have what a teacher said of them when it read each alone.
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterable, Iterator

from data import key
from sources import Piece, Row
from suite import Suite

JOINTS = (
    ", but ", ", but ", " but ", ". ", ". ", "! ", ", ", ", and ", " and ", "; ", " - ", ", though ", " although ",
    ", while ", " whereas ", ", yet ", ". however, ", ". still, ", " ... ", "? ", ". also ", ", then again ", " even though ",
)
ENDS = ("", "", "", ".", ".", "!", " lol", " http", " #brand", "...")
OPENINGS = ("", "", "", "", "so ", "ok ", "@user ", "update: ", "well, ", "honestly ", "day two: ", "lol ")
SENTENCES = (". ", ". ", "! ", " ... ", "? ", "... ")
# Where a post is cut: the joint belongs to neither side
CUT = re.compile(
    r"((?<=[a-z\d)'\"*])(?:[.!?]+ (?=\S)|\s*;\s+|,? +(?:but|although|though|whereas|while|however|yet) |"
    r", (?:and|so|or) |,\s+|\s+-+\s+))",
    re.I,
)
LEAST_WORDS, MOST_WORDS, MOST_CLAUSES = 2, 14, 5
JOINED, MADE, CUT_POSTS = 9_000, 16_000, 14_000
MADE_OF = (
    "made clause", "made facts", "made negation", "made denied", "made plainly", "made degree", "made emoji",
    "made emoji decides", "made negated neutral", "made asked", "made trait", "made identity", "made time",
)
CUT_OF = ("sentiment", "complaint", "emoji tweets", "noisy tweets", "emotion", "reviews")


def words(text: str) -> int:
    return sum(any(c.isalnum() for c in word) for word in text.split())


def clauses(text: str) -> list[Piece]:
    """Clauses and, between them, their joints; a clause of a single word stays with the one before."""
    found: list[Piece] = []
    for i, stretch in enumerate(CUT.split(text)):
        if i % 2 == 1:
            found.append(Piece(stretch, None))
        elif len(found) > 1 and words(stretch) < LEAST_WORDS:
            joint = found.pop().text
            found[-1] = Piece(found[-1].text + joint + stretch, ())
        else:
            found.append(Piece(stretch, ()))
    return [piece for piece in found if piece.text]


def cut_posts(rows: Iterable[Row]) -> Iterator[Row]:
    """Real posts of two to five clauses; their clauses' sentiment is the teacher's to say.

    By a hash of the text, so that nearly the same rows give nearly the same posts.
    """
    pool = [row for row in rows if row.group in CUT_OF]
    pool.sort(key=lambda row: zlib.crc32(key(row.text).encode()))
    count = 0
    for row in pool:
        pieces = clauses(row.text)
        told = [piece for piece in pieces if piece.allowed is not None]
        if 2 <= len(told) <= MOST_CLAUSES and all(words(p.text) >= LEAST_WORDS for p in told):
            yield Row("cut posts", row.text, row.targets, row.weight, tuple(pieces))
            count += 1
            if count == CUT_POSTS:
                return


def together(parts: list[Row], joints: list[str], start: str, end: str) -> tuple[Piece, ...]:
    pieces = [Piece(start, None)] if start else []
    for i, row in enumerate(parts):
        if i:
            pieces.append(Piece(joints[i - 1], None))
        text = row.text.rstrip(" .!?") if i + 1 < len(parts) or end else row.text
        pieces.append(Piece(text or row.text, row.targets["sentiment"]))
    return (*pieces, Piece(end, None)) if end else tuple(pieces)


def joined(rows: list[Row], count: int, group: str, joints: tuple[str, ...], seed: int) -> Iterator[Row]:
    """Two or three posts in one. The whole has a label only where all parts have the same."""
    dice = random.Random(seed)
    by_label: dict[tuple[int, ...], list[Row]] = {}
    for row in rows:
        if 1 <= words(row.text) <= MOST_WORDS:
            by_label.setdefault(row.targets["sentiment"], []).append(row)
    for _ in range(count):
        # Mostly one negative and one positive: that is what must be told apart
        drawn = dice.choice(((0, 2), (0, 2), (0, 1), (1, 2), (0, 2, 1), None))
        labelled = dice.choices(list(by_label), k=2) if drawn is None else [(label,) for label in drawn]
        parts = [dice.choice(by_label[label]) for label in labelled]
        dice.shuffle(parts)
        pieces = together(
            parts, [dice.choice(joints) for _ in parts[1:]], dice.choice(OPENINGS), dice.choice(ENDS)
        )
        text = "".join(piece.text for piece in pieces)
        labels = {row.targets["sentiment"] for row in parts}
        whole = {"sentiment": labels.pop()} if len(labels) == 1 else {}
        yield Row(group, text, whole, 1.0, pieces)


def part_rows(corpora: Iterable[Row], made: list[Row], seed: int) -> list[Row]:
    rows = list(corpora)
    short = [row for row in rows if row.group == "sentiment"]
    templates = [row for row in made if row.group in MADE_OF]
    suite = Suite()
    return [
        *cut_posts(rows),
        *joined(short, JOINED, "joined posts", SENTENCES, seed),
        *(
            row for row in joined(templates, MADE, "made joined", JOINTS, seed + 1)
            if not suite.holds(row.text)
        ),
    ]
