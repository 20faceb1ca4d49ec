"""Writes the pairs (text, normalised text) that the Java normaliser must reproduce."""

from __future__ import annotations

import json
import random
from pathlib import Path

from normalise import load_emoji, normalise

TARGET = (
    Path(__file__).resolve().parents[3]
    / "shared/djl/src/test/resources/dev/earshot/djl/text/golden-normaliser.jsonl"
)
WRITTEN = [
    "", " ", "\t\r\n", "plain words stay", "Sooooo good!!!!! Nooooo.....", "1000000 and 777",
    "@bob I &amp;lt;3 the #AcmePhone2, thanks &#128514; &hearts; &amp",
    "see https://acme.example/a?b=c(d), or WWW.Acme.example/x. t.co/abc pic.twitter.com/Q1!",
    "mail bob@acme.example, not @bob", "@a_b@mastodon.example: hi @al.bsky.example @Bob.Great",
    "@user @user @user stop http http", "@a hi @b there @c https://x.example/y @d", "www.x.example @a",
    "@a https://x.example", "  @a  . @b ", "\u201cquoted\u201d \u2018x\u2019 \u2014 \u2026 \u2013",
    "\U0001F602\U0001F602\U0001F602\U0001F602 lol \U0001F602", "\u2764\ufe0f\u2764\u2665",
    "\U0001F937\U0001F3FD\u200d\u2640\ufe0f whatever", "\U0001F1FA\U0001F1F8\U0001F1EC\U0001F1E7",
    "\U0001F1FA alone", "\U0001FAFF\U0001F0CF unknown ones", "1\ufe0f\u20e3 first #1 #2nd",
    "#BBCNews #big_day #iPhone #NYC2024 #2024Vision #_a_ # #\u00dcberraschung #\u65e5\u672c",
    "\uff26\uff35\uff2c\uff2c width \u2460 \u2122 \ufb01ne", "\ud800 lone \udfff\u0000nul\u0007",
    "a\u00adb\u200bc\ufeffd\u202ee", "&#x1F600; &#xD83D;&#xDE00; &#0; &#99999999; &#x; &#12a;",
    "caf\u0301e CAFE\u0301 \u00e9\u00e9\u00e9", "x\u3000y\u2003z\u00a0\u0085.",
    "\u0645\u0631\u062d\u0628\u0627\u0627\u0627 \u05e9\u05dc\u05d5\u05dd", "\u203c\u2049 wow",
    "http://", "https://x", "www.", "xhttp://y", "@", "@@bob", "#", "##double", "&", "&;", "&#;",
    "t.co/" + "a" * 300, "\U0001D4D7\U0001D4EE\U0001D4F5\U0001D4F5\U0001D4F8",
    "a" * 9000, "\U0001F525" * 9000, "\U0001d5f9\U0001d5fc\U0001d603\U0001d5f2 \u24de\u24db \u1d1b\u029c\u026a\ua731",
    "\U0001F171est \U0001F171 \U0001F157\U0001F158 \U0001F130\U0001F1F4 \u210e\u1d11a\U0001D7DE", "l\u043ev\u0435 \u03b9 \u0441\u043e\u043el p\u0440i\u0441e n\u0435\u0436",
    "#nivarosucks #NIVAROSUCKS #Nivarosucks2024 #never_shoppingagain #eatAtJoes #epicfail!! #\u00fcberfail #talvix",
    "#nevershoppinghereagain #ilovethis #thebestdayofmylifesofaryesterday #aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "#worstservice\u00e9ver #sopro #letdown #notworthit #qqqqqqqqqq #blackfridaydeals #likeaboss #x#goodriddance",
    "g00d, $uck$! (h@te) @wful #tr4sh 1ove 1 b4d-b4d A55 n0kia3310 c00l.com 100% wh@t", "&amp;amp;amp; &lt;b&gt;", "C# and A#m7", "50% off #sale!!",
]
PIECES = [
    "love", "HATE", "Sooo", "cooooool", "it's", "don\u2019t", "#AcmePhone", "#fail", "#TGIF2day",
    "#low_battery", "#dontbuythis", "#WORSTEVER", "@acme", "@acme_help:", "@a@social.example", "https://t.co/Ab1", "www.x.example",
    "&amp;", "&lt;3", "&quot;wow&quot;", "&#39;", "\U0001F602", "\U0001F62D\U0001F62D\U0001F62D",
    "\u2764\ufe0f", "\U0001F44D\U0001F3FE", "\U0001F468\u200d\U0001F469\u200d\U0001F467", "...",
    "!!!", "?!?!", "$9.99", "10:30", "100%", "\u00a320", "na\u00efve", "\u5317\u4eac", "\u043a\u043e\u0442",
    "\u0928\u092e\u0938\u094d\u0924\u0947", "\u200b", "\ud83d", "\x00", "\x1b", "\u2026", "\u2014",
    ":)", ":-(", "<3", "xx", "RT", "http", "\U0001F1E9\U0001F1EA", "\u2705", "\U0001FAE8", "\uff01",
]
JOINERS = [" ", " ", " ", "", "  ", "\n", "\u00a0"]


def main() -> None:
    emoji = load_emoji()
    dice = random.Random(7)
    texts = list(WRITTEN)
    for _ in range(340):
        parts = []
        for _ in range(dice.randint(2, 9)):
            parts += [dice.choice(PIECES), dice.choice(JOINERS)]
        texts.append("".join(parts))
    # As Java holds it: a high and a low half that came to stand side by side are one character
    texts = [t.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") for t in texts]
    lines = [json.dumps([text, normalise(text, emoji)]) for text in texts]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", encoding="ascii")
    print(len(lines), "pairs")


if __name__ == "__main__":
    main()
