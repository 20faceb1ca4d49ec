"""Posts made from our own templates, for behaviours that the corpora hardly show.

Negation and where it stands, change over time, whose view it is, questions answered yes or no,
intensifiers, emoji, identity words, short clauses about one aspect, plain facts that are bad or good
news for a customer, and the classes of intent. Every row is written here; none is taken from a test.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import partial

from augment import COUNTRIES, FAITHS, NATIONS, any_name
from behaviour_words import (
    ASPECTS, BAD, BAD_EMOJI, BAD_FACTS, BAD_VERBS, DAILY_FACTS, EDGES, FLAT, GOOD, GOOD_EMOJI, GOOD_FACTS,
    GOOD_VERBS, GROUPS, INTENT_TEMPLATES, LESS, MORE, NEUTRAL_EMOJI, NEUTRAL_FACTS, PEOPLE, PLACES,
    PRODUCTS, QUESTIONS, THINGS,
)
from data import key
from denials import DENIALS
from normalise import load_emoji, normalise
from sources import Row, one, some
from suite import Suite

COUNTS = {
    "clause": 2200, "negation": 2200, "negated neutral": 900, "late negation": 1600,
    "middle negation": 2400, "time": 1500, "whose view": 1500, "answer": 1800, "degree": 800,
    "emoji": 900, "identity": 1500, "group hate": 500, "facts": 2600, "asked": 1200,
    "intent": 5200, "long": 900, "buried": 1800, **{group: count for group, (_, count) in DENIALS.items()},
}
NEGATIVE, NEUTRAL, POSITIVE = "negative", "neutral", "positive"
NOT_BAD = (NEUTRAL, POSITIVE)


class Maker:
    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.emoji = load_emoji()
        self.suite = Suite()
        self.things = THINGS

    def pick(self, options):  # type: ignore[no-untyped-def]
        return self.dice.choice(options)

    def fill(self, template: str) -> str:
        words = {
            "thing": self.pick(THINGS), "other": self.pick(THINGS), "product": self.pick(PRODUCTS),
            "aspect": self.pick(ASPECTS), "good": self.pick(GOOD), "bad": self.pick(BAD),
            "flat": self.pick(FLAT), "name": any_name(self.dice), "place": self.pick(PLACES),
            "country": self.pick(COUNTRIES), "nation": self.pick(NATIONS),
            "like": self.pick(GOOD_VERBS), "hate": self.pick(BAD_VERBS), "who": self.pick(PEOPLE),
            "more": self.pick(MORE), "less": self.pick(LESS), "n": str(self.dice.randint(2, 9)),
            "brand": self.pick(BRANDS), "rival": self.pick(BRANDS),
            "day": self.pick(("Monday", "Tuesday", "Friday", "Sunday", "March", "last week")),
        }
        return template.format(**words)

    def finish(self, text: str) -> str:
        """What posts look like: case, end, a tag, an opening word."""
        dice = self.dice
        if dice.random() < 0.25:
            text = self.pick(EDGES) + " " + text
        form = dice.random()
        if form < 0.4:
            text = text[:1].upper() + text[1:]
        elif form < 0.5:
            text = text.lower()
        elif form < 0.53:
            text = text.upper()
        if text[-1] not in ".!?":
            text += self.pick((".", ".", "!", "", "", "", ".."))
        if dice.random() < 0.06:
            text += " #" + self.pick(BRANDS)
        return normalise(text, self.emoji)

    def polar(self, good: bool) -> str:
        return self.pick(GOOD if good else BAD)

    def subject(self) -> str:
        start = self.pick(("the", "the", "this", "my", "your", "their", "that"))
        noun = self.pick(THINGS) if self.dice.random() < 0.6 else self.pick(ASPECTS)
        return f"{start} {noun}"

    # --- one method per behaviour; each gives (text, sentiments allowed) ---------------------------
    def clause(self) -> tuple[str, tuple[str, ...]]:
        good = self.dice.random() < 0.5
        forms = [
            f"{self.subject()} {self.pick(('is', 'was', 'are'))} {self.polar(good)}",
            f"{self.pick(ASPECTS)} is {self.polar(good)}",
            f"{self.pick(ASPECTS)} {self.polar(good)}",
            f"{self.polar(good)} {self.pick(ASPECTS)}",
            f"{self.pick(('i', 'we', ''))} {self.pick(GOOD_VERBS if good else BAD_VERBS)} {self.subject()}".strip(),
            f"{self.pick(('but', 'and', 'though'))} {self.subject()} is {self.polar(good)}",
            f"{any_name(self.dice)} {self.pick(('at the desk', 'in support', 'in your shop'))} was "
            f"{self.pick(('lovely', 'so helpful', 'great') if good else ('rude', 'useless', 'awful'))}",
            f"what {self.pick(('a', 'an absolutely'))} {self.polar(good)} {self.pick(THINGS)}",
        ]
        if self.dice.random() < 0.22:
            plain = [
                f"{self.subject()} is {self.pick(FLAT)}", f"this is {self.pick(FLAT_NOUN)}",
                f"{self.pick(('i', 'we', 'they'))} {self.pick(SAW)} {self.subject()}",
                f"{self.pick(NEUTRAL_FACTS)}",
            ]
            return self.fill(self.pick(plain)), (NEUTRAL,)
        return self.pick(forms), (POSITIVE if good else NEGATIVE,)

    def negation(self) -> tuple[str, tuple[str, ...]]:
        good = self.dice.random() < 0.5
        word, subject = self.polar(good), self.subject()
        no = self.pick(("not", "not", "n't", "never", "not really", "not at all", "nowhere near"))
        is_ = self.pick(("is", "was")) + (no if no == "n't" else " " + no)
        verb = self.pick(("like", "love", "enjoy", "recommend", "trust", "rate") if good else (
            "hate", "dislike", "regret", "mind", "despise"))
        forms = [
            f"{subject} {is_} {word}", f"{self.pick(('i', 'we'))} {self.pick(DO_NOT)} {verb} {subject}",
            f"nobody could call {subject} {word}", f"there is nothing {word} about {subject}",
            f"{self.pick(DO_NOT_THINK)} {subject} is {word}", f"it's not like {subject} is {word}",
            f"{subject} is anything but {word}", f"{subject} is no longer {word}",
            f"can't say {subject} was {word}", f"{is_[:3].strip()}n't a {word} {self.pick(THINGS)}, is it",
            f"{subject}? {no if no != 'n' + chr(39) + 't' else 'not'} {word}",
            f"hardly a {word} {self.pick(THINGS)}",
        ]
        if not good:
            return self.pick(forms), NOT_BAD
        return self.pick(forms), (NEGATIVE,)

    def negated_neutral(self) -> tuple[str, tuple[str, ...]]:
        forms = [
            "{subject} is not {flat}", "{subject} isn't {flat}", "that was not {noun}",
            "we did not {see} {subject}", "i didn't {see} {subject}", "this isn't {noun}",
            "i don't think {subject} is {flat}", "it wasn't {noun}", "she hasn't {seen} {subject} yet",
            "{subject} was never {flat}", "no, {subject} isn't {flat}", "not {noun}",
            "{subject} does not come in {colour}", "we aren't going to {place} in {day}",
            "they don't fly to {place} from here", "i have not {seen} {subject}",
        ]
        return self.pick(forms).format(
            subject=self.subject(), flat=self.pick(FLAT), noun=self.pick(FLAT_NOUN),
            see=self.pick(("see", "find", "open", "take", "visit", "use", "meet", "notice")),
            seen=self.pick(("seen", "found", "opened", "used", "met", "tried")),
            colour=self.pick(("black", "green", "two sizes", "blue")), place=self.pick(PLACES),
            day=self.pick(("May", "June", "the summer")),
        ), (NEUTRAL,)

    def late_negation(self) -> tuple[str, tuple[str, ...]]:
        good = self.dice.random() < 0.4
        word, subject = self.polar(good), self.subject()
        opening = self.pick((
            f"i expected {subject} to be {word}", f"they told me {subject} would be {word}",
            f"people warned me that {subject} is {word}", f"i was sure {subject} would be {word}",
            f"reviews said {subject} is {word}", f"i figured {subject} would turn out {word}",
            f"everybody promised {subject} would be {word}", f"we feared {subject} would be {word}",
            f"i assumed i'd {self.pick(('love', 'enjoy') if good else ('hate', 'regret'))} {subject}",
            f"thought {subject} might be {word}", f"i had heard {subject} was {word}",
            f"you would think {subject} is {word}", f"i was afraid {subject} would be {word}",
            f"my guess was that {subject} would be {word}",
        ))
        ending = self.pick((
            ", but it wasn't", ". it was not", " and it was not", ", but no", " but that was not true",
            ", yet it isn't", ". wrong", ". i was wrong", ", it turned out not to be",
            ". it really wasn't", " but it is not", ", and i was so wrong", ". not at all",
            " - it wasn't at all", ", but i didn't", " but nope", ", but actually it wasn't",
        ))
        return opening + ending, ((NEGATIVE,) if good else NOT_BAD)

    def middle_negation(self) -> tuple[str, tuple[str, ...]]:
        good = self.dice.random() < 0.7
        word, subject, thing = self.polar(good), self.subject(), self.pick(THINGS)
        when = self.pick(("week", "month", "year", "day", "few days", "long while", "second try"))
        middle = self.pick((
            f"considering that i live in {self.pick(PLACES)}", "after the trip we had",
            f"given what {any_name(self.dice)} told me", "having used it since spring",
            f"seeing that it is {self.pick(('Monday', 'Friday', 'winter', 'noon'))}",
            "with all the time i have had", f"being {self.pick(NATIONS)} myself",
            "with everything that went on this week", f"now that i'm back from {self.pick(PLACES)}",
            f"even after a {when}", f"at least after this {when}", "to be fair", "so far", "in my opinion", "all in all",
            f"for what {self.pick(BRANDS)} charges", "at this price", "despite the adverts", "if i'm honest", "as far as i can tell",
            f"compared with {self.pick(BRANDS)}", "by any standard", f"as someone from {self.pick(PLACES)}", "like many here",
        ))
        a = "an" if word[0] in "aeiou" else "a"
        forms = [
            f"i can't say, {middle}, that {subject} is {word}",
            f"i do not think, {middle}, that {subject} was {word}",
            f"i wouldn't call {subject}, {middle}, {word}",
            f"it's not the case, {middle}, that {subject} is {word}",
            f"nobody would claim, {middle}, that {subject} was {word}",
            f"i never said, {middle}, that {subject} is {word}" if not good else
            f"{subject} was not, {middle}, {word}",
            f"we did not find it, {middle}, to be {a} {word} {thing}",
            f"this isn't, {middle}, what i'd describe as {a} {word} {thing}",
            f"you can't call it, {middle}, {a} {word} {thing}",
            f"i could never call that, {middle}, {a} {word} {thing}",
            f"{subject} has not been, {middle}, {a} {word} one",
            f"i don't, {middle}, consider {subject} {word}",
            f"hardly anyone, {middle}, would call {subject} {word}",
        ]
        return self.pick(forms), ((NEGATIVE,) if good else NOT_BAD)

    def time(self) -> tuple[str, tuple[str, ...]]:
        now = self.dice.random() < 0.5
        subject, old, new = self.subject(), self.polar(not now), self.polar(now)
        past = self.pick(BAD_VERBS if now else GOOD_VERBS)
        present = self.pick(GOOD_VERBS if now else BAD_VERBS)
        forms = [
            f"{subject} used to be {old}. now it's {new}", f"{subject} was {old} last year, today it is {new}",
            f"i used to {past} {subject}, these days i {present} it",
            f"back then i would {past} {subject}, now i {present} it",
            f"i {present} {subject} now, though years ago i would {past} it",
            f"{subject} is {new} nowadays, it was {old} in the past",
            f"once {old}, now {new}: {subject}", f"until recently {subject} was {old}. not any more, it's {new}",
            f"since the update {subject} is {new}, before that it was {old}",
            f"i changed my mind about {subject}: {old} before, {new} now",
            f"it's {new} now. {subject} had been {old} for years",
            f"{subject} has gone from {old} to {new}", f"there was a time i would {past} {subject}. now i {present} it",
        ]
        return self.pick(forms), (POSITIVE if now else NEGATIVE,)

    def whose_view(self) -> tuple[str, tuple[str, ...]]:
        mine = self.dice.random() < 0.5
        subject, own, theirs = self.subject(), self.polar(mine), self.polar(not mine)
        who = self.pick((*PEOPLE, any_name(self.dice)))
        love = self.pick(GOOD_VERBS if mine else BAD_VERBS)
        dislike = self.pick(BAD_VERBS if mine else GOOD_VERBS)
        forms = [
            f"{who} said {subject} is {theirs}, but i {love} it",
            f"i {love} {subject}, even if {who} {self.pick(('finds', 'called'))} it {theirs}",
            f"according to {who} {subject} is {theirs}. to me it is {own}",
            f"lots of folks {dislike} {subject}. i {love} it",
            f"{who} told us {subject} was {theirs}, i found it {own}",
            f"you may {dislike} {subject} but for me it is {own}",
            f"{subject} is {own} if you ask me, whatever {who} says",
            f"i find {subject} {own}, unlike {who} who thinks it's {theirs}",
            f"they all {dislike} {subject} and i don't get it, it's {own}",
            f"the critics call {subject} {theirs}; my own view: {own}",
            f"{who} would {dislike} {subject}, not me, i {love} it",
        ]
        return self.pick(forms), (POSITIVE if mine else NEGATIVE,)

    def answer(self) -> tuple[str, tuple[str, ...]]:
        good, yes = self.dice.random() < 0.5, self.dice.random() < 0.4
        subject, word = self.subject(), self.polar(good)
        verb = self.pick(("like", "enjoy", "love", "trust") if good else ("hate", "regret", "dislike"))
        question = self.pick((
            f"is {subject} {word}?", f"was {subject} {word}?", f"do i {verb} {subject}?",
            f"did we {verb} {subject}?", f"would i call {subject} {word}?", f"do i find {subject} {word}?",
            f"you ask if {subject} is {word}?", f"is it {self.pick(('a', 'really a'))} {word} {self.pick(THINGS)}?",
            f"did i {verb} it?", f"has {subject} been {word}?",
            f"do you want to know if {subject} was {word}?",
        ))
        positive = ("yes", "yes!", "oh yes", "yep", "absolutely", "it is", "of course", "for sure", "definitely")
        negative = ("no", "no!", "nope", "not at all", "no way", "not really", "never", "nah", "hell no",
                    "absolutely not", "not in the least", "i do not")
        text = f"{question} {self.pick(positive if yes else negative)}"
        if yes:
            return text, (POSITIVE if good else NEGATIVE,)
        return text, ((NEGATIVE,) if good else NOT_BAD)

    def degree(self) -> tuple[str, tuple[str, ...]]:
        good = self.dice.random() < 0.5
        word, subject = self.polar(good), self.subject()
        strength = self.pick(MORE if self.dice.random() < 0.6 else LESS)
        form = self.pick((
            f"{subject} is {strength} {word}", f"{strength} {word} {self.pick(THINGS)}",
            f"i {self.pick(('really', 'truly', 'do', 'kind of', 'so'))} "
            f"{self.pick(GOOD_VERBS if good else BAD_VERBS)} {subject}",
        ))
        return form, (POSITIVE if good else NEGATIVE,)

    def emoji_post(self) -> tuple[str, tuple[str, ...]]:
        kind = self.dice.random()
        fact = self.pick((
            f"{self.subject()} today", f"just got {self.subject()}", f"{self.pick(BRANDS)} again",
            f"{self.pick(THINGS)} arrived", "well then", f"on the way to {self.pick(PLACES)}",
            f"{self.pick(NEUTRAL_FACTS)}", f"tried {self.subject()}", "so this happened", "",
        ))
        fact = self.fill(fact)
        if kind < 0.45:
            return f"{fact} {self.pick(GOOD_EMOJI)}", (POSITIVE,)
        if kind < 0.9:
            return f"{fact} {self.pick(BAD_EMOJI)}", (NEGATIVE,)
        return f"{fact or 'see you there'} {self.pick(NEUTRAL_EMOJI)}", (NEUTRAL,)

    def facts(self) -> tuple[str, tuple[str, ...]]:
        kind = self.dice.random()
        if kind < 0.5:
            return self.fill(self.pick(BAD_FACTS)), (NEGATIVE,)
        if kind < 0.8:
            return self.fill(self.pick(GOOD_FACTS)), (POSITIVE,)
        return self.fill(self.pick(self.pick((NEUTRAL_FACTS, DAILY_FACTS)))), (NEUTRAL,)

    def long(self) -> tuple[str, tuple[str, ...]]:
        """Two sentences of which one says nothing: the label is the other's."""
        first, labels = self.pick((self.clause, self.facts, self.negation))()
        rest = self.fill(self.pick((*NEUTRAL_FACTS, *QUESTIONS)))
        parts = [first, rest] if self.dice.random() < 0.5 else [rest, first]
        return ". ".join(parts), labels

    def buried(self) -> tuple[str, tuple[str, ...]]:
        """Three to seven sentences of which one says what is felt."""
        said, labels = self.pick((self.clause, self.clause, self.facts, self.negation))()
        said = {NEGATIVE: f"i {self.pick(BAD_VERBS)} it", POSITIVE: f"i {self.pick(GOOD_VERBS)} it"}.get(labels[0], said) if (
            len(labels) == 1 and self.dice.random() < 0.25) else said
        sentences = [self.fill(self.pick(self.pick((NEUTRAL_FACTS, DAILY_FACTS)))) for _ in range(self.dice.randint(2, 6))]
        sentences.insert(self.dice.randint(0, len(sentences)), said)
        return ". ".join(s[:1].upper() + s[1:] for s in sentences), labels

    def identity(self) -> Row:
        group = self.pick(GROUPS)
        one_of = group[:-1] if group.endswith("s") else group
        faith = self.pick(FAITHS[0])
        nation = self.pick(NATIONS)
        person = self.pick(("woman", "man", "girl", "guy", "person", "mother", "father", "student"))
        trait = self.pick((nation, faith, nation.lower(), "black", "white", "asian", "latino", "gay",
                           "lesbian", "bisexual", "transgender", "queer", "straight", "deaf", "blind",
                           "disabled", "old", "young", "immigrant", "arab", "native american", "hispanic"))
        plain = self.fill(self.pick((
            f"i'm a {trait} {person}", f"she is a {trait} {person}", f"my {trait} neighbour works in {{place}}",
            f"two {trait} {person} friends of mine moved to {{place}}", f"he is {trait}", f"we are {group}",
            f"{{name}} is a {trait} {person} from {{place}}", f"there are many {group} in {{place}}",
            f"an article about {group} in {{place}}", f"{group} vote on {{day}}", f"i met some {group} today",
            f"the {trait} {person} next door has {{product}}", f"{group} live here", f"a {trait} {person} asked for the {{aspect}}",
            f"my boss is {trait}", f"{{name}} teaches {group} english", f"{group} and their families came to {{place}}",
            f"my {one_of} colleague ordered the {{thing}}", f"a talk on {group} at {{day}}", f"do {group} get a visa for {{country}}",
        )))
        targets = some("sentiment", NOT_BAD if self.dice.random() < 0.5 else (NEUTRAL,))
        kind = self.dice.random()
        if kind < 0.2:
            plain = f"i {self.pick(GOOD_VERBS)} {self.pick((f'my {trait} friends', group, f'this {trait} cafe'))}"
            targets = one("sentiment", POSITIVE)
        elif kind < 0.35:
            plain = f"{self.subject()} is {self.pick(BAD)}, says a {trait} {person}" if kind < 0.27 else (
                f"as a {trait} {person} i {self.pick(BAD_VERBS)} {self.subject()}")
            targets = some("sentiment", (NEGATIVE,) if kind >= 0.27 else (NEGATIVE, NEUTRAL))
        targets |= one("hateful", "not_hateful") | one("offensive", "not_offensive")
        return Row("made identity", self.finish(plain), targets)

    def group_hate(self) -> Row:
        group = self.pick(GROUPS)
        text = self.pick((
            f"i hate all {group}", f"{group} are scum", f"{group} should not be allowed here, they are vermin",
            f"send those filthy {group} away", f"{group} are disgusting animals", f"{group} ruin everything, get them out",
            f"nobody wants you {group} here", f"all {group} are thieves and liars", f"kick out every one of the {group}",
            f"{group} do not deserve rights", f"damn {group} are a plague", f"those {group} are subhuman",
        ))
        targets = one("sentiment", NEGATIVE) | one("hateful", "hateful") | one("offensive", "offensive")
        return Row("made group hate", self.finish(text), targets, 0.7)

    def asked(self) -> Row:
        text = self.fill(self.pick(QUESTIONS))
        if self.dice.random() < 0.7:
            text = text.rstrip("?") + "?"
        return Row("made asked", self.finish(text), one("intent", "question") | one("sentiment", NEUTRAL))

    def intent(self) -> Row:
        name = self.pick(tuple(INTENT_TEMPLATES))
        template, sentiments = self.pick(INTENT_TEMPLATES[name])
        targets = one("intent", name)
        if sentiments:
            targets |= some("sentiment", sentiments)
        return Row("made intent", self.finish(self.fill(template)), targets)

    def plain(self, group: str, make: Callable[[], tuple[str, tuple[str, ...]]]) -> Row:
        text, labels = make()
        targets = some("sentiment", labels)
        if group == "facts" and labels == (NEGATIVE,):
            targets |= some("intent", ("complaint",))
        if group == "trait":
            targets |= one("hateful", "not_hateful") | one("offensive", "not_offensive")
        if group in ("clause", "degree") and labels == (NEGATIVE,):
            targets |= some("intent", ("complaint", "other", "churn_risk"))
        if group in ("clause", "degree", "facts") and labels == (POSITIVE,):
            targets |= some("intent", ("praise",))
        if labels == (NEUTRAL,) and group == "facts":
            targets |= some("intent", ("other",))
        return Row(f"made {group}", self.finish(text), targets)

    def rows(self) -> Iterator[Row]:
        whole = {
            "identity": self.identity, "group hate": self.group_hate, "asked": self.asked,
            "intent": self.intent,
        }
        labelled = {
            "clause": self.clause, "negation": self.negation, "negated neutral": self.negated_neutral,
            "late negation": self.late_negation, "middle negation": self.middle_negation,
            "time": self.time, "whose view": self.whose_view, "answer": self.answer,
            "degree": self.degree, "emoji": self.emoji_post, "facts": self.facts, "long": self.long, "buried": self.buried,
            **{group: partial(make, self) for group, (make, _) in DENIALS.items()},
        }
        for group, count in COUNTS.items():
            seen: set[str] = set()
            for _ in range(count):
                row = whole[group]() if group in whole else self.plain(group, labelled[group])
                if key(row.text) not in seen and row.text and not self.suite.holds(row.text):
                    seen.add(key(row.text))
                    yield row


