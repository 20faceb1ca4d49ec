"""Turns the labelled corpora into training rows: one text, targets of one or more heads.

A target of a one-label head is the tuple of labels that the row allows: one for a plain label,
several where a corpus only says what a post is not ("not a complaint"). A target of the many-label
head is a tuple of 1, 0 and -1 (not known). Dev files are never read here but to keep their texts
out.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data import EMOTION_NAMES_2018, Corpus, key, mend, read_rows
from normalise import normalise

SENTIMENTS = ("negative", "neutral", "positive")
EMOTIONS = ("anger", "joy", "optimism", "sadness")
EMOTIONS_WIDE = (
    "admiration", "amusement", "anger", "annoyance", "approval", "caring", "confusion",
    "curiosity", "desire", "disappointment", "disapproval", "disgust", "embarrassment",
    "excitement", "fear", "gratitude", "grief", "joy", "love", "nervousness", "optimism", "pride",
    "realization", "relief", "remorse", "sadness", "surprise",
)
INTENTS = (
    "complaint", "question", "praise", "purchase_intent", "feature_request", "churn_risk",
    "safety_or_legal", "spam", "other",
)
HEADS: dict[str, tuple[str, ...]] = {
    "sentiment": SENTIMENTS,
    "emotion": EMOTIONS,
    "emotions": EMOTIONS_WIDE,
    "irony": ("not_ironic", "ironic"),
    "offensive": ("not_offensive", "offensive"),
    "hateful": ("not_hateful", "hateful"),
    "intent": INTENTS,
}
# Trained beside the others for what it teaches the encoder, then thrown away
AUXILIARY: dict[str, tuple[str, ...]] = {
    "emotion2018": EMOTION_NAMES_2018, "emoji": tuple("\u2764\U0001f60d\U0001f602\U0001f495\U0001f525\U0001f60a\U0001f60e\u2728\U0001f499\U0001f618\U0001f4f7\U0001f1fa\u2600\U0001f49c\U0001f609\U0001f4af\U0001f601\U0001f384\U0001f4f8\U0001f61c"),
}
MANY = ("emotions", "emotion2018")
# What a post says of the target that is marked in it; an output of its own (`targets.py`)
MARKED: dict[str, tuple[str, ...]] = {"target": SENTIMENTS}
ALL_HEADS = HEADS | AUXILIARY | MARKED

# Whose sentiment a fold leaves out of training, by the source's name: cross-validation by source. The
# weights that a run starts from have read SemEval, the film reviews and the app reviews, so none of these can be left out
FOLDS: dict[str, tuple[str, ...]] = {
    "none": (), "a": ("mood reddit",), "b": ("mood 2009", "mood brighter", "mood emotion"),
}
# One row in so many is kept for choosing (temperatures, thresholds): neither trained on nor reported
CHOOSE_ONE_IN = 12

# Emotions that tell a mood; a row of both kinds, or of others beside them, says nothing of it
GOOD_MOODS = {
    "admiration", "amusement", "approval", "caring", "excitement", "gratitude", "joy", "love",
    "optimism", "pride", "relief", "trust", "happiness", "fun", "enthusiasm",
}
BAD_MOODS = {
    "anger", "annoyance", "disappointment", "disapproval", "disgust", "embarrassment", "fear",
    "grief", "nervousness", "remorse", "sadness", "hate", "worry",
}
NO_MOODS = {"neutral", "empty", ""}

# Other corpora's words for the four emotions; a row must hold one of them alone
WEAK_EMOTIONS = {
    "anger": "anger", "annoyance": "anger", "disgust": "anger", "anger,annoyance": "anger",
    "anger,disgust": "anger", "joy": "joy", "amusement": "joy", "excitement": "joy",
    "joy,excitement": "joy", "optimism": "optimism", "sadness": "sadness", "grief": "sadness",
    "disappointment": "sadness", "disappointment,sadness": "sadness",
}
# Labels of a noisy corpus that are close to one of the four
NOISY_EMOTIONS = {
    "happiness": "joy", "fun": "joy", "enthusiasm": "joy", "sadness": "sadness", "anger": "anger",
    "hate": "anger",
}
BRIGHTER_SIX = ("anger", "disgust", "fear", "joy", "sadness", "surprise")
SHARED_2018 = ("anger", "disgust", "fear", "joy", "love", "optimism", "sadness", "surprise")


@dataclass(frozen=True)
class Piece:
    """A stretch of a post: a clause with the sentiments that it allows (none: a teacher says), or a joint."""

    text: str
    allowed: tuple[int, ...] | None


@dataclass(frozen=True)
class Row:
    """`pieces`, where there are any, make up the text; `source` is where its sentiment comes from."""

    group: str
    text: str
    targets: dict[str, tuple[int, ...]]
    weight: float = 1.0
    pieces: tuple[Piece, ...] = ()
    source: str = ""


def one(head: str, label: str) -> dict[str, tuple[int, ...]]:
    return {head: (ALL_HEADS[head].index(label),)}


def some(head: str, labels: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    return {head: tuple(ALL_HEADS[head].index(label) for label in labels)}


def many(head: str, present: set[str], known: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    names = ALL_HEADS[head]
    return {head: tuple(int(n in present) if n in known else -1 for n in names)}


def mood(label: str) -> dict[str, tuple[int, ...]]:
    """The sentiment that a row's emotions allow, or nothing where they are of both kinds."""
    names = set(label.split(","))
    if names <= GOOD_MOODS:
        return one("sentiment", "positive")
    if names <= BAD_MOODS:
        return one("sentiment", "negative")
    return one("sentiment", "neutral") if names <= NO_MOODS else {}


