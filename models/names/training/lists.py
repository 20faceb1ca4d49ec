"""Writes names.txt of shared/privacy: names of Faker's locales, folded. Usage: lists.py NAMES.json OUT GIVEN.txt SURNAMES.txt (the last two: those of shared/reading)"""
import json, re, sys, unicodedata
names = json.load(open(sys.argv[1])); kinds = {}
def fold(s):
    return "".join(c for c in unicodedata.normalize("NFD", s.lower()) if unicodedata.category(c) != "Mn")
for loc, (first, last) in names.items():
    for kind, words in ((1, first), (2, last)):
        for w in words:
            for part in re.split(r"[\s]+", w):
                part = fold(part.strip("()'’.,-"))
                if len(part) < 2 or re.search(r"[\d/]", part) or re.match(r"[\u2e80-\u9fff\uac00-\ud7a3]", part): continue
                if part in {"de","da","van","der","den","von","la","le","el","al","of","the","and","y","dos","del","di","du","ten","bin","ben","st","ter","te","op","het","doe"}: continue
                kinds[part] = kinds.get(part, 0) | kind
for kind, path in ((1, sys.argv[3]), (2, sys.argv[4])):
    for w in open(path):
        w = fold(w.strip())
        if w and not w.startswith("#") and len(w) > 1: kinds[w] = kinds.get(w, 0) | kind
with open(sys.argv[2], "w") as out:
    out.write("# Names of people without accents, one a line: 1 for a given name, 2 for a surname, 3 for both, then the name.\n# Origin: the lists of the Python package Faker 40.40.0 (MIT), all locales whose scripts set words apart,\n# and of the United States Census of 1990 (public domain), as shared/reading has them.\n")
    for k in sorted(kinds): out.write(f"{kinds[k]}{k}\n")
print(len(kinds))
