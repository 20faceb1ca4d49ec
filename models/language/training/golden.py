"""Writes what the Java identifier must reproduce: text, its words, a digest of its features.

The texts are this project's own. A line holds three columns parted by tabs: the text with
everything but printable ASCII written as backslash-u escapes of UTF-16, the words (likewise) parted
by spaces, and the sum over features of (position + 1) * bucket, modulo 2^31 - 1.
"""

from __future__ import annotations

import random
from pathlib import Path

from features import word_features, words

TARGET = (
    Path(__file__).resolve().parents[3]
    / "shared/reading/src/test/resources/dev/earshot/reading/language/golden-features.tsv"
)
WRITTEN = [
    "", "ok", "RT @bob: sooooo good!!! https://t.co/abc #AcmePhone", "don\u2019t can't 'quoted'",
    "Das Akku ist leider wieder leer, \u00c4rger pur", "\u00c7a marche tr\u00e8s bien, merci beaucoup",
    "El servicio fue p\u00e9simo y nadie contest\u00f3", "O celular chegou r\u00e1pido, adorei",
    "La batteria dura poco per\u00f2 lo schermo \u00e8 bello", "yaar ye phone bilkul bakwas hai",
    "\u0915\u094d\u092f\u093e \u0906\u092a \u0920\u0940\u0915 \u0939\u0948\u0902?", "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645", "\u3053\u308c\u306f\u697d\u3057\u3044\u3067\u3059\u306d",
    "\u8fd9\u4e2a\u624b\u673a\u5f88\u597d\u7528", "\u041f\u0440\u0438\u0432\u0435\u0442, \u043a\u0430\u043a \u0434\u0435\u043b\u0430?", "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35\u0e04\u0e23\u0e31\u0e1a", "\uc548\ub155\ud558\uc138\uc694 \uc5ec\ub7ec\ubd84",
    "\u0130stanbul'da I\u015f\u0131k \u00c7OK g\u00fczel", "\u03a3\u039f\u03a6\u039f\u03a3 \u03ba\u03cc\u03c3\u03bc\u03bf\u03c2", "STRASSE \u1e9e \u00df", "cafe\u0301 naive\u0308",
    "\U0001F602\U0001F602 123 !!!", "a@b.com x@y", "www.x.com text http:no", "\ud800 half \udc00",
    "a" * 700, "\U00020000\U0001D400 math", "rt RT Rt start art", "' '' 'a' a'", "x_y-z.w/q",
]
PIECES = [
    "hello", "World", "@acme", "https://x.example/y", "www.z.example", "#Tag_one", "don't", "it\u2019s",
    "\u00dcber", "na\u00efve", "soooo", "\U0001F600", "42", "rt", "\u043f\u0440\u0438\u0432\u0435\u0442", "\u4f60\u597d", "\u0928\u092e\u0938\u094d\u0924\u0947",
    "\u0627\u0644\u0633\u0644\u0627\u0645", "...", "\ud83d", "\x00", "e\u0301", "\u200d", "_",
]


def escaped(text: str) -> str:
    units = text.encode("utf-16-be", "surrogatepass")
    pairs = [units[i] * 256 + units[i + 1] for i in range(0, len(units), 2)]
    plain = [0x20 <= unit < 0x7F and unit != 0x5C for unit in pairs]
    return "".join(
        chr(unit) if ok else f"\\u{unit:04X}" for unit, ok in zip(pairs, plain, strict=True)
    )


def digest(found: list[str]) -> int:
    features = [feature for word in found for feature in word_features(word)]
    return sum((i + 1) * feature for i, feature in enumerate(features)) % (2**31 - 1)


def main() -> None:
    dice = random.Random(9)
    texts = list(WRITTEN)
    for _ in range(170):
        parts = [dice.choice(PIECES) + dice.choice([" ", " ", "", "\n"]) for _ in range(dice.randint(1, 8))]
        texts.append("".join(parts))
    texts = [t.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") for t in texts]
    lines = []
    for text in texts:
        found = words(text)
        lines.append(f"{escaped(text)}\t{escaped(' '.join(found))}\t{digest(found)}")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", encoding="ascii")
    print(len(lines), "lines")


if __name__ == "__main__":
    main()
