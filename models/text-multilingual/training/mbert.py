"""Multilingual BERT's first layers, read from the tensor bundle of the pinned Maven package.

The package's one file is a stored zip of a TensorFlow saved model; `unpacked` is the folder that it
was unpacked to.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

TEXT = Path(__file__).resolve().parents[2] / "text"
sys.path.append(str(TEXT / "training"))

from bert import LINEAR_NAMES as LINEARS  # noqa: E402
from bert import Encoder  # noqa: E402
from bundle import Place, places, tensor  # noqa: E402

DATA = "variables/variables.data-00000-of-00001"
INDEX = "variables/variables.index"
VOCABULARY = "assets/vocab.txt"
# The published configuration of multi_cased_L-12_H-768_A-12
HEADS = 12
LAYERS = 8
LONGEST_WORD = 200
EMBEDDINGS = {
    "word": "word_embeddings", "position": "position_embeddings",
    "segment": "token_type_embeddings", "norm.weight": "LayerNorm/gamma",
    "norm.bias": "LayerNorm/beta",
}
MODULES = {
    "query": "attention/self/query", "key": "attention/self/key",
    "value": "attention/self/value", "attended": "attention/output/dense",
    "attention_norm": "attention/output/LayerNorm", "up": "intermediate/dense",
    "down": "output/dense", "output_norm": "output/LayerNorm",
}


def source_name(parameter: str) -> str:
    """encoder parameter name -> the tensor's name in the bundle."""
    if parameter.startswith("embeddings."):
        return "module/bert/embeddings/" + EMBEDDINGS[parameter.removeprefix("embeddings.")]
    _, number, module, kind = parameter.split(".")
    if module.endswith("norm"):
        last = "gamma" if kind == "weight" else "beta"
    else:
        last = "kernel" if kind == "weight" else "bias"
    return f"module/bert/encoder/layer_{number}/{MODULES[module]}/{last}"


def transposed(parameter: str) -> bool:
    """TensorFlow keeps matrices as [in, out]."""
    return source_name(parameter).endswith("/kernel")


def load_encoder(unpacked: Path, dropout: float = 0.1, layers: int = LAYERS) -> Encoder:
    known: dict[str, Place] = places(unpacked / INDEX)
    word = known[source_name("embeddings.word")].shape
    position = known[source_name("embeddings.position")].shape
    up = known[source_name("layers.0.up.weight")].shape
    encoder = Encoder(word[0], position[0], word[1], layers, HEADS, up[1], dropout)
    state = {}
    for name, _ in encoder.named_parameters():
        values = torch.from_numpy(tensor(unpacked / DATA, known[source_name(name)]))
        state[name] = values.t().contiguous() if transposed(name) else values
    encoder.load_state_dict(state)
    return encoder


def tokenizer(unpacked: Path, length: int) -> Tokenizer:
    """Cased WordPiece. Words may be longer than BERT's 100 characters: Thai has no spaces."""
    words = (unpacked / VOCABULARY).read_text(encoding="utf-8").split("\n")
    vocabulary = {word: i for i, word in enumerate(words[:-1] if words[-1] == "" else words)}
    made = Tokenizer(
        models.WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=LONGEST_WORD)
    )
    made.normalizer = normalizers.BertNormalizer(
        clean_text=True, handle_chinese_chars=True, strip_accents=False, lowercase=False
    )
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        special_tokens=[(t, vocabulary[t]) for t in ("[CLS]", "[SEP]")],
    )
    made.decoder = decoders.WordPiece()
    made.enable_truncation(length)
    return made
