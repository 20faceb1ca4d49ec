"""Texts with their language from the shared data sets, under one BCP-47 tag each."""

from __future__ import annotations

import csv
import gzip
import random
from collections import defaultdict
from pathlib import Path

TAGS = {
    "arq": "ar", "ary": "ar", "arb_Arab": "ar", "arz_Arab": "ar", "ars_Arab": "ar",
    "apc_Arab": "ar", "ajp_Arab": "ar", "aeb_Arab": "ar", "acq_Arab": "ar", "acm_Arab": "ar",
    "ary_Arab": "ar", "pt-MZ": "pt", "pt-BR": "pt", "ptbr": "pt", "ptmz": "pt", "nb": "no",
    "nn": "no", "nob_Latn": "no", "nno_Latn": "no", "zho_Hant": "zh", "zho_Hans": "zh",
    "yue_Hant": "zh", "eng_Latn": "en", "spa_Latn": "es", "por_Latn": "pt", "fra_Latn": "fr",
    "deu_Latn": "de", "ita_Latn": "it", "nld_Latn": "nl", "cat_Latn": "ca", "glg_Latn": "gl",
    "ron_Latn": "ro", "swe_Latn": "sv", "dan_Latn": "da", "isl_Latn": "is", "fin_Latn": "fi",
    "est_Latn": "et", "lvs_Latn": "lv", "lit_Latn": "lt", "pol_Latn": "pl", "ces_Latn": "cs",
    "slk_Latn": "sk", "slv_Latn": "sl", "hrv_Latn": "hr", "bos_Latn": "bs", "srp_Cyrl": "sr",
    "mkd_Cyrl": "mk", "bul_Cyrl": "bg", "rus_Cyrl": "ru", "ukr_Cyrl": "uk", "bel_Cyrl": "be",
    "ell_Grek": "el", "hun_Latn": "hu", "tur_Latn": "tr", "azj_Latn": "az", "kaz_Cyrl": "kk",
    "kir_Cyrl": "ky", "tat_Cyrl": "tt", "bak_Cyrl": "ba", "uzn_Latn": "uz", "tgk_Cyrl": "tg",
    "khk_Cyrl": "mn", "hye_Armn": "hy", "kat_Geor": "ka", "heb_Hebr": "he", "pes_Arab": "fa",
    "prs_Arab": "fa", "ckb_Arab": "ckb", "pbt_Arab": "ps", "urd_Arab": "ur", "snd_Arab": "sd",
    "uig_Arab": "ug", "hin_Deva": "hi", "mar_Deva": "mr", "npi_Deva": "ne", "ben_Beng": "bn",
    "asm_Beng": "as", "guj_Gujr": "gu", "pan_Guru": "pa", "ory_Orya": "or", "tam_Taml": "ta",
    "tel_Telu": "te", "kan_Knda": "kn", "mal_Mlym": "ml", "sin_Sinh": "si", "tha_Thai": "th",
    "lao_Laoo": "lo", "khm_Khmr": "km", "mya_Mymr": "my", "vie_Latn": "vi", "ind_Latn": "id",
    "zsm_Latn": "ms", "jav_Latn": "jv", "sun_Latn": "su", "tgl_Latn": "tl", "ceb_Latn": "ceb",
    "jpn_Jpan": "ja", "kor_Hang": "ko", "amh_Ethi": "am", "tir_Ethi": "ti", "som_Latn": "so",
    "gaz_Latn": "om", "swh_Latn": "sw", "hau_Latn": "ha", "yor_Latn": "yo", "ibo_Latn": "ig",
    "zul_Latn": "zu", "xho_Latn": "xh", "afr_Latn": "af", "kin_Latn": "rw", "lug_Latn": "lg",
    "sna_Latn": "sn", "sot_Latn": "st", "tsn_Latn": "tn", "tso_Latn": "ts", "twi_Latn": "tw",
    "nya_Latn": "ny", "plt_Latn": "mg", "epo_Latn": "eo", "eus_Latn": "eu", "gle_Latn": "ga",
    "cym_Latn": "cy", "mlt_Latn": "mt", "ltz_Latn": "lb", "als_Latn": "sq", "kmr_Latn": "ku",
    "hat_Latn": "ht", "mri_Latn": "mi", "bod_Tibt": "bo", "ydd_Hebr": "yi", "min_Latn": "min",
    "ban_Latn": "ban", "bjn_Latn": "bjn", "ace_Latn": "ace", "bug_Latn": "bug",
    "hat": "ht", "afr": "af", "amh": "am", "chn": "zh", "deu": "de", "eng": "en", "esp": "es",
    "hau": "ha", "hin": "hi", "ibo": "ig", "ind": "id", "jav": "jv", "kin": "rw", "mar": "mr",
    "orm": "om", "pcm": "pcm", "ron": "ro", "rus": "ru", "som": "so", "sun": "su", "swa": "sw",
    "swe": "sv", "tat": "tt", "tir": "ti", "twi": "tw", "ukr": "uk", "vmw": "vmw", "xho": "xh",
    "yor": "yo", "zul": "zu", "dz": "ar", "ma": "ar", "kr": "rw", "br": "pt", "se": "sv",
    "zh_cn": "zh", "pt_br": "pt", "ze_en": "en",
}
SKIPPED = {"ron_track1_test", "arb_Latn"}
TRAIN_FILES = {
    "lid_tweets_mixed.train": 3000, "lid_lingua_testdata.train": 3000,
    "lid_sib200_flores.train": 1500, "sentiment_multi_umsab_xlmt.train": 4000,
    "sentiment_multi_afrisenti.train": 4000, "sentiment_multi_nusax.train": 600,
    "emotion_multi_brighter_semeval2025t11.train": 3000,
    "emotion_multi_xed_projections.train": 4000, "emotion_fi_xed.train": 4000,
    "sentiment_id_smsa.train": 3000, "emotion_id_emot.train": 3000,
    "sentiment_th_wisesight.train": 3000, "sentiment_zh_reviews.train": 3000,
    "sarcasm_ar_isarcasm.train": 3000,
    # English posts, many: most texts that a user sends without a tag are English
    "sentiment_en_semeval2013_16.train": 16000, "emotion_en_tweeteval.train": 3000,
    "emotion_en_goemotions.train": 8000, "offensive_en_tweeteval.train": 4000,
    "emoji_en_tweeteval.train": 4000, "sentiment_en_app_reviews.train": 4000,
}
DEV_FILES = (
    "sentiment_multi_umsab_xlmt.dev", "sentiment_multi_afrisenti.dev",
    "sentiment_multi_nusax.dev", "emotion_multi_brighter_semeval2025t11.dev",
    "sentiment_id_smsa.dev", "lid_sib200_flores.dev", "sentiment_en_tweeteval.dev",
    "emotion_en_tweeteval.dev", "irony_en_tweeteval.dev", "offensive_en_tweeteval.dev",
)


def tag(file: str, language: str) -> str:
    """`hi` of the UMSAB tweets is Hindi in Latin letters, mixed with English."""
    if language == "hi" and ("umsab" in file):
        return "hi-Latn"
    return TAGS.get(language, language)


def read(folder: Path, name: str) -> list[tuple[str, str]]:
    csv.field_size_limit(1 << 30)
    with gzip.open(folder / f"{name}.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    texts = []
    for row in rows:
        source = row["id"] if name.startswith("lid_tweets") else name
        language = tag(source, row["lang"] or "")
        if row["lang"] not in SKIPPED and row["text"]:
            texts.append((language, row["text"]))
    return texts


def train(folder: Path, held_out: set[str], dice: random.Random) -> list[tuple[str, str]]:
    texts: list[tuple[str, str]] = []
    for name, most in TRAIN_FILES.items():
        by_language: dict[str, list[str]] = defaultdict(list)
        for language, text in read(folder, name):
            if text not in held_out:
                by_language[language].append(text)
        for language, found in by_language.items():
            dice.shuffle(found)
            texts += [(language, text) for text in found[:most]]
    return texts
