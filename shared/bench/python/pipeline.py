"""Times Python's transformers pipeline on the text model's own weights, for the table in shared/bench/README.md.

Usage: pipeline.py MODEL.pt TOKENIZER.json POSTS.tsv.gz [texts] [rounds]

MODEL.pt is `models/target/assembled/text-fp32/model.pt`; its tensors are put into a BertModel with a
linear head, whose logits must agree with the TorchScript module's to 1e-3. Posts go through the pipeline
as they are, in batches of 64, in the order of their length; only the words' normaliser is left out.
"""

from __future__ import annotations

import csv
import gzip
import platform
import statistics
import sys
import time

import torch
import transformers
from torch import nn
from transformers import (
    BertConfig,
    BertModel,
    BertPreTrainedModel,
    PreTrainedTokenizerFast,
    TextClassificationPipeline,
)
from transformers.modeling_outputs import SequenceClassifierOutput

PARTS = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "attended": "attention.output.dense", "attention_norm": "attention.output.LayerNorm",
    "up": "intermediate.dense", "down": "output.dense", "output_norm": "output.LayerNorm",
}
EMBEDDINGS = {
    "word": "word_embeddings.weight", "position": "position_embeddings.weight",
    "segment": "token_type_embeddings.weight", "norm.weight": "LayerNorm.weight",
    "norm.bias": "LayerNorm.bias",
}


class MeanPooled(BertPreTrainedModel):
    def __init__(self, config: BertConfig) -> None:
        super().__init__(config)
        self.bert = BertModel(config, add_pooling_layer=False)
        self.head = nn.Linear(config.hidden_size, config.num_labels)
        self.post_init()

    def forward(self, input_ids, attention_mask, **_):
        hidden = self.bert(input_ids, attention_mask=attention_mask).last_hidden_state
        weights = attention_mask.unsqueeze(-1).float()
        mean = (hidden * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
        return SequenceClassifierOutput(logits=self.head(mean))


def build(scripted: torch.jit.ScriptModule) -> MeanPooled:
    given = scripted.state_dict()
    layers = 1 + max(int(key.split(".")[2]) for key in given if key.startswith("encoder.layers."))
    config = BertConfig(
        hidden_size=384, num_hidden_layers=layers, num_attention_heads=12, intermediate_size=1536,
        num_labels=given["head.bias"].shape[0],
    )
    state = {"head.weight": given["head.weight"], "head.bias": given["head.bias"]}
    for ours, theirs in EMBEDDINGS.items():
        state[f"bert.embeddings.{theirs}"] = given[f"encoder.embeddings.{ours}"]
    for layer in range(layers):
        for ours, theirs in PARTS.items():
            for kind in ("weight", "bias"):
                state[f"bert.encoder.layer.{layer}.{theirs}.{kind}"] = given[
                    f"encoder.layers.{layer}.{ours}.{kind}"
                ]
    model = MeanPooled(config)
    missing, unexpected = model.load_state_dict(state, strict=False)
    if unexpected or any("position_ids" not in key for key in missing):
        sys.exit(f"the weights do not fit: missing {missing}, unexpected {unexpected}")
    return model.eval()


def main() -> None:
    transformers.logging.set_verbosity_error()
    path, tokenizer_file, posts = sys.argv[1:4]
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 256
    rounds = int(sys.argv[5]) if len(sys.argv) > 5 else 9
    csv.field_size_limit(1 << 30)
    with gzip.open(posts, "rt", encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        texts = [row["text"] for _, row in zip(range(count), rows)]
    texts.sort(key=len)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_file=tokenizer_file, pad_token="[PAD]", model_max_length=128,
        model_input_names=["input_ids", "attention_mask"],
    )
    scripted = torch.jit.load(path).eval()
    model = build(scripted)
    with torch.no_grad():
        batch = tokenizer(texts[:8], padding=True, truncation=True, return_tensors="pt")
        given = scripted(batch["input_ids"], batch["attention_mask"])
        # Beside the logits there may be those of every token
        ours = given[0] if isinstance(given, tuple) else given
        gap = (ours - model(**batch).logits).abs().max().item()
    if gap > 1e-3:
        sys.exit(f"the logits differ by {gap}")
    pipeline = TextClassificationPipeline(
        model=model, tokenizer=tokenizer, device=-1, batch_size=64, top_k=None,
        function_to_apply="softmax",
    )
    walls, cpus = [], []
    for _ in range(rounds + 1):
        wall, cpu = time.perf_counter(), time.process_time()
        pipeline(texts, truncation=True)
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    wall, cpu = statistics.median(walls[1:]), statistics.median(cpus[1:])
    print(
        f"transformers {transformers.__version__}, torch {torch.__version__}, Python"
        f" {platform.python_version()}, {torch.get_num_threads()} threads\n"
        f"{count} texts: {1000 * wall:.1f} ms wall, {1000 * cpu:.1f} ms CPU, {count / wall:.0f} texts/s,"
        f" {1000 * cpu / count:.2f} ms CPU a text; logits within {gap:.1e} of the TorchScript module's"
    )


if __name__ == "__main__":
    main()
