"""Makes the toy text model of the tests, which reads every token by itself: its row of a table made of sines,
but for "good" and "bad". What a text says is the mean over its tokens, the two that the tokenizer adds
included; `whole.pt` gives that alone, `model.pt` the tokens' rows beside it. `target.pt` also gives what it says of
a marked target: the mean row of the words behind the closing marks. Run in this folder; torch alone is
needed. Seedless: nothing in it is random."""

import io
import json
import string
import zipfile
from pathlib import Path

import torch

OUT = Path(__file__).parent / "toy"
ADDED = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
WORDS = [
    "good", "bad", "the", "camera", "battery", "phone", "acme", "user", "http", "tears", "of", "joy", "fire",
    "red", "heart", "emoji", "ไทย", "ดี",
]
LETTERS = string.ascii_lowercase + string.digits + "مرحباعلدكته"
MARKS = ["[unused1]", "[unused2]"]
SIGNS = string.punctuation + "。！？；…日本語"
FEELINGS = {"bad": (4.0, 0.0, -4.0), "good": (-4.0, 0.0, 4.0)}
LENGTH = 128


def vocabulary() -> list[str]:
    return ADDED + WORDS + list(LETTERS) + [f"##{letter}" for letter in LETTERS] + list(SIGNS) + MARKS


class Tokens(torch.nn.Module):
    def __init__(self, words: list[str]):
        super().__init__()
        ids = torch.arange(len(words), dtype=torch.float64)
        table = torch.stack((torch.sin(ids), torch.cos(ids), torch.sin(2 * ids)), 1).float()
        table[: len(ADDED)] = 0
        for word, feeling in FEELINGS.items():
            table[words.index(word)] = torch.tensor(feeling)
        self.register_buffer("table", table)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        parts = self.table[ids]
        weights = mask.unsqueeze(2)
        return (parts * weights).sum(1) / weights.sum(1), parts


class Whole(Tokens):
    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        weights = mask.unsqueeze(2)
        return (self.table[ids] * weights).sum(1) / weights.sum(1)


class Target(Tokens):
    def __init__(self, words: list[str]):
        super().__init__(words)
        self.close = words.index(MARKS[1])

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        parts = self.table[ids]
        weights = mask.unsqueeze(2)
        behind = torch.zeros_like(ids)
        behind[:, 1:] = (ids[:, :-1] == self.close).long()
        said = behind.unsqueeze(2)
        target = (parts * said).sum(1) / said.sum(1).clamp(min=1)
        return (parts * weights).sum(1) / weights.sum(1), parts, target


def save(module: torch.jit.ScriptModule, path: Path) -> None:
    """Without the entry that names the folder in which this file lies."""
    content = io.BytesIO()
    torch.jit.save(module, content)
    with zipfile.ZipFile(content) as whole, zipfile.ZipFile(path, "w") as kept:
        for entry in whole.infolist():
            if not entry.filename.endswith(".debug_pkl"):
                kept.writestr(zipfile.ZipInfo(entry.filename), whole.read(entry))


def main():
    OUT.mkdir(exist_ok=True)
    words = vocabulary()
    save(torch.jit.script(Tokens(words)), OUT / "model.pt")
    save(torch.jit.script(Whole(words)), OUT / "whole.pt")
    save(torch.jit.script(Target(words)), OUT / "target.pt")
    around = [{"id": name, "ids": [words.index(name)], "tokens": [name]} for name in ("[CLS]", "[SEP]")]
    tokenizer = {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": [],
        "normalizer": {
            "type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None,
            "lowercase": True,
        },
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [
                {"SpecialToken": {"id": "[CLS]", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}},
                {"SpecialToken": {"id": "[SEP]", "type_id": 0}},
            ],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}],
            "special_tokens": {entry["id"]: entry for entry in around},
        },
        "decoder": None,
        "model": {
            "type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100, "vocab": {word: i for i, word in enumerate(words)},
        },
    }
    (OUT / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False, indent=1) + "\n")
    description = {
        "name": "toy", "revision": "1",
        "heads": [{"name": "sentiment", "labels": ["negative", "neutral", "positive"], "temperature": 1.0}],
        "parts": {"temperature": 0.5},
        "languages": ["en"],
        "input": {"maxTokens": LENGTH},
        "output": {"file": "model.pt", "sha256": "0" * 64},
    }
    (OUT / "model.json").write_text(json.dumps(description, indent=1) + "\n")


if __name__ == "__main__":
    main()
