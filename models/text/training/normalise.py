"""Turns a post into the text that the tokenizer sees.

The Java class `dev.earshot.djl.text.TextNormaliser` implements the same rules in the same order;
`golden-normaliser.jsonl` beside its test holds pairs that both must reproduce. Every rule works on code points and on
ranges written out here, never on a library's idea of "word" or "space", so that two runtimes with
different Unicode versions agree.

Order: cut to 8,192 code points; HTML references (twice); characters (control characters and lone
surrogates to spaces, invisible ones dropped, typographic quotes and dashes to ASCII); letters dressed up as
other characters (`letters.py`); URLs; handles; emoji; compatibility forms (NFKC); hashtags (`tag_words.py`); elongation; repeated handles; spaces; handles and
links at the post's edges (whom a post is addressed to, or that it has a link, must not move a label).
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import letters
import tag_words

MAX_CODE_POINTS = 8192
EMOJI_TABLE = (
    Path(__file__).resolve().parents[3]
    / "shared/djl/src/main/resources/dev/earshot/djl/text/emoji.tsv"
)
URL_STARTS = ("http://", "https://", "www.", "pic.twitter.com/", "t.co/", "bit.ly/")
NAMED_REFERENCES = {
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "quot": '"',
    "apos": "'",
    "nbsp": " ",
    "hellip": "...",
    "mdash": "-",
    "ndash": "-",
    "lsquo": "'",
    "rsquo": "'",
    "ldquo": '"',
    "rdquo": '"',
}
URL_TRAILERS = ".,!?:;'\")]}"
LONGEST_REFERENCE = 8
MASKS = ("@user", "http")


def load_emoji(path: Path = EMOJI_TABLE) -> dict[int, str]:
    table = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        code, words = line.split("\t")
        table[int(code, 16)] = words
    return table


def normalise(text: str, emoji: dict[int, str]) -> str:
    text = text[:MAX_CODE_POINTS]
    text = unescape(unescape(text))
    text = letters.fold("".join(map(plain_character, text)))
    text = replace_urls(text)
    text = replace_handles(text)
    text = replace_emoji(text, emoji)
    text = unicodedata.normalize("NFKC", text)
    text = split_hashtags(text)
    text = shorten_runs(text)
    return squeeze(text)


def is_ascii_alphanumeric(c: str) -> bool:
    return "a" <= c <= "z" or "A" <= c <= "Z" or "0" <= c <= "9"


def is_word(c: str) -> bool:
    """ASCII letters, digits, underscore, and everything from U+00C0 that is not punctuation."""
    if is_ascii_alphanumeric(c) or c == "_":
        return True
    code = ord(c)
    return code >= 0xC0 and not (0x2000 <= code <= 0x206F or 0x3000 <= code <= 0x303F)


def unescape(text: str) -> str:
    if "&" not in text:
        return text
    out = []
    i = 0
    while i < len(text):
        end = text.find(";", i + 2, i + 2 + LONGEST_REFERENCE) if text[i] == "&" else -1
        replacement = reference(text[i + 1 : end]) if end >= 0 else None
        if replacement is None:
            out.append(text[i])
            i += 1
        else:
            out.append(replacement)
            i = end + 1
    return "".join(out)


def reference(name: str) -> str | None:
    if not name.startswith("#"):
        return NAMED_REFERENCES.get(name)
    digits, base = (name[2:], 16) if name[1:2] in ("x", "X") else (name[1:], 10)
    allowed = "0123456789abcdefABCDEF" if base == 16 else "0123456789"
    if not digits or any(d not in allowed for d in digits):
        return None
    code = int(digits, base)
    return chr(code) if 0 < code <= 0x10FFFF else None


def plain_character(c: str) -> str:
    code = ord(c)
    if code < 0x20 or 0x7F <= code <= 0xA0 or 0xD800 <= code <= 0xDFFF:
        return " "
    if code < 0x80:
        return c
    if code in (0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFFFD):
        return " "
    if 0x2000 <= code <= 0x200A:
        return " "
    if (
        code in (0xAD, 0xFEFF, 0x20E3)
        or 0x200B <= code <= 0x200F
        or 0x202A <= code <= 0x202E
        or 0x2060 <= code <= 0x206F
        or 0xFE00 <= code <= 0xFE0F
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0000 <= code <= 0xE0FFF
    ):
        return ""
    if code in (0x2018, 0x2019, 0x201B, 0xB4):
        return "'"
    if code in (0x201C, 0x201D, 0x201E, 0x201F):
        return '"'
    if 0x2010 <= code <= 0x2015:
        return "-"
    return c


def ascii_lower(c: str) -> str:
    return chr(ord(c) + 32) if "A" <= c <= "Z" else c


def replace_urls(text: str) -> str:
    lower = "".join(map(ascii_lower, text))
    out = []
    i = 0
    while i < len(text):
        at_border = i == 0 or not is_ascii_alphanumeric(text[i - 1])
        start = next((s for s in URL_STARTS if at_border and lower.startswith(s, i)), None)
        if start is None:
            out.append(text[i])
            i += 1
            continue
        end = i + len(start)
        while end < len(text) and text[end] not in ' <>"':
            end += 1
        while end > i + len(start) and text[end - 1] in URL_TRAILERS:
            end -= 1
        out.append(" http ")
        i = end
    return "".join(out)


def replace_handles(text: str) -> str:
    out = []
    i = 0
    while i < len(text):
        c = text[i]
        starts = (
            c == "@"
            and i + 1 < len(text)
            and (is_ascii_alphanumeric(text[i + 1]) or text[i + 1] == "_")
            and (i == 0 or not is_ascii_alphanumeric(text[i - 1]))
        )
        if not starts:
            out.append(c)
            i += 1
            continue
        i = end_of_name(text, i + 1)
        # A handle of the fediverse or of Bluesky goes on with a domain: @a@b.example, @a.example
        while i + 2 < len(text) and text[i] in ".@-" and is_domain(text, i + 1):
            i = end_of_name(text, i + 1)
        out.append(" @user ")
    return "".join(out)


def end_of_name(text: str, i: int) -> int:
    while i < len(text) and (is_ascii_alphanumeric(text[i]) or text[i] == "_"):
        i += 1
    return i


def is_domain(text: str, i: int) -> bool:
    return all("a" <= c <= "z" or "0" <= c <= "9" for c in text[i : i + 2])


def replace_emoji(text: str, emoji: dict[int, str]) -> str:
    out = []
    previous = -1
    repeats = 0
    flag_half = False
    for c in text:
        code = ord(c)
        if 0x1F1E6 <= code <= 0x1F1FF:
            out.append(" flag " if flag_half else "")
            flag_half = not flag_half
            previous = -1
            continue
        flag_half = False
        words = emoji.get(code)
        if words is None and 0x1F000 <= code <= 0x1FAFF:
            words = "emoji"
        if words is None:
            out.append(c)
            if c != " ":
                previous = -1
            continue
        repeats = repeats + 1 if code == previous else 1
        previous = code
        if repeats <= 2:
            out.append(" " + words + " ")
    return "".join(out)


def split_hashtags(text: str) -> str:
    out = []
    i = 0
    while i < len(text):
        if text[i] != "#":
            out.append(text[i])
            i += 1
            continue
        end = i + 1
        while end < len(text) and is_word(text[end]):
            end += 1
        body = text[i + 1 : end]
        if all("0" <= c <= "9" for c in body):
            out.append(text[i:end])
        else:
            out.append(" " + split_words(body) + " ")
        i = end
    return "".join(out)


def split_words(body: str) -> str:
    """AcmePhone -> Acme Phone, BBCNews2024 -> BBC News 2024, big_day -> big day, hateit -> hate it."""
    out = []
    begins = set() if has_inner_capitals(body) else begins_of_words(body)
    for i, c in enumerate(body):
        if c == "_":
            out.append(" ")
            continue
        if i > 0 and (i in begins or starts_word(body, i)):
            out.append(" ")
        out.append(c)
    return "".join(out)


def is_ascii_letter(c: str) -> bool:
    return "a" <= c <= "z" or "A" <= c <= "Z"


def has_inner_capitals(body: str) -> bool:
    """Whether capitals part the words already: one comes after the first letter, and there are small letters too."""
    return any("A" <= c <= "Z" for c in body[1:]) and any("a" <= c <= "z" for c in body)


def begins_of_words(body: str) -> set[int]:
    """Where words begin within the runs of letters a to z."""
    found = set()
    start = 0
    for end in range(len(body) + 1):
        if end < len(body) and is_ascii_letter(body[end]):
            continue
        run = "".join(map(ascii_lower, body[start:end]))
        found |= {start + at for at in tag_words.cut(run)}
        start = end + 1
    return found


def starts_word(body: str, i: int) -> bool:
    before, c = body[i - 1], body[i]
    if before == "_":
        return False
    before_digit, digit = "0" <= before <= "9", "0" <= c <= "9"
    if before_digit != digit:
        return True
    if not "A" <= c <= "Z":
        return False
    next_is_lower = i + 1 < len(body) and "a" <= body[i + 1] <= "z"
    return not "A" <= before <= "Z" or next_is_lower


def shorten_runs(text: str) -> str:
    """At most two of the same character in a row; three full stops; digits as they are."""
    out = []
    run = 0
    for i, c in enumerate(text):
        run = run + 1 if i > 0 and text[i - 1] == c else 1
        limit = 3 if c == "." else 2
        if run <= limit or "0" <= c <= "9":
            out.append(c)
    return "".join(out)


def squeeze(text: str) -> str:
    """One space between words, one @user or http for several in a row, and none at the edges."""
    words = []
    for word in text.split(" "):
        repeated = word in MASKS and words and words[-1] == word
        if word and not repeated:
            words.append(word)
    first, end = 0, len(words)
    while first < end and words[first] in MASKS:
        first += 1
    while end > first and words[end - 1] in MASKS:
        end -= 1
    # A post that is nothing but handles and links keeps them
    return " ".join(words[first:end] if first < end else words)
