"""Changes to a normalised post that must not move its labels.

Names, nationalities, religions and (where the labels are not about them) genders are swapped; words
get the spelling of another dialect, a typing error, a contraction. All word lists are our own.
"""

from __future__ import annotations

import random
import re

# First names by origin, so that no origin is drawn more often than another
ORIGINS: dict[str, tuple[str, ...]] = {
    origin: tuple(names.split()) for origin, names in {
        "English": "Emily Greg Allison Brad Laurie Matthew Katie Neil Sarah Todd Hannah George Jessica Ryan Rachel Kevin Laura Scott Ashley Justin",
        "African American": "Lakisha Jamal Ebony Tyrone Keisha Darnell Latoya Terrence Shanice Marquis Tanisha Deion DeAndre Shaniqua Malik Aaliyah Darius Imani Rashad Tamika Jermaine Monique Lamar",
        "Hispanic": "Maria Carlos Guadalupe Jose Camila Diego Luis Sofia Alejandra Javier Ximena Mateo Esteban Rosa Miguel Lucia Pedro Carmen Ignacio Marisol",
        "Arabic": "Fatima Mohammed Ahmed Khadija Omar Yusuf Ayesha Aisha Kareem Noura Hassan Samira Nadia Ibrahim Zahra Mustafa Salma Tariq Hamza Rania",
        "South Asian": "Priya Rahul Anjali Sanjay Deepika Vikram Kavita Suresh Meera Farhan Nisha Amit Pooja Vijay Sunita Ravi Divya Harpreet Gurpreet Bilal",
        "East Asian": "Mei Wei Hiroshi Yuki Min-jun Thuy Nguyen Soo-jin Kenji Xiaoming Haruka Linh Sakura Takeshi Jin Li Ming Hye-jin Tuan Kazuo Ling",
        "West African": "Chidi Ngozi Amara Kwame Folake Emeka Abena Kwabena Yetunde Tunde Efua Sekou Adunni Chukwu Ama Uche Fatou Mariama Olumide Ife Ousmane",
        "Eastern European": "Ivan Olga Dmitri Zofia Piotr Milena Andrei Ludmila Marek Ioana Jakub Tatiana Katya Boris Magda Vladimir Anastasia Tomasz Irina Mihai",
        "Jewish": "Levi Rivka Shlomo Miriam Yael Avi Tamar Eitan Noa Ezra Moshe Shira Yosef Hadassah",
        "Western European": "Ingrid Lars Giulia Marco Pierre Chantal Siobhan Liam Annika Jurgen Sofie Matteo Giuseppe Francesca Jean-Luc Astrid Henrik Aoife Niamh Klaus",
        "Turkish and Persian": "Elif Mehmet Zeynep Emre Reza Leila Parisa Burak Ayse Deniz Shirin Cyrus Hakan",
    }.items()
}
NAMES = tuple(name for names in ORIGINS.values() for name in names)
COUNTRIES = (
    "America England Germany France Spain Italy Poland Russia Turkey Iran Iraq Israel Egypt Nigeria "
    "Kenya Ghana Somalia Ethiopia India Pakistan Bangladesh China Japan Vietnam Mexico Brazil "
    "Colombia Cuba Jamaica Haiti Canada Australia Ireland Sweden Greece Syria Afghanistan"
).split()
NATIONS = (
    "American British German French Spanish Italian Polish Russian Turkish Iranian Iraqi Israeli "
    "Egyptian Nigerian Kenyan Ghanaian Somali Ethiopian Indian Pakistani Bangladeshi Chinese "
    "Japanese Vietnamese Mexican Brazilian Colombian Cuban Jamaican Haitian Canadian Australian "
    "Irish Swedish Greek Syrian Afghan"
).split()
FAITHS = (
    ("Christian", "Muslim", "Jewish", "Hindu", "Buddhist", "Sikh", "Catholic", "atheist"),
    ("Christians", "Muslims", "Jews", "Hindus", "Buddhists", "Sikhs", "Catholics", "atheists"),
    ("Christianity", "Islam", "Judaism", "Hinduism", "Buddhism", "Sikhism"),
    ("church", "mosque", "synagogue", "temple"),
)
GENDERS = (
    ("he", "she"), ("man", "woman"), ("men", "women"), ("boy", "girl"), ("boys", "girls"),
    ("husband", "wife"), ("father", "mother"), ("dad", "mom"), ("son", "daughter"),
    ("brother", "sister"), ("uncle", "aunt"), ("boyfriend", "girlfriend"), ("guy", "lady"),
    ("himself", "herself"), ("grandfather", "grandmother"), ("nephew", "niece"),
)
# Spellings of African-American, Southern, British, Scottish, Irish and Indian English, and of texting
DIALECT = {
    "the": ("da", "tha"), "this": ("dis", "this"), "that": ("dat",), "them": ("dem", "em"),
    "with": ("wit", "wid"), "you": ("ya", "u", "yu", "ye"), "your": ("yo", "ur", "yer"),
    "going to": ("gonna", "finna", "gon", "fixin to"), "about to": ("bouta", "boutta"),
    "trying to": ("tryna",), "want to": ("wanna",), "isn't": ("ain't", "aint", "isnae"),
    "is not": ("ain't",), "don't": ("dont", "dinnae"), "my": ("ma", "mi", "me"),
    "for": ("fo", "fer"), "they": ("dey",), "there": ("dere",), "they're": ("dey",),
    "nothing": ("nuthin", "nowt"), "something": ("sumthin", "summat"), "because": ("cuz", "coz"),
    "brother": ("bro", "bruh"), "really": ("rly", "proper", "hella"), "very": ("dead", "well", "v"),
    "love": ("luv",), "little": ("wee", "lil"), "yes": ("aye", "yeh"), "what": ("wot", "wut"),
    "have": ("hv",), "have to": ("gotta",), "do not": ("don't",), "to": ("2", "ta"),
    "just": ("jus", "jst"), "think": ("reckon", "fink"), "friend": ("mate", "homie"),
    "color": ("colour",), "favorite": ("favourite", "fave"), "center": ("centre",),
    "realize": ("realise",), "theater": ("theatre",), "mom": ("mum", "mam"), "yall": ("y'all",),
    "doing": ("doin",), "going": ("goin",), "nothing's": ("nuthins",), "of": ("o",),
    "never": ("neva",), "over": ("ova",), "after": ("afta",), "more": ("mo",), "can't": ("cannae",),
}
CONTRACTED = {
    "is not": "isn't", "are not": "aren't", "do not": "don't", "does not": "doesn't",
    "did not": "didn't", "was not": "wasn't", "can not": "can't", "cannot": "can't",
    "will not": "won't", "would not": "wouldn't", "i am": "i'm", "it is": "it's", "i have": "i've",
}
EXPANDED = {short: long for long, short in CONTRACTED.items()}
TRAITS = (
    "gay", "lesbian", "bisexual", "transgender", "straight", "deaf", "blind", "autistic", "disabled",
    "queer", "dyslexic", "left-handed", "non-binary", "diabetic",
)
GENDER_FREE = ("hateful", "offensive")