BRANDS = (
    "Novaline", "Skyharbor", "Telbright", "Orbex", "Quickcart", "Halden", "Zephyr", "Maxicell",
    "Brightwave", "Corvane", "Tandem", "Fernway", "Kestrel", "Oakline", "Pinto", "Vireo",
)
FLAT_NOUN = (
    "a {nation} company", "a window seat", "a public holiday", "a domestic flight", "an email from the bank",
    "a two year contract", "a paper ticket", "an aisle seat", "the second version", "a {nation} film",
    "a store in {place}", "a cotton shirt", "a direct train", "the blue one", "an online order",
)
FLAT_NOUN = tuple(
    noun.replace("{nation}", nation).replace("{place}", place)
    for noun in FLAT_NOUN for nation in NATIONS[::9] for place in ("Leeds", "Lagos", "Austin")
)
SAW = ("saw", "found", "see", "use", "have", "opened", "bought", "took", "asked about", "read about")
DO_NOT = ("do not", "don't", "did not", "didn't", "can't", "wouldn't", "never")
DO_NOT_THINK = ("i don't think", "i do not believe", "i doubt that", "can't believe", "we don't feel")
DO_NOT_THINK = DO_NOT_THINK[:3] + DO_NOT_THINK[4:]


def behaviour_rows(seed: int) -> list[Row]:
    return list(Maker(seed).rows())
