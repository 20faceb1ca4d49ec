"""Kinds of English that the corpora show too rarely: praise that sounds like blame, trouble that is over, slang,
ratings, plain irony, joined hashtags, regrets and wishes, emoticons alone.

For each kind there are frames to train on and, of other wording, frames to check with (CHECK), which are
never trained on. {x} is a thing or a brand. All of it is our own writing; frames of the suite are dropped.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from augment import any_name
from behaviour_words import EDGES, THINGS
from kind_laws import LAWS, SLOTS
from normalise import load_emoji, normalise
from sources import SENTIMENTS, Row, one
from suite import Suite

COUNT, LAW_COUNT = 700, 1_400
# What brands are made up of; those of `targets.py` serve other frames
SYLLABLES = "ba cor den el fen gal hal ix jo kan lor mi nor os pri quo ral sen tal um ven wes yor zan".split()
SIGNS = dict(zip("-0+", SENTIMENTS, strict=True))
Kinds = dict[str, tuple[tuple[str, str], ...]]
BRANDS = ("Novaline", "Orbex", "Halden", "Zephyr", "Corvane", "Kestrel", "Vireo", "Tandem", "Apple", "Nike", "Netflix", "Spotify", "Delta", "Uber", "Tesco", "Samsung")

# Wordings of the kinds: what an older model says of a post that holds one is not worth keeping to
WORDINGS = re.compile(
    r"\b(can|could)( ?not|n'?t) (\w+ ){0,3}(more|less|enough|better|worse|without|stop|beat|wait|fault|\w+ier)\b"
    r"|\bnever (been|had|seen|felt|\w+ed) (a |an |this |so |such )*(better|worse|more|less|\w+ier|good|bad)\b"
    r"|\b(no longer|no more|any ?more|(has|have)(n'?t| not) \w+ed|stopped \w+ing|is (gone|fixed|over)|finally (fixed|gone|works))\b"
    r"|\b(slaps?|mid|goat|goated|sus|bussin|lit|trash|wack|banger|no cap|ngl|beast|dope|insane|sick|fire|huge [wl]|fell off|flop(ped)?)\b"
    r"|\b(do not|don'?t|never) (waste|buy|bother|trust|sleep|miss)\b|\bwast(e|ed|ing)\b|\bregret|\bwish (i|we|they|it)\b|\bshould(a|n'?t| not| never)? ?have\b|\bshoulda\b|\d+ ?/ ?10\b|\d stars?\b",
    re.I,
)


def of_a_kind(text: str) -> bool:
    return WORDINGS.search(text) is not None


def each(sign: str, *frames: str) -> tuple[tuple[str, str], ...]:
    return tuple((frame, sign) for frame in frames)


TRAINED: Kinds = {
    "never better": each(
        "+", "couldn't be happier with {x}", "could not be more pleased with {x}", "can't thank {x} enough", "cannot praise {x} enough", "i can't say enough good things about {x}",
        "couldn't ask for a better {t}", "{x} couldn't have gone any smoother", "it doesn't get better than {x}", "never been more excited about a {t}", "can't get enough of {x}",
        "couldn't love {x} more if i tried", "never had a better {t}", "i couldn't live without {x}", "can't believe how good {x} is", "can't stop listening to {x}",
        "no words for how good {x} is", "words can't describe how happy i am with {x}", "nothing comes close to {x}", "you can't go wrong with {x}", "can't beat {x}",
        "{x} never disappoints", "{x} never lets me down", "couldn't put {x} down", "hard to find anything wrong with {x}", "i can't fault the {t}", "couldn't have picked a better {t}",
        "haven't been this happy with a {t} in years", "what's not to love about {x}", "who doesn't love {x}", "if you haven't tried {x} you're missing out", "can't wait for the new {t}",
        "{x} is too good to be true but it is true", "i will never shut up about {x}", "not once have i regretted buying {x}", "so good i bought {n} of them", "couldn't recommend {x} highly enough",
    ) + each(
        "-", "couldn't be more disappointed in {x}", "could not be less impressed with {x}", "can't complain enough about {x}", "it doesn't get worse than {x}", "never had a worse {t}",
        "couldn't care less about what {x} says, they lost me", "can't believe how bad {x} is", "couldn't have gone any worse with {x}", "i can't warn you enough about {x}", "never been so let down by a {t}",
        "couldn't be angrier at {x}", "can't recommend {x} to anyone", "i could not recommend {x} less", "couldn't wait to leave {x}",
    ),
    "trouble over": each(
        "+", "no more crashes since the {x} update", "{x} finally stopped freezing", "the lag is gone on {x}, thank you", "{x} fixed the login bug at last", "haven't had a single crash since {n} days, nice one {x}",
        "no more waiting {n} hours for {x}", "the noise in my {t} is finally gone", "{x} sorted out my refund, all good now", "turns out the {t} just needed a restart, works perfectly now", "the battery doesn't drain any more",
        "my {t} is back from the dead thanks to {x}", "problem solved, {x} support rocks", "issue with {x} resolved in {n} minutes", "{x} no longer overheats", "{t} up and running again", "got my money back from {x} without a fight",
        "it used to crash every hour, now {x} runs like a dream", "the new version got rid of the annoying ads", "goodbye bugs, {x} works again", "the delays are over, {x} is on time again", "{x} doesn't lag any more", "they removed the stupid paywall from {x}",
        "my back pain disappeared since i got the {t}", "stopped dropping calls since i switched the {t}", "no trouble with {x} anymore", "what was broken works now, cheers {x}", "the rattle is gone", "{x} cured my headache", "zero errors today, {x} finally stable", "the {t} doesn't hurt my feet any more",
    ) + each(
        "-", "{x} crashes more since the update", "{x} started freezing again", "the lag is back on {x}", "no more free shipping at {x}", "{x} stopped working", "{x} no longer opens", "no more {t} for me after what {x} did", "the bug that {x} said was fixed is back",
        "they removed the best feature of {x}", "my {t} died again", "{x} stopped answering my mails", "the good days of {x} are over", "still no fix for the {x} crash", "{x} broke it again with the new version", "support stopped replying", "no more refunds at {x}",
    ),
    "strong words": each(
        "+", "this {t} is insane", "{x} is sick, need it", "the new {x} slaps", "{x} is fire", "that {t} is unreal", "i'm obsessed with {x}", "{x} is killing it", "{x} went so hard", "damn {x} is ridiculously good", "stupidly good {t} from {x}", "{x} is lit",
        "the {t} is bonkers good", "{x} absolutely smashed it", "{x} is wicked", "this {t} hits different", "{x} is a beast", "holy shit {x} is good", "{x} ate that", "{x} understood the assignment", "{x} is the goat", "{x} bussin", "no cap {x} is the best", "{x} has me dead, so funny",
        "crazy good {t}", "{x} is dope af", "i'm dying over how cute the {t} is", "{x} is addictive, send help", "mind blown by {x}", "{x} is filthy, what a {t}", "{x} blew me away", "that {t} was a banger", "{x} is goated", "hella impressed with {x}", "f***ing love {x}", "this {t} is deadly, best yet", "{x} cooked with this one", "w {t}",
        "massive w for {x}", "{x} is a vibe", "that {t} was savage, loved it", "{x} snapped", "the {t} is a monster, so fast", "{x} got me screaming, so good", "{x} is bad ass",
    ),
    "slang blame": each(
        "-", "{x} is mid", "the new {t} is so mid", "{x} is trash", "{x} fell off", "{x} is wack", "l {t}", "big l for {x}", "{x} took an l", "{x} is sus", "{x} is lowkey a scam", "{x} ain't it", "{x} is a flop", "{t} is meh at best, total letdown", "{x} got ratioed and deserved it",
        "{x} is cringe", "{x} is dogwater", "{x} straight garbage no cap", "this {t} is a whole mess", "{x} been tripping", "{x} can kick rocks", "{x} is cooked, worst {t} ever", "this {t} is booty", "{x} is bunk", "not feeling {x} at all", "{x} gives me the ick", "{x} playing in our faces", "{x} is so basic and overpriced",
        "{x} doing the most for nothing", "{x} is a rip off", "smh {x}", "{x} is shady af", "{x} got me heated", "{x} dropped the ball", "{x} sucks balls", "{t} is janky as hell", "nah {x} is tripping with these prices", "{x} ghosted me", "{x} is weak sauce",
    ),
    "ratings": each(
        "+", "{x} 10/10", "{x}: 9/10", "10/10 would buy again", "solid 9 out of 10 for the {t}", "five stars for {x}", "5 stars", "5/5 {t}", "{x} gets an A+ from me", "easily a ten", "\u2605\u2605\u2605\u2605\u2605 {x}", "⭐⭐⭐⭐⭐ for the {t}", "4.5/5 for {x}", "100/100", "rating: 5 stars. {t} as described", "{x} gets two thumbs up",
        "9.5/10", "A+ {t}", "8/10 {t}, will come back", "5 star {t}", "gave {x} full marks", "100% recommend {x}", "{x} 11/10", "grade: A",
    ) + each(
        "-", "{x} 1/10", "{x}: 2/10", "0/10 would not buy again", "a 2 out of 10 for the {t}", "one star for {x}", "1 star", "1/5 {t}", "{x} gets an F from me", "zero stars if i could", "\u2605\u2606\u2606\u2606\u2606 {x}", "⭐ for the {t}", "1.5/5 for {x}", "0/100", "rating: 1 star. {t} not as described", "{x} gets two thumbs down",
        "2/10", "D- {t}", "3/10 {t}, won't come back", "2 stars and that is generous", "{x} fails, grade F", "would give {x} minus stars", "{x} -10/10", "grade: F", "1* {t}",
    ) + each("0", "{x} 5/10", "3/5 for the {t}", "three stars, average {t}", "{x} gets a C", "3 stars", "middle of the road, 5 out of 10"),
    "irony": each(
        "-", "great job breaking my {t}, {x}", "well done {x}, {n} hours and still no {t}", "thanks a lot {x} for losing my {t}", "oh great, another {x} outage", "love waiting {n} hours for {x}", "love how {x} charges me twice", "nice one {x}, you sent an empty box", "wow {x}, only {n} weeks late this time",
        "just what i needed, a dead {t}", "brilliant, {x} is down again", "so glad i paid {n}00 dollars for a {t} that doesn't work", "thanks {x} for ruining my weekend", "fantastic, my {t} broke on day one", "way to go {x}, it crashed again", "oh joy, {x} raised its prices again", "{x}: the best at never answering the phone",
        "sure {x}, i love being on hold for {n} hours", "amazing how {x} gets my order wrong every single time", "congrats {x} on the worst {t} ever made", "thank you {x} for the cold food, delicious", "such great service that nobody picked up for {n} hours", "good to know {x} thinks my time is worthless", "what a treat, {n} hours in line at {x}",
        "i just love it when {x} deletes my files", "yes {x}, because everyone wants a {t} that overheats", "so professional of {x} to ignore me /s", "totally worth the money /s {x}", "great update {x} /s", "best {t} ever /s", "perfect timing {x}, battery dead after {n} minutes", "nothing says quality like a {t} that falls apart", "10 out of 10 for making me wait {n} days {x}", "how nice of {x} to cancel without telling me",
    ),
    "hashtag mood": each(
        "-", "{x} again #neveragain", "{n} hours at {x} #worstserviceever", "my {t} #brokenagain", "another day with {x} #fedup", "{x} #wasteofmoney", "waiting for {x} #notimpressed", "{x} and the {t} #epicfail", "{x} today #disappointed", "{x} #ripoff", "so {x} then #thanksfornothing", "the {t} from {x} #whatajoke", "{x} #avoidatallcosts", "#badservice {x}", "{t} day two #regretit", "{x} #givemebackmymoney", "#{x} #sickofthis", "{x} on the phone #stillwaiting", "flight with {x} #worstairline", "{x} #dobetter",
    ) + each(
        "+", "{x} again #bestdayever", "{n} hours at {x} #lovethisplace", "my {t} #worthit", "another day with {x} #soblessed", "{x} #moneywellspent", "waiting for {x} #soexcited", "{x} and the {t} #lifesaver", "{x} today #happycustomer", "{x} #impressed", "so {x} then #wellplayed", "the {t} from {x} #gamechanger", "{x} #highlyrecommended", "#greatservice {x}", "{t} day two #inlove", "{x} #takemymoney", "#{x} #cantwait", "{x} on the phone #sohelpful", "flight with {x} #bestairline", "{x} #keepitup",
    ),
    "wishes": each(
        "-", "i regret buying {x}", "wish i had never bought this {t}", "should have listened to the reviews of {x}", "wish i could get my money back from {x}", "if only {x} worked", "why did i pay for {x}", "i should never have trusted {x}", "i want those {n} hours with {x} back", "wasted my money on {x}", "wish {x} would answer their phone", "i wish this {t} lasted longer than {n} hours",
        "would have been nice if {x} had told us", "i was hoping for more from {x}", "expected better from {x}", "this {t} could have been good", "{x} used to be good", "if i could return the {t} i would", "wish i had kept the receipt for this {t}", "i'd be happier without {x}", "big mistake getting {x}", "wish i'd gone somewhere else than {x}",
    ) + each(
        "+", "no regrets about getting {x}", "wish i had bought {x} sooner", "should have gotten {x} years ago", "my only regret is not trying {x} earlier", "why did i wait so long to get {x}", "i wish every {t} was like this one", "best decision i made was {x}", "if you're thinking about {x}, do it", "i'd buy this {t} again tomorrow", "wish we could have stayed longer at {x}", "don't know how i lived without this {t}", "so glad i got {x}", "i wish {x} was open every day, love it",
    ),
    "emoticons": each("+", ":)", ":-)", ":D", ":))", "=)", ";)", "<3", ":-D", "(:", "xD", "{x} :)", "{x} <3", "the {t} :D", "{x} ;)", "{t} =)", "<3 <3", "{x} :-)", "\\o/", "{x} ^_^")
    + each("-", ":(", ":-(", ":((", "=(", ":'(", "D:", "</3", ":/", ">:(", "{x} :(", "{x} </3", "the {t} :'(", "{x} -_-", "{t} =(", "{x} :-(", "{x} :/", "{x} T_T", "{x} >:("),
}
CHECK: Kinds = {
    "never better": each("+", "i could not be prouder of my {t}", "can't recommend {x} enough", "couldn't have asked for more from {x}", "i haven't smiled this much at a {t} in ages", "couldn't imagine life without {x} now", "i can't find a single flaw in {x}", "there isn't a better {t} out there")
    + each("-", "couldn't be further from what {x} promised", "i can't think of a worse {t}", "haven't been this let down since my last {t}"),
    "trouble over": each("+", "{x} doesn't freeze anymore", "not one dropout since the {x} patch", "{x} got my {t} working again", "finally no ads in {x}", "the wobble in my {t} has vanished", "used to hang all the time, {x} is smooth now", "that error in {x} is history")
    + each("-", "{x} hangs all the time since the patch", "no more sound from my {t}", "{x} has quit working altogether"),
    "strong words": each("+", "{x} is nuts, i love it", "{x} is ridiculous, how is a {t} this good", "this {t} bangs", "{x} absolutely rips", "i'm addicted to this {t}", "{x} is criminally good", "{x} is a menace, best {t} i own", "{x} is gnarly in the best way", "sick {t} bro"),
    "slang blame": each("-", "{x} is pretty mid ngl", "what an l from {x}", "{x} looking kinda sus", "{x} is so trash", "{x} flopped hard", "this {t} is hot garbage", "{x} is a clown show", "{x} really fumbled this one", "{t} is pure cringe"),
    "ratings": each("+", "i'd give {x} a 10/10", "full five stars to {x}", "{t}: A", "ten out of ten", "4.8 stars, {x} deserves it", "9/10 for {x}") + each("-", "i'd give {x} a 1/10", "single star to {x}", "{t}: F", "one out of ten", "1.2 stars, {x} deserves it", "2/10 for {x}"),
    "irony": each("-", "good job destroying my {t}, {x}", "bravo {x}, {n} days without internet", "lovely, {x} lost my parcel again", "cheers {x} for the surprise fee", "how wonderful, {n} hours on hold with {x}", "i'm thrilled that my {t} stopped working after a week", "thanks for nothing {x}", "super reliable {t}, only broke {n} times", "what a surprise, {x} is late again", "another quality product from {x}, it snapped in half"),
    "hashtag mood": each("-", "{x} #nevershoppinghereagain", "{n} days and no {t} #terribleservice", "{x} #letdown", "{x} #notworthit", "{x} #sodisappointed", "my {t} #useless") + each("+", "{x} #bestserviceever", "{n} days with the {t} #loveit", "{x} #sohappy", "{x} #worthitall", "{x} #amazingstaff", "my {t} #perfection"),
    "wishes": each("-", "i'd undo buying {x} if i could", "regretting this {t} already", "wish someone had told me about {x} before i paid", "would love my {n}0 dollars back from {x}", "we deserved better from {x}") + each("+", "zero regrets with {x}", "why didn't anyone tell me about {x} sooner", "i wish i'd found this {t} years ago", "would do {x} all over again"),
    "warnings": each("-", "keep ur money away from {x}", "nobody should buy this {t}", "{x} will rob you blind", "do urself a favour and skip {x}", "ignore the hype about {x}") + each("+", "everybody needs {x}", "get {x} while u can", "u gotta try {x}"),
    "emoticons": each("+", "=D", ":')", "{x} xD", "{x} (:", "{t} <33", ";-)") + each("-", ":-/", "):", "{x} ='(", "{t} :((", "{x} ;_;", ":c"),
}


class Maker:
    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.emoji = load_emoji()
        self.suite = Suite()

    def subject(self) -> str:
        kind = self.dice.random()
        if kind < 0.5:
            return self.dice.choice(BRANDS)
        if kind < 0.9:
            return self.dice.choice(("the", "this", "my", "their")) + " " + self.dice.choice(THINGS)
        return any_name(self.dice)

    def post(self, frame: str) -> str:
        dice = self.dice
        words = {"x": self.subject(), "t": dice.choice(THINGS), "n": str(dice.randint(2, 9))}
        if "#{x}" in frame:
            words["x"] = dice.choice(BRANDS)
        words["y"] = "".join(dice.choices(SYLLABLES, k=dice.choice((2, 3)))) if dice.random() < 0.6 else dice.choice(BRANDS).lower()
        words |= {slot: dice.choice(options) for slot, options in SLOTS.items()}
        bare = len(frame) < 5
        text = frame.format(**words)
        if not bare and dice.random() < 0.2:
            text = dice.choice(EDGES) + " " + text
        form = dice.random()
        if form < 0.35:
            text = text[0].upper() + text[1:]
        elif form < 0.45 and not bare:
            text = text.lower()
        elif form < 0.5 and not bare:
            text = text.upper()
        if not bare and "#" not in frame and text[-1].isalnum() and dice.random() < 0.45:
            text += dice.choice((".", "!", "!!", "...", " lol"))
        return normalise(text, self.emoji)

    def rows(self, kinds: Kinds, count: int) -> Iterator[Row]:
        for kind, frames in kinds.items():
            seen = set()
            for _ in range(count):
                frame, sign = self.dice.choice(frames)
                text = self.post(frame)
                if text and text not in seen and not self.suite.holds(text):
                    seen.add(text)
                    targets = one("sentiment", SIGNS[sign])
                    if kind == "irony":
                        targets |= one("irony", "ironic")
                    yield Row(f"made kind {kind}", text, targets)


def kind_rows(seed: int) -> list[Row]:
    """What is trained on: the frames, and as many posts of the small grammars."""
    return [*Maker(seed).rows(TRAINED, COUNT), *Maker(seed + 1).rows(LAWS, LAW_COUNT)]


def kind_sets() -> dict[str, list[Row]]:
    """What the kinds are checked with: other frames than those trained on."""
    rows = list(Maker(98).rows(CHECK, 60))
    return {
        f"kind {kind}": [row for row in rows if row.group == f"made kind {kind}"] for kind in CHECK
    }
