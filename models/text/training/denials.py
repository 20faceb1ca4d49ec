"""More frames for what the first released models did worst: blame denied, feelings taken back at the
end, questions answered, plain words beside them, emoji that decide, and people named by orientation or disability.

All of it is our own writing; `suite.py` keeps the frames of the behaviour suite out.
"""

from __future__ import annotations

from augment import TRAITS
from behaviour_words import BAD_EMOJI, GOOD_EMOJI, NEUTRAL_FACTS

NEGATIVE, NEUTRAL, POSITIVE = "negative", "neutral", "positive"
NOT_BAD = (NEUTRAL, POSITIVE)
Made = tuple[str, tuple[str, ...]]

DENIED = (
    "{subject} is far from {word}", "nobody finds {subject} {word}", "not one {word} {noun} so far",
    "none of the {nouns} were {word}", "have yet to see a {word} {noun} from {brand}",
    "without a single {word} {noun}", "{brand} does not do {word} {nouns}", "you won't get a {word} {noun} at {brand}",
    "i would not call {subject} {word}", "i wouldn't describe {subject} as {word}", "{subject} wasn't even {word}",
    "not exactly {word}, {subject}", "{subject} can hardly be called {word}", "{subject} is by no means {word}",
    "we had no {word} {nouns} in {place}", "it isn't that {subject} is {word}", "in no way was {subject} {word}",
    "{n} years with {brand} and never a {word} {noun}", "whoever says {subject} is {word} is wrong",
    "{subject} has never been {word} to us", "who said {subject} is {word}? it is not",
    "{subject} not {word} today", "{subject} aint {word}", "i don't find {subject} {word}", "wouldn't say it's {word}",
    "nothing about {subject} is {word}", "i see nothing {word} in {subject}", "neither {word} nor {word2}, {subject}",
    "{subject} is neither {word} nor {word2}", "it's not {word}, it's not {word2}", "{subject} isn't all that {word}",
    "not that {word} of a {noun}", "didn't think {subject} was {word}", "{subject} doesn't look {word} to me",
    "the {noun} didn't feel {word}", "the {nouns} at {brand} are never {word}", "{brand} hasn't got any {word} {nouns}",
    "not a {word} word from me about {subject}", "nope, {subject} not {word} in the least",
    "i've seen no {word} {noun} there", "there was never anything {word} with {subject}",
    "least {word} {noun} i ever had", "hardly the {word} {noun} we had feared",
)
DENIED_VERBS = (
    "hard to {verb} {subject}", "i have no reason to {verb} {subject}", "nobody could {verb} {subject}",
    "i never {verb} {subject}", "why would i {verb} {subject}, i don't", "i could never {verb} {subject}",
    "it's impossible to {verb} {subject}", "not that i {verb} {subject}", "who could {verb} {subject}? nobody",
    "we certainly don't {verb} {subject}", "can't bring myself to {verb} {subject}", "none of us {verb} {subject}",
    "there is no one in {place} who would {verb} {subject}", "you will not {verb} {subject}",
)
NOTHING_WRONG = (
    "no complaints about {subject}", "can't complain about {subject}", "can't fault {subject}", "no problems with {subject}",
    "zero issues with {subject} so far", "never had any trouble with {subject}", "nothing wrong with {subject}",
    "i have nothing against {subject}", "don't mind {subject} at all", "{subject} has not let me down once",
    "{subject} never fails", "no regrets about {subject}", "not worried about {subject} any more",
    "{subject} did not disappoint", "no lag, no crash, no drama with {subject}", "not sorry i bought {subject}",
    "{subject}: without any hitch", "{brand} didn't mess up {subject} this time", "can't be mad at {subject}",
    "never a dull moment with {subject}", "{subject} was no trouble", "didn't have to wait for {subject}",
)
NOTHING_RIGHT = (
    "no joy with {subject}", "zero praise for {subject} from me", "never had any luck with {subject}", "nothing right with {subject}",
    "no thanks to {subject}", "{subject} has not worked once", "{subject} never works", "no fun with {subject}",
    "not happy about {subject}", "not impressed with {subject}", "no answer and no help with {subject}",
    "{brand} didn't fix {subject}", "can't be happy with {subject}", "{subject} did not help", "not glad i bought {subject}",
    "couldn't even use {subject}", "no good came of {subject}", "i have no faith in {subject}",
)
AND_FINE = (
    "", "", "", "it works", "it does what it should", "it's fine", "does the job", "all in order", "fair enough",
    "we'll keep it", "it will do", "no complaints here", "quite the opposite",
)
AND_BAD = ("", "", "", "it does not work", "sending it back", "never again", "what a shame", "quite the opposite")
BEFORE = (
    "the forum called {subject} {word}", "word was that {subject} is {word}", "my bet was on a {word} {noun}",
    "had prepared myself for a {word} {noun}", "{name} swore {subject} was {word}", "friends kept saying {subject} is {word}",
    "they say {subject} is {word}", "{brand} has a name for {word} {nouns}", "i came here for a {word} {noun}",
    "everything i had read made {subject} sound {word}", "looked like a {word} {noun} at first",
    "on paper {subject} is {word}", "{subject} seemed {word}", "i was told to expect a {word} {noun}",
    "we had braced for {word} {nouns}", "should have been a {word} {noun}", "it could have been {word}",
    "{subject} was supposed to be {word}", "rumour had it that {subject} is {word}", "you'd guess {subject} is {word}",
    "the photos made {subject} look {word}", "i had {subject} down as {word}", "{subject} was meant to get {word}",
    "i had always imagined {subject} to be {word}", "the first hour felt {word}",
)
TAKEN_BACK = (
    ". not so", ". nope", ", which proved false", ". it never was", ", but that's not how it went", ". nothing of the kind",
    ", only it wasn't", ", and then it wasn't", ". could not be further from the truth", ". they were mistaken",
    ". no such thing", " but i can't agree", ". i disagree", ", except it isn't", ". guess what, it isn't", ". not in my case",
    ", yet that never happened", ". well, no", ". it didn't turn out like that", ", though it is not", ". that was a myth",
    ". turns out it isn't", ". far from it", ". none of that is so", ", but not to me it isn't", ". how wrong i had been",
)
ASKED = (
    "anyone think {subject} is {word}?", "would you say {subject} is {word}?", "so, {subject}, {word}?", "{word} {noun}?",
    "did {subject} turn out {word}?", "could {subject} be any more {word}?", "are {brand} {nouns} {word}?", "was it {word} in {place}?",
    "think {subject} is {word}?", "you want me to say {subject} is {word}?", "does {subject} feel {word}?",
    "{name} asked: is {subject} {word}?", "are we calling {subject} {word} now?", "did {subject} strike me as {word}?",
    "should i call it {word}?", "has {brand} become {word}?", "{subject} {word} these days?", "am i calling {subject} {word}?",
)
ASKED_VERBS = (
    "would i {verb} {subject}?", "should people {verb} {subject}?", "do people {verb} {subject}?", "does anybody {verb} {subject}?",
    "am i going to {verb} {subject}?", "will you {verb} {subject}?", "have i learnt to {verb} {subject}?",
)
ANSWERED_NO = (
    "no.", "no", "nope", "nah", "no it isn't", "it is not", "not to me", "not one bit", "no, never", "i say no", "no sir",
    "absolutely not", "no and no again", "the answer is no", "not really, no", "never ever", "i don't think so", "no way", "sorry, no",
)
ANSWERED_YES = (
    "yes.", "yes", "yep", "yeah", "it is", "oh it is", "very much so", "yes, sadly or not", "yes, always", "i say yes", "yes sir",
    "absolutely", "yes and yes again", "the answer is yes", "i do think so", "sure", "without a doubt", "you bet", "indeed",
)
PLAIN = (
    "what a {word} {noun} from {brand}", "{word} {noun}, {word2} {noun2}", "got a {word} {noun} in {place}",
    "{word} day thanks to {brand}", "spent {n} {word} hours with {subject}", "{brand} sells {word} {nouns}",
    "{subject} turned out {word}", "{subject} has been {word} all week", "{subject} looks {word}", "{name} and i find {subject} {word}",
    "{subject} feels {word}", "such {word} {nouns}", "yes, {subject} is {word}", "if you ask me {subject} is {word}",
    "still {word}, {subject}", "once more {subject} is {word}", "{word}! {subject}", "a truly {word} {noun}", "{word} experience at {brand}",
    "had {word} {nouns} in {place} for {n} days", "our {noun} is {word} and {word2}", "the {word} {noun} at {brand} again",
    "we had a {word} week with {brand}", "{subject} sounds {word}", "what a {word} time we had in {place}",
    "i had a {word} time at {brand}", "{name} had a {word} evening there", "had such a {word} stay", "our visit was {word}",
    "they had a {word} night out in {place}", "the kids had a {word} afternoon at the {noun}", "a {word} trip to {place}",
    "you'll have a {word} time at {brand}", "it was a {word} day at the {noun}", "we've had {word} days with our {noun}",
    "{name} is having a {word} time with {brand}", "had a {word} morning because of {subject}", "a {word}, {word2} time",
    "it's a {word}, {word2} {noun}", "my {word} new {noun}",
)
PLAIN_VERBS = (
    "we {verb} {subject}", "{name} and i {verb} {subject}", "how i {verb} {subject}", "{brand}, i {verb} you", "{verb} {subject}",
    "i {verb} everything about {subject}", "so many of us {verb} {subject}", "you know i {verb} {subject}", "i still {verb} {subject}",
)
MORE_GOOD_EMOJI = (
    *GOOD_EMOJI, "\U0001F601", "\U0001F4AF", "\U0001F4AF", "\U0001F64C", "\u2728", "\U0001F63B", "\U0001F973", "\U0001F496",
    "\U0001F499", "\U0001F60B", "\U0001F917", "\U0001F525", "\U0001F44C", "\U0001F606", "\u2665\ufe0f",
)
MORE_BAD_EMOJI = (
    *BAD_EMOJI, "\U0001F629", "\U0001F62B", "\U0001F922", "\U0001F616", "\U0001F623", "\U0001F641", "\u2639\ufe0f",
    "\U0001F63E", "\U0001F4A9", "\U0001F625", "\U0001F626", "\U0001F595",
)
WITH_EMOJI = (
    "{e} {subject}", "{subject} {e}", "{subject} {e}{e}", "{e}{e} {brand}", "{brand} and their {nouns} {e}", "another {noun} {e}",
    "{name} and the {noun} {e}", "back in {place} {e}", "{fact} {e}", "{e} {fact}", "{fact} {e}{e}{e}", "my {noun} after {n} weeks {e}",
    "{noun} number {n} {e}", "{noun} {e} {noun2} {e}", "this {noun} {e}", "when you open the {noun} {e}", "{brand} {noun} day {e}",
    "got the {noun} {e}", "first look at the {noun} {e}", "{name} sent the {noun} {e}", "that {noun} in {place} tho {e}",
)
TRAIT_NEUTRAL = (
    "{trait} people can book at window {n}", "my flatmate, who is {trait}, cooks on {day}", "the {trait} guy from accounts took the train to {place}",
    "a group of {trait} artists shows its work in {place}", "{name} is {trait} and lives in {place}", "a film by a {trait} director",
    "there are two {trait} people in my class", "he told his boss he is {trait}", "my brother is {trait}", "my {trait} son starts school on {day}",
    "is the host of the show {trait}", "we hired a {trait} designer on {day}", "a {trait} couple rents the house on the corner",
    "she has a {trait} sister and a dog", "they asked {trait} customers about the {noun}", "a {trait} user wrote in about the {noun}",
    "{name}, a {trait} writer from {place}, is in town", "{trait} man looking for a room in {place}", "i am {trait}", "i'm {trait} and i work at {brand}",
    "the teacher of my kids is {trait}", "her new boyfriend is {trait}", "the {trait} lady at the bus stop has a red coat",
    "the {trait} people in our street", "my aunt said that her doctor is {trait}", "{brand} asked {trait} staff to fill in a form",
)
TRAIT_POSITIVE = (
    "the {trait} nurse was wonderful with grandpa", "so proud of my {trait} brother", "my {trait} friend {name} made us the best cake",
    "{name} is {trait} and the {good}est boss i have had", "thank you to the {trait} guide in {place}, {good} tour", "love my {trait} sister",
    "the {trait} singer last night was {good}", "as a {trait} man i felt so welcome at {brand}", "my {trait} neighbours are {good} people",
    "what a {good} talk by a {trait} developer", "my {trait} teacher made {day} fun", "happy for the {trait} couple, they look great together",
)
TRAIT_NEGATIVE = (
    "my {trait} colleague and i waited {n} hours for cold food", "{brand} lost the bag of my {trait} cousin", "i'm {trait} and your {noun} is {bad}",
    "the {trait} host was {bad} and rushed us", "our {trait} waiter got every order wrong", "my {trait} friend was treated badly at {brand}",
    "hate that my {trait} mother has to stand in line for {n} hours", "{bad} {noun}, says my {trait} uncle, and i agree",
    "the {trait} man at the till was rude to us", "sad day for our {trait} friends in {place}", "as a {trait} customer i'm fed up with {brand}",
)


