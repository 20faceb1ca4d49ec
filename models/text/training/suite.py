"""The frames of the behaviour suite and the bias gate, so that no training post is made in one of them.

A frame is a test template whose blanks may hold one to three words. Spelled-out and contracted
negations count as one, and so do the little words before a noun; up to three words may stand before.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / "shared/evaluation/src/main/resources/dev/earshot/evaluation"
FILES = ("behaviour/*.txt", "bias/en.txt")
BLANK = r"\w+(?: \w+){0,2}"
FEWEST_WORDS = 3
SAME = (
    (r"\bcannot\b|\bcan't\b", "can not"), (r"\bwon't\b", "will not"), (r"n't\b", " not"),
    (r"\bit's\b", "it is"), (r"\bi'm\b", "i am"), (r"[^\w{}|]+", " "),
    (r"\b(?:this|that|my|your|their|our|his|her|an?)\b", "the"), (r"\bwas\b|\bare\b|\bwere\b", "is"),
)


Pairs = tuple[tuple[str, str], ...]


def plain(text: str, same: Pairs = SAME) -> str:
    text = text.lower().replace("a(n)", "the")
    for pattern, put in same:
        text = re.sub(pattern, put, text)
    return " ".join(text.split())


def frame(template: str, same: Pairs = SAME) -> str | None:
    words, literal = [], 0
    for part in re.split(r"(\{[^}]*\})", plain_outside(template, same)):
        if part.startswith("{"):
            words.append(BLANK)
        elif part.strip():
            literal += len(part.split())
            words.append(re.escape(part.strip()).replace(r"\ ", " "))
    return " ".join(words) if literal >= FEWEST_WORDS else None


def plain_outside(template: str, same: Pairs) -> str:
    parts = re.split(r"(\{[^}]*\})", template)
    return " ".join(p if p.startswith("{") else plain(p, same) for p in parts)


def templates(folder: Path, files: tuple[str, ...] = FILES) -> set[str]:
    found = set()
    for pattern in files:
        for path in sorted(folder.glob(pattern)):
            lines = path.read_text(encoding="utf-8").splitlines()
            for line in lines:
                if line.startswith(("#", "[", "group")) or re.match(r"\w+ = ", line):
                    continue
                said = re.sub(r"^(?:neutral|positive|negative): ", "", line)
                found |= {p.strip() for p in re.split(r" => | \| ", said) if p.strip()}
    return found


class Suite:
    """`first`: what else counts as one, in a language beside English."""

    def __init__(
        self, folder: Path = FOLDER, files: tuple[str, ...] = FILES, first: Pairs = ()
    ) -> None:
        found = templates(folder, files)
        if not found:
            raise FileNotFoundError(f"no templates under {folder}")
        self.same = first + SAME
        frames = sorted(f for f in (frame(template, self.same) for template in found) if f)
        self.pattern = re.compile(rf"(?:\w+ ){{0,3}}(?:{'|'.join(frames)})")

    def holds(self, text: str) -> bool:
        return self.pattern.fullmatch(plain(text, self.same)) is not None
