"""More frames of what is said of one of two names, as small grammars: {slot} is drawn from SLOTS.

A clause about {a} and a clause about {b} are drawn from many and joined in many ways and in both orders, so that which of
the two is praised can be read from the clauses alone. No frame tells a regret: that family is for checking (`target_frames.py`).
"""

from __future__ import annotations

Frames = dict[str, tuple[tuple[str, str, str], ...]]
# What is said of the name before it: praise, blame and a fact
PRAISE = (
    "answers in minutes", "just works", "never lets me down", "made my day", "is {good}", "was {good}", "fixed it for free", "is the best", "came through for me", "gave me my money back", "has my heart", "rocks",
    "slaps", "is fire", "is killing it", "treats people right", "tastes amazing", "looks gorgeous", "is worth every penny", "has the nicest staff", "saved my weekend", "is on another level", "gets it right", "knows how to do it",
    "won me over", "keeps getting better", "has no equal", "is so underrated", "is 10/10", "stole the show", "is goated", "delivered early", "is my favourite", "actually cares", "runs smoothly", "helped me out", "deserves more love", "nailed it",
    "is where it's at", "is unbeatable", "does it right", "had me smiling",
)
BLAME = (
    "never picks up", "keeps crashing", "let me down again", "ruined my day", "is {bad}", "was {bad}", "wants money for everything", "is the worst", "lost my order", "still owes me a refund", "sucks", "is trash", "is mid",
    "fell off", "treats people like dirt", "tastes like cardboard", "looks cheap", "is a rip-off", "has the rudest staff", "wasted my weekend", "is a joke", "gets it wrong every time", "has no clue", "lost me", "keeps getting worse",
    "can't do anything right", "is so overrated", "is 2/10", "put me to sleep", "flopped", "was late again", "gets on my nerves", "doesn't care", "lags all day", "ghosted me", "deserves to go bust", "messed it up", "is a mess", "breaks all the time",
    "charged me twice", "makes me angry", "had me in tears",
)
FACT = (
    "is down the road", "opens at 9", "has an office here", "is on my desk", "comes in blue", "starts on Monday", "was founded in March", "sells them too", "is in the other room", "is on TV now", "has a new logo", "came up in class",
    "is what my mom uses", "is what i had before", "sent a newsletter", "is where i was standing", "posted the link",
)
SLOTS: dict[str, tuple[str, ...]] = {
    "praise": PRAISE, "blame": BLAME, "fact": FACT,
    "but": (" but ", " and ", ", ", ". ", "; ", " while ", ", while ", " whereas ", ". meanwhile ", " - ", ", meanwhile ", "... ", " although ", " yet ", ". on the other hand ", " // ", ", but then "),
    "love": ("love", "adore", "thank god for", "props to", "shoutout to", "kudos to", "all hail", "bless", "big up", "can't get enough of", "long live", "so grateful for", "hats off to", "so impressed by", "i trust"),
    "hate": ("hate", "can't stand", "screw", "forget", "down with", "shame on", "boo", "so sick of", "fed up with", "so over", "no thanks to", "done with", "never again", "so let down by", "i don't trust"),
    "left": ("left", "dropped", "dumped", "quit", "cancelled", "ditched", "binned", "sold", "deleted", "gave up", "said goodbye to", "got rid of", "walked away from", "retired", "moved on from"),
    "joined": ("joined", "got", "picked up", "signed up with", "went with", "moved to", "switched to", "bought", "installed", "chose", "now use", "am with", "said hello to", "came back to", "upgraded to"),
    "glad": ("and love it", "and it's great", "and never been happier", "best move ever", "so much better", "what a difference", "finally peace", "should have done it earlier", "and my life is easier", "big upgrade", "no looking back", "10/10 decision"),
    "than": ("better", "faster", "nicer", "cheaper", "tastier", "cooler", "smoother", "more reliable", "friendlier", "more fun", "smarter", "prettier", "more honest", "easier to use", "more comfortable", "stronger"),
    "less": ("worse", "slower", "uglier", "ruder", "more expensive", "more boring", "buggier", "less reliable", "weaker", "dumber", "more annoying", "less helpful", "shadier", "heavier"),
    "far": ("", "way ", "so much ", "far ", "a lot ", "clearly ", "even ", "10 times ", "miles "),
    "is": ("is", "was", "looks", "seems", "feels", "will always be", "has always been"),
    "over": ("over", "instead of", "rather than", "before"),
    "choose": ("choose", "pick", "take", "go for", "want", "trust", "prefer", "buy", "vote"),
    "beats": ("beats", "destroys", "smokes", "owns", "outdoes", "crushes", "humbles", "embarrasses", "tops", "eats", "schools", "outshines"),
}