def held_out(identifier: str, one_in: int) -> bool:
    """A split of our own, by the row's id, for corpora without a dev file."""
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % one_in == 0


# --- intent: the corpora label complaints alone, the other classes come from these rules ---------
RULES = {
    "safety_or_legal": re.compile(
        r"\b(lawsuit|law suit|class action|my (lawyer|attorney|solicitor)|legal action|suing|"
        r"sue (you|them|your)|caught fire|exploded|overheat(s|ed|ing)? and|fire hazard|"
        r"burn(ed|t) (my|me|his|her)|electric shock|allergic reaction|food poisoning|"
        r"data breach|gdpr|identity theft|ombudsman|trading standards|choking hazard|"
        r"unsafe|injured|product recall|illegal)\b"
    ),
    "churn_risk": re.compile(
        r"\b(uninstall(ed|ing)?|delet(e|ed|ing) (this|the|your|my) (app|account|game)|"
        r"cancel(l?ing|l?ed)? (my|our|the) (\w+ )?(subscription|account|membership|contract|plan|"
        r"order|service)|switch(ing|ed)? (to|over|provider|carrier)|(i'?m|im|am|we'?re) (so )?done "
        r"with (you|this|your|these|them)|clos(e|ing|ed) (my|our) account|going back to|"
        r"never (flying|buying|shopping|using|ordering|going) (\w+ ){0,3}again|"
        r"tak(e|ing) my (business|money) elsewhere|lost a customer|leaving (you|your))\b"
    ),
    "feature_request": re.compile(
        r"\b((please|pls|plz|can you|could you|u|you) (add|include|bring back|make it|allow|put "
        r"back|fix it so)|would be (nice|great|cool|better|awesome|perfect|good|5 stars?|five "
        r"stars?) if|(wish|hope) (it|you|there|this|they|u) (had|have|would|was|were|could|will|"
        r"can|adds?)|needs? (to have|an? option|a way)|should (add|include|let us|have an option|be "
        r"able to)|needs? to (add|let)|an option to|would (love|like) (to see a|to see an|it if))\b"
    ),
    "purchase_intent": re.compile(
        r"\b((want|wanna|need|going to|gonna|about to|have to|plan(ning)? to|thinking (of|about)|"
        r"decided to|will|i'?ll|ima|imma|finally|might|tempted to)( to)? (buy|buying|order|ordering|"
        r"purchase|purchasing|pre-?order|cop|getting|get) (a|an|the|this|that|my|one|some|me|myself|"
        r"new|it|these|those|tickets?)|where (can|do|could) i (buy|get|order|find)|how much (is|are|"
        r"does)|in the market for|(just )?(pre-?ordered|ordered) (my|the|a)|take my money|"
        r"can'?t wait to (buy|get|order|own))\b"
    ),
    "spam": re.compile(
        r"\b(follow (me|back|us|for)|followback|check out (my|our)|click (the |here|this|below)|"
        r"giveaway|promo code|\d+ ?% off|free shipping|buy now|shop now|order now|subscribe to my|dm "
        r"(me )?for|link in bio|work from home|make money|earn \$|retweet (to|and) win|chance to "
        r"win|limited time|best price|for sale|discount|gain followers|cheap)\b"
    ),
}
QUESTION = re.compile(
    r"^(@user )?(hi|hey|hello|ok|so|and|but|yo|please|quick question)?,? ?(@user )?"
    r"(what|when|where|who|how|which|why|is|are|do|does|did|can|could|will|would|any|anyone|has|"
    r"have|should|may)\b"
)