def nouns(noun: str) -> str:
    return noun if noun.endswith("s") else noun + "s"


def filled(maker, template: str, good: bool) -> str:  # type: ignore[no-untyped-def]
    noun = maker.pick(maker.things)
    return maker.fill(
        template.replace("{subject}", maker.subject()).replace("{word2}", maker.polar(good))
        .replace("{word}", maker.polar(good)).replace("{nouns}", nouns(noun)).replace("{noun2}", "{thing}")
        .replace("{noun}", noun)
    )


def denied(maker) -> Made:  # type: ignore[no-untyped-def]
    good = maker.dice.random() < 0.45
    kind = maker.dice.random()
    if kind < 0.18:
        text = filled(maker, maker.pick(NOTHING_RIGHT if good else NOTHING_WRONG), good)
    elif kind < 0.36:
        verbs = ("like", "love", "enjoy", "trust", "recommend", "praise") if good else (
            "hate", "dislike", "regret", "complain about", "detest", "despise")
        text = filled(maker, maker.pick(DENIED_VERBS).replace("{verb}", maker.pick(verbs)), good)
    else:
        text = filled(maker, maker.pick(DENIED), good)
    after = maker.pick(AND_BAD if good else AND_FINE)
    if after:
        text += maker.pick((", ", ". ", " - ", " and ")) + after
    return text, ((NEGATIVE,) if good else NOT_BAD)


