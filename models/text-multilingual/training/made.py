"""Posts made from our own templates in languages beside English, and rows of joined clauses.

A file of `templates/` holds a language's words, frames and dialect spellings. Frames stand under the
behaviour that they teach; which labels that gives is `LABELS`' business. Adjectives and articles
agree with their noun: `a/b/c` is what a masculine, feminine, neuter noun takes.
"""

from __future__ import annotations

import random
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

TEXT = Path(__file__).resolve().parents[2] / "text"
sys.path.append(str(TEXT / "training"))

from behaviour_words import BAD_EMOJI, GOOD_EMOJI  # noqa: E402
from frames import Frames  # noqa: E402
from normalise import load_emoji, normalise  # noqa: E402

FOLDER = Path(__file__).parent / "templates"
NAMES = Path(__file__).parent / "names.txt"
NEGATIVE, NEUTRAL, POSITIVE = 0, 1, 2
Labels = tuple[int, ...]
BEHAVIOURS = {
    "same": 22, "flip": 32, "answer": 5, "now": 9, "neutral": 9, "positive": 6, "negative": 9,
    "person neutral": 7, "person same": 9, "emoji": 4,
}
# What stands alone as a clause of a longer post
CLAUSES = {"same": 50, "flip": 22, "neutral": 12, "positive": 8, "negative": 8}
DETERMINERS = {
    "es": (("el", "este", "mi", "ese", "nuestro", "tu", "el"), ("la", "esta", "mi", "esa", "nuestra", "tu", "la")),
    "fr": (("le", "ce", "mon", "notre", "votre", "le"), ("la", "cette", "ma", "notre", "votre", "la")),
    "it": (("il", "questo", "il mio", "il vostro", "il"), ("la", "questa", "la mia", "la vostra", "la")),
    "pt": (("o", "esse", "este", "meu", "o"), ("a", "essa", "esta", "minha", "a")),
    "de": (
        ("der", "dieser", "mein", "euer", "der"), ("die", "diese", "meine", "eure", "die"),
        ("das", "dieses", "mein", "euer", "das"),
    ),
    "ar": (("", "", "هذا"), ("", "", "هذه")),
    "id": (("",),),
}
ACCUSATIVES = {"der": "den", "dieser": "diesen", "mein": "meinen", "euer": "euren"}
# What fuses or is cut between words
FUSED = {
    "es": ((r"\bde el\b", "del"), (r"\ba el\b", "al")),
    "fr": (
        (r"\b(le|la) (?=[aeiouéèêâôh])(?!haut)", "l'"), (r"\bce (?=[aeiouéèêâôh]\w+ )(?!est|était)", "cet "),
        (r"\bma (?=[aeiouéèêâôh])", "mon "), (r"\bde le\b", "du"),
        (r"\b([jJ]|[nN]|[dD]|[qQ]u)e (?=[aeiouéèêâôhy])(?!hais|honteux|haut)", r"\1'"),
    ),
    "it": (
        (r"\bil (?=s[bcdfgpqtv]|z|ps|gn)", "lo "), (r"\bun (?=s[bcdfgpqtv]|z|ps|gn)", "uno "),
        (r"\b(?:il|la) (?=[aeiouh])", "l'"), (r"\buna (?=[aeiou])", "un'"), (r"\bin il\b", "nel"),
        (r"\bin (lo|la)\b", r"nel\1"), (r"\bin l'", "nell'"), (r"\bdi il\b", "del"),
    ),
    "pt": (
        (r"\bde? (o|a|esse|essa|este|esta)\b", r"d\1"), (r"\bd ", "de "), (r"\bem (o|a)\b", r"n\1"),
    ),
    "ar": ((r"\bب ال", "بال"), (r"\bب هذ", "بهذ")),
}
POLAR = {
    "X": ("bad", "good"), "V": ("hate", "like"), "U": ("nhate", "nlike"), "K": ("rude", "kind"),
    "S": ("angry", "glad"), "D": ("harm", "help"), "J": ("wehate", "welove"),
}
HOLE = re.compile(r"\{(\w+)\}")
CHOICE = re.compile(r"[^\s/¿¡(\"]+(?:/[^\s/,.;:!?؟،)]+)+")
MOST_OF_PART = 110
BRANDS = (
    "Novaline", "Skyharbor", "Telbright", "Orbex", "Quickcart", "Halden", "Zephyr", "Maxicell",
    "Brightwave", "Corvane", "Fernway", "Kestrel", "Oakline", "Pinto", "Vireo",
)


