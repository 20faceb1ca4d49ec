"""The labelled posts of languages beside English, as this model reads them."""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TEXT = Path(__file__).resolve().parents[2] / "text"
sys.path.append(str(TEXT / "training"))

from data import mend, read_rows  # noqa: E402
from normalise import load_emoji, normalise  # noqa: E402

SENTIMENTS = ("negative", "neutral", "positive")
UMSAB, AFRISENTI = "sentiment_multi_umsab_xlmt", "sentiment_multi_afrisenti"
NUSAX, SMSA, WISESIGHT = "sentiment_multi_nusax", "sentiment_id_smsa", "sentiment_th_wisesight"
SEMEVAL = "sentiment_en_semeval2013_16"
# Emotions, read as feelings: languages by their tag in the corpus
EMOTIONS = "emotion_multi_brighter_semeval2025t11"
EMOTION_LANGUAGES = {"de": "de", "es": "es", "ptbr": "pt", "pt": "pt", "arq": "ar", "ary": "ar"}
GLAD, SORRY = {"joy"}, {"anger", "disgust", "sadness"}
DEV = (UMSAB, AFRISENTI, NUSAX, SMSA, WISESIGHT)
# Wisesight comes as one file: this part of it is kept out of training
HELD_OUT_OF = {WISESIGHT: 22}
# Hindi in Latin letters: its training labels hardly tell anything (LOG.md)
UNTRAINED = ("umsab hi",)


@dataclass(frozen=True)
class Post:
    source: str
    language: str
    text: str
    label: int

    @property
    def group(self) -> str:
        return f"{self.source.split('_')[2]} {self.language}"


def identity(text: str) -> str:
    """What makes two posts the same one: letters and digits of any script, no handles, no links."""
    bare = re.sub(r"@user|\bhttp\b", " ", text.lower())
    return re.sub(r"[\W_]", "", bare) or text


def held_out(source: str, text: str) -> bool:
    part = HELD_OUT_OF.get(source)
    return part is not None and zlib.crc32(identity(text).encode()) % part == 0


def posts(folder: Path, source: str, side: str, most: int = 10**9) -> Iterator[Post]:
    """All posts of a side, or `most` of each language, evenly spaced: some files go by label."""
    emoji = load_emoji()
    split = source in HELD_OUT_OF
    stored = "train" if split else side
    groups: dict[str, list[dict[str, str]]] = {}
    for row in read_rows(folder / f"{source}.{stored}.tsv.gz"):
        if row["label"] in SENTIMENTS:
            groups.setdefault(row["lang"].split("-")[0].lower(), []).append(row)
    for language, rows in groups.items():
        # Of a file that is split by hash a part is dropped below
        wanted = most * HELD_OUT_OF[source] if split and side == "dev" else most
        step = max(1.0, len(rows) / wanted)
        for place in range(int(len(rows) / step)):
            row = rows[int(place * step)]
            text = normalise(mend(row["text"]), emoji)
            if not split or held_out(source, text) == (side == "dev"):
                yield Post(source, language, text, SENTIMENTS.index(row["label"]))


def some_train_posts(folder: Path, most: int) -> list[list[Post]]:
    """The first of each corpus and language."""
    found: dict[str, list[Post]] = {}
    for source in (*DEV, SEMEVAL):
        for post in posts(folder, source, "train", most):
            found.setdefault(post.group, []).append(post)
    return list(found.values())


def dev_posts(folder: Path, most: int = 10**9) -> dict[str, list[Post]]:
    found: dict[str, list[Post]] = {}
    for source in DEV:
        for post in posts(folder, source, "dev", most):
            found.setdefault(post.group, []).append(post)
    return found


def feeling(emotions: str) -> str | None:
    """The sentiment of a set of emotions, where they leave no doubt."""
    found = set(emotions.split(","))
    if found == {"none"}:
        return "neutral"
    if found and found <= GLAD:
        return "positive"
    return "negative" if found and found <= SORRY else None


def emotional_posts(folder: Path) -> Iterator[Post]:
    emoji = load_emoji()
    for row in read_rows(folder / f"{EMOTIONS}.train.tsv.gz"):
        language = EMOTION_LANGUAGES.get(row["lang"].replace("-", "").lower())
        label = feeling(row["label"])
        if language and label:
            text = normalise(mend(row["text"]), emoji)
            yield Post(EMOTIONS, language, text, SENTIMENTS.index(label))


def train_posts(folder: Path) -> dict[str, list[Post]]:
    """No row whose text is a development post's, of whichever corpus; none twice in a group."""
    kept_out = {identity(post.text) for rows in dev_posts(folder).values() for post in rows}
    english = "sentiment_en_tweeteval"
    kept_out |= {identity(post.text) for post in posts(folder, english, "dev")}
    found: dict[str, dict[str, Post]] = {}
    for source in (*DEV, SEMEVAL, EMOTIONS):
        emotional = source == EMOTIONS
        for post in emotional_posts(folder) if emotional else posts(folder, source, "train"):
            name = identity(post.text)
            if post.group not in UNTRAINED and name not in kept_out:
                found.setdefault(post.group, {}).setdefault(name, post)
    return {group: list(rows.values()) for group, rows in found.items()}
