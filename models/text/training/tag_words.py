"""Cuts a hashtag that is written without capitals into its words: hatethisplace.

The most probable cut (Norvig, "Natural language corpus data", 2009) by the word list that names of brands are
matched with. The Java class `dev.earshot.reading.brand.TagCut` implements the same rule; the pairs in
`golden-normaliser.jsonl` hold both to it. Shares are whole tenths of decimal logarithms, so that no rounding differs.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from letters import feelings

WORDS = (
    Path(__file__).resolve().parents[3]
    / "shared/reading/src/main/resources/dev/earshot/reading/brand/words.txt"
)
SHORTEST, LONGEST, LONGEST_WORD = 5, 40, 20
# How rare, in tenths of decimal logarithms, an unlisted word is: so much, and so much for each letter
UNLISTED, UNLISTED_LETTER = 57, 10
# The same for "a" and "i", the only words of one letter; and how much rarer a short listed word counts
LETTER_WORD = 32
SHORT_WORDS = {2: 10, 3: 4}
SHORTEST_UNLISTED = 4


@lru_cache
def rareness() -> dict[str, int]:
    found = {}
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, said = line.split(" ")
            found[word] = int(said.rstrip("ov"))
    return found


@lru_cache(1 << 16)
def cost(word: str) -> int:
    """How rare the word is; a great number where it may be no word of a cut."""
    if len(word) == 1:
        return LETTER_WORD if word in "ai" else 1000
    listed = rareness().get(word)
    if listed is not None:
        return listed + SHORT_WORDS.get(len(word), 0)
    return UNLISTED + UNLISTED_LETTER * len(word) if len(word) >= SHORTEST_UNLISTED else 1000


@lru_cache(1 << 16)
def cut(tag: str) -> tuple[int, ...]:
    """Where words begin within the tag of letters a to z, but for the first; none if it is better left whole.

    Only tags that hold a word of feeling are cut, since the released weights were trained on whole tags. Cutting every tag
    made the mood of 13 training tweets of 941 right and of 25 wrong, this rule of 3 and 2 of 157 (LOG.md).
    """
    if not SHORTEST <= len(tag) <= LONGEST:
        return ()
    best, start = [0], [0]
    for end in range(1, len(tag) + 1):
        costs = [
            (best[begin] + cost(tag[begin:end]), begin)
            for begin in range(max(0, end - LONGEST_WORD), end)
        ]
        least, begin = min(costs)
        best.append(least)
        start.append(begin)
    if best[-1] >= cost(tag):
        return ()
    found, at = [], start[-1]
    while at > 0:
        found.append(at)
        at = start[at]
    starts = tuple(reversed(found))
    words = (tag[begin:end] for begin, end in zip((0, *starts), (*starts, len(tag)), strict=True))
    return starts if any(word in feelings() for word in words) else ()
