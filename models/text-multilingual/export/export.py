"""Turns a checkpoint into this model's folders: skeletons, recipes, adapter, and references.

Two networks come of the same adapter: the int8 one that is released, and the float32 one (`fp32`)
that it is compared with. A matrix is W + SCALE * B @ A with half-precision A and B, summed in the
order that the recipe's reader uses (see `models/text/export/export.py`).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

HERE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HERE / "training"), str(HERE / "export")]

from mbert import DATA, INDEX, load_encoder, source_name, tokenizer, transposed  # noqa: E402
from network import MOST_OF_EMBEDDING, SmallClassifier  # noqa: E402
from rows import SENTIMENTS, some_train_posts  # noqa: E402

from batching import pad  # noqa: E402
from bert import Encoder, mean  # noqa: E402
from bundle import places, tensor  # noqa: E402
from quantised import MATRICES, MOST, QuantisedLayer, quantise  # noqa: E402
from skeleton import mark, write_skeleton  # noqa: E402

UPSTREAM = "weights"
RANGE_POSTS = 8
RANGE_TOKENS = 64


class Classifier(nn.Module):
    """Ids and mask [B, T] int64 -> logits [B, 3] and those of every token [B, T, 3]."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.embeddings.word.shape[1], len(SENTIMENTS))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        vectors = self.encoder.vectors(ids, mask)
        return self.head(mean(vectors, mask)), self.head(vectors)


class Recipe:
    """What the recipe says of each parameter of `Classifier`, and its merged value."""

    def __init__(self, unpacked: Path, checkpoint: Path) -> None:
        saved = torch.load(checkpoint)
        self.weights: dict[str, Tensor] = saved["weights"]
        self.scale: float = saved["options"]["scale"]
        self.layers: int = saved["options"]["layers"]
        self.unpacked = unpacked
        self.places = places(unpacked / INDEX)
        self.adapter = bytearray()

    def put(self, values: Tensor) -> tuple[int, np.ndarray]:
        offset = len(self.adapter)
        halves = values.detach().numpy().astype("<f2")
        self.adapter += halves.tobytes()
        return offset, halves.astype(np.float32)

    def tensor(self, name: str) -> tuple[dict, np.ndarray]:
        stem, _, kind = name.rpartition(".")
        own = name if name in self.weights else f"{stem}.linear.{kind}"
        if own in self.weights:
            offset, values = self.put(self.weights[own])
            source = {"adapter": offset, "sourceType": "float16", "targetType": "float32"}
            return {**source, "shape": list(values.shape)}, values
        source_of = name.removeprefix("encoder.")
        place = self.places[source_name(source_of)]
        values = tensor(self.unpacked / DATA, place)
        found: dict = {
            "upstream": UPSTREAM, "offset": place.offset, "sourceType": "float32",
            "targetType": "float32", "shape": list(values.shape),
        }
        if transposed(source_of):
            found["permute"] = [1, 0]
            values = np.ascontiguousarray(values.T)
        if f"{stem}.down" in self.weights:
            a_offset, a = self.put(self.weights[f"{stem}.down"])
            b_offset, b = self.put(self.weights[f"{stem}.up"])
            found["lora"] = {
                "rank": a.shape[0], "scale": self.scale, "a": a_offset, "b": b_offset,
            }
            values = merge(values, a, b, self.scale)
        return found, values


def merge(values: np.ndarray, a: np.ndarray, b: np.ndarray, scale: float) -> np.ndarray:
    total = np.zeros_like(values)
    factors = np.float32(scale) * b
    for k in range(a.shape[0]):
        total += factors[:, k][:, None] * a[k][None, :]
    return values + total


def filled(recipe: Recipe) -> tuple[Classifier, dict[str, dict]]:
    """The merged network, and what the recipe says of each parameter."""
    model = Classifier(load_encoder(recipe.unpacked, 0.0, recipe.layers)).eval()
    model.requires_grad_(False)
    described: dict[str, dict] = {}
    for name, parameter in model.named_parameters():
        described[name], values = recipe.tensor(name)
        parameter.data.copy_(torch.from_numpy(np.array(values)))
    return model, described


class Spans:
    """Between which values the inputs of each product lie, from training posts."""

    PRODUCTS = ("query", "attended", "up", "down")

    def __init__(self, model: Classifier) -> None:
        self.mask = torch.ones(1)
        self.found: list[list[list[Tensor]]] = []
        self.hooks = []
        for layer in model.encoder.layers:
            own: list[list[Tensor]] = [[] for _ in self.PRODUCTS]
            self.found.append(own)
            for j, name in enumerate(self.PRODUCTS):
                hook = getattr(layer, name).register_forward_pre_hook(self.watch(own[j]))
                self.hooks.append(hook)

    def watch(self, kept: list[Tensor]):
        def look(_: nn.Module, given: tuple[Tensor]) -> None:
            values = given[0][self.mask.bool()]
            kept.append(torch.stack((values.min(), values.max())))

        return look

    def steps(self, i: int) -> tuple[list[float], list[int]]:
        """Scale and zero point of each product's input: 256 steps over its span, 0 among them."""
        scales, zeros = [], []
        for kept in self.found[i]:
            pairs = torch.stack(kept)
            least = min(0.0, float(pairs[:, 0].min()))
            most = max(0.0, float(pairs[:, 1].max()))
            scales.append((most - least) / 255)
            zeros.append(round(-least / scales[-1]))
        return scales, zeros