def ruled_intent(text: str) -> str | None:
    lower = text.lower()
    found = [name for name, rule in RULES.items() if rule.search(lower)]
    if found:
        return found[0]
    if lower.rstrip().endswith("?") and QUESTION.search(lower):
        return "question"
    return None


class Sources:
    """`choose`: the rows kept for choosing instead of those to train on."""

    def __init__(self, folder: Path, choose: bool = False) -> None:
        self.folder = folder
        self.choose = choose
        self.corpus = Corpus(folder)
        self.texts: set[tuple[str, str]] = set()

    def read(
        self, name: str, group: str, split: bool = False
    ) -> Iterator[tuple[dict[str, str], str]]:
        """Cleaned rows, once each, without those of any English dev file; `split`: by their role."""
        for row in read_rows(self.folder / f"{name}.tsv.gz"):
            if split and held_out("choose " + row["id"], CHOOSE_ONE_IN) != self.choose:
                continue
            if not row.get("lang", "en").startswith("en"):
                continue
            text = self.clean(row["text"])
            identity = (group, key(text))
            if identity[1] in self.corpus.held_out or identity in self.texts or not text:
                continue
            self.texts.add(identity)
            yield row, text

    def clean(self, text: str) -> str:
        text = text.replace("<URL>", " http://x ").replace("\ufffd", " ")
        return normalise(mend(text), self.corpus.emoji)

    def all(self) -> Iterator[Row]:
        yield from self.sentiment()
        yield from self.emotion()
        yield from self.irony()
        yield from self.unkind()
        yield from self.complaint(False)
        yield from self.reviews(False)
        yield from self.questions()

    def unlabelled(self) -> Iterator[Row]:
        """Tweets that no person labelled well: for what a teacher says of them."""
        for row, text in self.read("emoji_en_tweeteval.train", "emoji tweets"):
            yield Row("emoji tweets", text, one("emoji", row["label"][:1]), 0.3)
        for row, text in self.read("emotion_en_crowdflower_noisy.train", "noisy tweets", True):
            weak = NOISY_EMOTIONS.get(row["label"])
            targets = (one("emotion", weak) if weak else {}) | mood(row["label"])
            yield Row("noisy tweets", text, targets, 0.3, source="mood 2009")

    def sentiment(self) -> Iterator[Row]:
        for row, text in self.read("sentiment_en_semeval2013_16.train", "sentiment"):
            label = row["label"]
            source = row["id"].partition("-")[0]
            yield Row("sentiment", text, one("sentiment", label), source=source)
            intent = ruled_intent(text)
            if intent == "spam" and label == "negative":
                intent = None
            if intent in ("churn_risk", "safety_or_legal") and label != "negative":
                intent = None
            if intent is None and label == "neutral" and "?" not in text:
                yield Row("intent rest", text, some("intent", ("other",)), 0.4)
            elif intent is None and label == "positive":
                yield Row("intent rest", text, some("intent", ("praise", "other")), 0.4)
            elif intent is not None:
                yield Row(f"intent {intent}", text, one("intent", intent), 0.5)
        for row, text in self.read("sentiment_en_sst5.train", "films"):
            yield Row("films", text, one("sentiment", row["label"]), 0.4, source="films")

    def emotion(self) -> Iterator[Row]:
        for row, text in self.read("emotion_en_tweeteval.train", "emotion", True):
            targets = one("emotion", row["label"]) | mood(row["label"])
            yield Row("emotion", text, targets, source="mood emotion")
        for row, text in self.read("emotion_en_semeval2018_ec.train", "emotion2018", True):
            present = set(row["label"].split(","))
            targets = many("emotion2018", present, EMOTION_NAMES_2018)
            targets |= many("emotions", present, SHARED_2018)
            yield Row("emotion2018", text, targets, 0.7)
        for row, text in self.read("emotion_en_goemotions.train", "reddit", True):
            targets = many("emotions", set(row["label"].split(",")), EMOTIONS_WIDE)
            weak = WEAK_EMOTIONS.get(row["label"])
            if weak:
                targets |= one("emotion", weak)
            targets |= mood(row["label"])
            group = "reddit weak" if weak else "reddit"
            yield Row(group, text, targets, 0.8, source="mood reddit")
        for row, text in self.read("emotion_multi_brighter_semeval2025t11.train", "brighter", True):
            targets = many("emotions", set(row["label"].split(",")), BRIGHTER_SIX)
            weak = WEAK_EMOTIONS.get(row["label"])
            if weak:
                targets |= one("emotion", weak)
            targets |= mood(row["label"])
            yield Row("brighter", text, targets, 0.8, source="mood brighter")

    def irony(self) -> Iterator[Row]:
        for row, text in self.read("irony_en_tweeteval.train", "irony", True):
            label = "ironic" if row["label"] == "irony" else "not_ironic"
            yield Row("irony", text, one("irony", label))
        for row, text in self.read("sarcasm_en_figlang2020_twitter.train", "sarcasm"):
            label = "ironic" if row["label"] == "sarcasm" else "not_ironic"
            yield Row("sarcasm", text, one("irony", label), 0.3)
        for row, text in self.read("sarcasm_en_isarcasm.train", "isarcasm"):
            label = "ironic" if row["label"] == "sarcastic" else "not_ironic"
            yield Row("isarcasm", text, one("irony", label), 0.4)

    def unkind(self) -> Iterator[Row]:
        for row, text in self.read("offensive_en_tweeteval.train", "offensive", True):
            label = "not_offensive" if row["label"].startswith("not") else "offensive"
            yield Row("offensive", text, one("offensive", label))
        for row, text in self.read("hate_en_tweeteval.train", "hateful", True):
            label = "not_hateful" if row["label"].startswith("not") else "hateful"
            yield Row("hateful", text, one("hateful", label))
        for row, text in self.read("hate_en_stormfront_vicomtech.train", "forum"):
            label = "not_hateful" if row["label"].startswith("not") else "hateful"
            yield Row("forum", text, one("hateful", label), 0.4)
        for row, text in self.read("toxicity_en_toxic_spans_civilcomments.train", "comments"):
            if row["label"] == "toxic":
                yield Row("comments", text, one("offensive", "offensive"), 0.3)
        for row, text in self.read("toxicity_en_wiki_context_CAT.train", "talk"):
            if row["label"] == "nontoxic":
                targets = one("offensive", "not_offensive") | one("hateful", "not_hateful")
                yield Row("talk", text, targets, 0.3)

    def complaint(self, kept: bool) -> Iterator[Row]:
        """The rows held out (`kept`) or the others; a quarter of 28 parts is held out."""
        others = tuple(name for name in INTENTS if name != "complaint")
        for row, text in self.read(
            "complaint_en_preotiuc.train", f"complaint {kept}", not kept
        ):
            if held_out(row["id"], 7) != kept:
                continue
            if row["label"] == "complaint":
                targets = one("intent", "complaint")
                targets |= some("sentiment", ("negative", "neutral"))
                yield Row("complaint", text, targets)
                continue
            intent = ruled_intent(text)
            allowed = others if intent is None or kept else (intent,)
            yield Row("complaint", text, some("intent", allowed))

    def reviews(self, kept: bool) -> Iterator[Row]:
        for row, text in self.read("sentiment_en_app_reviews.train", f"reviews {kept}"):
            if held_out(row["id"], 20) != kept:
                continue
            positive = row["label"] == "positive"
            yield Row("reviews", text, one("sentiment", row["label"]), 0.3, source="reviews")
            if kept:
                continue
            intent = ruled_intent(text)
            if intent in ("feature_request", "churn_risk", "safety_or_legal"):
                if not (positive and intent != "feature_request"):
                    yield Row(f"intent {intent}", text, one("intent", intent), 0.5)
            elif intent is None and "?" not in text:
                plain = "praise" if positive else "complaint"
                yield Row(f"intent {plain}", text, one("intent", plain), 0.3)

    def questions(self) -> Iterator[Row]:
        for name in ("intent_en_clinc150.train", "intent_en_banking77.train"):
            for row, text in self.read(name, "assistant"):
                lower = text.lower()
                if re.match(r"(what|when|where|who|how|which|is|are|do|does|can|could)\b", lower):
                    mark = "?" if random.Random(row["id"]).random() < 0.5 else ""
                    asked = lower.rstrip("?") + mark
                    yield Row("intent assistant", asked, one("intent", "question"), 0.3)
        rows = read_rows(self.folder / "intent_en_clinc150.train.tsv.gz")
        for row in rows:
            if row["label"] in ("oos", "greeting", "yes", "no", "maybe", "thank_you", "goodbye"):
                label = "praise" if row["label"] == "thank_you" else "other"
                yield Row("intent rest", self.clean(row["text"]), one("intent", label), 0.2)
