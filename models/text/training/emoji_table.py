"""Writes the emoji table: code point (hex), tab, the words that stand for it.

The words are those of the character's Unicode name without the ones that carry no meaning in a
post ("face with", "sign", "black heart suit"), at most four of them.
"""

from __future__ import annotations

import unicodedata

from normalise import EMOJI_TABLE

RANGES = (
    (0x203C, 0x203C), (0x2049, 0x2049), (0x2139, 0x2139), (0x2194, 0x21AA), (0x231A, 0x23FA),
    (0x25AA, 0x25AB), (0x25B6, 0x25B6), (0x25C0, 0x25C0), (0x25FB, 0x25FE), (0x2600, 0x27BF),
    (0x2934, 0x2935), (0x2B05, 0x2B07), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55),
    (0x3030, 0x3030), (0x303D, 0x303D), (0x1F300, 0x1FAFF),
)
FILLERS = {
    "face", "with", "sign", "symbol", "black", "white", "heavy", "suit", "medium", "small", "of",
    "and", "the", "mark", "emoji", "for", "person", "hand", "open", "mouth", "circled", "in",
    "negative", "squared", "lower", "upper", "a", "an", "presentation", "modifier", "component",
    "large", "outlined",
}
NAMED_BY_HAND = {
    0x2640: "", 0x2642: "", 0x2764: "love heart", 0x2665: "love heart", 0x1F602: "tears of joy",
    0x1F62D: "loudly crying", 0x1F923: "rolling laughing", 0x1F60D: "heart eyes",
    0x1F618: "blowing kiss", 0x1F495: "two hearts", 0x1F44D: "thumbs up", 0x1F44E: "thumbs down",
    0x1F44C: "ok hand", 0x1F64F: "praying hands", 0x1F44F: "clapping hands", 0x1F4AF: "hundred",
    0x1F525: "fire", 0x1F621: "very angry", 0x1F620: "angry", 0x1F624: "angry huff",
    0x1F92C: "swearing angry", 0x1F914: "thinking", 0x1F644: "rolling eyes", 0x1F612: "unamused",
    0x1F60A: "smiling happy", 0x263A: "smiling happy", 0x1F60E: "cool sunglasses",
    0x1F629: "weary", 0x1F62B: "tired", 0x1F622: "crying sad", 0x1F61E: "disappointed",
    0x1F614: "sad pensive", 0x1F494: "broken heart", 0x1F389: "party celebration",
    0x1F973: "party happy", 0x1F970: "smiling love", 0x1F62C: "awkward grimace",
    0x1F937: "shrug", 0x1F926: "facepalm", 0x1F4A9: "poop", 0x1F595: "middle finger",
    0x1F601: "grinning", 0x1F600: "grinning", 0x1F603: "smiling happy", 0x1F604: "smiling happy",
    0x1F605: "nervous laugh", 0x1F606: "laughing", 0x1F609: "wink", 0x1F61C: "playful wink",
    0x1F631: "screaming fear", 0x1F628: "fearful", 0x1F630: "anxious",
    0x1F633: "embarrassed", 0x1F60F: "smirk", 0x1F634: "sleeping", 0x1F637: "sick mask",
    0x1F480: "skull dead", 0x1F64C: "raised hands celebration", 0x1F4AA: "strong muscle",
    0x2728: "sparkles", 0x2B50: "star", 0x2714: "check", 0x2705: "check", 0x274C: "cross wrong",
    0x1F610: "neutral", 0x1F611: "expressionless", 0x1F641: "frowning sad", 0x2639: "frowning sad",
    0x1F642: "smiling", 0x1F643: "upside down sarcastic", 0x1F917: "hugging",
    0x1F60B: "yummy", 0x1F613: "cold sweat", 0x1F625: "sad relieved", 0x1F615: "confused",
    0x1F61F: "worried", 0x1F627: "anguished", 0x1F616: "confounded", 0x1F623: "persevering",
    0x1F922: "nauseated disgusted", 0x1F92E: "vomiting disgusted", 0x1F608: "devil smiling",
    # Newer than Unicode 14, so without a name in older Pythons
    0x1FA75: "light blue heart", 0x1FA76: "grey heart", 0x1FA77: "pink love heart",
    0x1FAE8: "shaking shocked", 0x1FAE9: "tired eyes", 0x1FAF7: "pushing hand",
    0x1FAF8: "pushing hand", 0x1FABD: "wing", 0x1FABF: "goose", 0x1FACE: "moose",
    0x1FACF: "donkey", 0x1FADB: "pea pod", 0x1FADA: "ginger", 0x1FADF: "splatter",
    0x1FABB: "hyacinth", 0x1FABC: "jellyfish", 0x1FA87: "maracas", 0x1FA88: "flute",
    0x1FAAD: "fan", 0x1FAAF: "khanda", 0x1F6DC: "wireless", 0x1F47F: "angry devil", 0x203C: "!!", 0x2049: "!?",
}


def words(code: int) -> str | None:
    if code in NAMED_BY_HAND:
        return NAMED_BY_HAND[code]
    name = unicodedata.name(chr(code), "")
    if not name:
        return None
    parts = [w for w in name.lower().replace("-", " ").split() if w not in FILLERS]
    return " ".join((parts or ["emoji"])[:4])


def main() -> None:
    lines = []
    for first, last in RANGES:
        for code in range(first, last + 1):
            text = None if 0x1F3FB <= code <= 0x1F3FF else words(code)
            if text is not None:
                lines.append(f"{code:X}\t{text}")
    EMOJI_TABLE.parent.mkdir(parents=True, exist_ok=True)
    EMOJI_TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
