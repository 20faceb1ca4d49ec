"""What the language identifier sees of a text: hashed pieces of its words.

`dev.earshot.reading.language.LanguageFeatures` does the same in Java; `golden-features.tsv` checks
both. A text is cut to its first 600 code points and reduced to lower-case words (links, handles,
digits, punctuation, emoji and the word "rt" gone; a letter repeated more than twice kept twice;
at most 24 code points a word). The features of a word are all pieces of 1 to 4 code points of
it between two border marks, and the word as a whole; each is hashed by FNV-1a to a bucket.
"""

from __future__ import annotations

import unicodedata

import numpy as np

BUCKETS = 1 << 16
LONGEST_PIECE = 4
MAX_CODE_POINTS = 600
MAX_WORD = 24
BORDER = 0x5F
FNV_BASIS = 0x811C9DC5
FNV_PRIME = 0x01000193
WHOLE_WORD_SEED = 0x5BD1E995
LINKS = ("http://", "https://", "www.")


def is_letter(c: str) -> bool:
    return unicodedata.category(c)[0] in "LM"


def words(text: str) -> list[str]:
    text = unicodedata.normalize("NFC", text[:MAX_CODE_POINTS].replace("\u2019", "'"))
    found: list[str] = []
    word: list[str] = []
    i = 0
    while i <= len(text):
        c = text[i] if i < len(text) else " "
        if not word and (c == "@" or text.startswith(LINKS, i)):
            i = end_of_token(text, i + 1)
            continue
        inner_apostrophe = (
            c == "'" and word and i + 1 < len(text) and is_letter(text[i + 1])
        )
        if is_letter(c) or inner_apostrophe:
            lower = c.lower()[0]
            if word[-2:] != [lower, lower]:
                word.append(lower)
        elif word:
            if word != ["r", "t"]:
                found.append("".join(word[:MAX_WORD]))
            word = []
        i += 1
    return found


def end_of_token(text: str, i: int) -> int:
    while i < len(text) and ord(text[i]) > 0x20:
        i += 1
    return i


def bucket(state: int) -> int:
    return (state ^ (state >> 15)) & (BUCKETS - 1)


def word_features(word: str) -> list[int]:
    points = [BORDER, *map(ord, word), BORDER]
    out = []
    for start in range(len(points)):
        state = FNV_BASIS
        for end in range(start, min(start + LONGEST_PIECE, len(points))):
            state = ((state ^ points[end]) * FNV_PRIME) & 0xFFFFFFFF
            if end > start or points[start] != BORDER:
                out.append(bucket(state))
    state = WHOLE_WORD_SEED
    for point in points:
        state = ((state ^ point) * FNV_PRIME) & 0xFFFFFFFF
    out.append(bucket(state))
    return out


class Extractor:
    """Remembers the features of words already seen, which most words of a corpus are."""

    def __init__(self) -> None:
        self.known: dict[str, np.ndarray] = {}

    def features(self, text: str) -> np.ndarray:
        parts = []
        for word in words(text):
            part = self.known.get(word)
            if part is None:
                part = np.array(word_features(word), dtype=np.int32)
                self.known[word] = part
            parts.append(part)
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int32)