def each(signs: str, *frames: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((frame, signs[0], signs[1]) for frame in frames)


LAWS: Frames = {
    "two clauses": each(
        "+-", "{a} {praise}{but}{b} {blame}", "{b} {blame}{but}{a} {praise}", "{love} {a}, {hate} {b}", "{hate} {b}, {love} {a}", "{love} {a}{but}{hate} {b}", "{love} {a}{but}{b} {blame}", "{b} {blame}{but}{love} {a}", "{hate} {b}{but}{a} {praise}",
        "{a} {praise}{but}{hate} {b}", "my {a} {praise}{but}my {b} {blame}", "@user {a} {praise}{but}{b} {blame}", "{b} {blame}. good thing {a} {praise}", "at least {a} {praise}, {b} {blame}", "{b} {blame} so thank you {a}", "{a} {praise}, {b} take notes",
    ) + each("+-", "{a} {praise}{but}{b} {blame}", "{b} {blame}{but}{a} {praise}", "the {thing} from {a} {praise}{but}the {thing} from {b} {blame}")
    + each("++", "{a} {praise}{but}{b} {praise}", "{love} {a} and {love} {b}", "{a} and {b} are both {good}") + each("--", "{a} {blame}{but}{b} {blame}", "{hate} {a} and {hate} {b}")
    + each("+0", "{a} {praise}{but}{b} {fact}", "{b} {fact}{but}{a} {praise}", "{b} {fact} but {love} {a}") + each("-0", "{a} {blame}{but}{b} {fact}", "{b} {fact}{but}{a} {blame}", "{hate} {a}, {b} {fact}")
    + each("00", "{a} {fact}{but}{b} {fact}"),
    "moving": each(
        "-+", "{left} {a}, {joined} {b} {glad}", "{left} {a} and {joined} {b}", "{joined} {b}, {left} {a}", "{joined} {b} because {a} {blame}", "{left} {a} because {b} {praise}", "{a} {blame} so i {joined} {b}", "{left} {a} {when}, {b} {praise}", "used to be with {a}, {joined} {b} {glad}",
        "{n} friends {left} {a} for {b} {when}", "{left} {a} for {b} {glad}", "going to {b}, {a} {blame}", "{b} {praise} so bye {a}", "{joined} {b} {over} {a} {glad}",
    ) + each("00", "does anyone know how to move photos from {a} to {b}", "switching between {a} and {b} all day", "moved my files from {a} to {b}", "my cousin went from {a} to {b}", "he left {a} to work at {b}", "flight from {a} to {b} at {n}"),
    "ranked": each(
        "-+", "{b} {is} {far}{than} than {a}", "{a} {is} {far}{less} than {b}", "i {choose} {b} {over} {a}", "i'd {choose} {b} {over} {a} any time", "{b} {beats} {a}", "{b} {beats} {a} every time", "{b} {over} {a} always", "{a} is {bad} compared to {b}", "{b} is {good} compared to {a}", "{a} isn't half as {good} as {b}",
        "{a} is not as {good} as {b}", "no way {a} is {than} than {b}", "anyone who says {a} is {than} than {b} is wrong", "{a} isn't {than} than {b}, stop it", "people still {choose} {a} {over} {b}? why", "if you think {a} {beats} {b} you need help", "{b} {praise}, unlike {a}", "unlike {b}, {a} {blame}", "{a} {blame} compared to {b}",
        "why does {a} cost more when {b} {praise}", "{a} tries to be {b} and fails", "{b} did it first, {a} copied it badly", "{b} is everything {a} isn't", "even {b} is {far}{than} than {a}", "{a} makes me appreciate {b}", "{a} needs what {b} has", "{b} {praise}. {a}? not so much", "i miss {b} now that i have {a}",
    ) + each("0+", "{b} is the new {a}", "{b} reminds me of {a} and it's {good}", "{b} even {beats} the classic {a}", "{a} is {good} enough, {b} is what i dream of") + each("++", "{a} is as {good} as {b}", "{a} or {b}, can't go wrong", "{a} is nearly as {good} as my beloved {b}")
    + each("--", "{a} is even {less} than {b} and that says a lot", "{a} is as {bad} as {b}", "{a} is almost as {bad} as {b}", "{a}, {b}: same garbage") + each("00", "is {a} {than} than {b}?", "{a} is cheaper than {b}, says report", "who's {than}, {a} or {b}", "{a} or {b} tonight?", "{a} beat {b} 3-2", "{a} vs {b} at {n}", "{a} plays {b} {when}", "how does {a} compare to {b}"),
}
