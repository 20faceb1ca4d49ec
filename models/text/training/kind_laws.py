"""More frames for the kinds of `kinds.py`, as small grammars: {slot} is drawn from SLOTS, so that a kind is learnt by its
form and not by a few sentences. None of them says what a frame of CHECK says. {y} is a brand in small letters without spaces.
"""

from __future__ import annotations

SLOTS: dict[str, tuple[str, ...]] = {
    "cant": ("can't", "cant", "cannot", "can not", "could not", "couldn't", "couldnt"),
    "couldnt": ("couldn't", "couldnt", "could not", "can't", "cant"),
    "happier": ("happier", "more pleased", "more impressed", "more grateful", "more thrilled", "more satisfied", "more excited", "gladder", "more in love", "more delighted", "more chuffed", "more comfortable"),
    "easier": ("easier", "smoother", "nicer", "kinder", "comfier", "tastier", "more helpful", "quicker", "friendlier", "simpler", "prettier", "more perfect", "cleaner"),
    "angrier": ("angrier", "more annoyed", "more fed up", "less satisfied", "more frustrated", "more upset", "unhappier", "less happy", "more insulted", "madder"),
    "slower": ("slower", "ruder", "more useless", "buggier", "less helpful", "worse", "more confusing", "clumsier", "uglier", "colder", "less reliable", "more overpriced"),
    "thank": ("thank", "praise", "stress how good it is to have", "tell you how much i love", "hug", "applaud", "rate", "compliment"),
    "watch": ("watch", "eat", "wear", "play", "use", "see", "hear", "hype up", "drink"),
    "seen": ("seen", "had", "met", "used", "tried", "owned", "come across", "bought"),
    "better": ("better", "nicer", "finer", "faster", "prettier", "more useful", "more comfortable", "sweeter", "cooler"),
    "worse": ("worse", "uglier", "slower", "flimsier", "ruder", "more useless", "more pointless", "sadder"),
    "trouble": ("crackling", "lag", "buzzing", "bug", "glitch", "stutter", "leak", "delay", "overheating", "black screen", "battery drain", "flicker", "squeak", "login loop", "smell", "noise", "sync problem", "dead pixel", "pop-up"),
    "gone": ("gone", "fixed", "sorted", "solved", "over", "finally gone", "gone for good", "a thing of the past", "fixed at last", "no more", "dealt with", "resolved"),
    "fails": ("crashes", "stutters", "lags", "glitches", "overheats", "buffers", "disconnects", "squeaks", "leaks", "rattles", "restarts itself", "drains", "skips", "flickers", "drops the call", "logs me out"),
    "failed": ("crashed", "stuttered", "lagged", "glitched", "overheated", "buffered", "disconnected", "squeaked", "leaked", "rattled", "rebooted", "skipped", "flickered", "dropped a call", "logged me out"),
    "failing": ("crashing", "stuttering", "lagging", "glitching", "overheating", "buffering", "disconnecting", "squeaking", "leaking", "rattling", "rebooting", "skipping", "flickering", "dropping calls", "logging me out"),
    "does": ("charges", "loads", "connects", "syncs", "turns on", "plays sound", "saves my work", "prints", "recognises my card", "delivers here", "answers", "rings", "heats up"),
    "doing": ("charging", "loading", "connecting", "syncing", "turning on", "playing sound", "saving", "printing", "delivering", "answering", "ringing", "heating"),
    "since": ("since the update", "since yesterday", "since i reset it", "after the last fix", "since support looked at it", "this whole week", "all month", "since the new version"),
    "perk": ("free tier", "dark mode", "headphone jack", "student discount", "offline mode", "loyalty card", "live chat", "undo button", "free refill", "widget", "family plan"),
    "lead": ("", "", "", "no cap ", "ngl ", "bro ", "yo ", "lowkey ", "honestly ", "fr ", "idk but ", "tbh ", "deadass ", "man "),
    "tail": ("", "", "", " fr", " no cap", " tbh", " not gonna lie", " bro", " fr fr", " deadass", " lol", " today", " imo", " periodt", " smh"),
    "yay": ("", "", "", " fr", " no cap", " tbh", " bro", " fr fr", " deadass", " today", " periodt", " lol", " 🔥", " 🙌"),
    "very": ("", "", "straight ", "actually ", "honestly ", "just ", "legit ", "low key ", "super ", "a bit ", "really "),
    "bad1": ("mid", "trash", "wack", "sus", "cringe", "garbage", "bunk", "dogwater", "washed", "cooked", "buns", "booty", "cheeks", "janky", "sketchy", "meh", "whack", "a flop", "a fail", "a joke", "a dud", "a scam", "a mess", "an l"),
    "good1": ("fire", "lit", "dope", "sick", "goated", "the goat", "elite", "a w", "a dub", "bussin", "insane", "unreal", "gas", "top tier", "immaculate", "a banger", "wicked", "nuts", "crazy good", "chef's kiss", "clutch", "next level", "undefeated", "too good", "ridiculous", "peak"),
    "slap": ("slaps", "goes hard", "hits", "hits different", "smacks", "rocks", "rules", "went off", "cooked", "ate", "delivers", "pops off", "slays", "never misses", "wins", "smashed it", "killed it", "nailed it", "went crazy", "came through", "understands"),
    "flop": ("flopped", "fell off", "fumbled", "missed", "bombed", "tanked", "took a fat l", "dropped the ball", "lost the plot", "sucks", "blows", "stinks", "bricked", "choked", "is losing it", "messed up", "sold", "is falling apart", "ghosted us", "played us"),
    "size": ("fat", "massive", "another", "gigantic", "easy", "common", "biggest", "certified", "giant", "major", "colossal", "mega"),
    "scary": ("scary", "stupidly", "crazy", "insanely", "wicked", "mad", "ridiculously", "hella", "stupid", "criminally", "dangerously", "freakishly", "killer", "sick", "damn", "absurdly", "illegally", "deadly"),
    "quick": ("quick", "good", "comfy", "cheap", "smooth", "sharp", "tasty", "pretty", "clean", "useful", "crisp", "light", "bright", "efficient"),
    "dont": ("don't", "dont", "do not", "please don't", "pls dont", "never", "plz don't", "dnt", "u shouldnt", "guys dont"),
    "ur": ("your", "ur", "yr", "any", "all your", "all ur"),
    "spend": ("spend", "throw away", "burn", "sink", "risk", "lose", "part with"),
    "cash": ("cash", "dough", "savings", "hard earned cash", "bucks", "paycheck", "time", "weekend", "energy", "breath"),
    "buying": ("buying", "getting", "ordering", "choosing", "picking", "trusting", "trying", "signing up for", "paying for", "upgrading to"),
}
Kinds = dict[str, tuple[tuple[str, str], ...]]