@dataclass(frozen=True)
class Row:
    """A text, the labels it may have (none: not known), and its parts (start, end, labels)."""

    text: str
    labels: Labels
    parts: tuple[tuple[int, int, Labels], ...] = ()


@dataclass
class Language:
    name: str
    words: dict[str, list[str]] = field(default_factory=dict)
    frames: dict[str, list[str]] = field(default_factory=dict)
    dialects: dict[str, list[tuple[re.Pattern[str], list[str]]]] = field(default_factory=dict)
    joints: list[str] = field(default_factory=list)


def load(name: str) -> Language:
    language, section = Language(name), ""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("# "):
            continue
        if line.startswith("["):
            section = line.strip("[]")
        elif section == "words":
            key, _, values = line.partition(" = ")
            language.words[key] = [value.strip() for value in values.split(" | ")]
        elif section == "joints":
            language.joints = line.split(" | ")
        elif section.startswith("dialect "):
            found = language.dialects.setdefault(section.removeprefix("dialect "), [])
            found.append(substitution(line))
        else:
            language.frames.setdefault(section, []).append(line.strip())
    return language


def substitution(line: str) -> tuple[re.Pattern[str], list[str]]:
    said, _, put = line.partition(" =")
    options = [part.strip() for part in put.split("|")]
    if said.startswith("~"):
        return re.compile(said[1:], re.I), [put[1:] if put.startswith("  ") else put.strip()]
    return re.compile(rf"(?<!\w){re.escape(said)}(?!\w)", re.I), options


def names() -> list[tuple[list[str], list[str]]]:
    """(men's, women's) of each origin."""
    found = []
    for line in NAMES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            women, men = line.partition(" = ")[2].split(" | ")
            found.append((men.split(), women.split()))
    return found


def form(choice: str, gender: int) -> str:
    forms = choice.split("/")
    return forms[min(gender, len(forms) - 1)]


def respelt(text: str, spellings: list[tuple[re.Pattern[str], list[str]]], share: float, dice: random.Random) -> str:
    for pattern, options in spellings:

        def put(match: re.Match[str], options: list[str] = options) -> str:
            if dice.random() >= share:
                return match.group()
            chosen = match.expand(dice.choice(options))
            return chosen[:1].upper() + chosen[1:] if match.group()[:1].isupper() else chosen

        text = pattern.sub(put, text)
    return " ".join(text.split())