def taken_back(maker) -> Made:  # type: ignore[no-untyped-def]
    good = maker.dice.random() < 0.4
    text = filled(maker, maker.pick(BEFORE), good) + maker.pick(TAKEN_BACK)
    return text, ((NEGATIVE,) if good else NOT_BAD)


def verbs(good: bool) -> tuple[str, ...]:
    return ("like", "love", "enjoy", "trust") if good else ("hate", "regret", "dislike", "detest")


def answered(maker) -> Made:  # type: ignore[no-untyped-def]
    good, yes = maker.dice.random() < 0.45, maker.dice.random() < 0.4
    if maker.dice.random() < 0.3:
        template = maker.pick(ASKED_VERBS).replace("{verb}", maker.pick(verbs(good)))
    else:
        template = maker.pick(ASKED)
    text = f"{filled(maker, template, good)} {maker.pick(ANSWERED_YES if yes else ANSWERED_NO)}"
    if yes:
        return text, (POSITIVE if good else NEGATIVE,)
    return text, ((NEGATIVE,) if good else NOT_BAD)


def plainly(maker) -> Made:  # type: ignore[no-untyped-def]
    good = maker.dice.random() < 0.4
    if maker.dice.random() < 0.25:
        template = maker.pick(PLAIN_VERBS).replace("{verb}", maker.pick(verbs(good)))
    else:
        template = maker.pick(PLAIN)
    return filled(maker, template, good), (POSITIVE if good else NEGATIVE,)


def emoji_decides(maker) -> Made:  # type: ignore[no-untyped-def]
    good = maker.dice.random() < 0.5
    sign = maker.pick(MORE_GOOD_EMOJI if good else MORE_BAD_EMOJI)
    template = maker.pick(WITH_EMOJI).replace("{fact}", maker.pick(NEUTRAL_FACTS))
    return filled(maker, template.replace("{e}", sign), good), (POSITIVE if good else NEGATIVE,)


def trait(maker) -> Made:  # type: ignore[no-untyped-def]
    kind = maker.dice.random()
    templates, label = (TRAIT_NEUTRAL, NEUTRAL) if kind < 0.6 else (
        (TRAIT_POSITIVE, POSITIVE) if kind < 0.8 else (TRAIT_NEGATIVE, NEGATIVE))
    template = maker.pick(templates).replace("{trait}", maker.pick(TRAITS)).replace("{good}est", "nicest")
    return filled(maker, template, label == POSITIVE), (label,)


DENIALS = {
    "denied": (denied, 2600), "taken back": (taken_back, 1800), "answered": (answered, 2200),
    "plainly": (plainly, 2800), "emoji decides": (emoji_decides, 2400), "trait": (trait, 2600),
}
