"""Replaces letters that are dressed up as other characters by ASCII letters, one code point by one.

The Java class `dev.earshot.reading.letters.PlainLetters` implements the same rules and says why; the pairs in
`golden-normaliser.jsonl` hold both to them.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

FEELING_WORDS = (
    Path(__file__).resolve().parents[3]
    / "shared/reading/src/main/resources/dev/earshot/reading/letters/feeling-words.txt"
)


def pairs(text: str) -> dict[str, str]:
    return dict(zip(text[::2], text[1::2], strict=True))


LOOK_ALIKES = pairs(
    "аaеeоoрpсcуyхxѕsіiјjԁdһhԛqԝwӏlАAВBЕEКKМMНHОOРPСCТTХXУYЅSІIЈJ"
    "οoαaνvρpυuιiκkΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX"
)
SMALL_CAPITALS = pairs("ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz")
LETTERLIKE = pairs("ℂCℊgℋHℌHℍHℎhℐIℑIℒLℕNℙPℚQℛRℜRℝRℤZℨZℬBℭCℯeℰEℱFℳMℴo")
AROUND_WORDS = "\"'().,!?;:*~#"
SIGNS = {"0": "o", "3": "e", "4": "a", "@": "a", "5": "s", "$": "s", "7": "t"}


@lru_cache
def feelings() -> frozenset[str]:
    lines = FEELING_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def fold(text: str) -> str:
    text = "".join(styled(text, i) for i in range(len(text)))
    return fold_signs(text if text.isascii() else fold_look_alikes(text))


def is_letter(c: str) -> bool:
    return "a" <= c <= "z" or "A" <= c <= "Z"


def letter(index: int) -> str:
    return chr(ord("A") + index) if index < 26 else chr(ord("a") + index - 26)


def styled(text: str, i: int) -> str:
    c = text[i]
    code = ord(c)
    if code < 0x250:
        return c
    if 0x1F130 <= code <= 0x1F189:
        return squared(text, i)
    if 0x1D400 <= code <= 0x1D6A3:
        return letter((code - 0x1D400) % 52)
    if 0x1D7CE <= code <= 0x1D7FF:
        return chr(ord("0") + (code - 0x1D7CE) % 10)
    if 0xFF21 <= code <= 0xFF3A or 0xFF41 <= code <= 0xFF5A:
        return chr(code - 0xFF21 + ord("A"))
    if 0x24B6 <= code <= 0x24E9:
        return letter(code - 0x24B6)
    return SMALL_CAPITALS.get(c) or LETTERLIKE.get(c, c)


def squared(text: str, i: int) -> str:
    def letter_or_box(c: str) -> bool:
        return is_letter(c) or 0x1F130 <= ord(c) <= 0x1F189

    code = ord(text[i])
    besides = (i > 0 and letter_or_box(text[i - 1])) or (
        i + 1 < len(text) and letter_or_box(text[i + 1])
    )
    offset = code - (0x1F130 if code < 0x1F150 else 0x1F150 if code < 0x1F170 else 0x1F170)
    return chr(ord("A") + offset) if offset < 26 and besides else text[i]


def fold_look_alikes(text: str) -> str:
    out = []
    start = 0
    for end in range(len(text) + 1):
        if end < len(text) and (is_letter(text[end]) or 0x370 <= ord(text[end]) <= 0x52F):
            continue
        word = text[start:end]
        latin = any(is_letter(c) for c in word)
        if latin and all(is_letter(c) or c in LOOK_ALIKES for c in word):
            word = "".join(LOOK_ALIKES.get(c, c) for c in word)
        out.append(word + text[end : end + 1])
        start = end + 1
    return "".join(out)


def fold_signs(text: str) -> str:
    out = []
    start = 0
    for end in range(len(text) + 1):
        if end < len(text) and text[end] > " ":
            continue
        token = text[start:end]
        first, last = 0, len(token)
        while first < last and token[first] in AROUND_WORDS:
            first += 1
        while last > first and token[last - 1] in AROUND_WORDS:
            last -= 1
        out.append(token[:first] + fold_word(token[first:last]) + token[last:])
        out.append(text[end : end + 1])
        start = end + 1
    return "".join(out)


def fold_word(word: str) -> str:
    letters = sum(map(is_letter, word))
    signs = sum(c == "1" or c in SIGNS for c in word)
    if letters < 2 or signs == 0 or letters + signs < len(word) or word[0] == "@":
        return word
    for one in "il":
        plain = "".join(one if c == "1" else SIGNS.get(c, c) for c in word)
        if plain.lower() in feelings():
            return plain
    return word
