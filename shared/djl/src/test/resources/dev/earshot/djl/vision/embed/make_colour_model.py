"""Makes the toy text-image model of the tests: a picture lies where its mean colour does, a text where the
colours that it names do. Run in this folder; torch alone is needed. Seedless: nothing in it is random."""

import json
from pathlib import Path

import torch

OUT = Path(__file__).parent / "picture-text"
MEAN, STD = (0.5, 0.5, 0.5), (0.25, 0.25, 0.25)
COLOURS = {
    "red": (1, 0, 0), "crimson": (0.9, 0.1, 0.1), "green": (0, 1, 0), "blue": (0, 0, 1),
    "yellow": (1, 1, 0), "white": (1, 1, 1), "black": (0, 0, 0),
}
WORDS = ["[PAD]", "[UNK]", "[END]", *COLOURS]
LENGTH = 8


class Picture(torch.nn.Module):
    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        mean = pixels.mean(dim=[2, 3])
        return torch.cat([mean, torch.full([mean.size(0), 1], 0.1)], dim=1)


class Text(torch.nn.Module):
    def __init__(self):
        super().__init__()
        table = torch.zeros(len(WORDS), 3)
        for word, colour in COLOURS.items():
            table[WORDS.index(word)] = (torch.tensor(colour) - torch.tensor(MEAN)) / torch.tensor(STD)
        self.register_buffer("table", table)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        sum = (self.table[ids] * mask.unsqueeze(2)).sum(dim=1)
        return torch.cat([sum, torch.full([sum.size(0), 1], 0.1)], dim=1)


def main():
    OUT.mkdir(exist_ok=True)
    torch.jit.script(Picture()).save(str(OUT / "picture.pt"))
    torch.jit.script(Text()).save(str(OUT / "text.pt"))
    tokenizer = {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": "[END]", "type_id": 0}}],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}}],
            "special_tokens": {"[END]": {"id": "[END]", "ids": [2], "tokens": ["[END]"]}},
        },
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": {w: i for i, w in enumerate(WORDS)}, "unk_token": "[UNK]"},
    }
    (OUT / "tokenizer.json").write_text(json.dumps(tokenizer, indent=1) + "\n")
    description = {
        "name": "colours", "revision": "1", "dimensions": 4,
        "picture": {"file": "picture.pt", "width": 16, "height": 16, "fit": "crop",
                    "mean": list(MEAN), "std": list(STD)},
        "text": {"file": "text.pt", "tokenizer": "tokenizer.json", "length": LENGTH, "padding": 0, "mask": True},
    }
    (OUT / "model.json").write_text(json.dumps(description, indent=1) + "\n")


if __name__ == "__main__":
    main()