@torch.no_grad()
def watched(model: Classifier, data: Path, tokens: Tokenizer) -> Spans:
    spans = Spans(model)
    for rows in some_train_posts(data, RANGE_POSTS):
        encoded = [e.ids for e in tokens.encode_batch([row.text for row in rows])]
        ids, spans.mask = pad(encoded)
        model(ids, spans.mask)
    for hook in spans.hooks:
        hook.remove()
    return spans


def small(
    model: Classifier, described: dict[str, dict], spans: Spans
) -> tuple[SmallClassifier, list[Tensor], list[dict]]:
    """The int8 network, its tensors in the archive, and what the recipe says of them."""
    tensors: list[Tensor] = []
    said: list[dict] = []
    layers = []
    for i, layer in enumerate(model.encoder.layers):
        state: list[Tensor] = []
        for name in MATRICES:
            matrix = described[f"encoder.layers.{i}.{name}.weight"]
            q, scale = quantise(getattr(layer, name).weight.data)
            state += [q, scale, getattr(layer, name).bias.data]
            said += quantised_from(matrix, int(MOST))
            said.append(described[f"encoder.layers.{i}.{name}.bias"])
        for norm in ("attention_norm", "output_norm"):
            for kind in ("weight", "bias"):
                state.append(getattr(getattr(layer, norm), kind).data)
                said.append(described[f"encoder.layers.{i}.{norm}.{kind}"])
        state = [tensor.clone() for tensor in state]
        tensors += state
        layers.append(QuantisedLayer((*state, layer.heads, False, *spans.steps(i))))
    network = SmallClassifier(model.encoder.embeddings, layers, model.head).eval()
    tensors += [network.word, network.word_scale]
    said += quantised_from(described["encoder.embeddings.word"], int(MOST_OF_EMBEDDING))
    for kept, name in (
        ("position", "encoder.embeddings.position"), ("segment", "encoder.embeddings.segment"),
        ("norm_weight", "encoder.embeddings.norm.weight"),
        ("norm_bias", "encoder.embeddings.norm.bias"), ("head_weight", "head.weight"),
        ("head_bias", "head.bias"),
    ):
        tensors.append(getattr(network, kept).data)
        said.append(described[name])
    return network, tensors, said


def quantised_from(matrix: dict, most: int) -> list[dict]:
    return [
        {**matrix, "targetType": "int8", "quantise": {"most": most, "part": "values"}},
        {**matrix, "quantise": {"most": most, "part": "scales"}},
    ]


def traced(model: Classifier) -> torch.jit.ScriptModule:
    ids = torch.ones(2, 9, dtype=torch.long)
    with torch.no_grad():
        return torch.jit.trace(model, (ids, ids), check_trace=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training files")
    parser.add_argument("--unpacked", type=Path, required=True, help="the saved model's folder")
    parser.add_argument("--references", type=Path, required=True, help="folder for merged models")
    parser.add_argument("--folder", type=Path, default=HERE)
    options = parser.parse_args()
    torch.set_num_threads(1)
    recipe = Recipe(options.unpacked, options.checkpoint)
    model, described = filled(recipe)
    options.references.mkdir(parents=True, exist_ok=True)
    options.folder.mkdir(parents=True, exist_ok=True)
    traced(model).save(str(options.references / "fp32.pt"))
    spans = watched(model, options.data, tokenizer(options.unpacked, RANGE_TOKENS))
    network, tensors, said = small(model, described, spans)
    torch.jit.script(network).save(str(options.references / "int8.pt"))
    for number, tensor in enumerate(tensors):
        mark(tensor, number)
    # Loading packs the marks, saving writes them again: the tensors are the marked ones
    write_skeleton(torch.jit.script(network), tensors, said, options.folder, "adapter.bin")
    parameters = dict(model.named_parameters())
    marked = [parameter.data for parameter in parameters.values()]
    for number, tensor in enumerate(marked):
        mark(tensor, number)
    plain = options.folder / "text-multilingual-fp32"
    write_skeleton(
        traced(model), marked, [described[name] for name in parameters], plain, "../adapter.bin"
    )
    (options.folder / "adapter.bin").write_bytes(recipe.adapter)
    print(len(said), "tensors,", len(recipe.adapter), "bytes of adapter")


if __name__ == "__main__":
    main()
