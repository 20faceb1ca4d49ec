"""Joins posts with names for the training of the model of names.

Usage: prepare.py TEXT_DATA_FOLDER SYNTH.jsonl NAMES.json NAMES.txt OUT.jsonl

Reads ner_en_btc.train, ner_en_wnut17.train and the even templates of pii_en_presidio_synth_v2, each also with other
names put in; and, as texts in which words are no names, lid_sib200_flores.train, sentiment_multi_umsab_xlmt.train and
lid_tweets_mixed.train: there what may be a name is UNSURE. Each line of OUT: text, spans with label PERSON or UNSURE.
"""
import gzip, json, random, re, sys, unicodedata
folder, synth, names, listed, out = sys.argv[1:6]
R = random.Random(7)
names = json.load(open(names))
locales = [l for l in names if l[:2] not in ("ja", "zh", "ko", "th", "ar", "fa", "he", "hi", "bn", "gu", "mr", "ne", "or", "si", "ta", "ka", "hy", "mk", "bg", "ru", "uk", "el") and len(names[l][0]) > 30 and len(names[l][1]) > 15]
known = {line.rstrip("\n")[1:] for line in open(listed) if not line.startswith("#")}
out = open(out, "w")
def fold(s):
    return "".join(c for c in unicodedata.normalize("NFD", s.lower()) if unicodedata.category(c) != "Mn")
def other(old):
    loc = R.choice(locales); f, l = names[loc]; words = len(old.split())
    new = f"{R.choice(f)} {R.choice(l)}" if words == 2 else f"{R.choice(f)} {R.choice('ABCDEGHJKLMNPRST')}. {R.choice(l)}" if words > 2 else R.choice(f if R.random() < .6 else l)
    return new.lower() if old == old.lower() else new.upper() if old == old.upper() and len(old) > 2 else new
def renamed(text, spans):
    new, at, moved = "", 0, []
    for a, b in sorted(spans):
        if a < at: return None
        new += text[at:a]; n = other(text[a:b]); moved.append([len(new), len(new) + len(n)]); new += n; at = b
    return new + text[at:], moved
def emit(text, spans):
    out.write(json.dumps({"text": text, "spans": [{"label": "PERSON", "start": a, "end": b} for a, b in spans]}, ensure_ascii=False) + "\n")
def joined(tokens, ner, person):
    text, spans, open_ = "", [], None
    for i, (t, n) in enumerate(zip(tokens, ner)):
        glue = bool(re.fullmatch(r"[.,!?:;)\]%]+|'\w+|n't|'s|’s", t)) or (i > 0 and tokens[i-1] in ("(", "[", "#", "$"))
        if text and not glue: text += " "
        start = len(text); text += t
        if n == "B-" + person: spans.append([start, len(text)])
        elif n == "I-" + person and spans: spans[-1][1] = len(text)
    return text, spans
for name, person in (("ner_en_btc.train", "PER"), ("ner_en_wnut17.train", "person")):
    for line in gzip.open(f"{folder}/{name}.jsonl.gz", "rt"):
        r = json.loads(line)
        text, spans = joined(r["tokens"], r["ner"], person)
        emit(text, spans)
        for _ in range(2 if spans else 0):
            again = renamed(text, spans)
            if again: emit(*again)
for line in gzip.open(f"{folder}/pii_en_presidio_synth_v2.train.jsonl.gz", "rt"):
    r = json.loads(line)
    if r["template_id"] % 2 == 0:
        spans = [[s["start"], s["end"]] for s in r["spans"] if s["label"] == "PERSON"]
        emit(r["text"], spans)
        for _ in range(3):
            again = renamed(r["text"], spans)
            if again: emit(*again)
for line in open(synth):
    r = json.loads(line); emit(r["text"], r["names"])

SYL = "ba be bi co da de di fa fe ga go ka ke ki la le li lo lu ma me mi mo na ne ni no pa pe po ra re ri ro sa se so ta te to va ve vi vo za ze zo ven tron lux max nex tel mart plus ex ix".split()
scripts = {"rus": "ru_RU", "ukr": "uk_UA", "bul": "bg_BG", "ell": "el_GR", "hin": "hi_IN", "ara": "ar_AA", "arb": "ar_AA", "heb": "he_IL", "srp": "ru_RU", "pes": "fa_IR", "kor": None, "am": None, "zh": None, "th": None, "ti": None, "mr": "mr_IN", "ru": "ru_RU", "uk": "uk_UA", "ar": "ar_AA", "arq": "ar_AA", "ary": "ar_AA", "hi": "hi_IN", "tt": None}
def inserted(text, lang):
    """The text with a name or an invented brand put in between two words, what else may be a name unsure."""
    loc = scripts.get(lang, R.choice(locales))
    if not loc or not names[loc][1]: return
    spots = [m.start() for m in re.finditer(r"(?<=\w) (?=\w)", text)]
    if len(spots) < 3: return
    at = R.choice(spots); f, l = names[loc]; kind = R.random()
    what = f"{R.choice(f)} {R.choice(l)}" if kind < .5 else f"{R.choice(f)} {R.choice(l)}-{R.choice(l)}" if kind < .55 else R.choice(f) if kind < .72 else "".join(R.choice(SYL) for _ in range(R.choice((2, 3)))).capitalize()
    if R.random() < .12: text, what = text.lower(), what.lower()
    new = text[:at] + " " + what + text[at:]
    spans = [{"label": "PERSON", "start": at + 1, "end": at + 1 + len(what)}] if kind < .72 else []
    for m in re.finditer(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", new):
        w = m.group()
        if not at < m.start() + 1 <= at + 1 + len(what) and w[0].isupper() and (m.start() > 0 or fold(w) in known):
            spans.append({"label": "UNSURE", "start": m.start(), "end": m.end()})
    out.write(json.dumps({"text": new, "spans": spans}, ensure_ascii=False) + "\n")
def unnamed(text, german=False):
    unsure = []
    for i, m in enumerate(re.finditer(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)):
        w = m.group(); capital = w[0].isupper()
        if (capital and i > 0 and not german and not w.isupper()) or (capital and fold(w) in known and len(w) > 2):
            unsure.append({"label": "UNSURE", "start": m.start(), "end": m.end()})
    out.write(json.dumps({"text": text, "spans": unsure}, ensure_ascii=False) + "\n")
FLORES = "deu fra spa ita por nld swe dan nob fin pol ces slk hun ron ell tur rus ukr bul ind vie hin ara kor heb hrv srp slv lit lav est cat swh zul yor tgl msa zsm arb pes".split()
taken = {}
rows = list(gzip.open(f"{folder}/lid_sib200_flores.train.tsv.gz", "rt"))[1:]; R.shuffle(rows)
for line in rows:
    _, lang, _, text = line.rstrip("\n").split("\t", 3)
    if lang[:3] in FLORES and taken.get(lang, 0) < 350:
        taken[lang] = taken.get(lang, 0) + 1
        unnamed(text, lang[:3] == "deu")
        if taken[lang] % 3 == 0: unnamed(text.lower())
        else: inserted(text, lang[:3])
for name, most in (("sentiment_multi_umsab_xlmt.train", 1400), ("lid_tweets_mixed.train", 400)):
    rows = list(gzip.open(f"{folder}/{name}.tsv.gz", "rt"))[1:]; R.shuffle(rows); taken = {}
    for line in rows:
        p = line.rstrip("\n").split("\t")
        if len(p) > 3 and taken.get(p[1], 0) < most:
            taken[p[1]] = taken.get(p[1], 0) + 1; unnamed(p[3], p[1] == "de")
            if taken[p[1]] % 3: inserted(p[3], p[1])