class Maker:
    """Makes posts of one language. Seeded through the dice that it is given."""

    def __init__(self, name: str, dice: random.Random) -> None:
        self.language, self.dice = load(name), dice
        self.emoji = load_emoji()
        self.frames = Frames(name)
        self.names = names()
        self.kinds = [g for g in "mfn" if g in self.language.words]
        self.groups = self.language.words["origin"], self.language.words["faith"]
        self.swaps = self.swappable()

    def pick(self, of: str, gender: int = 0) -> str:
        return form(self.dice.choice(self.language.words[of]), gender)

    # --- one clause ------------------------------------------------------------------------------
    def clause(self, behaviours: dict[str, int]) -> tuple[str, Labels]:
        """A bare sentence that stands in no test's frame, and its labels."""
        while True:
            kind = self.dice.choices(list(behaviours), list(behaviours.values()))[0]
            good = self.dice.random() < 0.5
            source = "neutral" if kind == "emoji" else kind
            text = self.filled(self.dice.choice(self.language.frames[source]), good)
            if self.frames.hold(text):
                continue
            if kind == "emoji":
                some = self.dice.choices(GOOD_EMOJI if good else BAD_EMOJI, k=self.dice.choice((1, 1, 2)))
                return f"{text} {' '.join(some)}", (POSITIVE if good else NEGATIVE,)
            return text, self.labels(kind, good)

    @staticmethod
    def labels(kind: str, good: bool) -> Labels:
        pole = POSITIVE if good else NEGATIVE
        found: dict[str, Labels] = {
            "same": (pole,), "answer": (pole,), "person same": (pole,),
            "flip": (NEGATIVE,) if good else (NEUTRAL, POSITIVE),
            "now": (NEGATIVE if good else POSITIVE,), "neutral": (NEUTRAL,),
            "person neutral": (NEUTRAL,), "positive": (POSITIVE,), "negative": (NEGATIVE,),
        }
        return found[kind]

    def filled(self, frame: str, good: bool) -> str:
        dice, words = self.dice, self.language.words
        gender = dice.randrange(len(self.kinds))
        who = dice.randrange(2)
        noun = dice.choice(words[self.kinds[gender]])
        which = dice.choice(DETERMINERS[self.language.name][gender])
        subject = f"{which} {noun}".strip()
        if self.language.name == "id":
            subject = noun + dice.choice(("", "nya", " ini", " itu"))
        thing = f"{ACCUSATIVES.get(which, which)} {noun}".strip() if gender == 0 else subject
        group = dice.choice(self.groups[dice.random() < 0.4])

        def put(match: re.Match[str]) -> str:
            hole = match.group(1)
            if hole == "Y":
                return self.degree(POLAR["X"][not good], gender)
            if hole in ("X0", "K0", "S0"):
                return form(dice.choice(words[POLAR[hole[0]][good]]), 0)
            if hole == "X":
                return self.degree(POLAR["X"][good], gender)
            if hole in ("K", "S"):
                return form(dice.choice(words[POLAR[hole][good]]), who)
            if hole in POLAR:
                return dice.choice(words[POLAR[hole][good]])
            simple = {
                "T": subject, "A": thing if self.language.name == "de" else subject, "N": noun,
                "P": dice.choice(dice.choice(self.names)[who]), "O": form(group, who),
                "Of": form(group, 1),
            }
            if hole == "W":
                return self.pick("pm" if who == 0 or "pf" not in words else "pf")
            if hole in ("good", "bad"):
                return self.degree(hole, gender)
            if hole == "F":
                return self.pick("flat", gender)
            return simple[hole] if hole in simple else self.pick(hole)

        text = HOLE.sub(put, frame).replace("[", "").replace("]", "")
        own = who if "{W}" in frame or "{P}" in frame else gender
        text = CHOICE.sub(lambda match: form(match.group(), own), text)
        for pattern, fused in FUSED.get(self.language.name, ()):
            text = re.sub(pattern, fused, text)
        return text

    def degree(self, of: str, gender: int) -> str:
        word = self.pick(of, gender)
        plain = " " not in word and self.language.name not in ("ar", "id")
        return f"{self.pick('very')} {word}" if plain and self.dice.random() < 0.2 else word

    # --- posts -----------------------------------------------------------------------------------
    def post(self) -> Row:
        """One behaviour, now and then beside a plain fact or a second sentence of the same pole."""
        text, labels = self.clause(BEHAVIOURS)
        if self.dice.random() < 0.2:
            other, others = self.clause({"neutral": 2, "positive": 1, "negative": 1, "person neutral": 1})
            if others == (NEUTRAL,) or others == labels:
                pair = [text, other]
                self.dice.shuffle(pair)
                text = ". ".join(part.rstrip(".") for part in pair)
                labels = labels if labels != (NEUTRAL,) or others == labels else others
        return Row(normalise(self.dressed(text, labels), self.emoji), labels)

    def dressed(self, text: str, labels: Labels) -> str:
        """What posts look like: an opening word, case, an end, a tag, an emoji, a spelling."""
        dice = self.dice
        if dice.random() < 0.2:
            text = f"{self.pick('edge')} {text}"
        if dice.random() < 0.22:
            text = self.spelt(text)
        form_of = dice.random()
        if form_of < 0.45:
            text = text[:1].upper() + text[1:]
        elif form_of < 0.55:
            text = text.lower()
        elif form_of < 0.58:
            text = text.upper()
        if text[-1:] not in ".!?؟":
            text += dice.choice((".", ".", "!", "", "", "..", "!!"))
        if dice.random() < 0.07:
            text += " #" + dice.choice(BRANDS)
        if len(labels) == 1 and labels[0] != NEUTRAL and dice.random() < 0.08:
            text += " " + dice.choice(GOOD_EMOJI if labels[0] == POSITIVE else BAD_EMOJI)
        return text

    def spelt(self, text: str) -> str:
        """In some dialect's or a texter's spelling."""
        spellings = self.dice.choice(list(self.language.dialects.values()))
        return respelt(text, spellings, self.dice.choice((0.4, 0.7, 1.0, 1.0)), self.dice) or text

    # --- posts of the corpora --------------------------------------------------------------------
    def swappable(self) -> tuple[re.Pattern[str], dict[str, tuple[int, int]]]:
        found: dict[str, tuple[int, int]] = {}
        for number, words in enumerate(self.groups):
            for word in words:
                for gender, said in enumerate(word.split("/")):
                    found.setdefault(said, (number, gender))
        ordered = sorted(found, key=len, reverse=True)
        return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, ordered)) + r")(?!\w)"), found

    def changed(self, text: str) -> str:
        """A post of a corpus with another origin or faith in it, or in another spelling."""
        pattern, places = self.swaps
        if self.dice.random() < 0.4:

            def other(match: re.Match[str]) -> str:
                number, gender = places[match.group()]
                return form(self.dice.choice(self.groups[number]), gender)

            text = pattern.sub(other, text)
        return self.spelt(text) if self.dice.random() < 0.1 else text


