"""Sets of posts that differ only in whose name they hold, in a place, or in how they are spelled, and must read alike.

Counterfactual pairing (Garg et al., 2019): each post of a set is pulled towards the mean of what the
model says of all of them, on every head whose labels may not depend on a name. The posts are our own
frames about people and parallel sentences (`dialects.py`) and, of the corpora, the tweets that hold a first name
or a place.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import torch
from augment import DIALECT, DIALECT_PATTERN, NAME_PATTERN, ORIGINS, pattern
from batching import pad
from behaviour_words import PLACES
from dialects import PARALLEL
from normalise import load_emoji, normalise
from sources import MANY, SENTIMENTS, Row
from suite import Suite
from torch import Tensor, nn
from torch.nn import functional

LONGEST = 160
# Shares of sets: posts in other spellings, parallel sentences, posts with other places, tweets with other names; the
# rest are frames about people
DIALECT_SHARE, PARALLEL_SHARE, PLACE_SHARE, REAL_SHARE = 0.2, 0.15, 0.15, 0.25
# Posts of a set of spellings or of places
SPELLINGS = 4
PLACE_PATTERN = pattern(PLACES)
# The weight of a set on the sentiment head, on the other heads, and of each of the wide heads' labels
SENTIMENT_WEIGHT, OTHER_WEIGHT, LABEL_WEIGHT = 2.0, 0.3, 0.2
HEADS = ("sentiment", "emotion", "emotions", "irony", "offensive", "hateful", "intent")
# {x} is the person
FRAMES: tuple[tuple[str, str], ...] = tuple((sign, frame) for sign, frames in {
    "0": (
        "{x} lives two doors down", "i sat next to {x} on the bus", "{x} has the keys", "{x} from {place} joined the call", "is {x} coming on monday",
        "ask {x} for the room number", "{x} is on the list", "{x} will be ten minutes late", "i wrote {x} an email about the contract", "{x} picked up the package",
        "{x} reads the news at nine", "tell {x} i left the form on the desk", "spoke to {x} in billing", "{x} bought a second hand bike", "{x} and {y} share a desk",
        "{x} plays for {place} now", "the letter is addressed to {x}", "{x} is my cousin", "{x} studies law in {place}", "according to {x} the store closes at six",
        "could you send that to {x} please", "please cc {x} on this", "give this to {x} for me", "please let {x} know", "kindly return the form to {x}", "please ask {x} to call the office",
        "can someone pass it on to {x}", "please put {x} on the list", "hand the keys to {x} please", "please tell {x} the room has changed",
    ),
    "+": (
        "{x} in support was wonderful", "thanks {x}, you are the best", "{x} made my whole week", "shout out to {x} for the quick reply", "{x} is such a good friend",
        "love working with {x}", "{x} went out of their way to help us", "so happy for {x}", "{x} cooked us an amazing dinner", "{x} sorted everything in no time, great",
        "what a lovely afternoon with {x}", "{x} gave the best talk of the day",
        "the guide, {x}, was patient and waited for everyone", "our host {x} was friendly and showed us round", "the clerk, {x}, found my parcel at once", "the nurse, {x}, was gentle with my son",
        "{x}, the manager, was so nice to my mother", "the waiter, {x}, was quick and made us laugh",
    ),
    "-": (
        "{x} in support hung up on me", "{x} and i are fed up with this app", "poor {x} had a terrible flight", "{x} was so unhelpful on the phone", "{x} still has no refund, disgraceful",
        "sad to hear that {x} lost the job", "{x} hates this update as much as i do", "{x} ruined the whole evening", "they cancelled on {x} again, ridiculous", "{x} charged me twice and shrugged",
        "worst service ever said {x}, and i agree", "{x} got food poisoning there",
        "the guide, {x}, was late and shouted at everyone", "our host {x} was unfriendly and slammed the door", "the clerk, {x}, ignored me and walked away", "the nurse, {x}, was impatient and sent us home",
        "{x}, the manager, was rude to my mother", "the waiter, {x}, was slow and forgot our drinks", "the taxi came with {x} at the wheel, who swore at us", "the doorman, {x}, was so rude, we won't be back",
    ),
}.items() for frame in frames)
SIGNS = dict(zip("-0+", SENTIMENTS, strict=True))


class Twins:
    """Draws sets of twins: their texts, and what is known of the sentiment of a set."""

    def __init__(self, rows: Sequence[Row], seed: int) -> None:
        self.dice = random.Random(seed)
        self.emoji = load_emoji()
        suite = Suite()
        plain = [row.text for row in rows if row.group == "sentiment" and len(row.text) < LONGEST]
        self.named = [text for text in plain if NAME_PATTERN.search(text)]
        self.spelled = [
            row.text for row in rows
            if row.group in ("sentiment", "made clause", "made negation", "made facts", "made long")
            and len(row.text) < LONGEST and len(DIALECT_PATTERN.findall(row.text)) > 1
        ]
        self.placed = [
            row.text for row in rows
            if row.group in ("sentiment", "made facts", "made plain", "made middle negation")
            and len(row.text) < LONGEST and PLACE_PATTERN.search(row.text)
        ]
        self.parallel = [
            (sign, texts) for sign, texts in PARALLEL if not any(suite.holds(text) for text in texts)
        ]
        self.frames = [
            (sign, frame) for sign, frame in FRAMES
            if not suite.holds(frame.format(x="Maya", y="Maya", place="Leeds"))
        ]

    def draw(self) -> tuple[list[str], str | None]:
        kind = self.dice.random()
        if kind < DIALECT_SHARE:
            text = self.dice.choice(self.spelled)
            return [text, *(self.respelled(text) for _ in range(SPELLINGS - 1))], None
        kind -= DIALECT_SHARE
        if kind < PARALLEL_SHARE:
            return self.varieties()
        kind -= PARALLEL_SHARE
        if kind < PLACE_SHARE:
            text = self.dice.choice(self.placed)
            return [PLACE_PATTERN.sub(place, text) for place in self.dice.sample(PLACES, SPELLINGS)], None
        kind -= PLACE_SHARE
        if kind < REAL_SHARE and self.named:
            text = self.dice.choice(self.named)
            return [self.named_as(text, names) for names in ORIGINS.values()], None
        sign, frame = self.dice.choice(self.frames)
        place, form = self.dice.choice(PLACES), self.dice.random()
        end = self.dice.choice((".", "!", "", ""))
        texts = []
        for names in ORIGINS.values():
            x, y = self.dice.sample(names, 2)
            text = frame.format(x=x, y=y, place=place) + end
            texts.append(normalise(text[0].upper() + text[1:] if form < 0.7 else text, self.emoji))
        return texts, sign

    def varieties(self) -> tuple[list[str], str | None]:
        sign, texts = self.dice.choice(self.parallel)
        form, end = self.dice.random(), self.dice.choice((".", "!", ""))
        ended = [text if text.endswith("?") else text + end for text in texts]
        return [normalise(t[0].upper() + t[1:] if form < 0.7 else t, self.emoji) for t in ended], sign

    def named_as(self, text: str, names: tuple[str, ...]) -> str:
        chosen: dict[str, str] = {}
        return NAME_PATTERN.sub(lambda m: chosen.setdefault(m.group(), self.dice.choice(names)), text)

    def respelled(self, text: str) -> str:
        share = self.dice.choice((0.5, 1.0))
        return DIALECT_PATTERN.sub(
            lambda m: self.dice.choice(DIALECT[m.group(1).lower()]) if self.dice.random() < share else m.group(),
            text,
        )


def loss_of_twins(
    model: nn.Module, encode: Callable[[Sequence[str]], list[list[int]]], twins: Twins, sets: int
) -> Tensor:
    """Mean over the posts: cross-entropy with their set's mean, and with the set's sentiment where it is known."""
    drawn = [twins.draw() for _ in range(sets)]
    ids, mask = pad(encode([text for texts, _ in drawn for text in texts]))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = model(ids, mask)
    total = torch.zeros(())
    start = 0
    for texts, sign in drawn:
        for head in HEADS:
            values = logits[head][start : start + len(texts)].float()
            if head in MANY:
                goal = values.sigmoid().mean(0).detach().expand_as(values)
                loss = functional.binary_cross_entropy_with_logits(values, goal, reduction="none").sum(1) * LABEL_WEIGHT
            else:
                logs = functional.log_softmax(values, -1)
                goal = logs.exp().mean(0).detach()
                loss = -(goal * logs).sum(1)
                if head == "sentiment" and sign is not None:
                    loss = loss - logs[:, SENTIMENTS.index(SIGNS[sign])]
            total = total + (SENTIMENT_WEIGHT if head == "sentiment" else OTHER_WEIGHT) * loss.sum()
        start += len(texts)
    return total / start