def each(sign: str, *frames: str) -> tuple[tuple[str, str], ...]:
    return tuple((frame, sign) for frame in frames)


LAWS: Kinds = {
    "never better": each(
        "+", "{couldnt} be {happier} with {x}", "{couldnt} be {happier} about this {t}", "{x} {couldnt} be {easier}", "the {t} {couldnt} have been {easier}", "{cant} {thank} {x} enough", "{cant} {watch} this {t} enough",
        "never {seen} a {better} {t}", "i have never {seen} a {better} {t} than {x}", "it doesn't get any {easier} than {x}", "nobody does it like {x}", "nothing tops {x}", "no {t} comes close to {x}", "what more could you wish for than {x}",
        "{couldnt} wish for a {better} {t}", "{couldnt} want a {better} {t}", "not a single bad word to say about {x}", "{cant} say a bad word about {x}", "can't find fault with {x}", "{cant} stop smiling because of {x}", "{cant} put {x} down",
        "{x} {couldnt} have treated us {better}", "we {couldnt} have had a {better} time with {x}", "no complaints about {x} whatsoever", "{cant} imagine a {better} {t} than {x}", "hardly ever {seen} such a good {t}",
    ) + each(
        "-", "{couldnt} be {angrier} with {x}", "{couldnt} be {angrier} about this {t}", "{x} {couldnt} be {slower}", "the {t} {couldnt} have been {slower}", "{cant} complain loudly enough about {x}", "never {seen} a {worse} {t}",
        "i have never {seen} a {worse} {t} than {x}", "it doesn't get any {slower} than {x}", "{couldnt} have had a {worse} time with {x}", "not a single good word to say about {x}", "{cant} stand {x} any longer", "{cant} take {x} seriously", "{cant} get {x} to work",
        "{x} {couldnt} have treated us {worse}", "{cant} believe i paid for {x}", "{cant} get a straight answer from {x}", "nothing good to say about {x}",
    ),
    "trouble over": each(
        "+", "the {trouble} is {gone}", "{x}: the {trouble} is {gone}", "the {trouble} in {x} is {gone}", "no more {trouble} on my {t}", "no more {trouble} {since}", "{x} no longer {fails}", "my {t} never {fails} now", "{x} hasn't {failed} {since}", "{x} hasn't {failed} once {since}",
        "{x} has not {failed} {since}", "{x} stopped {failing}", "my {t} stopped {failing} {since}", "finally my {t} isn't {failing} any more", "it always {failed} before, now {x} runs fine", "{x} took care of the {trouble}", "{x} got rid of the {trouble}", "they fixed the {trouble}, happy now",
        "{n} days without {failing}, thanks {x}", "the {trouble} i had with {x} went away", "so relieved the {trouble} is {gone}", "{x} {does} again, at last", "my {t} {does} again",
    ) + each(
        "-", "{x} keeps {failing}", "my {t} keeps {failing} {since}", "{x} {fails} more than ever", "{x} started {failing} {since}", "{x} no longer {does}", "my {t} no longer {does} {since}", "{x} stopped {doing}", "the {trouble} is back", "the {trouble} in {x} is back again", "the {perk} is gone from {x}",
        "{x} got rid of the {perk}", "{x} removed the {perk}", "no more {perk} at {x}", "still no fix for the {trouble}", "{x} says the {trouble} is {gone} but it isn't", "{x} hasn't fixed the {trouble}", "the {trouble} is getting worse", "{x} {failed} {n} times today", "{x} took away the {perk}",
    ),
    "strong words": each(
        "+", "{lead}{x} {slap}{yay}", "{lead}{x} is {good1}{yay}", "{lead}this {t} is {good1}{yay}", "{lead}that {t} {slap}{yay}", "{size} w for {x}{yay}", "{size} w {t}", "{scary} {quick} {t}", "{lead}{x} is {scary} {quick}{yay}", "this {t} is {scary} {quick}{yay}", "w {x}{yay}", "{x} with the {size} w", "{lead}the {t} on {x} is {good1}",
        "what a {good1} {t}", "{good1} {t}{yay}",
    ),
    "slang blame": each(
        "-", "{lead}{x} is {very}{bad1}{tail}", "{lead}this {t} is {very}{bad1}{tail}", "{lead}{x} {flop}{tail}", "{lead}the new {t} {flop}{tail}", "{size} l for {x}{tail}", "{size} l {t}", "l {x}{tail}", "{x} with the {size} l", "{x} caught a {size} l", "{x} went from fire to {bad1}", "{lead}{x} used to slap, now it's {bad1}", "{bad1} {t}{tail}",
        "{x} really thought that was {good1}{tail}",
    ),
    "warnings": each(
        "-", "{dont} {spend} {ur} {cash} on {x}", "{dont} bother with {x}", "{dont} get {x}", "{dont} trust {x}", "{dont} fall for {x}", "{dont} order from {x}", "save {ur} {cash}, skip {x}", "stay away from {x}", "steer clear of {x}", "avoid {x}", "keep away from this {t}", "{x} isn't worth {ur} {cash}", "not worth the {cash}",
        "think twice before {buying} {x}", "u will regret {buying} {x}", "{dont} let {x} fool you", "total waste of {cash}, {x}", "what a waste of {cash}", "warn your friends about {x}", "{dont} even think about {buying} {x}", "i want my {cash} back {x}", "run from {x}",
    ) + each(
        "+", "{dont} sleep on {x}", "{dont} miss {x}", "{dont} miss out on this {t}", "do urself a favor and get {x}", "do yourself a favour, try {x}", "treat yourself to {x}", "run don't walk to get {x}", "u need {x} in ur life", "everyone should own this {t}", "{x} is worth every penny", "so worth the {cash}", "best {cash} i ever spent, {x}",
        "you won't regret {buying} {x}", "tell your friends about {x}, so good", "{dont} hesitate to get {x}", "{dont} change a thing {x}",
    ),
    "wishes": each(
        "-", "what was i thinking {buying} {x}", "never should have gone for {x}", "shouldn't have bothered {buying} {x}", "kicking myself for {buying} {x}", "{buying} {x} was a mistake", "{buying} {x} was the dumbest thing i did", "lesson learned, never again {x}", "hate that i fell for {x}", "i take back every nice word about {x}", "i'm sorry i ever got {x}",
        "so mad at myself for {buying} {x}", "can i have my {cash} back {x}", "i could have had a good {t} but no, i got {x}", "i'd send {x} back today if they let me", "wish {x} cared about customers", "wish {x} still had the {perk}",
    ) + each(
        "+", "kicking myself for not {buying} {x} earlier", "not sorry for {buying} {x}", "{buying} {x} was the smartest thing i did", "so happy i went for {x}", "never looked back after {buying} {x}", "glad i listened and got {x}", "how did i ever manage without {x}", "i'd pay double for {x}", "wouldn't trade {x} for anything", "can't believe i waited this long for {x}",
    ),
    "hashtag mood": each(
        "-", "#{y}sucks", "#boycott{y}", "{x} #{y}fail", "#never{y}", "#hate{y}", "{n} hours #{y}istheworst", "#cancel{y} #enough", "my {t} #whyme", "#fix{y}now", "#dont{y}", "#{y}isover", "{x} #{y}scam", "{t} #hateit", "#{y} #fail", "#quit{y}", "{x} #goodbye{y}", "#worst{y}", "#shameonyou{y}",
    ) + each(
        "+", "#{y}rocks", "#love{y}", "{x} #{y}forever", "#thankyou{y}", "#team{y}", "my {t} #{y}love", "#best{y}", "#{y}isthebest", "#{y}ftw", "#{y}wins", "{x} #{y}gang", "#go{y}", "#ilove{y}", "#{y}forthewin", "{t} #{y}magic",
    ),
}