def joined(maker: Maker, corpus: list[tuple[str, int]]) -> Row:
    """Two or three clauses or short posts, each with its own label."""
    dice = maker.dice
    text, parts = "", []
    for number in range(dice.choice((2, 2, 2, 3))):
        if corpus and dice.random() < 0.35:
            said, label = dice.choice(corpus)
            said, labels = maker.changed(said), (label,)
        else:
            said, labels = maker.clause(CLAUSES)
            if dice.random() < 0.12:
                said = maker.spelt(said)
            said = normalise(said, maker.emoji)
        said = said.strip()
        if number:
            joint = dice.choice(maker.language.joints)
            said = said if joint.strip()[:1] in ("", ",", "-") or dice.random() < 0.5 else upper(said)
            text = text.rstrip(" .,;!" if joint.strip() else " ") + joint + (
                "" if joint.endswith(" ") else " "
            )
        elif dice.random() < 0.5:
            said = upper(said)
        start = len(text)
        text += said
        parts.append((start, len(text), labels))
    if dice.random() < 0.5 and text[-1] not in ".!?":
        text += dice.choice((".", "!"))
    return Row(text, whole([labels for _, _, labels in parts]), tuple(parts))


def upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def whole(parts: list[Labels]) -> Labels:
    """The label of a post of such parts, where there is one: of one pole, or neutral throughout."""
    if any(len(labels) > 1 for labels in parts):
        return ()
    poles = {labels[0] for labels in parts} - {NEUTRAL}
    if len(poles) > 1:
        return ()
    return (poles.pop(),) if poles else (NEUTRAL,)


LANGUAGES = tuple(sorted(DETERMINERS))