def any_name(dice: random.Random) -> str:
    """A first name, of each origin as often as of another."""
    return dice.choice(ORIGINS[dice.choice(tuple(ORIGINS))])


def pattern(words: object) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)  # type: ignore[call-overload]
    return re.compile(r"(?<![\w@'])(" + "|".join(map(re.escape, ordered)) + r")(?![\w'])", re.I)


NAME_PATTERN = re.compile(r"(?<![\w@])(" + "|".join(NAMES) + r")(?!\w)")
NATION_PATTERN = re.compile(r"(?<!\w)(" + "|".join(NATIONS) + r")(?=s?(?!\w))")
COUNTRY_PATTERN = re.compile(r"(?<!\w)(" + "|".join(COUNTRIES) + r")(?!\w)")
FAITH_PATTERNS = tuple((pattern(group), group) for group in FAITHS)
TRAIT_PATTERN = pattern(TRAITS)
GENDER_WORDS = {a: b for a, b in GENDERS} | {b: a for a, b in GENDERS}
GENDER_PATTERN = pattern(GENDER_WORDS)
DIALECT_PATTERN = pattern(DIALECT)
CONTRACTED_PATTERN = pattern(CONTRACTED)
EXPANDED_PATTERN = pattern(EXPANDED)


def swap(text: str, dice: random.Random, genders: bool) -> str:
    """Each swap is consistent within a post: one name for another everywhere."""

    def consistent(choices: tuple[str, ...] | list[str]):
        chosen: dict[str, str] = {}
        return lambda m: chosen.setdefault(m.group(1).lower(), dice.choice(choices))

    text = NAME_PATTERN.sub(consistent(ORIGINS[dice.choice(tuple(ORIGINS))]), text)
    text = NATION_PATTERN.sub(consistent(NATIONS), text)
    text = COUNTRY_PATTERN.sub(consistent(COUNTRIES), text)
    for faith, group in FAITH_PATTERNS:
        text = faith.sub(consistent(group), text)
    if genders:
        text = TRAIT_PATTERN.sub(consistent(TRAITS), text)
        text = GENDER_PATTERN.sub(lambda m: GENDER_WORDS[m.group(1).lower()], text)
    return text


def dialect(text: str, dice: random.Random) -> str:
    share = dice.choice((0.3, 0.6, 1.0))
    changed = DIALECT_PATTERN.sub(
        lambda m: dice.choice(DIALECT[m.group(1).lower()]) if dice.random() < share else m.group(),
        text,
    )
    return re.sub(r"(?<=\w{3})ing\b", "in", changed) if dice.random() < 0.5 else changed


def mistype(text: str, dice: random.Random) -> str:
    """Two neighbouring letters of one word change places, or one is lost or doubled."""
    words = text.split(" ")
    long = [i for i, word in enumerate(words) if len(word) > 3 and word.isalpha()]
    for i in dice.sample(long, min(len(long), dice.choice((1, 1, 2)))):
        word, at = words[i], dice.randrange(0, len(words[i]) - 1)
        kind = dice.random()
        if kind < 0.6:
            words[i] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        else:
            kept = 0 if kind < 0.85 else 2
            words[i] = word[:at] + word[at] * kept + word[at + 1 :]
    return " ".join(words)


def augment(text: str, heads: object, dice: random.Random, typos: float = 0.0) -> str:
    changed = change(text, heads, dice)
    return mistype(changed, dice) if typos and dice.random() < typos else changed


def change(text: str, heads: object, dice: random.Random) -> str:
    genders = not any(head in GENDER_FREE for head in heads)  # type: ignore[attr-defined]
    if dice.random() < 0.35:
        text = swap(text, dice, genders and dice.random() < 0.5)
    kind = dice.random()
    if kind < 0.07:
        return dialect(text, dice)
    if kind < 0.12:
        return mistype(text, dice)
    if kind < 0.17:
        return CONTRACTED_PATTERN.sub(lambda m: CONTRACTED[m.group(1).lower()], text)
    if kind < 0.20:
        return EXPANDED_PATTERN.sub(lambda m: EXPANDED[m.group(1).lower()], text)
    if kind < 0.23 and text:
        return text.rstrip(".!") if text[-1] in ".!" else text + dice.choice((".", "!"))
    return text
