"""The frames of the tests in languages beside English, so that no training sentence stands in one."""

from __future__ import annotations

import re

from suite import FOLDER, Suite

# A language's articles and the like count as one word, and so do tenses of "is"
SAME = {
    "es": ((r"\b(?:el|la|un|una|este|esta|ese|esa|mi|tu|nuestr[oa])\b", "el"), (r"\b(?:era|fue)\b", "es")),
    "fr": (
        (r"\b(?:le|la|un|une|ce|cet|cette|mon|ma|notre|votre)\b|\bl'", "le "),
        (r"\bn'(?:est|était)\b", "n est"), (r"\bétait\b", "est"),
    ),
    "de": (
        (r"\b(?:d(?:er|ie|as|en)|diese[rsn]?|(?:m|k)?eine?n?|euer|eure)\b", "der"), (r"\bwar\b", "ist"),
    ),
    "it": (
        (r"\b(?:il|lo|la|un|uno|una|questo|questa|il mio|la mia|il vostro|la vostra)\b|\bl'", "il "),
        (r"\bera\b", "è"),
    ),
    "pt": ((r"\b(?:o|a|um|uma|esse|essa|este|esta|meu|minha)\b", "o"), (r"\b(?:era|foi)\b", "é")),
    "ar": ((r"\b(?:هذا|هذه)\b", " "), (r"\b(?:ليست|ليس)\b", "ليس")),
}


class Frames:
    """Whether a text has a sentence in a frame of its language's tests; some languages have none."""

    def __init__(self, language: str) -> None:
        files = tuple(f"{kind}/{language}.txt" for kind in ("behaviour", "bias"))
        self.suite = Suite(FOLDER, files, SAME[language]) if language in SAME else None

    def hold(self, text: str) -> bool:
        if self.suite is None:
            return False
        sentences = [text, *re.split(r"[.!?;:؟]+\s*", text)]
        return any(self.suite.holds(sentence) for sentence in sentences if sentence)
